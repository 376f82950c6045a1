"""The part of the sign-in that asks for a one-time code, and sets the codes up the first time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import CodeNeeded, EnrolmentNeeded
from app.ui import fonts
from app.ui.fields import Field
from app.ui.labels import Label
from app.ui.qr import QrCode, grouped, selectable
from app.words import say

_SIDE = 196
_SET_UP = say(
    "Scan this with, or add the key to, your authenticator app, then enter the code that it shows."
)


class CodePart(QWidget):
    """Out of sight until a code is due; `submitted` tells that Return was pressed in it."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.needed: EnrolmentNeeded | None = None
        self.set_up = Label(_SET_UP, fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.qr = QrCode(_SIDE, say("QR code of the key under it"))
        self.key = selectable(Label("", fonts.BODY, fonts.STRONG, tabular=True, wrap=True))
        self.edit = QLineEdit()
        self.edit.setFixedHeight(38)
        self.edit.setMaxLength(8)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.edit.returnPressed.connect(self.submitted)
        self.field = Field(say("One-time code"), self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.set_up, self.qr, self.key, self.field):
            column.addWidget(part)
        self.forget()

    @property
    def code(self) -> str:
        """Return the code as it was typed."""
        return self.edit.text().strip()

    def forget(self) -> None:
        """Be out of sight again, for another person."""
        self.needed = None
        self.edit.clear()
        self.field.clear()
        self.setVisible(False)

    def ask(self, error: CodeNeeded | EnrolmentNeeded) -> None:
        """Ask for a code, or say what is wrong with the one that was given."""
        if isinstance(error, EnrolmentNeeded):
            self.needed = error
        elif self.code:
            self.field.fail(error.message)
        if self.needed:
            self.qr.show_text(self.needed.uri)
            self.key.setText(grouped(self.needed.secret))
        for part in (self.set_up, self.qr, self.key):
            part.setVisible(self.needed is not None)
        self.setVisible(True)
        self.edit.setFocus()
        self.edit.selectAll()
