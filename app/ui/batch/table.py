"""Scored rows of a file as a table model; sorting and choosing work on arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.codes import Recommendation
from app.services import wording
from app.services.batch_views import Scores
from app.ui import fonts, icons, theme, words
from app.ui.painting import (
    BANDS,
    Shape,
    band,
    chip_width,
    draw_chip,
    draw_marker,
    draw_text,
    risk_words,
)
from app.ui.rows import heading
from app.ui.sheet import ROW, Index, write
from app.ui.tokens import Token
from app.words import fill, say

ROOT = QModelIndex()
TITLES = (
    say("Row"),
    say("Claim"),
    say("Risk"),
    say("Probability"),
    say("Confidence"),
    say("Suggestion"),
    say("Nearest precedents"),
)
KEYS = ("row", "id", "score", "probability", "confidence", "recommendation", "substantiated")
PLAIN = KEYS[:-1]
WIDTHS = (80, 210, 130, 110, 110, 210, 160)
RIGHT = frozenset({3, 4})
FALLING = frozenset({2, 3, 4, 6})
REJECTED = (say("Row"), say("Column"), say("Reason"))
REJECTED_WIDTHS = (90, 260, 600)


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """One row as it is shown."""

    row: int
    id: str
    score: float
    probability: float
    confidence: float
    recommendation: Recommendation
    outcomes: tuple[bool, ...]

    @property
    def nearest(self) -> str:
        """Return how many of the nearest precedents were substantiated."""
        return say(
            "{outcomes} of {outcomes2} substantiated",
            outcomes=sum(self.outcomes),
            outcomes2=len(self.outcomes),
        )


class ScoreTable(QAbstractTableModel):
    """The rows of a batch in the order and choice that were asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scores: Scores | None = None
        self._places = np.zeros(0, dtype=np.int64)
        self._only: Recommendation | None = None
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    def show_scores(self, scores: Scores) -> None:
        """Show another batch, all of it, in the order of the file."""
        self._scores, self._only = scores, None
        self._sorted = (0, Qt.SortOrder.AscendingOrder)
        self._arrange()

    def show_only(self, recommendation: Recommendation | None) -> None:
        """Show the rows with one suggestion, or all."""
        self._only = recommendation
        self._arrange()

    def row_at(self, row: int) -> ScoredRow:
        """Return what stands in a row of the table."""
        assert self._scores is not None  # noqa: S101 - there are no rows before
        place = int(self._places[row])
        values = {name: getattr(self._scores, name)[place].tolist() for name in PLAIN}
        values["recommendation"] = Recommendation(values["recommendation"])
        return ScoredRow(**values, outcomes=tuple(self._scores.outcomes[place].tolist()))

    def _arrange(self) -> None:
        self.beginResetModel()
        if self._scores is not None:
            column, order = self._sorted
            keys = getattr(self._scores, KEYS[column])
            places = np.argsort(keys, kind="stable")
            if order == Qt.SortOrder.DescendingOrder:
                places = np.argsort(-_ranks(keys), kind="stable")
            if self._only is not None:
                places = places[self._scores.recommendation[places] == str(self._only)]
            self._places = places
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are equal stay in the order of the file."""
        self._sorted = (column, order)
        self._arrange()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW:
            return self.row_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return texts(self.row_at(index.row()))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = self.row_at(index.row())
            spoken = risk_words(shown.score) if index.column() == KEYS.index("score") else None
            return spoken or f"{TITLES[index.column()]} {texts(shown)[index.column()]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return heading(TITLES, section, orientation, role, right=RIGHT)


def rejected_texts(reject: Sequence[object]) -> tuple[str, ...]:
    """Return where a row could not be read, and why."""
    return tuple(str(part) for part in reject)


def texts(shown: ScoredRow) -> tuple[str, ...]:
    """Return what a row shows, column by column."""
    return (
        fill("{row:,}", row=shown.row),
        shown.id,
        f"{BANDS[band(shown.score)][0]}  {shown.score:.0f}",
        fill("{probability:.1%}", probability=shown.probability),
        f"{shown.confidence:.0f}",
        wording.RECOMMENDATION[shown.recommendation],
        shown.nearest,
    )


def _ranks(keys: Any) -> Any:
    """Return numbers in the order of *keys*, so that they can be turned round."""
    return np.unique(keys, return_inverse=True)[1]


def _risk(painter: QPainter, shown: ScoredRow, where: QRectF) -> None:
    tone = band(shown.score)
    name, shape = BANDS[tone]
    text = f"{name}  {shown.score:.0f}"
    width = chip_width(text, shape=shape)
    place = QRectF(where.x(), where.center().y() - 11, width, 22)
    draw_chip(painter, place, text, tone, shape=shape)


def _suggestion(painter: QPainter, shown: ScoredRow, where: QRectF) -> None:
    name, ink = words.SUGGESTION_ICONS[shown.recommendation]
    icons.draw(painter, name, ink, where.x(), where.center().y() - 7.5, 15)
    painter.setFont(fonts.font())
    text = wording.RECOMMENDATION[shown.recommendation]
    draw_text(painter, text, where.adjusted(22, 0, 0, 0), "text")


def _precedents(painter: QPainter, shown: ScoredRow, where: QRectF) -> None:
    """Draw the nearest precedents as their shapes, nearest first, and count them in words."""
    for place, substantiated in enumerate(shown.outcomes):
        centre = QPointF(where.x() + 6 + 15 * place, where.center().y())
        ink, shape = _OUTCOMES[substantiated]
        draw_marker(painter, shape, theme.color(ink), centre, 4.6)
    beside = where.adjusted(15 * len(shown.outcomes) + 12, 0, 0, 0)
    write(painter, shown.nearest, beside, "text2")


_OUTCOMES: dict[bool, tuple[Token, Shape]] = {
    True: ("high_mk", "triangle"),
    False: ("ok_mk", "circle"),
}


def _plain(column: int) -> Any:
    def cell(painter: QPainter, shown: ScoredRow, where: QRectF) -> None:
        ink: Token = "text" if KEYS[column] == "id" else "text2"
        write(painter, texts(shown)[column], where, ink, right=column in RIGHT)

    return cell


def _rejected(column: int) -> Any:
    def cell(painter: QPainter, reject: Any, where: QRectF) -> None:
        write(painter, str(reject[column]), where, "text" if column else "text2")

    return cell


CELLS = (_plain(0), _plain(1), _risk, _plain(3), _plain(4), _suggestion, _precedents)
REJECTED_CELLS = tuple(_rejected(column) for column in range(len(REJECTED)))
