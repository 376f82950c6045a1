"""The money of a claim as labels in grids: each coverage's sums, and every entry ever made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services import figures
from app.services.money_views import CoverageLine, EntryView, MoneyView
from app.ui import fonts, words
from app.ui.cards import Icon
from app.ui.chips import Chip
from app.ui.labels import Label, rule
from app.words import say

HEADINGS = (say("Coverage"), say("Reserve"), say("Paid"), "Left")
RIGHT = Qt.AlignmentFlag.AlignRight


class SumRow:
    """The labels of one coverage, or of the total."""

    def __init__(self, grid: QGridLayout, row: int, *, strong: bool) -> None:
        weight = fonts.STRONG if strong else fonts.REGULAR
        self.labels = [Label("", fonts.BODY, weight, tabular=True) for _ in HEADINGS]
        self.final = Chip()
        for column, label in enumerate(self.labels):
            side = RIGHT if column else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.final, row, len(HEADINGS), RIGHT)

    def show_sums(self, name: str, sums: Sequence[str], *, final: bool) -> None:
        """Show what stands in one row."""
        for label, text, heading in zip(self.labels, (name, *sums), HEADINGS, strict=True):
            label.setText(text)
            label.setAccessibleName(f"{name}, {heading}: {text}")
            label.show()
        self.final.show_text(say("Final"), "ok")
        self.final.setVisible(final)

    def hide(self) -> None:
        """Show nothing."""
        for label in self.labels:
            label.hide()
        self.final.hide()


class SumGrid(QWidget):
    """Reserve, payments and what is left, for each coverage and in all."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Reserves and payments per coverage"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for column, heading in enumerate(HEADINGS):
            label = Label(heading, fonts.NOTE, fonts.MEDIUM, "text3")
            self._grid.addWidget(label, 0, column, RIGHT if column else Qt.AlignmentFlag.AlignLeft)
        self.rows: list[SumRow] = []
        self.total = SumRow(self._grid, 99, strong=True)
        self._grid.addWidget(rule(), 98, 0, 1, len(HEADINGS) + 1)

    def show_money(self, money: MoneyView, currency: str) -> None:
        """Show another claim's sums."""
        while len(self.rows) < len(money.lines):
            self.rows.append(SumRow(self._grid, len(self.rows) + 1, strong=False))
        for row, line in zip(self.rows, money.lines, strict=False):
            row.show_sums(words.plain(line.coverage), _sums(line, currency), final=line.final)
        for row in self.rows[len(money.lines) :]:
            row.hide()
        self.total.show_sums(say("In all"), _sums(money, currency), final=False)


def _sums(line: CoverageLine | MoneyView, currency: str) -> tuple[str, str, str]:
    told = (line.reserved, line.paid, line.outstanding)
    first, second, third = (figures.money(amount, currency) for amount in told)
    return first, second, third


class EntryLine(QWidget):
    """One entry of the register: what, how much, by whom and why."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("coins", "text3", 14)
        self._text = Label("", fonts.SMALL, wrap=True)
        self._why = Label("", fonts.NOTE, ink="text3", wrap=True)
        self._amount = Label("", fonts.SMALL, fonts.MEDIUM, tabular=True)
        middle = QVBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self._text)
        middle.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)

    def show_entry(self, entry: EntryView, currency: str) -> None:
        """Show another entry."""
        reserve = entry.kind == "reserve"
        self._icon.show_icon("scale" if reserve else "coins", "text3" if reserve else "ok_mk")
        self._text.setText(_told(entry, currency))
        when = words.clock(entry.made_at)
        self._why.setText(f"{entry.reason} · {entry.made_by}, {when}")
        self._amount.setText(figures.money(entry.amount, currency))


def _told(entry: EntryView, currency: str) -> str:
    coverage = words.plain(entry.coverage)
    if entry.kind == "reserve":
        return say(
            "{coverage}: reserve set, was {was}",
            coverage=coverage,
            was=figures.money(entry.was, currency),
        )
    if entry.corrects:
        return say("{coverage}: payment to {payee} corrected", coverage=coverage, payee=entry.payee)
    return say(
        "{coverage}: {value} to {payee}",
        coverage=coverage,
        value=say("final payment") if entry.final else "payment",
        payee=entry.payee,
    )


class EntryList(QWidget):
    """The register, the latest entry first; nothing in it is ever written over."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Every entry, the latest first"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.lines: list[EntryLine] = []

    def show_entries(self, entries: Sequence[EntryView], currency: str) -> None:
        """Show these entries in the lines that are there already."""
        while len(self.lines) < len(entries):
            self.lines.append(EntryLine())
            self._column.addWidget(self.lines[-1])
        for line, entry in zip(self.lines, entries, strict=False):
            line.show_entry(entry, currency)
            line.show()
        for line in self.lines[len(entries) :]:
            line.hide()
