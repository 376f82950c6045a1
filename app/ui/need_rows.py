"""Documents that a claim needs as rows: what, what for, and whether it came."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from app.services.checklist import Checklist, NeedState, NeedView
from app.ui import fonts, icons
from app.ui.documents.rows import ICONS
from app.ui.painting import chip_width, draw_chip, draw_text
from app.ui.rows import Rows
from app.ui.tokens import Tone
from app.words import say

TITLES = (say("Needed"), say("State"))
WIDTHS = (340, 112)
ROW_HEIGHT = 52
STATES: dict[NeedState, tuple[str, Tone]] = {
    NeedState.ARRIVED: (say("Arrived"), "ok"),
    NeedState.CHECKING: (say("Being checked"), "low"),
    NeedState.MISSING: (say("Missing"), "med"),
    NeedState.WAIVED: (say("Waived"), "neutral"),
}


class NeedRows(Rows[NeedView]):
    """What a claim needs, in the order of the house's list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, TITLES, texts)
        self.list = Checklist(0)

    def show_list(self, checklist: Checklist) -> None:
        """Show another list."""
        self.list = checklist
        if checklist.needs != self.rows:
            self.replace(checklist.needs)


def texts(need: NeedView) -> tuple[str, str]:
    """Return what each column says of a document that is needed."""
    return f"{need.name}. {under(need)}", STATES[need.state][0]


def under(need: NeedView) -> str:
    """Return what stands under the name: what came, why it is waived, or what it is for."""
    if need.state is NeedState.WAIVED:
        return f"{need.reason} ({need.by})"
    return need.came or need.why


def _draw_need(painter: QPainter, need: NeedView, where: QRectF) -> None:
    icon = ICONS.get(need.type, "file-text")
    icons.draw(painter, icon, "text2", where.x(), where.center().y() - 8)
    place = where.adjusted(28, 8, 0, 0)
    painter.setFont(fonts.font(weight=fonts.MEDIUM))
    draw_text(painter, need.name, QRectF(place.x(), place.y(), place.width(), 18), "text")
    painter.setFont(fonts.font(fonts.NOTE))
    draw_text(painter, under(need), QRectF(place.x(), place.y() + 19, place.width(), 16), "text3")


def _draw_state(painter: QPainter, need: NeedView, where: QRectF) -> None:
    text, tone = STATES[need.state]
    wide = min(chip_width(text), where.width())
    draw_chip(painter, QRectF(where.x(), where.center().y() - 11, wide, 22), text, tone)


CELLS = (_draw_need, _draw_state)
