"""The first window: who are you, and where do you want to work."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import AppError, CodeNeeded, EnrolmentNeeded, Offline
from app.ui import fonts
from app.ui.brand import NAME, BrandPanel
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Icon
from app.ui.code_part import CodePart
from app.ui.errors import show_error
from app.ui.fields import Field
from app.ui.labels import Elided, Label
from app.ui.people.screen import PeopleGrid, SamplePerson, people_part
from app.ui.progress_line import ProgressLine
from app.ui.tasks import Tasks
from app.words import amid, fill, say, say_n

SignIn = Callable[..., object]

_PANEL_FROM = 980
_FORM_WIDTH = 620
_STARTING = say("Starting the workspace…")
_WAITING = say(
    "A one-time code works once. Signing in goes on by itself in {left}, with the next one."
)
_FIRST_START = say(
    "A first start prepares the database and its sample claims; it takes a minute or so."
)


class SignInWindow(QWidget):
    """Painted before any server runs.

    `entering` tells that credentials are under way, `signed_in` carries the session, `retried`
    asks to start the workspace again.
    """

    entering = Signal()
    signed_in = Signal(object)
    retried = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._sign_in: SignIn | None = None
        self.setWindowTitle(say("Sign in · {name}", name=NAME))
        self.resize(1180, 760)
        self.setMinimumSize(640, 640)
        self._build_form()
        self.panel = BrandPanel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel, 5)
        row.addWidget(self._form_side(), 6)
        self.start()

    def start(self) -> None:
        """Say that the servers are being started; typing is possible meanwhile."""
        self._sign_in = None
        self.banner.hide()
        self.people.hide()
        self._say_place("loader-circle", _STARTING, busy=True)
        self._tell_first_start(shown=True)
        self.button.explain(say("The workspace is still starting."))

    def ready(
        self,
        place: str,
        sign_in: SignIn,
        users: Iterable[dict[str, Any]] = (),
        *,
        keeps: bool = False,
    ) -> None:
        """Offer to sign in at *place*, as one of its sample *users* with one click.

        Where the place *keeps* sessions, one may stay signed in.
        """
        self._sign_in = sign_in
        self.keep.setVisible(keeps)
        self._say_place("server", place, busy=False)
        self._tell_first_start(shown=False)
        people = tuple(SamplePerson.of(user) for user in users)
        self.people.setVisible(bool(people))
        self.grid.show_people(people)
        self.button.explain(None)

    def continue_as(self, username: str) -> None:
        """Say that a kept session is being continued."""
        self.name_edit.setText(username)
        self._set_busy(busy=True)

    def fail_to_start(self, error: Exception) -> None:
        """Say why there is no workspace, and offer to try again."""
        self._say_place("plug", say("The workspace is not available"), busy=False)
        self._tell_first_start(shown=False)
        reason = error.message if isinstance(error, AppError) else ""
        self.banner.tell(
            reason or say("The workspace could not be started."), action=say("Try again")
        )
        if not reason:
            show_error(self, error)

    def submit(self) -> None:
        """Sign in with what the fields hold, or say which is empty."""
        for field, editor in ((self.username, self.name_edit), (self.password, self.word_edit)):
            field.clear()
            if not editor.text():
                field.fail(say("Enter your {amid}.", amid=amid(field.name)))
                editor.setFocus()
                return
        self._enter(self._codes())

    def sign_in_as(self, person: SamplePerson) -> None:
        """Sign in as one of the sample people, administrators with a code made here."""
        self.name_edit.setText(person.username)
        self.word_edit.setText(person.password)
        self._enter({"otp_secret": person.otp_secret} if person.otp_secret else {})

    def _codes(self) -> dict[str, object]:
        """Return what the password is accompanied by: nothing, or a one-time code."""
        given: dict[str, object] = {"otp": self.code.code} if self.code.code else {}
        if self.keep.isVisibleTo(self) and self.keep.isChecked():
            given["keep"] = True
        return (
            given | {"enrolment": self.code.needed}
            if self.code.needed and self.code.code
            else given
        )

    def _enter(self, codes: dict[str, object]) -> None:
        sign_in = self._sign_in
        if sign_in is None:
            return
        work: SignIn = partial(
            sign_in, self.name_edit.text().strip(), self.word_edit.text(), **codes
        )
        if "otp_secret" in codes:
            self._enter_waiting(work)
            return
        self._begin()
        self._tasks.run(self, lambda _progress: work(), self._welcome, failed=self._refuse)

    def _enter_waiting(self, work: SignIn) -> None:
        """Sign in with codes made here; one that is used up is waited out in plain sight."""
        self._begin()
        self._tasks.run(
            self,
            lambda progress: work(waiting=progress),
            self._welcome,
            failed=self._refuse,
            progressed=self._tell_wait,
        )

    def _begin(self) -> None:
        self._set_busy(busy=True)
        for field in (self.username, self.password, self.code.field):
            field.clear()
        self.entering.emit()

    def _tell_wait(self, passed: int, seconds: int) -> None:
        left = seconds - passed
        self.banner.tell(fill(_WAITING, left=say_n("{n} second", "{n} seconds", left)), "med")

    def _welcome(self, session: object) -> None:
        self.word_edit.clear()
        self.code.forget()
        self.signed_in.emit(session)

    def _refuse(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Offline):
            self.banner.tell(error.message, "high", action=say("Try again"))
        elif isinstance(error, CodeNeeded | EnrolmentNeeded):
            self.code.ask(error)
        elif isinstance(error, AppError):
            self.password.fail(error.message)
            self.word_edit.setFocus()
            self.word_edit.selectAll()
        else:
            show_error(self, error)

    def welcome_back(self) -> None:
        """Be ready for the next person."""
        self._set_busy(busy=False)
        self.banner.hide()
        self.word_edit.clear()
        self.name_edit.setFocus()

    def _retry(self) -> None:
        self.banner.hide()
        if self._sign_in is None:
            self.retried.emit()
        else:
            self.submit()

    def _set_busy(self, *, busy: bool) -> None:
        self.banner.hide()
        self.button.set_label(say("Signing in…") if busy else say("Sign in"))
        self.progress.setVisible(busy)
        for widget in (self.button, self.name_edit, self.word_edit, self.code, self.grid):
            widget.setEnabled(not busy)

    def _say_place(self, icon: str, text: str, *, busy: bool) -> None:
        self.place_icon.show_icon(icon, "text3" if busy else "text2")
        self.place.set_text(text)
        self.progress.setVisible(busy)

    def _tell_first_start(self, *, shown: bool) -> None:
        self.first_start.setVisible(shown)

    def _build_form(self) -> None:
        self.name_edit, self.word_edit = QLineEdit(), QLineEdit()
        self.word_edit.setEchoMode(QLineEdit.EchoMode.Password)
        for editor in (self.name_edit, self.word_edit):
            editor.setFixedHeight(38)
            editor.returnPressed.connect(self.submit)
        self.username = Field(say("Username"), self.name_edit)
        self.password = Field(say("Password"), self.word_edit)
        self.button = ActionButton(say("Sign in"), icon="log-in", look=Look.PRIMARY, height=38)
        self.button.clicked.connect(self.submit)
        self.code = CodePart()
        self.code.submitted.connect(self.submit)
        self.name_edit.textEdited.connect(self.code.forget)
        self.keep = QCheckBox(say("Keep me signed in on this computer"))
        self.keep.setFont(fonts.font(fonts.BODY))
        self.keep.hide()
        self.banner = Banner("high")
        self.banner.dismiss.hide()
        self.banner.action.clicked.connect(self._retry)
        self.place_icon, self.place = Icon("server"), Elided("", fonts.BODY, fonts.MEDIUM, "text2")
        self.progress = ProgressLine(say("Workspace"))
        self.first_start = Label(_FIRST_START, fonts.SMALL, fonts.REGULAR, "text3", wrap=True)
        self.grid = PeopleGrid()
        self.grid.chosen.connect(self.sign_in_as)
        self.people = people_part(self.grid)

    def _form_side(self) -> QWidget:
        form = QWidget()
        form.setMaximumWidth(_FORM_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Label(say("Sign in"), 26, fonts.BOLD))
        column.addWidget(self._place_line())
        column.addWidget(self.banner)
        column.addSpacing(4)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for field in (self.username, self.password):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(fields)
        column.addWidget(self.code)
        column.addWidget(self.keep)
        column.addWidget(self.button)
        column.addWidget(self.people)
        return _centred(form)

    def _place_line(self) -> QWidget:
        line = QFrame()
        line.setObjectName("sunken")
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self.place_icon)
        row.addWidget(self.place, 1)
        column = QVBoxLayout(line)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.progress)
        column.addWidget(self.first_start)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setVisible(self.width() >= _PANEL_FROM)


def _centred(form: QWidget) -> QFrame:
    side = QFrame()
    side.setObjectName("surface")
    column = QVBoxLayout(side)
    column.setContentsMargins(48, 32, 48, 32)
    column.addStretch(1)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form, 100)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return side
