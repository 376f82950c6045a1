"""Red-flag rules as rows."""

from app.codes import RuleState
from app.services import wording
from app.services.rules import RuleView
from app.ui import plain_cells
from app.ui.tokens import Tone

TITLES = ("Rule", "Line", "State", "Points", "Version", "Owner", "Fired", "Reviewed", "Precision")
WIDTHS = (330, 96, 108, 76, 84, 180, 84, 96, 190)
RULE, PRECISION = 0, 8
STATES: dict[RuleState, tuple[str, Tone]] = {
    RuleState.ON: ("On", "ok"),
    RuleState.SHADOW: ("In shadow", "low"),
    RuleState.OFF: ("Off", "neutral"),
}
NOT_KNOWN = "Not known yet"


def texts(rule: RuleView) -> tuple[str, ...]:
    """Return what each column says of a rule."""
    return (
        f"{rule.code}  {rule.name}",
        wording.CLAIM_TYPE[rule.line] if rule.line else "All lines",
        STATES[rule.now.state][0],
        str(rule.now.points),
        str(rule.now.version),
        rule.owner,
        f"{rule.fired:,}",
        f"{rule.judged:,}",
        precision(rule),
    )


def precision(rule: RuleView) -> str:
    """Return how many reviews were justified, between the ends of the interval."""
    told = rule.precision()
    if told is None:
        return NOT_KNOWN
    low, share, high = told
    return f"{share:.0%}  ({low:.0%} to {high:.0%})"


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
