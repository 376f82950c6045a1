"""Times, pictures and endings of sentences for what the services say in codes."""

from datetime import UTC, datetime

from app.codes import Action, ClaimType, Recommendation
from app.ui.tokens import Token
from app.words import say_n

DAY, MONTH, YEAR = 1440, 43_830, 525_960
UNITS = (
    (2 * YEAR, YEAR, "y"),
    (2 * MONTH, MONTH, "mo"),
    (DAY, DAY, "d"),
    (60, 60, "h"),
    (1, 1, "min"),
)

LINE_ICONS = {
    ClaimType.MOTOR: "car",
    ClaimType.PROPERTY: "house",
    ClaimType.HEALTH: "heart-pulse",
    ClaimType.TRAVEL: "plane",
}
SUGGESTION_ICONS: dict[Recommendation, tuple[str, Token]] = {
    Recommendation.FAST_TRACK: ("circle-check", "ok_mk"),
    Recommendation.STANDARD_REVIEW: ("file-text", "text3"),
    Recommendation.ENHANCED_REVIEW: ("scan-search", "med_mk"),
    Recommendation.REFER_SIU: ("flag", "high_mk"),
    Recommendation.ABSTAIN: ("circle-slash", "text3"),
}
DONE = {
    Action.TAKE: "is yours now",
    Action.RELEASE: "given back to the queue",
    Action.APPROVE: "approved",
    Action.REFER: "referred to SIU",
    Action.ASK: "waits for information",
    Action.RESUME: "back in review",
    Action.DENY: "denied",
    Action.UNDO: "is open again",
    Action.PROPOSE: "waits for approval",
    Action.SEND_BACK: "sent back",
    Action.SETTLE: "settled",
    Action.CLOSE: "closed",
    Action.REOPEN: "opened again",
    Action.WITHDRAW: "withdrawn",
    Action.VOID: "void",
}


def plain(code: str) -> str:
    """Return *code* as a person would write it: escape_of_water becomes Escape of water."""
    return code.replace("_", " ").capitalize()


def clock(moment: datetime) -> str:
    """Return a moment as local date and time."""
    return f"{moment.astimezone():%d %b %Y, %H:%M}"


def ago(moment: datetime, now: datetime | None = None) -> str:
    """Return how long ago *moment* was, in its largest unit."""
    minutes = int(((now or datetime.now(UTC)) - moment).total_seconds() // 60)
    for least, size, unit in UNITS:
        if minutes >= least:
            return f"{minutes // size} {unit} ago"
    return "just now"


def lasting(seconds: float) -> str:
    """Return how long something took, as a person would say it."""
    if seconds < 1:
        return "less than a second"
    whole = round(seconds)
    return say_n("{n:,} second", "{n:,} seconds", whole)
