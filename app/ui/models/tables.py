"""Versions of models and what happened to them, as rows."""

from app.codes import ClaimType
from app.services import wording
from app.services.models_history import MODEL_KINDS
from app.services.registry import ModelEventView, ModelView
from app.ui import plain_cells, words
from app.ui.tokens import Tone
from app.words import fill, say

TITLES = (
    say("Version"),
    say("State"),
    say("Judges"),
    say("Settled claims"),
    say("Average precision"),
    say("Scores"),
    say("Since"),
)
WIDTHS = (220, 110, 220, 120, 140, 100, 160)
JUDGES, CLAIMS, PRECISION, SCORES, SINCE = 2, 3, 4, 5, 6
HISTORY_TITLES = (say("Time"), say("Event"), say("Model"), say("Person"), say("Reason"))
HISTORY_WIDTHS = (170, 150, 180, 170, 300)
HISTORY_REASON = 4
STATES: dict[str, tuple[str, Tone]] = {
    "active": (say("Active"), "ok"),
    "shadow": (say("In shadow"), "low"),
    "candidate": (say("Candidate"), "med"),
    "retired": (say("Retired"), "neutral"),
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
        fill("{learned:,}", learned=learned) if learned else NOT_TOLD,
        fill("{precision:.3f}", precision=precision) if precision is not None else NOT_TOLD,
        fill("{scores:,}", scores=model.scores),
        words.clock(model.activated_at or model.created_at) if model.created_at else "",
    )


def judged_lines(lines: tuple[str, ...]) -> str:
    """Return the lines of business in words."""
    if set(lines) == set(ClaimType):
        return say("All lines")
    return ", ".join(wording.CLAIM_TYPE[ClaimType(line)] for line in lines)


def event_texts(event: ModelEventView) -> tuple[str, ...]:
    """Return what each column says of an event."""
    kind = MODEL_KINDS.get(event.kind, words.plain(event.kind))
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
