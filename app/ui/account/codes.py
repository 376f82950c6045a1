"""The own one-time codes: whether they are set up, and the dialog that makes or replaces them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.account import AccountService, AuthenticatorKey
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.chips import Chip
from app.ui.confirming import told
from app.ui.errors import show_error
from app.ui.fields import Field
from app.ui.fresh_code import FreshCode
from app.ui.labels import Label
from app.ui.qr import QrCode, grouped, selectable
from app.ui.tasks import Tasks
from app.words import say

ABOUT = say("A code of an authenticator app on your telephone, asked for beside the password.")
TITLE = say("Set up one-time codes")
SCAN = say("Scan this with an authenticator app. Or add an account there by hand, with this key:")
DONE = say("One-time codes are set up. The next sign-in asks for one.")
OLD = say("This is a code of the former app. Enter the one that the new entry shows.")
SAMPLE = say("The codes of this sample account are made here.")
REPLACING = say("Replacing the app needs a code of the present one from the last five minutes.")
_SIDE = 196


class CodesForm(QWidget):
    """Tells whether codes are set up, with the button that begins to set them up."""

    def __init__(self, account: AccountService, tasks: Tasks) -> None:
        super().__init__()
        self._account, self._tasks = account, tasks
        self._fresh = FreshCode(self, tasks, account, why=REPLACING)
        self.state = Chip(say("Looking…"), "neutral")
        self.begin = ActionButton(say("Set up"), icon="key-round", height=30)
        self.begin.clicked.connect(self._begin)
        self.begin.explain(say("Whether codes are set up is being asked."))
        self.banner = Banner("ok")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.state)
        row.addStretch()
        row.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(row)

    def refresh(self) -> None:
        """Ask whether codes are set up."""
        self._tasks.run(
            self, lambda _told: self._account.has_codes(), self._show, failed=self._lose
        )

    def _show(self, set_up: bool) -> None:
        self.state.show_text(
            say("Set up") if set_up else say("Not set up"), "ok" if set_up else "neutral"
        )
        self.begin.set_label(say("Replace") if set_up else say("Set up"))
        self.begin.explain(SAMPLE if self._account.makes_codes else None)

    def _begin(self) -> None:
        self.banner.hide()
        self.begin.explain(say("A key is being made."))
        self._fresh.run(self._account.begin_codes, self._open, failed=self._lose)

    def _open(self, key: AuthenticatorKey) -> None:
        self.begin.explain(None)
        dialog = CodesDialog(self._account, self._tasks, key, self.window())
        dialog.accepted.connect(self._done)
        dialog.open()

    def _done(self) -> None:
        self.banner.tell(DONE, "ok")
        self.refresh()

    def _lose(self, error: Exception) -> None:
        self.begin.explain(None)
        message = (
            error.message if isinstance(error, AppError) else say("That did not work. Try again.")
        )
        self.banner.tell(message, "high")


class CodesDialog(QDialog):
    """Shows a new key as a picture and as text, and takes the first code that it makes."""

    def __init__(
        self, account: AccountService, tasks: Tasks, key: AuthenticatorKey, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._account, self._tasks, self._key = account, tasks, key
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.qr = QrCode(_SIDE, say("QR code of the key beside it"))
        self.qr.show_text(key.uri)
        self.key = selectable(Label(grouped(key.secret), fonts.BODY, fonts.STRONG, wrap=True))
        self.copy = ActionButton(say("Copy the key"), icon="copy", height=28)
        self.copy.clicked.connect(self._copy)
        self.edit = QLineEdit()
        self.edit.setMaxLength(8)
        self.edit.setFont(fonts.font(tabular=True))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.edit.returnPressed.connect(self.submit)
        self.field = Field(say("Code that the app shows"), self.edit)
        self.confirm = ActionButton(say("Confirm"), look=Look.PRIMARY)
        self.confirm.clicked.connect(self.submit)
        self.drop = ActionButton(say("Cancel"))
        self.drop.clicked.connect(self.reject)
        self._lay_out()

    def submit(self) -> None:
        """Confirm the new key by a code of it, or say that there is none."""
        code = self.edit.text().replace(" ", "")
        if not self.confirm.isEnabled():
            return
        if not code:
            self.field.fail(say("Enter the code that the app shows."))
            return
        self.field.clear()
        self.confirm.explain(say("The code is being checked."))
        work = partial(self._account.confirm_codes, code)
        self._tasks.run(self, lambda _told: work(), self._answer, failed=self._refuse)

    def _answer(self, new: bool) -> None:
        self.confirm.explain(None)
        if new:
            self.accept()
        else:
            self._say(OLD)

    def _refuse(self, error: Exception) -> None:
        self.confirm.explain(None)
        if isinstance(error, AppError):
            self._say(error.message)
        else:
            show_error(self, error)

    def _say(self, problem: str) -> None:
        self.field.fail(problem)
        self.edit.setFocus()
        self.edit.selectAll()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key.secret)
        self.copy.set_label(say("Copied"))

    def _lay_out(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(8)
        steps.addWidget(Label(SCAN, fonts.BODY, fonts.REGULAR, "text2", wrap=True))
        steps.addWidget(self.key)
        steps.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        steps.addStretch()
        steps.addWidget(self.field)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        middle.addLayout(steps, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.drop)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(18)
        column.addLayout(told(TITLE, ABOUT, "key-round", "accent"))
        column.addLayout(middle)
        column.addLayout(foot)
        self.setMinimumWidth(560)
        self.edit.setFocus()
