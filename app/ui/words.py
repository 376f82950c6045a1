"""Times, pictures and endings of sentences for what the services say in codes."""

from datetime import UTC, datetime

from app.codes import Action, ClaimType, Recommendation
from app.services.stored_words import coded
from app.ui.tokens import Token
from app.words import say, say_n

DAY, MONTH, YEAR = 1440, 43_830, 525_960
UNITS = (
    (2 * YEAR, YEAR, say("y")),
    (2 * MONTH, MONTH, say("mo")),
    (DAY, DAY, say("d")),
    (60, 60, say("h")),
    (1, 1, say("min")),
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
    Action.TAKE: say("is yours now"),
    Action.RELEASE: say("given back to the queue"),
    Action.APPROVE: say("approved"),
    Action.REFER: say("referred to SIU"),
    Action.ASK: say("waits for information"),
    Action.RESUME: say("back in review"),
    Action.DENY: say("denied"),
    Action.UNDO: say("is open again"),
    Action.PROPOSE: say("waits for approval"),
    Action.SEND_BACK: say("sent back"),
    Action.SETTLE: "settled",
    Action.CLOSE: say("closed"),
    Action.REOPEN: say("opened again"),
    Action.WITHDRAW: say("withdrawn"),
    Action.VOID: say("void"),
}


def plain(code: str) -> str:
    """Return *code* as a person would write it: escape_of_water becomes Escape of water."""
    return coded(code)


def clock(moment: datetime) -> str:
    """Return a moment as local date and time."""
    return say("{moment:%d %b %Y, %H:%M}", moment=moment.astimezone())


def ago(moment: datetime, now: datetime | None = None) -> str:
    """Return how long ago *moment* was, in its largest unit."""
    minutes = int(((now or datetime.now(UTC)) - moment).total_seconds() // 60)
    for least, size, unit in UNITS:
        if minutes >= least:
            return say("{minutes} {unit} ago", minutes=minutes // size, unit=unit)
    return say("just now")


def lasting(seconds: float) -> str:
    """Return how long something took, as a person would say it."""
    if seconds < 1:
        return say("less than a second")
    whole = round(seconds)
    return say_n("{n:,} second", "{n:,} seconds", whole)
