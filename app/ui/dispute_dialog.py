"""Asks why somebody doubts a precedent, and sends the doubt to those who keep the model."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.progress import Progress
from app.services import wording
from app.services.compare_views import RivalView
from app.services.disputes import ASK, LEAST
from app.ui.buttons import ActionButton, Look
from app.ui.confirming import told
from app.ui.fields import Field
from app.ui.tasks import Tasks
from app.words import amid, say

WHAT_FOLLOWS = say(
    "Your reason goes into the history of this claim and to the analysts. The score stays as it "
    "is until they have decided."
)
NOT_SENT = say("The dispute was not sent. Try again.")


class DisputeDialog(QDialog):
    """One reason, in one's own words; `sent` follows when it is recorded."""

    sent = Signal()

    def __init__(
        self, rival: RivalView, send: Callable[[str], None], tasks: Tasks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._send, self._tasks = send, tasks
        number = rival.number or say("a precedent outside your desk")
        title = say("Dispute {number}", number=number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        editor = QPlainTextEdit()
        editor.setMinimumHeight(110)
        editor.setTabChangesFocus(True)
        outcome = amid(wording.OUTCOME[rival.outcome])
        self.reason = Field(
            say("Why should it not count as {outcome}?", outcome=outcome), editor, required=True
        )
        self.send = ActionButton(say("Send dispute"), icon="flag", look=Look.PRIMARY)
        self.send.setDefault(True)
        self.send.clicked.connect(self._try)
        self.editor = editor
        self._lay_out(title)
        editor.setFocus()

    def _lay_out(self, title: str) -> None:
        cancel = ActionButton(say("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addLayout(told(title, WHAT_FOLLOWS, "git-compare", "med_mk"))
        column.addWidget(self.reason)
        column.addLayout(foot)

    def _try(self) -> None:
        reason = self.editor.toPlainText()
        if len(reason.strip()) < LEAST:
            self.reason.fail(ASK)
            self.editor.setFocus()
            return
        self.send.explain(say("Sending…"))

        def work(_progress: Progress) -> None:
            self._send(reason)

        self._tasks.run(self, work, self._finish, failed=self._fail)

    def _finish(self, _nothing: None) -> None:
        self.sent.emit()
        self.accept()

    def _fail(self, error: Exception) -> None:
        self.send.explain(None)
        said = error.problems.get("reason", "") if isinstance(error, Invalid) else ""
        self.reason.fail(said or (error.message if isinstance(error, AppError) else NOT_SENT))
