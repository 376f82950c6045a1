"""Signs people in at a real token service, for the screens of administrators."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from app.access import Identity
from app.database import engine
from app.services.account import AccountService
from app.services.session import Session, sign_in
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.factories import a_person
from tests.server import Database
from tests.token_service import HASHED, PASSWORD, QUICK, SECRET, served, stored_secret, vault

S = TypeVar("S", bound=QWidget)
D = TypeVar("D", bound=QDialog)


class Entrance:
    """Makes people of one database and signs them in."""

    def __init__(self, database: Database, token_url: str) -> None:
        self.database, self.token_url = database, token_url
        self.opened: list[Session] = []

    def person(self, role: str = "staff", **changes: object) -> Identity:
        """Make somebody with a password, and codes where they administer."""
        made = a_person(self.database, role, **changes)
        self.database.run("INSERT INTO auth.password VALUES (%s, %s)", made.id, HASHED)
        if role == "admin":
            self.database.run(
                "INSERT INTO auth.otp (user_id, secret) VALUES (%s, %s)",
                made.id,
                stored_secret(made.id),
            )
        return made

    def sign_in(self, person: Identity) -> Session:
        """Sign somebody in."""
        secret = SECRET if person.role == "admin" else ""
        self.opened.append(sign_in(self.token_url, person.username, PASSWORD, otp_secret=secret))
        return self.opened[-1]

    def account(self, person: Identity) -> AccountService:
        """Sign somebody in and return what they do with accounts."""
        session = self.sign_in(person)
        return AccountService(session.source, session.identity)

    def forget_codes(self) -> None:
        """Let the last one-time code of everybody be too old for a change."""
        self.database.run("UPDATE auth.refresh_token SET otp_at = otp_at - interval '6 minutes'")


@contextmanager
def entrance(database: Database) -> Iterator[Entrance]:
    """Serve tokens for *database*, and end all sessions at the end."""
    made = engine(database.tokens_dsn, pool_size=4)
    address = Address.of(database.tokens_dsn)
    with served(build(made, address, Passwords(QUICK), vault())) as place:
        door = Entrance(database, place)
        yield door
        for session in door.opened:
            session.close()
    made.dispose()


class Screens(Generic[S]):
    """Opens a screen for several people, each in a real session of their own."""

    def __init__(self, door: Entrance, build: Callable[[Session], S]) -> None:
        self._door, self._build = door, build
        self._made: list[S] = []

    def open(self, person: Identity) -> S:
        """Sign somebody in and show them the screen."""
        screen = self._build(self._door.sign_in(person))
        screen.resize(1688, 1000)
        screen.show()
        self._made.append(screen)
        return screen

    def close(self) -> None:
        """Close them all."""
        for screen in self._made:
            screen.close()
            screen.deleteLater()


def dialog(screen: QWidget, kind: type[D]) -> D:
    """Return the one dialog of a kind that is open over a screen."""
    (found,) = [one for one in screen.findChildren(kind) if one.isVisible()]
    return found
