"""The line at the foot: connection, outbox, model, running work, and the keys that help here."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui import fonts, theme
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Icon
from app.ui.chips import Keycap
from app.ui.labels import Label
from app.ui.painting import draw_marker
from app.ui.progress_line import ProgressLine
from app.words import say

HEIGHT = 32
_HINTS_FROM = 1180


class Dot(QWidget):
    """A state as a coloured dot beside its word; filled circle for good, diamond for bad."""

    def __init__(self) -> None:
        super().__init__()
        self._good = True
        self.setFixedSize(12, 12)

    def show_state(self, *, good: bool) -> None:
        """Show whether all is well."""
        self._good = good
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._good:
            draw_marker(painter, "circle", theme.color("ok_mk"), QPointF(6, 6), 4.4)
        else:
            draw_marker(painter, "diamond", theme.color("high_mk"), QPointF(6, 6), 4.4)


class BatchStatus(QWidget):
    """A running batch: what, how far, and the way to stop it; shown when it takes a moment."""

    cancelled = Signal()
    DELAY_MS = 400

    def __init__(self) -> None:
        super().__init__()
        self._what = Label("", fonts.SMALL, 450, "text2")
        self._far = Label("", fonts.SMALL, 450, "text2", tabular=True)
        self.bar = ProgressLine(say("Batch"), height=6)
        self.bar.setFixedWidth(120)
        self.stop = ActionButton(say("Cancel"), look=Look.GHOST, height=24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (_line(), self._what, self.bar, self._far, self.stop):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self.hide()

    def tell(self, what: str, done: int, total: int) -> None:
        """Show how far it is; 0 of 0 ends it."""
        if total == 0:
            self._timer.stop()
            self.hide()
            return
        if not self.isVisible() and not self._timer.isActive():
            self.stop.set_label(say("Cancel"))
            self.stop.setEnabled(True)
            self._timer.start(self.DELAY_MS)
        self._what.setText(what)
        self._far.setText(say("{done:,} of {total:,}", done=done, total=total))
        self.bar.show_progress(done, total)

    def _cancel(self) -> None:
        self.stop.set_label(say("Cancelling…"))
        self.stop.setEnabled(False)
        self.cancelled.emit()


class StatusLine(QFrame):
    """Connection, outbox, model, batch and hints, from left to right."""

    outbox_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(say("Status"))
        self._dot, self._state = Dot(), Label("", fonts.SMALL, 550)
        self._online, self._read_only = True, False
        self.outbox = ActionButton("", icon="send", look=Look.GHOST, height=24)
        self.outbox.clicked.connect(self.outbox_asked)
        self.outbox.hide()
        self._model_name = Label("", fonts.SMALL, 450, "text2", tabular=True)
        self._model = _item("box", self._model_name)
        self._model.hide()
        self.batch = BatchStatus()
        self._hints = QWidget()
        self._hints.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(8)
        for part in (self._dot, self._state, self.outbox, self._model, self.batch):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._hints)
        self.show_online(online=True)

    @property
    def online(self) -> bool:
        """Tell whether the database answers, as it was last said."""
        return self._online

    def show_online(self, *, online: bool) -> None:
        """Say whether the database answers."""
        self._online = online
        self._show_connection()

    def show_read_only(self, *, read_only: bool) -> None:
        """Say whether the database takes no changes, though it answers."""
        self._read_only = read_only
        self._show_connection()

    def show_outbox(self, waiting: int, refused: int) -> None:
        """Say how many decisions wait, and how many of them somebody has to look at."""
        count = say("Outbox {waiting}", waiting=waiting + refused)
        self.outbox.set_label(
            say("{count} · {refused} to look at", count=count, refused=refused)
            if refused
            else count
        )
        self.outbox.setVisible(waiting + refused > 0)

    def _show_connection(self) -> None:
        good = self._online and not self._read_only
        self._dot.show_state(good=good)
        words = say("Read-only") if self._read_only else say("Online")
        self._state.setText(words if self._online else say("Offline, trying again"))
        self._state.set_ink("text" if good else "high_fg" if not self._online else "med_fg")

    def show_model(self, name: str) -> None:
        """Say which model is active."""
        self._model_name.setText(say("Model {name} active", name=name))
        self._model.setVisible(bool(name))

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show the keys that help on this screen, as (key, word) pairs."""
        self._row.removeWidget(self._hints)
        self._hints.hide()
        self._hints.deleteLater()
        self._hints = _hint_row(hints)
        self._row.addWidget(self._hints)
        self._hints.setVisible(self.width() >= _HINTS_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.width() >= _HINTS_FROM)


def _hint_row(hints: Sequence[tuple[str, str]]) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for keys, words in hints:
        for key in keys.split():
            row.addWidget(Keycap(key))
        if words:
            row.addWidget(Label(words, fonts.SMALL, fonts.REGULAR, "text3"))
            row.addSpacing(8)
    return whole


def _item(icon: str, words: Label) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(_line())
    row.addSpacing(4)
    row.addWidget(Icon(icon, "text3", 13))
    row.addWidget(words)
    return whole


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedSize(1, 16)
    return line
