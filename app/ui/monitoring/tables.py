"""Jobs, tables, slow statements and errors, as rows."""

from app.services.monitor_words import size
from app.services.monitoring import FaultView, JobView, StatementView, TableView
from app.ui import plain_cells, words
from app.ui.tokens import Tone
from app.words import fill, say

JOB_TITLES = (
    say("Job"),
    say("Last run"),
    say("Runs"),
    say("Failures"),
    say("Done"),
    say("State"),
    say("Last error"),
)
JOB_WIDTHS = (130, 110, 80, 90, 90, 96, 240)
JOB_STATE, JOB_ERROR = 5, 6
TABLE_TITLES = (say("Table"), say("Size"), say("Rows"), say("Dead rows"), say("Growth in a week"))
TABLE_WIDTHS = (220, 100, 100, 100, 140)
STATEMENT_TITLES = (say("Statement"), say("Calls"), say("Mean ms"), say("Longest ms"))
STATEMENT_WIDTHS = (400, 80, 90, 110)
FAULT_TITLES = (
    say("Error"),
    say("Where"),
    say("Times"),
    say("Last"),
    say("First"),
    say("Part"),
    say("Version"),
)
FAULT_WIDTHS = (220, 400, 80, 120, 120, 110, 100)
FAULT_PLACE = 1
SOURCES = {"desktop": say("Desktop"), "worker": say("Worker"), "tokens": say("Token service")}
JOBS = {
    "reap": say("Leases"),
    "score": say("Scoring"),
    "seal": say("Audit seal"),
    "copies": say("Seal copies"),
    "sweep": say("Staging"),
    "train": say("Training"),
    "trial": say("Trials"),
    "stock": say("Stock"),
    "measure": say("Measuring"),
}
NOT_YET = "–"


def job_texts(job: JobView) -> tuple[str, ...]:
    """Return what each column says of a job."""
    name = JOBS.get(job.name, words.plain(job.name))
    counted = (
        fill("{runs:,}", runs=job.runs),
        fill("{failures:,}", failures=job.failures),
        fill("{done:,}", done=job.done),
    )
    state = say("Failing") if job.error else say("Runs")
    return (name, words.ago(job.last_run), *counted, state, job.error or "")


def table_texts(table: TableView) -> tuple[str, ...]:
    """Return what each column says of a table."""
    grown = NOT_YET if table.growth is None else f"{'+' if table.growth >= 0 else '−'}"
    growth = grown if table.growth is None else f"{grown}{size(abs(table.growth))}"
    return (
        table.name,
        size(table.bytes),
        fill("{rows:,}", rows=table.rows),
        fill("{dead:,}", dead=table.dead),
        growth,
    )


def statement_texts(one: StatementView) -> tuple[str, ...]:
    """Return what each column says of a statement."""
    flat = " ".join(one.statement.split())
    return (
        flat,
        fill("{calls:,}", calls=one.calls),
        fill("{mean:,.1f}", mean=one.mean),
        fill("{longest:,.1f}", longest=one.longest),
    )


def fault_texts(fault: FaultView) -> tuple[str, ...]:
    """Return what each column says of a group of errors."""
    seen = (words.ago(fault.last_at), words.ago(fault.first_at))
    part = SOURCES.get(fault.source, fault.source)
    return (
        fault.kind,
        fault.place,
        fill("{count:,}", count=fault.count),
        *seen,
        part,
        fault.version,
    )


def job_tone(job: JobView) -> Tone:
    """Return the tone of a job's state."""
    return "high" if job.error else "ok"


JOB_CELLS = (
    plain_cells.strong(job_texts, 0),
    plain_cells.words(job_texts, 1, ink="text3"),
    *(plain_cells.words(job_texts, n, right=True) for n in (2, 3, 4)),
    plain_cells.chip(job_texts, JOB_STATE, job_tone),
    plain_cells.words(job_texts, JOB_ERROR),
)
TABLE_CELLS = (
    plain_cells.words(table_texts, 0, ink="text"),
    *(plain_cells.words(table_texts, n, right=True) for n in (1, 2, 3, 4)),
)
STATEMENT_CELLS = (
    plain_cells.words(statement_texts, 0, ink="text"),
    *(plain_cells.words(statement_texts, n, right=True) for n in (1, 2, 3)),
)
FAULT_CELLS = (
    plain_cells.strong(fault_texts, 0),
    plain_cells.words(fault_texts, FAULT_PLACE),
    plain_cells.words(fault_texts, 2, right=True, ink="text"),
    *(plain_cells.words(fault_texts, n, ink="text3") for n in (3, 4)),
    *(plain_cells.words(fault_texts, n) for n in (5, 6)),
)
