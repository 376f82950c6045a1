"""Does what needs a one-time code not older than five minutes, and asks for one where it is."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError, CodeNeeded
from app.progress import Progress
from app.services.account import AccountService
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.confirming import told
from app.ui.errors import show_error
from app.ui.fields import Field
from app.ui.tasks import Tasks
from app.words import say

T = TypeVar("T")
TITLE = say("One-time code")
WHY = say("Changing people needs a code of your authenticator app from the last five minutes.")
DROPPED = say("Nothing was changed: this needs a one-time code.")


class CodeDialog(QDialog):
    """Takes codes until one is good; what was asked for goes on when it is accepted."""

    def __init__(self, tasks: Tasks, account: AccountService, parent: QWidget, *, why: str) -> None:
        super().__init__(parent)
        self._tasks, self._account = tasks, account
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAccessibleDescription(why)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.edit = QLineEdit()
        self.edit.setMaxLength(8)
        self.edit.setFont(fonts.font(tabular=True))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.edit.returnPressed.connect(self.submit)
        self.field = Field(say("Code"), self.edit)
        self.made = ActionButton(say("Use a sample code"), icon="key-round")
        self.made.setVisible(account.makes_codes)
        self.made.clicked.connect(self._make)
        self.send = ActionButton(say("Continue"), look=Look.PRIMARY)
        self.send.clicked.connect(self.submit)
        self.drop = ActionButton(say("Cancel"))
        self.drop.clicked.connect(self.reject)
        self._lay_out(why)

    def submit(self) -> None:
        """Show the code to the service, or say that there is none."""
        code = self.edit.text().replace(" ", "")
        if not self.send.isEnabled():
            return
        if not code:
            self.field.fail(say("Enter the code that the app shows."))
            return
        self._check(lambda _waiting: self._account.show_code(code))

    def _make(self) -> None:
        self._check(self._account.show_made_code)

    def _check(self, work: Callable[[Progress], None]) -> None:
        self.field.clear()
        self._explain(say("The code is being checked."))
        self._tasks.run(self, work, self._accept, failed=self._refuse, progressed=self._tell_wait)

    def _tell_wait(self, passed: int, seconds: int) -> None:
        left = seconds - passed
        self.field.warn(
            say(
                "A code works once. The next one comes in {left} s and is used by itself.",
                left=left,
            )
        )

    def _explain(self, why: str | None) -> None:
        for button in (self.send, self.made):
            button.explain(why)

    def _accept(self, _nothing: object) -> None:
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._explain(None)
        if not isinstance(error, AppError):
            show_error(self, error)
            return
        self.field.fail(error.message)
        self.edit.setFocus()
        self.edit.selectAll()

    def _lay_out(self, why: str) -> None:
        row = QHBoxLayout()
        row.addWidget(self.made)
        row.addStretch()
        row.addWidget(self.drop)
        row.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addLayout(told(TITLE, why, "key-round", "accent"))
        column.addWidget(self.field)
        column.addLayout(row)
        self.edit.setFocus()


class FreshCode:
    """Runs what needs a code for the widget *owner*, and says *why* it does."""

    def __init__(
        self, owner: QWidget, tasks: Tasks, account: AccountService, *, why: str = WHY
    ) -> None:
        self._owner, self._tasks, self._account = owner, tasks, account
        self._why = why

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        *,
        failed: Callable[[Exception], object],
    ) -> None:
        """Do *work* on a worker; where it wants a code, ask and then do it once more."""
        again = partial(self._begin, work, done, failed)
        self._begin(work, done, lambda error: self._ask(error, again, failed))

    def _begin(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self._tasks.run(self._owner, lambda _told: work(), done, failed=failed)

    def _ask(
        self, error: Exception, again: Callable[[], None], failed: Callable[[Exception], object]
    ) -> None:
        if not isinstance(error, CodeNeeded):
            failed(error)
            return
        dialog = CodeDialog(self._tasks, self._account, self._owner.window(), why=self._why)
        dialog.accepted.connect(again)
        dialog.rejected.connect(lambda: failed(CodeNeeded(DROPPED)))
        dialog.open()
