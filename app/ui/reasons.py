"""Asks for the reason of a step that is kept with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.buttons import ActionButton, Look
from app.ui.confirming import told
from app.ui.fields import Field
from app.words import say

EMPTY = say("Say why; the reason is kept with the step.")


class ReasonDialog(QDialog):
    """Takes a reason and hands it to *run*; an empty one only where it is *optional*."""

    def __init__(  # noqa: PLR0913 - a question in full, keyword-only after its words
        self,
        title: str,
        message: str,
        act: str,
        run: Callable[[str], object],
        *,
        icon: str,
        parent: QWidget,
        optional: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(message)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._run, self._optional = run, optional
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(84)
        self.field = Field(say("Reason"), self.edit, optional=optional, required=not optional)
        self.act = ActionButton(act, icon=icon, look=Look.PRIMARY)
        self.act.clicked.connect(self.submit)
        self.drop = ActionButton(say("Cancel"))
        self.drop.clicked.connect(self.reject)
        self._lay_out(title, message, icon)

    def submit(self) -> None:
        """Hand the reason over, or ask for one."""
        reason = self.edit.toPlainText().strip()
        if not reason and not self._optional:
            self.field.fail(EMPTY)
            self.edit.setFocus()
            return
        self.accept()
        self._run(reason)

    def _lay_out(self, title: str, message: str, icon: str) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.drop)
        row.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addLayout(told(title, message, icon, "accent"))
        column.addWidget(self.field)
        column.addLayout(row)
        self.edit.setFocus()
