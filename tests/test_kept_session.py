"""A desktop of a shared installation: who stays signed in, and what is left on the machine."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import keeping
from app.access import Identity
from app.database import engine
from app.main import Desktop
from app.opening import opening
from app.services import session
from app.services.keychain import APOLOGY
from app.services.outbox import MEMORY_ONLY
from app.services.unlocking import WRONG
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from app.ui.sessions import SessionsDialog
from tests.factories import a_person
from tests.server import Database
from tests.token_service import HASHED, PASSWORD, QUICK, served, vault

PATIENCE = 20_000
BETTER = "eight red bottles"


class Ring(KeyringBackend):
    """A keyring that keeps what it is given in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(scope="module")
def token_url(shared_database: Database) -> Iterator[str]:
    made = engine(shared_database.tokens_dsn, pool_size=4)
    address = Address.of(shared_database.tokens_dsn)
    with served(build(made, address, Passwords(QUICK), vault())) as place:
        yield place
    made.dispose()


@pytest.fixture
def maya(shared_database: Database) -> Identity:
    person = a_person(shared_database, authority_limit=Decimal(7500))
    shared_database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, HASHED)
    return person


@pytest.fixture
def ring(monkeypatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(session, "trusted_backend", lambda: made)
    return made


@pytest.fixture
def desktops(
    qapp: QApplication, tmp_path: Path, token_url: str, monkeypatch
) -> Iterator["Desktops"]:
    monkeypatch.setattr(keeping, "user_data_path", lambda *_told, **_how: tmp_path / "data")
    made = Desktops(qapp, tmp_path, token_url)
    yield made
    made.close()


class Desktops:
    """Opens desktops of one person's machine, one after another."""

    def __init__(self, app: QApplication, folder: Path, token_url: str) -> None:
        self._app, self.folder = app, folder
        self._profile = folder / "profile.toml"
        self._profile.write_text(f'name = "North"\ntoken_url = "{token_url}"\n')
        self._open: list[Desktop] = []

    def open(self, qtbot: QtBot) -> Desktop:
        settings = QSettings(str(self.folder / "desktop.ini"), QSettings.Format.IniFormat)
        desktop = Desktop(self._app, opening(None, self._profile), settings=settings)
        self._open.append(desktop)
        desktop.open()
        qtbot.waitUntil(lambda: desktop.place is not None, timeout=PATIENCE)
        return desktop

    def sign_in(self, qtbot: QtBot, person: Identity, *, keep: bool) -> Desktop:
        desktop = self.open(qtbot)
        desktop.sign_in.name_edit.setText(person.username)
        desktop.sign_in.word_edit.setText(PASSWORD)
        desktop.sign_in.keep.setChecked(keep)
        desktop.sign_in.submit()
        qtbot.waitUntil(lambda: desktop.work is not None, timeout=PATIENCE)
        return desktop

    def close(self) -> None:
        for desktop in self._open:
            desktop.close()
        self._open = []
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_shared_installation_offers_to_stay_signed_in(qtbot: QtBot, desktops: Desktops):
    desktop = desktops.open(qtbot)

    assert desktop.sign_in.keep.isVisible()
    assert not desktop.sign_in.keep.isChecked()


def test_who_stays_signed_in_needs_no_password_at_the_next_start(
    qtbot: QtBot, desktops: Desktops, maya: Identity, ring: Ring
):
    desktops.sign_in(qtbot, maya, keep=True)
    desktops.close()

    again = desktops.open(qtbot)
    qtbot.waitUntil(lambda: again.work is not None, timeout=PATIENCE)

    assert again.work.session.identity == maya
    assert again.work.kept.postbox.notice == ""


def test_the_password_is_nowhere_on_the_machine(
    qtbot: QtBot, desktops: Desktops, maya: Identity, ring: Ring
):
    desktops.sign_in(qtbot, maya, keep=True)
    desktops.close()

    files = [path for path in desktops.folder.rglob("*") if path.is_file()]
    secrets = [PASSWORD, *ring.kept.values()]
    assert not any(word in path.read_text("utf-8") for path in files for word in secrets)
    assert not any(PASSWORD in entry for entry in ring.kept.values())


def test_signing_out_forgets_the_session(
    qtbot: QtBot, desktops: Desktops, maya: Identity, ring: Ring
):
    desktop = desktops.sign_in(qtbot, maya, keep=True)
    desktop.work.window.signed_out.emit()
    qtbot.waitUntil(
        lambda: not any("refresh_token" in entry for entry in ring.kept.values()), timeout=PATIENCE
    )
    desktops.close()

    again = desktops.open(qtbot)

    assert again.work is None
    assert again.sign_in.button.isEnabled()


def test_a_session_that_has_ended_elsewhere_leads_to_the_sign_in(
    qtbot: QtBot, desktops: Desktops, maya: Identity, ring: Ring, shared_database: Database
):
    desktops.sign_in(qtbot, maya, keep=True)
    desktops.close()
    shared_database.run(
        "UPDATE auth.refresh_token SET revoked_at = now() WHERE user_id = %s", maya.id
    )

    again = desktops.open(qtbot)
    qtbot.waitUntil(again.sign_in.button.isEnabled, timeout=PATIENCE)

    assert again.work is None
    assert again.sign_in.name_edit.text() == maya.username


def test_who_does_not_ask_for_it_signs_in_anew(
    qtbot: QtBot, desktops: Desktops, maya: Identity, ring: Ring
):
    desktop = desktops.sign_in(qtbot, maya, keep=False)
    notice = desktop.work.kept.postbox.notice
    desktops.close()

    again = desktops.open(qtbot)

    assert notice == MEMORY_ONLY
    assert ring.kept == {}
    assert again.work is None


def test_a_machine_without_a_keyring_says_so_aloud(
    qtbot: QtBot, desktops: Desktops, maya: Identity, monkeypatch
):
    monkeypatch.setattr(session, "trusted_backend", lambda: None)

    desktop = desktops.sign_in(qtbot, maya, keep=True)

    assert desktop.work.window.notice.accessibleName() == APOLOGY
    assert desktop.work.window.notice.isVisible()


def test_a_locked_desktop_opens_with_the_password_of_the_sign_in(
    qtbot: QtBot, desktops: Desktops, maya: Identity
):
    desktop = desktops.sign_in(qtbot, maya, keep=False)
    desktop.work.window.lock_asked.emit()
    screen = desktop.lock.screen

    screen.word_edit.setText(PASSWORD)
    screen.unlock.click()
    qtbot.waitUntil(lambda: desktop.lock.screen is None, timeout=PATIENCE)

    assert desktop.work.window.navigation.isEnabled()


@pytest.mark.usefixtures("ring")
def test_a_continued_desktop_opens_with_the_password_that_the_service_knows(
    qtbot: QtBot, desktops: Desktops, maya: Identity
):
    desktops.sign_in(qtbot, maya, keep=True)
    desktops.close()
    again = desktops.open(qtbot)
    qtbot.waitUntil(lambda: again.work is not None, timeout=PATIENCE)
    again.work.window.lock_asked.emit()
    screen = again.lock.screen
    screen.word_edit.setText("eight green bottles")
    screen.unlock.click()
    qtbot.waitUntil(lambda: screen.password.problem == WRONG, timeout=PATIENCE)

    screen.word_edit.setText(PASSWORD)
    screen.unlock.click()
    qtbot.waitUntil(lambda: again.lock.screen is None, timeout=PATIENCE)

    assert again.work.window.navigation.isEnabled()


def test_a_new_password_unlocks_and_the_former_one_does_not(
    qtbot: QtBot, desktops: Desktops, maya: Identity
):
    desktop = desktops.sign_in(qtbot, maya, keep=False)
    window = desktop.work.window
    window.sessions_asked.emit()
    dialog = window.findChild(SessionsDialog)
    assert isinstance(dialog, SessionsDialog)
    form = dialog.password
    for editor, word in ((form.old, PASSWORD), (form.new, BETTER), (form.again, BETTER)):
        editor.setText(word)
    with qtbot.waitSignal(window.password_changed, timeout=PATIENCE):
        form.submit()
    dialog.accept()
    window.lock_asked.emit()
    screen = desktop.lock.screen

    screen.word_edit.setText(PASSWORD)
    screen.unlock.click()
    qtbot.waitUntil(lambda: screen.password.problem == WRONG, timeout=PATIENCE)
    screen.word_edit.setText(BETTER)
    screen.unlock.click()
    qtbot.waitUntil(lambda: desktop.lock.screen is None, timeout=PATIENCE)

    assert window.navigation.isEnabled()


@pytest.mark.usefixtures("ring")
def test_a_continued_desktop_can_be_left_for_the_sign_in(
    qtbot: QtBot, desktops: Desktops, maya: Identity
):
    desktops.sign_in(qtbot, maya, keep=True)
    desktops.close()
    again = desktops.open(qtbot)
    qtbot.waitUntil(lambda: again.work is not None, timeout=PATIENCE)

    again.work.window.lock_asked.emit()
    again.lock.screen.other.click()

    assert again.work is None
    assert again.sign_in.isVisible()


def test_a_second_window_neither_continues_nor_keeps_a_session(
    qtbot: QtBot, desktops: Desktops, maya: Identity, ring: Ring
):
    first = desktops.sign_in(qtbot, maya, keep=True)

    second = desktops.open(qtbot)

    assert not second.sign_in.keep.isVisible()
    assert second.work is None
    assert first.work.session.source.call("GET", "/v1/sessions")["sessions"]
