"""Alerts and facts that moved, as rows."""

from app.services.drift import AlertView, FactView
from app.services.drift_words import percent
from app.ui import plain_cells, words
from app.ui.tokens import Tone
from app.words import fill, say

ALERT_TITLES = (say("What"), say("Told"), say("Claims"), say("Raised"), say("State"))
ALERT_WIDTHS = (128, 400, 80, 130, 96)
TOLD = 1
KINDS: dict[str, tuple[str, Tone]] = {
    "new": (say("New value"), "high"),
    "missing": (say("Missing"), "med"),
    "moved": (say("Moved"), "med"),
    "distance": (say("Distance"), "high"),
    "prevalence": (say("Prevalence"), "high"),
    "calibration": (say("Calibration"), "high"),
}
STATES: dict[str, tuple[str, Tone]] = {
    "open": (say("Open"), "high"),
    "settled": (say("Settled"), "ok"),
    "over": (say("Over"), "neutral"),
}
FACT_TITLES = (
    say("Fact"),
    say("Index"),
    say("By chance"),
    say("Gap"),
    say("Not told"),
    say("New values"),
    "",
)
FACT_WIDTHS = (240, 90, 100, 90, 150, 110, 130)
STEADY, MOVED = 0.1, 0.25
NOTHING = "–"


def alert_texts(alert: AlertView) -> tuple[str, ...]:
    """Return what each column says of an alert."""
    kind, state = KINDS[alert.kind][0], STATES[alert.state][0]
    return (
        kind,
        alert.told,
        fill("{claims:,}", claims=alert.claims),
        words.ago(alert.raised_at),
        state,
    )


def fact_texts(fact: FactView) -> tuple[str, ...]:
    """Return what each column says of a fact."""
    then, now = (percent(share) for share in fact.missing)
    return (
        fact.label,
        fill("{index:.3f}", index=fact.index),
        fill("{noise:.3f}", noise=fact.noise),
        NOTHING if fact.gap is None else fill("{gap:.2f}", gap=fact.gap),
        NOTHING if not any(fact.missing) else f"{then} → {now}",
        percent(fact.unseen) if fact.unseen else NOTHING,
        state_of(fact)[0],
    )


def state_of(fact: FactView) -> tuple[str, Tone]:
    """Return how a fact stands, in words and a tone."""
    if fact.cause:
        return KINDS[fact.cause]
    moves = fact.index >= STEADY and fact.index > fact.noise
    return (say("Moves a little"), "low") if moves else (say("Steady"), "ok")


ALERT_CELLS = (
    plain_cells.chip(alert_texts, 0, lambda alert: KINDS[alert.kind][1]),
    plain_cells.words(alert_texts, TOLD, ink="text"),
    plain_cells.words(alert_texts, 2, right=True),
    plain_cells.words(alert_texts, 3, ink="text3"),
    plain_cells.chip(alert_texts, 4, lambda alert: STATES[alert.state][1]),
)
FACT_CELLS = (
    plain_cells.strong(fact_texts, 0),
    *(plain_cells.words(fact_texts, n, right=True) for n in range(1, 6)),
    plain_cells.chip(fact_texts, 6, lambda fact: state_of(fact)[1]),
)
