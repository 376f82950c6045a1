"""Changing the own password: the old one, and the new one twice."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import Invalid, SignInFailed
from app.services.account import AccountService
from app.ui.buttons import ActionButton
from app.ui.cards import Banner
from app.ui.errors import show_error
from app.ui.fields import Field
from app.ui.tasks import Tasks
from app.words import say

CHANGED = say("The password was changed, and every other session of yours has ended.")
DIFFERENT = say("This is not the same as the new password.")
WIDTH = 420
RULE = say("At least 12 characters.")


class PasswordForm(QWidget):
    """Three fields and a button; `changed` tells, and `banner` says, that it is done."""

    changed = Signal()

    def __init__(self, account: AccountService, tasks: Tasks) -> None:
        super().__init__()
        self._account, self._tasks = account, tasks
        self.old, self.new, self.again = (_secret(self) for _ in range(3))
        self.fields = (
            Field(say("Present password"), self.old),
            Field(say("New password"), self.new, note=RULE),
            Field(say("New password again"), self.again),
        )
        self.change = ActionButton(say("Change password"), icon="key-round", height=30)
        self.change.clicked.connect(self.submit)
        self.banner = Banner("ok")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        for field in self.fields:
            field.setFixedWidth(WIDTH)
            column.addWidget(field)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def submit(self) -> None:
        """Change the password, or go to the first field that is wrong."""
        self.banner.hide()
        for field, problem in zip(self.fields, self._problems(), strict=True):
            field.clear()
            if problem:
                field.fail(problem)
                field.editor.setFocus()
                return
        self.change.explain(say("The password is being changed."))
        work = partial(self._account.change_password, self.old.text(), self.new.text())
        self._tasks.run(self, lambda _told: work(), self._done, failed=self._refuse)

    def _problems(self) -> tuple[str, str, str]:
        return (
            "" if self.old.text() else say("Enter the password you signed in with."),
            "" if self.new.text() else say("Enter a new password."),
            "" if self.new.text() == self.again.text() else DIFFERENT,
        )

    def _done(self, _nothing: object) -> None:
        self.change.explain(None)
        for editor in (self.old, self.new, self.again):
            editor.clear()
        self.banner.tell(CHANGED, "ok")
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self.change.explain(None)
        if not isinstance(error, SignInFailed | Invalid):
            show_error(self, error)
            return
        wrong = self.fields[0 if isinstance(error, SignInFailed) else 1]
        wrong.fail(error.message)
        wrong.editor.setFocus()


def _secret(form: PasswordForm) -> QLineEdit:
    editor = QLineEdit()
    editor.setEchoMode(QLineEdit.EchoMode.Password)
    editor.setMaxLength(256)
    editor.returnPressed.connect(form.submit)
    return editor
