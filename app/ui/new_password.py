"""Shows a one-time password, once: it is stored nowhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.account import Access
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.confirming import told
from app.ui.fields import Field
from app.words import fill, say

TITLE = say("One-time password")
_WORDS = say(
    "Give it to {name} by a way you trust. It is shown this once, is good for 24 hours "
    "and is best replaced at the first sign-in."
)


class PasswordDialog(QDialog):
    """User name and password of one person, to copy and then to forget."""

    def __init__(self, access: Access, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        words = fill(_WORDS, name=name)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAccessibleDescription(words)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self.username, self.password = _shown(access.username), _shown(access.password)
        self.copy = ActionButton(say("Copy password"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.close_button = ActionButton(say("Done"), look=Look.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self._lay_out(name, words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.password.text())
        self.copy.set_label(say("Copied"))

    def _lay_out(self, name: str, words: str) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(Field(say("User name"), self.username), 2)
        fields.addWidget(Field(say("One-time password"), self.password), 3)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addLayout(
            told(say("One-time password for {name}", name=name), words, "key-round", "accent")
        )
        column.addLayout(fields)
        column.addLayout(row)
        self.copy.setFocus()


def show_password(access: Access, name: str, parent: QWidget) -> PasswordDialog:
    """Open the dialog over *parent* without stopping it."""
    dialog = PasswordDialog(access, name, parent)
    dialog.open()
    return dialog


def _shown(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setReadOnly(True)
    line.setFont(fonts.font(weight=fonts.STRONG, tabular=True))
    line.setCursorPosition(0)
    line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return line
