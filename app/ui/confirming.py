"""Asks before what cannot be taken back; the button that is chosen at first keeps things."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.buttons import ActionButton
from app.ui.cards import Icon
from app.ui.labels import Label
from app.ui.tokens import Token
from app.words import amid, say


class ConfirmDialog(QDialog):
    """Names what would be done to whom; `act` does it, `keep` is the default."""

    def __init__(
        self, title: str, message: str, act: str, *, icon: str, keep: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(message)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.act = ActionButton(act, icon=icon, tint="high_mk")
        self.act.clicked.connect(self.accept)
        self.keep = ActionButton(keep)
        self.keep.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.act)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(18)
        column.addLayout(told(title, message, icon, "high_mk"))
        column.addLayout(row)
        self.keep.setDefault(True)
        self.keep.setFocus()


def confirm(
    parent: QWidget, title: str, message: str, act: str, run: Callable[[], object], *, icon: str
) -> ConfirmDialog:
    """Open the question over *parent*; *run* is called when it is answered with *act*."""
    keep = say("Do not {amid}", amid=amid(act))
    dialog = ConfirmDialog(title, message, act, icon=icon, keep=keep, parent=parent)
    dialog.accepted.connect(run)
    dialog.open()
    return dialog


def told(title: str, message: str, icon: str, ink: Token) -> QHBoxLayout:
    """Return an icon beside a title and what it says, as dialogs begin."""
    text = QVBoxLayout()
    text.setSpacing(5)
    text.addWidget(Label(title, 15, fonts.STRONG))
    text.addWidget(Label(message, fonts.BODY, fonts.REGULAR, "text2", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(Icon(icon, ink, 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(text, 1)
    return row
