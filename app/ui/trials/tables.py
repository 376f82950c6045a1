"""Trials and what they found, as rows."""

from app.services.trial_report import Measure
from app.services.trials import TrialView
from app.ui import plain_cells, words
from app.ui.models.tables import NOT_TOLD, judged_lines
from app.ui.tokens import Tone
from app.words import fill, say

TITLES = (
    say("Challenger"),
    say("State"),
    say("Kind"),
    say("Beside"),
    say("Lines"),
    say("Share"),
    say("Began"),
)
WIDTHS = (220, 130, 110, 190, 150, 80, 170)
LINES = 4
MEASURES = (say("Measure"), say("Judging model"), say("Challenger"), say("Difference"))
MEASURE_WIDTHS = (230, 180, 190, 230)
KINDS = {"shadow": say("In shadow"), "split": say("Shares claims")}
STATES: dict[str, tuple[str, Tone]] = {
    "waits": (say("Waits for a person"), "med"),
    "running": (say("Running"), "low"),
    "better": (say("Ahead"), "ok"),
    "worse": (say("Behind"), "high"),
    "overload": (say("Refers too many"), "high"),
    "failed": (say("Cannot be used"), "high"),
    "undecided": (say("Undecided"), "neutral"),
    "overtaken": (say("Overtaken"), "neutral"),
    "stopped": (say("Stopped"), "neutral"),
}


def texts(trial: TrialView) -> tuple[str, ...]:
    """Return what each column says of a trial."""
    return (
        trial.challenger,
        STATES[trial.state][0],
        KINDS[trial.kind],
        trial.champion,
        judged_lines(trial.lines),
        fill("{share:.0%}", share=trial.share),
        words.clock(trial.began_at) if trial.began_at else NOT_TOLD,
    )


def measure_texts(row: Measure) -> tuple[str, ...]:
    """Return what each column says of a measure, with its interval."""
    return (row.name, *(_told(row, part) for part in (row.champion, row.challenger)), _gap(row))


def _told(row: Measure, part: tuple[float, float, float] | None) -> str:
    if part is None:
        return NOT_TOLD
    value, low, high = part
    if row.form == "ms":
        return say("{value:.0f} and {high:.0f} ms", value=value, high=high)
    return say("{value:.1%} ({low:.1%} to {high:.1%})", value=value, low=low, high=high)


def _gap(row: Measure) -> str:
    if row.difference is None:
        return NOT_TOLD
    value, low, high = (100 * part for part in row.difference)
    return say("{value:+.1f} points ({low:+.1f} to {high:+.1f})", value=value, low=low, high=high)


CELLS = (
    plain_cells.strong(texts, 0),
    plain_cells.chip(texts, 1, lambda trial: STATES[trial.state][1]),
    *(plain_cells.words(texts, column) for column in (2, 3, LINES)),
    plain_cells.words(texts, 5, right=True),
    plain_cells.words(texts, 6, ink="text3"),
)
MEASURE_CELLS = (
    plain_cells.strong(measure_texts, 0),
    *(plain_cells.words(measure_texts, column, right=True) for column in (1, 2, 3)),
)
