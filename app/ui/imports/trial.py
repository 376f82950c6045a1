"""What a dry run found: what would come in, and each row that cannot, with how to mend it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.import_desk import Trial
from app.services.import_rows import shown_name
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card, EmptyState, Icon
from app.ui.labels import Elided, Label
from app.ui.rows import Rows
from app.ui.sheet import Cell, SheetView, write
from app.words import fill, say, say_n

TITLES = (say("Row"), say("Column"), say("What is wrong, and how to mend it"))
WIDTHS = (90, 260, 600)
NOTHING = say("No row of this file can come in.")
CLEAN = say("Every row can come in")
Rejected = tuple[int, str, str]
"""A row's number, the column at fault, and the reason."""


class TrialPane(QWidget):
    """Counts, the rejected rows, and the step to bring the others in."""

    def __init__(self) -> None:
        super().__init__()
        self.bring_in = ActionButton(say("Import"), icon="upload", look=Look.PRIMARY)
        self.keep = ActionButton(say("Save rejected rows"), icon="download")
        self.back = ActionButton(say("Change the columns"), icon="arrow-left", look=Look.GHOST)
        self.table = Rows(self, TITLES, _texts)
        self.view = SheetView(self.table, _CELLS, WIDTHS, say("Rejected rows"))
        self.view.set_row_height(34)
        self.view.stretch(len(TITLES) - 1)
        self.clean = EmptyState("circle-check", CLEAN, say("Nothing was stored yet."))
        self._name = Elided("", fonts.BODY, fonts.STRONG)
        self.told = Label("", fonts.SMALL, ink="text2", tabular=True)
        self._lay_out()

    def show_trial(self, trial: Trial) -> None:
        """Show what a dry run found."""
        prepared = trial.prepared
        self._name.set_text(
            say("Nothing of {shown_name} is stored yet", shown_name=shown_name(prepared.source))
        )
        self.told.setText(counted(trial))
        self.table.replace(prepared.rejects)
        self.view.setVisible(bool(prepared.rejects))
        self.clean.setVisible(not prepared.rejects)
        label = say_n("Import 1 claim", "Import {n:,} claims", trial.fresh)
        self.bring_in.set_label(label)
        self.bring_in.explain(None if trial.fresh else NOTHING)
        self.keep.setVisible(bool(prepared.refused))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self.told)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Icon("scan-search", "text3", 24))
        top.addLayout(words, 1)
        for button in (self.back, self.keep, self.bring_in):
            top.addWidget(button)
        card = Card(gap=12)
        card.setAccessibleName(say("Dry run"))
        card.column.setContentsMargins(16, 14, 16, 8)
        card.column.addLayout(top)
        card.column.addWidget(self.view, 1)
        card.column.addWidget(self.clean, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def counted(trial: Trial) -> str:
    """Return how many rows come in, came in before, and are rejected."""
    prepared = trial.prepared
    told = [say("{fresh:,} can come in", fresh=trial.fresh)]
    if trial.known:
        told.append(say("{known:,} came in before or stand here twice", known=trial.known))
    if prepared.refused:
        told.append(say("{refused:,} rejected", refused=prepared.refused))
    ignored = sum(not target for target in prepared.mapping.values())
    if ignored:
        told.append(say_n("{n} column left out", "{n} columns left out", ignored))
    return " · ".join(told)


def _texts(reject: Rejected) -> tuple[str, ...]:
    row, column, reason = reject
    return fill("{row:,}", row=row), column, reason


def _plain(place: int) -> Cell:
    def cell(painter: QPainter, reject: Rejected, where: QRectF) -> None:
        write(painter, _texts(reject)[place], where, "text2" if place == 1 else "text")

    return cell


_CELLS = (_plain(0), _plain(1), _plain(2))
