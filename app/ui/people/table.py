"""People as rows: who they are, what they may, and whether they can sign in."""

from typing import Any

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from app.access import Role
from app.codes import ClaimType
from app.services import figures, wording
from app.services.account import Account
from app.services.people import FLAGS
from app.ui import fonts
from app.ui.painting import chip_width, draw_avatar, draw_chip, draw_text
from app.ui.rows import Rows
from app.ui.sheet import write
from app.ui.tokens import Tone
from app.words import say

TITLES = (
    say("Name"),
    say("Role"),
    say("Region"),
    say("Lines"),
    say("Authority"),
    say("Sign-in"),
    say("State"),
)
WIDTHS = (240, 180, 100, 200, 130, 190, 110)
REGION, LINES, AUTHORITY, SIGN_IN, STATE = 2, 3, 4, 5, 6
ROW_HEIGHT = 46
ROLES = {Role.USER: say("User"), Role.STAFF: say("Staff"), Role.ADMIN: say("Admin")}


class PeopleTable(Rows[Account]):
    """Everybody whose name is looked for, those who can sign in first, then by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, TITLES, texts, right={AUTHORITY})
        self.everybody: tuple[Account, ...] = ()

    def show_people(self, people: tuple[Account, ...], wanted: str = "") -> None:
        """Show those of *people* whose name, user name or region has *wanted* in it."""
        self.everybody = tuple(sorted(people, key=_place))
        self.replace(one for one in self.everybody if wanted.casefold() in _sought(one))

    def row_of(self, person: int) -> int | None:
        """Return the row of a person, None where they are not shown."""
        return next((n for n, one in enumerate(self.rows) if one.id == person), None)


def texts(person: Account) -> tuple[str, ...]:
    """Return what each column says of a person."""
    staff = person.role is Role.STAFF
    return (
        f"{person.full_name}, {person.username}",
        ", ".join((ROLES[person.role], *_flags(person))),
        (person.region or "").capitalize(),
        _lines(person) if staff else "",
        figures.money(person.authority_limit) if staff else "",
        sign_in_words(person),
        say("Active") if person.is_active else say("Disabled"),
    )


def sign_in_words(person: Account) -> str:
    """Return by what a person signs in."""
    password = say("One-time password") if person.temporary_password else say("Password")
    return say("{password} + code", password=password) if person.one_time_codes else password


def _flags(person: Account) -> list[str]:
    return [words for flag, words in FLAGS.items() if getattr(person, flag)]


def _lines(person: Account) -> str:
    if set(person.lines) == set(ClaimType):
        return say("All lines")
    return ", ".join(wording.CLAIM_TYPE[ClaimType(line)] for line in person.lines)


def _place(person: Account) -> tuple[bool, str]:
    return not person.is_active, person.full_name.casefold()


def _sought(person: Account) -> str:
    return f"{person.full_name} {person.username} {person.region or ''}".casefold()


def _name(painter: QPainter, person: Account, where: QRectF) -> None:
    painter.setOpacity(1.0 if person.is_active else 0.55)
    disc = QRectF(where.x(), where.center().y() - 14, 28, 28)
    draw_avatar(painter, person.full_name, disc)
    _two_lines(painter, (person.full_name, person.username), where.adjusted(38, 0, 0, 0))
    painter.setOpacity(1.0)


def _role(painter: QPainter, person: Account, where: QRectF) -> None:
    _two_lines(painter, (ROLES[person.role], ", ".join(_flags(person))), where)


def _two_lines(painter: QPainter, lines: tuple[str, str], where: QRectF) -> None:
    first, second = lines
    middle = where.center().y()
    height = 18 if second else where.height()
    painter.setFont(fonts.font(weight=550))
    top = middle - 17 if second else where.y()
    draw_text(painter, first, QRectF(where.x(), top, where.width(), height), "text")
    painter.setFont(fonts.font(fonts.NOTE))
    draw_text(painter, second, QRectF(where.x(), middle + 1, where.width(), 16), "text3")


def _plain(column: int) -> Any:
    def cell(painter: QPainter, person: Account, where: QRectF) -> None:
        write(painter, texts(person)[column], where, "text2", right=column == AUTHORITY)

    return cell


def _state(painter: QPainter, person: Account, where: QRectF) -> None:
    text = texts(person)[STATE]
    tone: Tone = "ok" if person.is_active else "neutral"
    place = QRectF(where.x(), where.center().y() - 11, chip_width(text), 22)
    draw_chip(painter, place, text, tone)


CELLS = (_name, _role, *(_plain(column) for column in range(REGION, STATE)), _state)
