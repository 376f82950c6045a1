"""The first steps of a batch: choosing a file, and seeing what would be read from it."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.batch_views import ColumnView, Preview, Use
from app.ui import fonts, theme
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card, Icon
from app.ui.labels import Elided, Label
from app.ui.painting import chip_width, draw_chip
from app.ui.rows import Rows
from app.ui.sheet import Cell, SheetView, write
from app.ui.tokens import Tone
from app.words import say, say_n

TITLES = (say("Column"), say("Use"), say("Read as"), say("Example"))
WIDTHS = (280, 180, 300, 240)
USES: dict[Use, tuple[str, Tone]] = {
    Use.READ: (say("Read"), "ok"),
    Use.IDENTIFIES: (say("Names the claim"), "low"),
    Use.IGNORED: (say("Ignored"), "neutral"),
    Use.MISSING: (say("Missing"), "high"),
}
KINDS = {
    "number": say("number"),
    "date": say("date"),
    "category": say("word"),
    "flag": say("yes or no"),
}
TOLD = (
    say("Every row is scored or rejected with its reason."),
    say("Nothing leaves this computer, and no claim is stored."),
)
INVITATION = say("Drop a CSV or Excel file of claims here")


class DropZone(QWidget):
    """Takes a file that is dropped on it, or offers to choose one."""

    dropped = Signal(Path)

    def __init__(self, told: tuple[str, ...] = TOLD, *, scores: bool = True) -> None:
        super().__init__()
        self._over, self._told, self._scores = False, told, scores
        self.setAcceptDrops(True)
        self.setAccessibleName(INVITATION)
        self.choose = ActionButton(say("Choose a file"), icon="folder-open", look=Look.PRIMARY)
        self.model = ActionButton(
            say("Choose another model"), icon="box", look=Look.GHOST, height=28
        )
        self.with_model = Label("", fonts.SMALL, ink="text3")
        self._lay_out()

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        words = [Label(INVITATION, 15, fonts.STRONG)]
        words += [Label(line, ink="text2") for line in self._told]
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Icon("file-spreadsheet", "text3", 40), 0, middle)
        for label in words:
            column.addWidget(label, 0, middle)
        column.addSpacing(8)
        column.addWidget(self.choose, 0, middle)
        if self._scores:
            column.addSpacing(16)
            column.addWidget(self.with_model, 0, middle)
            column.addWidget(self.model, 0, middle)
        column.addStretch(3)

    def show_model(self, model: str) -> None:
        """Say what the file will be scored with."""
        self.with_model.setText(say("Scored with {model}", model=model))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(over=False)
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.dropped.emit(Path(local[0]))

    def _mark(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.color("accent" if self._over else "border_strong")
        painter.setPen(QPen(edge, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("accent_soft" if self._over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


class PreviewPane(QWidget):
    """The file's columns, and the step to score it."""

    def __init__(self) -> None:
        super().__init__()
        self.score = ActionButton(say("Score"), icon="gauge", look=Look.PRIMARY)
        self.other = ActionButton(say("Choose another file"), icon="folder-open")
        self.model = ActionButton(say("Choose another model"), icon="box", look=Look.GHOST)
        self.banner = Banner("high")
        self.banner.dismiss.hide()
        self.table = Rows(self, TITLES, _texts)
        self.view = SheetView(self.table, _CELLS, WIDTHS, say("Columns of the file"))
        self.view.set_row_height(34)
        self.view.stretch(len(TITLES) - 1)
        self._name = Elided("", fonts.BODY, fonts.STRONG)
        self._told = Label("", fonts.SMALL, ink="text2", tabular=True)
        self._lay_out()

    def show_preview(self, preview: Preview, model: str) -> None:
        """Show what would be read."""
        read = sum(column.use is Use.READ for column in preview.columns)
        ignored = sum(column.use is Use.IGNORED for column in preview.columns)
        self._name.set_text(preview.source.name)
        rows = say_n("1 row", "about {n:,} rows", max(preview.rows, 1))
        told = say(
            "{rows} · {read} columns read · {ignored} ignored · scored with {model}",
            rows=rows,
            read=read,
            ignored=ignored,
            model=model,
        )
        self._told.setText(told)
        self.table.replace(preview.columns)
        self.score.set_label(say("Score {rows}", rows=rows))
        self._refuse(preview.missing)

    def _refuse(self, missing: tuple[str, ...]) -> None:
        if not missing:
            self.banner.hide()
            self.score.explain(None)
            return
        named = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")  # noqa: PLR2004
        self.banner.tell(
            say_n(
                "The model needs the column {named}, which the file does not have."
                " Add them to the file, or choose another model.",
                "The model needs the {n} columns {named}, which the file does not have."
                " Add them to the file, or choose another model.",
                len(missing),
                named=named,
            )
        )
        self.score.explain(say("The file lacks columns that the model needs."))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._told)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Icon("file-spreadsheet", "text3", 24))
        top.addLayout(words, 1)
        for button in (self.model, self.other, self.score):
            top.addWidget(button)
        card = Card(gap=12)
        card.setAccessibleName(say("File to score"))
        card.column.setContentsMargins(16, 14, 16, 8)
        card.column.addLayout(top)
        card.column.addWidget(self.banner)
        card.column.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def _texts(column: ColumnView) -> tuple[str, ...]:
    kind = KINDS.get(column.kind, column.kind)
    meaning = (
        say("{meaning}, a {kind}", meaning=column.meaning, kind=kind) if column.meaning else ""
    )
    meaning = meaning.replace(say(", a yes or no"), say(", yes or no"))
    return (column.name, USES[column.use][0], meaning, column.example)


def _use(painter: QPainter, column: ColumnView, where: QRectF) -> None:
    text, tone = USES[column.use]
    place = QRectF(where.x(), where.center().y() - 11, chip_width(text), 22)
    draw_chip(painter, place, text, tone)


def _plain(place: int) -> Cell:
    def cell(painter: QPainter, column: ColumnView, where: QRectF) -> None:
        faded = place or column.use is Use.IGNORED
        write(painter, _texts(column)[place], where, "text2" if faded else "text")

    return cell


_CELLS = (_plain(0), _use, _plain(2), _plain(3))
