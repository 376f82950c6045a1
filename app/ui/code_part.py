"""The part of the sign-in that asks for a one-time code, and sets the codes up the first time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import CodeNeeded, EnrolmentNeeded
from app.ui import fonts
from app.ui.fields import Field
from app.ui.labels import Label

_SET_UP = "Add this key to your authenticator app, then enter the code that it shows."


class CodePart(QWidget):
    """Out of sight until a code is due; `submitted` tells that Return was pressed in it."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.needed: EnrolmentNeeded | None = None
        self.set_up = Label(_SET_UP, fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.key = Label("", fonts.BODY, fonts.STRONG, tabular=True, wrap=True)
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = QLineEdit()
        self.edit.setFixedHeight(38)
        self.edit.setMaxLength(8)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.edit.returnPressed.connect(self.submitted)
        self.field = Field("One-time code", self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.set_up, self.key, self.field):
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
        key = self.needed.secret if self.needed else ""
        groups = [key[start : start + 4] for start in range(0, len(key), 4)]
        self.key.setText(" ".join(groups))
        for part in (self.set_up, self.key):
            part.setVisible(self.needed is not None)
        self.setVisible(True)
        self.edit.setFocus()
        self.edit.selectAll()
