"""Figures side by side: a quiet word, a large value, and a mark where it needs a look."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.monitor_words import Tile
from app.ui import fonts
from app.ui.cards import Icon
from app.ui.labels import Label
from app.ui.tokens import Token
from app.words import say

ACROSS = 6


class TileCard(QFrame):
    """One figure."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title = Label("", fonts.SMALL, fonts.MEDIUM, "text3")
        self._value = Label("", fonts.TITLE, fonts.BOLD, tabular=True)
        self._note = Label("", fonts.NOTE, fonts.REGULAR, "text3", tabular=True)
        self._mark = Icon("circle-check", "ok_mk", 16)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._value)
        column.addWidget(self._note)

    def show_tile(self, tile: Tile) -> None:
        """Show a figure."""
        self._title.setText(tile.title)
        self._value.setText(tile.value)
        self._note.setText(tile.note)
        self._mark.show_icon(*_mark(good=tile.good))
        state = "" if tile.good else say(", needs a look")
        self.setAccessibleName(f"{tile.title}: {tile.value} {tile.note}{state}")


class Tiles(QWidget):
    """Cards that stay while their figures change."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[TileCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show the figures in their order."""
        while len(self.cards) < len(tiles):
            card = TileCard()
            place = len(self.cards)
            self._grid.addWidget(card, place // ACROSS, place % ACROSS)
            self.cards.append(card)
        for card, tile in zip(self.cards, tiles, strict=False):
            card.show_tile(tile)


def _mark(*, good: bool) -> tuple[str, Token]:
    return ("circle-check", "ok_mk") if good else ("triangle-alert", "med_mk")
