"""Events of claims and people as rows, the newest first."""

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.codes import Status
from app.services import wording
from app.services.audit_views import AuditEntry
from app.services.models_history import MODEL_KINDS
from app.services.people_history import PEOPLE_KINDS
from app.ui import fonts, words
from app.ui.painting import draw_avatar, draw_text
from app.ui.sheet import write
from app.words import fill, say

TITLES = (
    say("Time"),
    say("Claim"),
    say("Event"),
    say("Person"),
    say("What"),
    say("Step"),
    say("Reason and note"),
    say("Hash"),
)
WIDTHS = (178, 190, 62, 176, 120, 190, 220, 112)
NUMBER, STEP, REASON, HASH = 2, 5, 6, 7
ROW_HEIGHT = 36
KINDS: dict[str, str] = {
    "created": say("Entered"),
    "submitted": say("Submitted"),
    "status": say("Moved"),
    "assigned": say("Assigned"),
    "scored": say("Scored"),
    "edited": say("Investigation"),
    "opened": say("Opened"),
    "document": say("Document"),
    "disputed": say("Disputed a precedent"),
    "removed": say("Removed with the sample"),
    **PEOPLE_KINDS,
    **MODEL_KINDS,
}
_REASONS: dict[str, str] = {str(code): text for code, text in wording.REFERRAL_REASON.items()}
_REASONS |= {str(code): text for code, text in wording.DENIAL_REASON.items()}
_SHOWN_OF_HASH = 10


def texts(entry: AuditEntry) -> tuple[str, ...]:
    """Return what each column says of an event."""
    return (
        say("{at:%d %b %Y, %H:%M:%S}", at=entry.at.astimezone()),
        entry.number,
        fill("{seq:,}", seq=entry.seq),
        wording.who(entry.kind, entry.actor),
        KINDS.get(entry.kind, words.plain(entry.kind)),
        step(entry),
        " · ".join(filter(None, (reason(entry), entry.note))),
        entry.hash[:_SHOWN_OF_HASH],
    )


def step(entry: AuditEntry) -> str:
    """Return from where to where the event moved the claim, or nothing."""
    ends = [_status(code) for code in (entry.from_status, entry.to_status) if code]
    return " → ".join(ends)


def reason(entry: AuditEntry) -> str:
    """Return the reason that was given, in words."""
    return _REASONS.get(entry.reason or "", words.plain(entry.reason or ""))


def _status(code: str) -> str:
    return wording.STATUS[Status(code)] if code in set(Status) else words.plain(code)


def _claim(painter: QPainter, entry: AuditEntry, where: QRectF) -> None:
    painter.setFont(fonts.font(weight=fonts.STRONG, tabular=True))
    draw_text(painter, entry.number, where, "text")


def _person(painter: QPainter, entry: AuditEntry, where: QRectF) -> None:
    draw_avatar(painter, entry.actor, QRectF(where.x(), where.center().y() - 10, 20, 20))
    write(painter, wording.who(entry.kind, entry.actor), where.adjusted(28, 0, 0, 0))


def _plain(column: int) -> Any:
    def cell(painter: QPainter, entry: AuditEntry, where: QRectF) -> None:
        quiet = column == HASH
        text, right = texts(entry)[column], column == NUMBER
        write(painter, text, where, "text3" if quiet else "text2", right=right)

    return cell


CELLS = (_plain(0), _claim, _plain(2), _person, *(_plain(column) for column in range(4, HASH + 1)))
