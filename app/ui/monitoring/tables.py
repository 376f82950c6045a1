"""Jobs, tables, slow statements and errors, as rows."""

from app.services.monitor_words import size
from app.services.monitoring import FaultView, JobView, StatementView, TableView
from app.ui import plain_cells, words
from app.ui.tokens import Tone

JOB_TITLES = ("Job", "Last run", "Runs", "Failures", "Done", "State", "Last error")
JOB_WIDTHS = (130, 110, 80, 90, 90, 96, 240)
JOB_STATE, JOB_ERROR = 5, 6
TABLE_TITLES = ("Table", "Size", "Rows", "Dead rows", "Growth in a week")
TABLE_WIDTHS = (220, 100, 100, 100, 140)
STATEMENT_TITLES = ("Statement", "Calls", "Mean ms", "Longest ms")
STATEMENT_WIDTHS = (400, 80, 90, 110)
FAULT_TITLES = ("Error", "Where", "Times", "Last", "First", "Part", "Version")
FAULT_WIDTHS = (220, 400, 80, 120, 120, 110, 100)
FAULT_PLACE = 1
SOURCES = {"desktop": "Desktop", "worker": "Worker", "tokens": "Token service"}
JOBS = {
    "reap": "Leases",
    "score": "Scoring",
    "seal": "Audit seal",
    "copies": "Seal copies",
    "sweep": "Staging",
    "train": "Training",
    "trial": "Trials",
    "stock": "Stock",
    "measure": "Measuring",
}
NOT_YET = "–"


def job_texts(job: JobView) -> tuple[str, ...]:
    """Return what each column says of a job."""
    name = JOBS.get(job.name, words.plain(job.name))
    counted = (f"{job.runs:,}", f"{job.failures:,}", f"{job.done:,}")
    state = "Failing" if job.error else "Runs"
    return (name, words.ago(job.last_run), *counted, state, job.error or "")


def table_texts(table: TableView) -> tuple[str, ...]:
    """Return what each column says of a table."""
    grown = NOT_YET if table.growth is None else f"{'+' if table.growth >= 0 else '−'}"
    growth = grown if table.growth is None else f"{grown}{size(abs(table.growth))}"
    return (table.name, size(table.bytes), f"{table.rows:,}", f"{table.dead:,}", growth)


def statement_texts(one: StatementView) -> tuple[str, ...]:
    """Return what each column says of a statement."""
    flat = " ".join(one.statement.split())
    return (flat, f"{one.calls:,}", f"{one.mean:,.1f}", f"{one.longest:,.1f}")


def fault_texts(fault: FaultView) -> tuple[str, ...]:
    """Return what each column says of a group of errors."""
    seen = (words.ago(fault.last_at), words.ago(fault.first_at))
    part = SOURCES.get(fault.source, fault.source)
    return (fault.kind, fault.place, f"{fault.count:,}", *seen, part, fault.version)


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
