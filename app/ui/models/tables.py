"""Versions of models and what happened to them, as rows."""

from app.codes import ClaimType
from app.services import wording
from app.services.registry import ModelEventView, ModelView
from app.ui import plain_cells, words
from app.ui.tokens import Tone

TITLES = ("Version", "State", "Judges", "Settled claims", "Average precision", "Scores", "Since")
WIDTHS = (220, 110, 220, 120, 140, 100, 160)
JUDGES, CLAIMS, PRECISION, SCORES, SINCE = 2, 3, 4, 5, 6
HISTORY_TITLES = ("Time", "Event", "Model", "Person", "Reason")
HISTORY_WIDTHS = (170, 150, 180, 170, 300)
HISTORY_REASON = 4
STATES: dict[str, tuple[str, Tone]] = {
    "active": ("Active", "ok"),
    "shadow": ("In shadow", "low"),
    "candidate": ("Candidate", "med"),
    "retired": ("Retired", "neutral"),
}
EVENTS = {
    "registered": "Registered",
    "proposed": "Proposed",
    "activated": "Activated",
    "dropped": "Proposal dropped",
    "rolled_back": "Rolled back",
    "shadowed": "Put in shadow",
    "retired": "Retired",
    "returned": "Candidate again",
    "refused": "Gate not passed",
    "trial_asked": "Trial asked for",
    "trial_began": "Trial began",
    "trial_ended": "Trial ended",
    "threshold": "Threshold changed",
    "threshold_asked": "Threshold proposed",
    "threshold_dropped": "Threshold dropped",
    "alert": "Drift noticed",
    "settled": "Alert settled",
    "rule": "Red-flag rule changed",
    "fast_track": "Fast track limits changed",
}
SYSTEM = "Precedent"
NOT_TOLD = "–"


def texts(model: ModelView) -> tuple[str, ...]:
    """Return what each column says of a model."""
    learned = model.metrics.get("settled_claims")
    precision = model.metrics.get("average_precision")
    return (
        f"{model.name} {model.version}",
        STATES[model.status][0],
        judged_lines(model.judges),
        f"{learned:,}" if learned else NOT_TOLD,
        f"{precision:.3f}" if precision is not None else NOT_TOLD,
        f"{model.scores:,}",
        words.clock(model.activated_at or model.created_at) if model.created_at else "",
    )


def judged_lines(lines: tuple[str, ...]) -> str:
    """Return the lines of business in words."""
    if set(lines) == set(ClaimType):
        return "All lines"
    return ", ".join(wording.CLAIM_TYPE[ClaimType(line)] for line in lines)


def event_texts(event: ModelEventView) -> tuple[str, ...]:
    """Return what each column says of an event."""
    kind = EVENTS.get(event.kind, words.plain(event.kind))
    return (words.clock(event.at), kind, event.model, event.actor or SYSTEM, event.reason)


CELLS = (
    plain_cells.strong(texts, 0),
    plain_cells.chip(texts, 1, lambda model: STATES[model.status][1]),
    plain_cells.words(texts, JUDGES),
    *(plain_cells.words(texts, column, right=True) for column in (CLAIMS, PRECISION, SCORES)),
    plain_cells.words(texts, SINCE, ink="text3"),
)
HISTORY_CELLS = (
    plain_cells.words(event_texts, 0, ink="text3"),
    plain_cells.strong(event_texts, 1),
    plain_cells.words(event_texts, 2),
    plain_cells.person(event_texts, 3),
    plain_cells.words(event_texts, 4),
)
