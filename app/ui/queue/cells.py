"""Draws what each column of the triage queue shows, with fonts and cut texts kept."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

from app.codes import Recommendation, Status
from app.services import figures, wording
from app.services.claim_views import ClaimRow
from app.ui import fonts, icons, theme, words
from app.ui.due import draw_due
from app.ui.painting import BANDS, Shape, band, chip_width, draw_avatar, draw_chip
from app.ui.sheet import Cell
from app.ui.tokens import Token, Tone
from app.words import say

ROW_HEIGHT, DENSE_HEIGHT = 46, 32
CHIP_HEIGHT = 22


def _risk(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    if claim.score is None:
        _chip(painter, say("Hidden") if claim.hidden else say("Not scored"), "neutral", None, where)
        return
    tone = band(float(claim.score))
    name, shape = BANDS[tone]
    _chip(painter, f"{name}  {claim.score:.0f}", tone, shape, where)


def _number(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    _write(painter, claim.number, _upper(where), fonts.font(weight=600, tabular=True))
    font = fonts.font(fonts.NOTE, tabular=True)
    _write(painter, claim.policy, _lower(where), font, "text3")
    if claim.sample:
        _write_sample(painter, claim, where, font)


def _write_sample(painter: QPainter, claim: ClaimRow, where: QRectF, font: QFont) -> None:
    place = _lower(where)
    if not place.isEmpty():
        x = _width(claim.policy, font) + 8
        _write(painter, say("Sample"), place.adjusted(x, 0, 0, 0), font, "text3")


def _claimant(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    _write(painter, claim.claimant, _upper(where) if claim.flag else where, fonts.font(weight=450))
    if claim.sample and where.height() < ROW_HEIGHT:
        _write(painter, say("Sample"), where, fonts.font(fonts.NOTE), "text3", right=True)
    if claim.flag:
        _write(painter, claim.flag, _lower(where), fonts.font(fonts.NOTE, 500), "med_fg")


def _kind(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    icon = words.LINE_ICONS[claim.claim_type]
    icons.draw(painter, icon, "text3", where.x(), where.center().y() - 8)
    beside = where.adjusted(24, 0, 0, 0)
    _write(painter, words.plain(claim.cause), _upper(beside), fonts.font())
    line = wording.CLAIM_TYPE[claim.claim_type]
    _write(painter, line, _lower(beside), fonts.font(fonts.NOTE), "text3")


def _amount(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    font = fonts.font(weight=500, tabular=True)
    _write(painter, figures.money(claim.amount, claim.currency), where, font, right=True)


def _suggestion(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    if claim.recommendation is None:
        _write(
            painter,
            say("Your view first") if claim.hidden else say("None yet"),
            where,
            fonts.font(fonts.SMALL),
            "text3",
        )
        return
    name, ink = words.SUGGESTION_ICONS[claim.recommendation]
    icons.draw(painter, name, ink, where.x(), where.center().y() - 7.5, 15)
    text = _SHORT_SUGGESTION.get(claim.recommendation, wording.RECOMMENDATION[claim.recommendation])
    _write(painter, text, where.adjusted(22, 0, 0, 0), fonts.font())


def _due(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    if claim.due is None:
        _write(painter, say("No clock"), where, fonts.font(fonts.SMALL), "text3")
        return
    today = figures.today()
    inset = 8 if where.height() >= ROW_HEIGHT else 2
    draw_due(painter, claim.due, today, where.adjusted(0, inset, 0, -inset))


def _status(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    draw_avatar(painter, claim.owner, QRectF(where.x(), where.center().y() - 11, 22, 22))
    beside = where.adjusted(30, 0, 0, 0)
    _write(painter, claim.owner or say("Unassigned"), _upper(beside), fonts.font(fonts.SMALL))
    state = _SHORT_STATUS.get(claim.status, wording.STATUS[claim.status])
    ink = _STATUS_INK.get(claim.status, "text3")
    _write(painter, state, _lower(beside), fonts.font(fonts.NOTE), ink)


def _received(painter: QPainter, claim: ClaimRow, where: QRectF) -> None:
    font = fonts.font(fonts.SMALL, tabular=True)
    _write(painter, words.ago(claim.received), where, font, "text3")


def _chip(painter: QPainter, text: str, tone: Tone, shape: Shape | None, where: QRectF) -> None:
    place = QRectF(where.x(), where.center().y() - CHIP_HEIGHT / 2, 0, CHIP_HEIGHT)
    place.setWidth(_chip_width(text, shape))
    draw_chip(painter, place, text, tone, shape=shape)


def _write(
    painter: QPainter,
    text: str,
    where: QRectF,
    font: QFont,
    ink: Token = "text",
    *,
    right: bool = False,
) -> None:
    if where.isEmpty():
        return
    line, width, height = _line(text, font, int(where.width()))
    x = where.right() - width if right else where.x()
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    painter.drawStaticText(QPointF(x, where.center().y() - height / 2), line)


def _upper(where: QRectF) -> QRectF:
    """Return where the first line goes; where there is room for one only, it has the middle."""
    if where.height() < ROW_HEIGHT:
        return where
    return QRectF(where.x(), where.y() + 6, where.width(), 18)


def _lower(where: QRectF) -> QRectF:
    """Return where the second line goes; nowhere in a row that has room for one."""
    if where.height() < ROW_HEIGHT:
        return QRectF()
    return QRectF(where.x(), where.y() + 24, where.width(), 16)


@lru_cache(maxsize=4096)
def _line(text: str, font: QFont, room: int) -> tuple[QStaticText, float, float]:
    shown = _measure(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    line = QStaticText(shown)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    line.prepare(font=font)
    return line, line.size().width(), line.size().height()


@lru_cache(maxsize=1024)
def _width(text: str, font: QFont) -> int:
    return _measure(font).horizontalAdvance(text)


@lru_cache(maxsize=256)
def _chip_width(text: str, shape: Shape | None) -> float:
    return chip_width(text, shape=shape)


@lru_cache(maxsize=32)
def _measure(font: QFont) -> QFontMetrics:
    return QFontMetrics(font)


# The whole words stand in the claim and are what a screen reader says.
_SHORT_STATUS = {
    Status.PENDING_INFO: say("Awaiting reply"),
    Status.PENDING_APPROVAL: say("Awaiting approval"),
}
_SHORT_SUGGESTION = {Recommendation.ABSTAIN: say("Nothing alike")}

_STATUS_INK: dict[Status, Token] = {
    Status.PENDING_INFO: "med_fg",
    Status.SIU_REVIEW: "high_fg",
    Status.APPROVED: "ok_fg",
    Status.IN_REVIEW: "low_fg",
}


CELLS: tuple[Cell, ...] = (
    _risk,
    _number,
    _claimant,
    _kind,
    _amount,
    _suggestion,
    _due,
    _status,
    _received,
)
