"""Where a person is signed in, with the buttons that end a session; and the own account."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.account import AccountService, OpenSession
from app.ui import fonts, words
from app.ui.account.codes import ABOUT, CodesForm
from app.ui.account.password import PasswordForm
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card, Icon
from app.ui.chips import Chip
from app.ui.fresh_code import FreshCode
from app.ui.labels import Elided, Label, rule
from app.ui.tasks import Tasks
from app.words import say

TITLE = say("Your account")
WHY = say("Each sign-in of yours that goes on, on any computer. End what you do not recognise.")
_NUMBER = 6


class SessionRow(QWidget):
    """One session: which desktop, since when, and the way to end it."""

    def __init__(self, session: OpenSession) -> None:
        super().__init__()
        self.session = session
        self.name = (
            say("This desktop")
            if session.current
            else say("Desktop {device}", device=session.device[:_NUMBER])
        )
        since = words.clock(session.started_at)
        self.about = say(
            "Since {since} · last renewed {last_used_at}",
            since=since,
            last_used_at=words.ago(session.last_used_at),
        )
        self.setAccessibleName(f"{self.name}. {self.about}")
        self.end = ActionButton("End", height=28)
        self.end.setAccessibleName(say("End the session of {name}", name=self.name))
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(Label(self.name, fonts.BODY, fonts.STRONG))
        lines.addWidget(Elided(self.about, fonts.SMALL, fonts.REGULAR, "text3", tabular=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(Icon("monitor", "text3"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        row.addWidget(Chip(say("This one"), "low") if session.current else self.end)


class SessionList(QWidget):
    """The sessions of the signed-in person, or for an administrator of anybody."""

    def __init__(self, account: AccountService, tasks: Tasks, *, person: int | None = None) -> None:
        super().__init__()
        self._account, self._tasks, self._person = account, tasks, person
        self._fresh = FreshCode(self, tasks, account)
        self.rows: list[SessionRow] = []
        self.loaded = False
        self.banner = Banner("high")
        self.banner.action.clicked.connect(self.refresh)
        self.empty = Label(say("Signed in nowhere."), fonts.BODY, fonts.REGULAR, "text3")
        self.end_others = ActionButton("End all others", icon="log-out", height=28)
        self.end_others.clicked.connect(self._end_others)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addLayout(self._lines)
        column.addWidget(self.empty)
        column.addWidget(self.end_others, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(())
        self.loaded = False

    def show_person(self, person: int | None) -> None:
        """Show the sessions of somebody else."""
        self._person = person
        self._show(())
        self.loaded = False
        self.empty.setText(say("Looking…"))
        self.refresh()

    def refresh(self) -> None:
        """Ask for the sessions again."""
        asked = self._person
        self.banner.hide()
        self._tasks.run(
            self,
            lambda _told: self._account.sessions(asked),
            lambda found: self._show(found) if asked == self._person else None,
            failed=self._lose,
        )

    def _show(self, sessions: tuple[OpenSession, ...]) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            old = item.widget() if item else None
            if old:
                old.hide()
                old.deleteLater()
        self.rows = [SessionRow(session) for session in sessions]
        for place, row in enumerate(self.rows):
            if place:
                self._lines.addWidget(rule())
            row.end.clicked.connect(lambda _checked=False, one=row.session: self._end((one,)))
            self._lines.addWidget(row)
        self.empty.setText(say("Signed in nowhere."))
        self.empty.setVisible(not sessions)
        others = [session for session in sessions if not session.current]
        least = 1 if len(others) < len(sessions) else 2
        self.end_others.setVisible(len(others) >= least)
        self.end_others.set_label("End all others" if least == 1 else "End all")
        self.loaded = True

    def _end_others(self) -> None:
        self._end(tuple(row.session for row in self.rows if not row.session.current))

    def _end(self, sessions: tuple[OpenSession, ...]) -> None:
        for button in (self.end_others, *(row.end for row in self.rows)):
            button.explain(say("The session is being ended."))
        work = partial(_end_all, self._account, sessions)
        self._fresh.run(work, lambda _none: self.refresh(), failed=self._lose)

    def _lose(self, error: Exception) -> None:
        for button in (self.end_others, *(row.end for row in self.rows)):
            button.explain(None)
        self.empty.setText(say("The sessions are not known."))
        message = error.message if isinstance(error, AppError) else say("That did not work.")
        self.banner.tell(message, "high", action=say("Try again"))


class SessionsDialog(QDialog):
    """The own sessions and the own password, from the menu of the person."""

    def __init__(self, account: AccountService, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list, self.password = SessionList(account, tasks), PasswordForm(account, tasks)
        self.list.setMinimumWidth(600)
        self.codes = CodesForm(account, tasks)
        self.password.changed.connect(self.list.refresh)
        close = ActionButton(say("Close"), look=Look.PRIMARY)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        # The dialog grows with the sessions that arrive when it is open.
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        column.addWidget(Label(TITLE, fonts.TITLE, fonts.BOLD))
        column.addWidget(_card(say("Sessions"), WHY, self.list))
        column.addWidget(_card(say("One-time codes"), ABOUT, self.codes))
        column.addWidget(_card(say("Password"), "", self.password))
        column.addLayout(foot)
        self.list.show_person(None)
        self.codes.refresh()
        close.setFocus()


def show_sessions(account: AccountService, tasks: Tasks, parent: QWidget) -> SessionsDialog:
    """Open the own account over *parent* without stopping it."""
    dialog = SessionsDialog(account, tasks, parent)
    dialog.open()
    return dialog


def _end_all(account: AccountService, sessions: tuple[OpenSession, ...]) -> None:
    for session in sessions:
        account.end_session(session.id)


def _card(title: str, about: str, content: QWidget) -> Card:
    card = Card(title, gap=6)
    if about:
        card.column.addWidget(Label(about, fonts.SMALL, fonts.REGULAR, "text2", wrap=True))
    card.column.addWidget(content)
    return card
