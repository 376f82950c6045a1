"""The triage queue as a table model over a list of claims, fed page by page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.services import figures, wording
from app.services.claim_views import ClaimRow
from app.services.queue_filter import SortKey
from app.ui import words
from app.ui.painting import BANDS, band, risk_words
from app.ui.rows import heading
from app.words import say

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, first width, server-side sort key and plain text."""

    title: str
    width: int
    sort: SortKey
    text: Callable[[ClaimRow], str]
    spoken: Callable[[ClaimRow], str]
    right: bool = False


def _risk(claim: ClaimRow) -> str:
    if claim.score is None:
        return say("Not scored")
    return f"{BANDS[band(float(claim.score))][0]}  {claim.score:.0f}"


def _spoken_risk(claim: ClaimRow) -> str:
    return risk_words(None if claim.score is None else float(claim.score))


def _number(claim: ClaimRow) -> str:
    return say("{number}, policy {policy}", number=claim.number, policy=claim.policy) + (
        say(", sample") if claim.sample else ""
    )


def _claimant(claim: ClaimRow) -> str:
    return f"{claim.claimant}, {claim.flag}" if claim.flag else claim.claimant


def _kind(claim: ClaimRow) -> str:
    return f"{words.plain(claim.cause)}, {wording.CLAIM_TYPE[claim.claim_type]}"


def _amount(claim: ClaimRow) -> str:
    return figures.money(claim.amount, claim.currency)


def _suggestion(claim: ClaimRow) -> str:
    return wording.RECOMMENDATION[claim.recommendation] if claim.recommendation else say("None yet")


def _due(claim: ClaimRow) -> str:
    return claim.due.words(figures.today()) if claim.due else say("No clock")


def _spoken_due(claim: ClaimRow) -> str:
    return claim.due.sentence(figures.today()) if claim.due else say("No clock runs")


def _status(claim: ClaimRow) -> str:
    return f"{wording.STATUS[claim.status]}, {claim.owner or 'unassigned'}"


def _received(claim: ClaimRow) -> str:
    return words.ago(claim.received)


COLUMNS = (
    Column(say("Risk"), 120, SortKey.RISK, _risk, _spoken_risk),
    Column(say("Claim"), 176, SortKey.NUMBER, lambda claim: claim.number, _number),
    Column(say("Claimant"), 170, SortKey.CLAIMANT, lambda claim: claim.claimant, _claimant),
    Column(say("Type"), 150, SortKey.CAUSE, _kind, _kind),
    Column(say("Amount"), 100, SortKey.AMOUNT, _amount, _amount, right=True),
    Column(say("Suggestion"), 128, SortKey.SUGGESTION, _suggestion, _suggestion),
    Column(say("Due"), 116, SortKey.DUE, _due, _spoken_due),
    Column(say("Status"), 136, SortKey.STATUS, _status, _status),
    Column(say("Received"), 82, SortKey.RECEIVED, _received, _received),
)
TITLES = tuple(column.title for column in COLUMNS)
RIGHT = frozenset(n for n, column in enumerate(COLUMNS) if column.right)


class ClaimTable(QAbstractTableModel):
    """The loaded part of a query; it asks for more, others bring it."""

    more_wanted = Signal()
    marks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ClaimRow] = []
        self.complete = True
        self.marked: set[int] = set()

    def replace(self, rows: Iterable[ClaimRow], *, complete: bool) -> None:
        """Show the first page of another query."""
        self.beginResetModel()
        self.rows = list(rows)
        self.complete = complete
        self.endResetModel()

    def append(self, rows: Iterable[ClaimRow], *, complete: bool) -> None:
        """Add the next page; a claim that moved meanwhile is not shown twice."""
        known = {claim.id for claim in self.rows}
        fresh = [claim for claim in rows if claim.id not in known]
        self.complete = complete
        if fresh:
            self.beginInsertRows(ROOT, len(self.rows), len(self.rows) + len(fresh) - 1)
            self.rows += fresh
            self.endInsertRows()

    def merge(self, rows: list[ClaimRow], *, complete: bool) -> None:
        """Turn the loaded rows into *rows* by single steps, so that selection survives."""
        self._drop({claim.id for claim in self.rows} - {claim.id for claim in rows})
        for position, claim in enumerate(rows):
            self._place(position, claim)
        self.complete = complete

    def update(self, claim: ClaimRow) -> None:
        """Show the new state of one loaded claim where it stands."""
        row = self.row_of(claim.id)
        if row is not None:
            self._set(row, claim)

    def mark(self, claim_id: int, *, on: bool) -> None:
        """Mark a claim for what is done to many, or take the mark away."""
        (self.marked.add if on else self.marked.discard)(claim_id)
        row = self.row_of(claim_id)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        self.marks_changed.emit()

    def clear_marks(self) -> None:
        """Take all marks away."""
        for claim_id in tuple(self.marked):
            self.mark(claim_id, on=False)

    def row_of(self, claim_id: int) -> int | None:
        """Return where a claim is loaded, or None."""
        places = (row for row, claim in enumerate(self.rows) if claim.id == claim_id)
        return next(places, None)

    def _drop(self, gone: set[int]) -> None:
        for row in reversed([r for r, claim in enumerate(self.rows) if claim.id in gone]):
            self.beginRemoveRows(ROOT, row, row)
            del self.rows[row]
            self.endRemoveRows()

    def _place(self, position: int, claim: ClaimRow) -> None:
        if position < len(self.rows) and self.rows[position].id == claim.id:
            self._set(position, claim)
            return
        row = self.row_of(claim.id)
        if row is None:
            self.beginInsertRows(ROOT, position, position)
            self.rows.insert(position, claim)
            self.endInsertRows()
        else:
            self.beginMoveRows(ROOT, row, row, ROOT, position)
            self.rows.insert(position, self.rows.pop(row))
            self.endMoveRows()
            self._set(position, claim)

    def _set(self, row: int, claim: ClaimRow) -> None:
        if self.rows[row] != claim:
            self.rows[row] = claim
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many claims are loaded."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the query has claims that are not loaded."""
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; it arrives later through `append`."""
        if not parent.isValid():
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return a cell's text, its spoken form, or the whole claim."""
        claim = self.rows[index.row()]
        match role:
            case Role.UserRole:
                return claim
            case Role.CheckStateRole if claim.id in self.marked:
                return Qt.CheckState.Checked
            case Role.DisplayRole:
                return COLUMNS[index.column()].text(claim)
            case Role.AccessibleTextRole | Role.ToolTipRole:
                return COLUMNS[index.column()].spoken(claim)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Return a column's heading, or the side it stands on."""
        return heading(TITLES, section, orientation, role, right=RIGHT)
