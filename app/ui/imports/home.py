"""Where an import begins: a place for the file, and the batches that came in before."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.import_desk import BatchView
from app.ui import fonts, words
from app.ui.batch.source import DropZone
from app.ui.buttons import ActionButton
from app.ui.cards import Card
from app.ui.labels import Label
from app.ui.painting import chip_width, draw_chip
from app.ui.rows import Rows
from app.ui.sheet import Cell, SheetView, write
from app.ui.tokens import Token
from app.words import fill, say, say_n

TITLES = (
    say("File"),
    say("Brought in"),
    say("Came in"),
    say("Known before"),
    say("Refused"),
    say("State"),
)
WIDTHS = (320, 200, 110, 130, 110, 160)
RIGHT = frozenset({2, 3, 4})
TOLD = (
    say("Its columns are matched, and every row is checked before anything is stored."),
    say("A row comes in once, and the whole batch can be taken back until somebody works on it."),
)
UNDO = say("Choose a batch to take it back.")


class ImportHome(QWidget):
    """The drop zone above the person's own batches."""

    def __init__(self) -> None:
        super().__init__()
        self.drop = DropZone(TOLD, scores=False)
        self.undo = ActionButton(say("Take back"), icon="undo-2")
        self.table = Rows(self, TITLES, _texts, right=RIGHT)
        self.view = SheetView(self.table, _CELLS, WIDTHS, say("Batches that came in"))
        self.view.set_row_height(38)
        self.view.stretch(0)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._mark())
        self._card = Card(say("Batches of yours"), self.undo, gap=8)
        self._lay_out()
        self.show_batches(())

    def show_batches(self, batches: tuple[BatchView, ...]) -> None:
        """Show the batches that came in, the latest first."""
        self.table.replace(batches)
        self._card.setVisible(bool(batches))
        if batches:
            self.view.choose(0)
        self._mark()

    def batch(self) -> BatchView | None:
        """Return the chosen batch."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def _mark(self) -> None:
        chosen = self.batch()
        gone = chosen is not None and chosen.undone
        reason = (
            UNDO if chosen is None else say("This batch is taken back already.") if gone else None
        )
        self.undo.explain(reason)

    def _lay_out(self) -> None:
        self._card.column.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.drop, 3)
        column.addWidget(self._card, 4)


class BroughtIn(QWidget):
    """What has just come in, and the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Label("", 15, fonts.STRONG, wrap=True)
        self.more = Label("", fonts.BODY, ink="text2", wrap=True)
        self.undo = ActionButton(say("Take back"), icon="undo-2")
        self.queue = ActionButton(say("Triage queue"), icon="inbox")
        self.other = ActionButton(say("Import another file"), icon="folder-open")
        card = Card(gap=12)
        card.column.setContentsMargins(32, 28, 32, 28)
        card.setFixedWidth(640)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.queue, self.other, self.undo):
            row.addWidget(button)
        row.addStretch()
        card.column.addWidget(self.told)
        card.column.addWidget(self.more)
        card.column.addLayout(row)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)

    def show_batch(self, batch: BatchView, kept: str) -> None:
        """Tell of a batch, and where its rejected rows are kept."""
        self.told.setText(
            say_n(
                "1 claim came in with {source} and waits for triage",
                "{n:,} claims came in with {source} and wait for triage",
                batch.inserted,
                source=batch.source,
            )
        )
        known = (
            say("{known:,} came in before and were left alone. ", known=batch.known)
            if batch.known
            else ""
        )
        self.more.setText(f"{known}{kept}".strip())
        self.more.setVisible(bool(self.more.text()))
        self.setAccessibleName(f"{self.told.text()}. {self.more.text()}".strip())


def _texts(batch: BatchView) -> tuple[str, ...]:
    return (
        batch.source,
        words.clock(batch.at),
        fill("{inserted:,}", inserted=batch.inserted),
        fill("{known:,}", known=batch.known),
        fill("{refused:,}", refused=batch.refused),
        say("Taken back") if batch.undone else say("In the queue"),
    )


def _plain(place: int) -> Cell:
    def cell(painter: QPainter, batch: BatchView, where: QRectF) -> None:
        ink: Token = "text" if place == 0 else "text2"
        write(painter, _texts(batch)[place], where, ink, right=place in RIGHT)

    return cell


def _state(painter: QPainter, batch: BatchView, where: QRectF) -> None:
    text = _texts(batch)[-1]
    place = QRectF(where.x(), where.center().y() - 11, chip_width(text), 22)
    draw_chip(painter, place, text, "neutral" if batch.undone else "ok")


_CELLS = (*(_plain(place) for place in range(len(TITLES) - 1)), _state)
