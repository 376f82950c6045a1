"""Shows an error to a person: expected ones in their own words, others once, with details."""

import logging
import platform
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from uuid import uuid4

import PySide6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.tracing import JsonLines
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Icon
from app.ui.labels import Label
from app.ui.tokens import Token
from app.words import say

UNEXPECTED = say("Unexpected error")
NEXT_STEP = say(
    "Your last change may not have been saved. Close this message and try again; "
    "if it happens twice, copy the details and send them to your administrator."
)
_log = logging.getLogger(__name__)


class ErrorDialog(QDialog):
    """One cause and one next step, over the window it concerns."""

    def __init__(
        self, title: str, message: str, details: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.message, self.details = message, details
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(message)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        close = ActionButton(say("Close"), look=Look.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        if details:
            self.copy = ActionButton(say("Copy details"), icon="copy")
            self.copy.clicked.connect(self._copy)
            row.addWidget(self.copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(18)
        column.addLayout(_words(title, message, "high_mk" if details else "med_mk"))
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        self.copy.set_label(say("Copied"))


def _words(title: str, message: str, ink: Token) -> QHBoxLayout:
    text = QVBoxLayout()
    text.setSpacing(5)
    text.addWidget(Label(title, 15, fonts.STRONG))
    text.addWidget(Label(message, fonts.BODY, fonts.REGULAR, "text2", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(Icon("circle-alert", ink, 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(text, 1)
    return row


def show_error(owner: QObject | None, error: Exception) -> None:
    """Show *error* over the window of *owner*; a second unexpected one is only logged."""
    parent = _window(owner)
    if isinstance(error, AppError):
        ErrorDialog(say(error.title), error.message, parent=parent).open()
    else:
        details = report(error)
        if not any(_is_unexpected(widget) for widget in QApplication.topLevelWidgets()):
            ErrorDialog(UNEXPECTED, NEXT_STEP, details, parent=parent).open()


def report(error: BaseException) -> str:
    """Return what a maintainer needs to find the cause, under a number that is also logged."""
    number = uuid4().hex[:8]
    _log.error("Unexpected error %s: %r", number, error)
    notes = "\n".join(getattr(error, "__notes__", ()))
    trace = notes or "".join(traceback.format_exception(error))
    versions = f"Python {platform.python_version()}, Qt {PySide6.__version__}"
    return f"Error {number}\n{versions}, {platform.platform()}\n\n{trace}"


def log_to(folder: Path) -> Path:
    """Write the log of this process into *folder* and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "desktop.log"
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def _is_unexpected(widget: QWidget) -> bool:
    return isinstance(widget, ErrorDialog) and bool(widget.details) and widget.isVisible()


def _window(owner: QObject | None) -> QWidget | None:
    return owner.window() if isinstance(owner, QWidget) else QApplication.activeWindow()
