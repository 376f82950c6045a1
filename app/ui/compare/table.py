"""The facts of a claim and of its rivals in rows; what differs is told by sign, weight and tint."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.services.compare_views import NOT_ASKED, ComparedFact, Sameness
from app.ui import fonts, theme
from app.ui.painting import chip_width, draw_chip, draw_text
from app.ui.rows import Rows
from app.ui.sheet import Cell, SheetView
from app.ui.tokens import Token
from app.words import say

TITLES = (say("Fact"), say("This claim"), say("Nearest cleared"), say("Nearest substantiated"))
LABEL_WIDTH, ROW_HEIGHT = 230, 32
HIDDEN = say("Not visible to you")
TELLING = say("tells most")
_SIGN = 18


class FactTable(Rows[ComparedFact]):
    """Every fact that one of the three states, or only those that differ."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, TITLES, texts)
        self.everything: tuple[ComparedFact, ...] = ()
        self._differing = False

    def show_facts(self, facts: tuple[ComparedFact, ...]) -> None:
        """Show the facts of another comparison."""
        self.everything = facts
        self._select()

    def show_differing(self, differing: bool) -> None:
        """Show only what differs, or everything again."""
        self._differing = differing
        self._select()

    def _select(self) -> None:
        same = Sameness.SAME
        shown = (f for f in self.everything if not self._differing or f.sameness is not same)
        self.replace(shown)


class FactView(SheetView):
    """The table, its three value columns of one width."""

    def __init__(self, table: FactTable) -> None:
        widths = (LABEL_WIDTH, 200, 200, 200)
        super().__init__(table, CELLS, widths, say("Facts side by side"))
        self.set_row_height(ROW_HEIGHT)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - LABEL_WIDTH
        for column in (1, 2, 3):
            self.setColumnWidth(column, room // 3)


def texts(fact: ComparedFact) -> tuple[str, ...]:
    """Return what each column says of a fact, differences in words."""
    others = list(map(partial(_other, fact), range(len(fact.others))))
    label = f"{fact.label}, {TELLING}" if fact.sameness is Sameness.TELLING else fact.label
    return (label, fact.mine, *others, *[""] * (2 - len(others)))


def _other(fact: ComparedFact, place: int) -> str:
    value = fact.others[place]
    if value is None or value == NOT_ASKED:
        return value or HIDDEN
    return (
        say("{value}, differs", value=value)
        if fact.differs[place]
        else say("{value}, the same", value=value)
    )


def _label(painter: QPainter, fact: ComparedFact, where: QRectF) -> None:
    telling = fact.sameness is Sameness.TELLING
    differs = fact.sameness is not Sameness.SAME
    painter.setFont(fonts.font(fonts.SMALL, fonts.STRONG if differs else fonts.REGULAR))
    width = chip_width(TELLING, size=fonts.TINY) if telling else 0.0
    draw_text(painter, fact.label, where.adjusted(0, 0, -width, 0), "text" if differs else "text2")
    if telling:
        chip = QRectF(where.right() - width, where.center().y() - 8, width, 16)
        draw_chip(painter, chip, TELLING, "med", size=fonts.TINY)


def _mine(painter: QPainter, fact: ComparedFact, where: QRectF) -> None:
    painter.setFont(fonts.font(fonts.SMALL, fonts.STRONG, tabular=True))
    draw_text(painter, fact.mine, where, "text")


def _rival(place: int) -> Cell:
    def cell(painter: QPainter, fact: ComparedFact, where: QRectF) -> None:
        if place >= len(fact.others):
            return
        value = fact.others[place]
        differs = fact.differs[place]
        if differs:
            _tint(painter, fact, where)
        silent = value is None or value == NOT_ASKED
        sign: str = "≠" if differs else "" if silent else "="
        ink: Token = "text" if differs else "text3"
        painter.setFont(fonts.font(fonts.SMALL, fonts.BOLD if differs else fonts.REGULAR))
        draw_text(painter, sign, QRectF(where.x(), where.y(), _SIGN, where.height()), ink)
        painter.setFont(
            fonts.font(fonts.SMALL, fonts.STRONG if differs else fonts.REGULAR, tabular=True)
        )
        draw_text(painter, HIDDEN if value is None else value, where.adjusted(_SIGN, 0, 0, 0), ink)

    return cell


def _tint(painter: QPainter, fact: ComparedFact, where: QRectF) -> None:
    telling = fact.sameness is Sameness.TELLING
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("med_bg" if telling else "neutral_bg"))
    painter.drawRoundedRect(where.adjusted(-8, 4, 4, -4), 5, 5)


CELLS: Sequence[Cell] = (_label, _mine, _rival(0), _rival(1))
