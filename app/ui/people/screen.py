"""The people of the sample workspace, as cards that sign in with one click."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.access import Identity, Role
from app.ui import fonts, theme
from app.ui.labels import Label, rule
from app.ui.painting import draw_avatar, draw_focus, draw_text
from app.words import say

COLUMNS = 3
_FLAGS = (
    ("supervisor", say("Supervisor")),
    ("siu", say("SIU investigator")),
    ("analyst", say("Analyst")),
)
_ROLES = {
    Role.USER: say("Submits claims"),
    Role.STAFF: say("Adjuster"),
    Role.ADMIN: say("Administrator"),
    Role.SYSTEM: say("System"),
}


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody who can be signed in as, and what they do, in words."""

    username: str
    password: str
    name: str
    words: str
    otp_secret: str = ""

    @classmethod
    def of(cls, user: Mapping[str, Any]) -> Self:
        """Read one entry of what the servers publish."""
        username = str(user["username"])
        spelled = username.replace(".", " ").replace("_", " ").title()
        name = str(user.get("full_name") or spelled)
        secret = str(user.get("otp_secret", ""))
        return cls(username, str(user["password"]), name, _words(user), secret)


def role_words(identity: Identity) -> str:
    """Return what the person is, in one or two words."""
    for flag, words in _FLAGS:
        if getattr(identity, flag):
            return words
    return _ROLES[identity.role]


def _words(user: Mapping[str, Any]) -> str:
    role = Role(user["role"])
    what = next((words for flag, words in _FLAGS if user.get(flag)), _ROLES[role])
    region = user.get("region")
    return f"{what} · {str(region).capitalize()}" if region and role is Role.STAFF else what


class PersonCard(QPushButton):
    """One person: disc, name and what they do."""

    def __init__(self, person: SamplePerson) -> None:
        super().__init__(person.name)
        self.person = person
        self.setFixedHeight(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(
            say("Sign in as {name}, {words}", name=person.name, words=person.words)
        )

    def sizeHint(self) -> QSize:
        return QSize(190, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        warm = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(theme.color("accent" if warm else "border_strong"), 1))
        painter.setBrush(theme.color("accent_soft" if self.isDown() else "surface"))
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.setOpacity(1.0 if self.isEnabled() else 0.55)
        draw_avatar(painter, self.person.name, QRectF(12, 12, 32, 32))
        width = where.width() - 54 - 8
        painter.setFont(fonts.font(fonts.BODY, fonts.STRONG))
        draw_text(painter, self.person.name, QRectF(54, 10, width, 18), "text")
        painter.setFont(fonts.font(fonts.NOTE))
        draw_text(painter, self.person.words, QRectF(54, 28, width, 17), "text3")
        if self.hasFocus():
            draw_focus(painter, where, 9)


class PeopleGrid(QWidget):
    """The sample people, three in a row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.cards: list[PersonCard] = []

    def show_people(self, people: tuple[SamplePerson, ...]) -> None:
        """Offer *people* in place of those before."""
        for card in self.cards:
            card.deleteLater()
        self.cards = [PersonCard(person) for person in people]
        for number, card in enumerate(self.cards):
            card.clicked.connect(lambda _checked=False, person=card.person: self._choose(person))
            self._grid.addWidget(card, number // COLUMNS, number % COLUMNS)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def _choose(self, person: SamplePerson) -> None:
        self.chosen.emit(person)


def people_part(grid: PeopleGrid) -> QWidget:
    """Return the grid under a line of words that says what it is."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 10, 0, 0)
    column.setSpacing(10)
    column.addWidget(rule())
    column.addSpacing(4)
    column.addWidget(Label(say("Sample workspace"), fonts.BODY, fonts.STRONG))
    words = say("Nobody here is real. Choose whose desk you want to see; no password is needed.")
    column.addWidget(Label(words, fonts.SMALL, fonts.REGULAR, "text3"))
    column.addWidget(grid)
    return part
