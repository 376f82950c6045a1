"""Red-flag rules as rows."""

from app.codes import RuleState
from app.services import wording
from app.services.rules import RuleView
from app.ui import plain_cells
from app.ui.tokens import Tone
from app.words import fill, say

TITLES = (
    say("Rule"),
    say("Line"),
    say("State"),
    say("Points"),
    say("Version"),
    say("Owner"),
    say("Fired"),
    say("Reviewed"),
    say("Precision"),
)
WIDTHS = (330, 96, 108, 76, 84, 180, 84, 96, 190)
RULE, PRECISION = 0, 8
STATES: dict[RuleState, tuple[str, Tone]] = {
    RuleState.ON: (say("On"), "ok"),
    RuleState.SHADOW: (say("In shadow"), "low"),
    RuleState.OFF: (say("Off"), "neutral"),
}
NOT_KNOWN = say("Not known yet")


def texts(rule: RuleView) -> tuple[str, ...]:
    """Return what each column says of a rule."""
    return (
        f"{rule.code}  {rule.name}",
        wording.CLAIM_TYPE[rule.line] if rule.line else say("All lines"),
        STATES[rule.now.state][0],
        str(rule.now.points),
        str(rule.now.version),
        rule.owner,
        fill("{fired:,}", fired=rule.fired),
        fill("{judged:,}", judged=rule.judged),
        precision(rule),
    )


def precision(rule: RuleView) -> str:
    """Return how many reviews were justified, between the ends of the interval."""
    told = rule.precision()
    if told is None:
        return NOT_KNOWN
    low, share, high = told
    return say("{share:.0%}  ({low:.0%} to {high:.0%})", share=share, low=low, high=high)


CELLS = (
    plain_cells.strong(texts, RULE),
    plain_cells.words(texts, 1),
    plain_cells.chip(texts, 2, lambda rule: STATES[rule.now.state][1]),
    plain_cells.words(texts, 3, right=True),
    plain_cells.words(texts, 4, right=True),
    plain_cells.words(texts, 5),
    plain_cells.words(texts, 6, right=True),
    plain_cells.words(texts, 7, right=True),
    plain_cells.words(texts, PRECISION),
)
