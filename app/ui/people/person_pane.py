"""What stands beside the table of people: one person's form, access and sessions."""

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.access import Identity
from app.services.account import Account, AccountService
from app.services.figures import day
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.chips import Chip
from app.ui.labels import Elided, Label
from app.ui.painting import draw_avatar
from app.ui.people.person_form import PersonForm
from app.ui.sessions import SessionList
from app.ui.tasks import Tasks
from app.words import say

WIDTH, NARROW = 452, 400
NEW = say("New person")
NEW_WORDS = say("A one-time password is made and shown once.")
OWN = say("Ask another administrator to do this to your own account.")
UNCHANGED = say("Nothing was changed.")
BUSY = say("The change is being sent.")


class Disc(QWidget):
    """A person's initials beside the name, which says the same."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._name = ""
        self.setFixedSize(size, size)

    def show_name(self, name: str) -> None:
        """Show the initials of *name*, or nobody's."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_avatar(painter, self._name, QRectF(self.rect()))


class PersonPane(QFrame):
    """Shows a person, or the empty form of a new one; the screen does what its buttons say."""

    saved = Signal()
    dropped = Signal()
    reset = Signal()
    switched = Signal()

    def __init__(self, account: AccountService, tasks: Tasks, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAccessibleName(say("Person"))
        self.setFixedWidth(WIDTH)
        self._identity = identity
        self.person: Account | None = None
        self.form = PersonForm()
        self.sessions = SessionList(account, tasks)
        self.banner = Banner("high")
        self.banner.dismiss.hide()
        self.save = ActionButton(say("Save changes"), icon="check", look=Look.PRIMARY)
        self.drop = ActionButton(say("Discard"), look=Look.GHOST)
        self.reset_button = ActionButton(say("Reset password…"), icon="key-round")
        self.switch = ActionButton(say("Disable account…"), icon="user-x")
        self._disc, self._name = Disc(40), Elided("", 17, fonts.BOLD)
        self._about, self._state = Elided("", fonts.SMALL, ink="text3"), Chip()
        self._password = Label("", fonts.BODY, fonts.REGULAR, "text2", wrap=True)
        self._connect()
        self._lay_out()

    @property
    def is_new(self) -> bool:
        """Tell whether the form is that of a new person."""
        return self.person is None

    def show_person(self, person: Account) -> None:
        """Show somebody as they are now."""
        own = person.id == self._identity.id
        self.person = person
        self._title(
            person.full_name,
            say(
                "{username} · since {created_at}",
                username=person.username,
                created_at=day(person.created_at),
            ),
        )
        self._state.show_text(*_state(person))
        self.form.show_person(person, own=own)
        self._password.setText(_access(person))
        self.switch.set_label(
            say("Disable account…") if person.is_active else say("Enable account")
        )
        for button in (self.reset_button, self.switch):
            button.explain(OWN if own else None)
        self._show_parts(new=False)
        self.sessions.show_person(None if own else person.id)

    def show_new(self) -> None:
        """Show the empty form of somebody new."""
        self.person = None
        self._title(NEW, NEW_WORDS)
        self.form.show_person(None)
        self._show_parts(new=True)

    def wait(self) -> None:
        """Take no second press while a change is under way."""
        self.banner.hide()
        for button in (self.save, self.reset_button, self.switch):
            button.explain(BUSY)

    def ready(self) -> None:
        """Take presses again."""
        own = self.person is not None and self.person.id == self._identity.id
        for button in (self.reset_button, self.switch):
            button.explain(OWN if own else None)
        self._mark()

    def fail(self, message: str, problems: dict[str, Any], *, action: str = "") -> None:
        """Say why a change was not made; what was entered stays."""
        self.ready()
        if not self.form.fail(problems):
            self.banner.tell(message, "high", action=action)

    def _title(self, name: str, about: str) -> None:
        self.banner.hide()
        self._disc.show_name("" if name == NEW else name)
        self._name.set_text(name)
        self._about.set_text(about)

    def _show_parts(self, *, new: bool) -> None:
        for part in (self._access, self._sessions, self._state):
            part.setVisible(not new)
        self.save.set_label(say("Create person") if new else say("Save changes"))
        self.drop.set_label(say("Cancel") if new else say("Discard"))
        self._mark()

    def _mark(self) -> None:
        idle = not self.is_new and not self.form.changed
        self.save.explain(UNCHANGED if idle else None)
        self.drop.setVisible(not idle)

    def _connect(self) -> None:
        self.form.edited.connect(self._mark)
        for button, signal in (
            (self.save, self.saved),
            (self.drop, self.dropped),
            (self.reset_button, self.reset),
            (self.switch, self.switched),
        ):
            button.clicked.connect(signal)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.banner)
        column.addWidget(self._form_card())
        self._access, self._sessions = self._access_card(), Card(say("Sessions"))
        self._sessions.column.addWidget(self.sessions)
        column.addWidget(self._access)
        column.addWidget(self._sessions)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.area)

    def _head(self) -> QHBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(self._name)
        lines.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._disc)
        row.addLayout(lines, 1)
        row.addWidget(self._state)
        return row

    def _form_card(self) -> Card:
        card = Card()
        card.setAccessibleName(say("Person"))
        card.column.addWidget(self.form)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self.save)
        row.addWidget(self.drop)
        row.addStretch()
        card.column.addLayout(row)
        return card

    def _access_card(self) -> Card:
        card = Card(say("Access"))
        card.column.addWidget(self._password)
        row = QHBoxLayout()
        row.addWidget(self.reset_button)
        row.addWidget(self.switch)
        row.addStretch()
        card.column.addLayout(row)
        return card


def _access(person: Account) -> str:
    kind = say("a one-time password") if person.temporary_password else say("a password")
    code = say(" and a one-time code") if person.one_time_codes else ""
    if not person.is_active:
        return say("Cannot sign in. When enabled: with {kind}{code}.", kind=kind, code=code)
    return say("Signs in with {kind}{code}.", kind=kind, code=code)


def _state(person: Account) -> tuple[str, Any]:
    return (say("Active"), "ok") if person.is_active else (say("Disabled"), "neutral")
