"""A person's own keys: chosen, kept, shown on buttons, and refused with words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.ui.buttons import ActionButton
from app.ui.commands import bind, command
from app.ui.keymap import Keymap
from app.ui.theme import Theme

MAYA = Identity(3, "maya", "Maya Chen", Role.STAFF)
TOM = Identity(4, "tom", "Tom Reid", Role.STAFF)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def keymap(theme: Theme, settings: QSettings) -> Iterator[Keymap]:
    keymap = Keymap(MAYA, settings)
    yield keymap
    keymap.restore()


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    desk = QWidget()
    desk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    desk.setFocus()
    return desk


def test_a_chosen_key_works_at_once_in_place_of_the_old_one(keymap: Keymap, desk: QWidget):
    done: list[str] = []
    bind("claim.approve", desk, lambda: done.append("approved"), MAYA)

    refusal = keymap.choose("claim.approve", "P")
    QTest.keyClick(desk, Qt.Key.Key_A)
    before = list(done)
    QTest.keyClick(desk, Qt.Key.Key_P)

    assert (refusal, before, done) == ("", [], ["approved"])


def test_buttons_show_the_chosen_key(keymap: Keymap, desk: QWidget):
    button = ActionButton("Approve", follows="claim.approve")

    keymap.choose("claim.approve", "Shift+P")

    assert button.accessibleDescription() == "Shortcut Shift P"
    assert command("claim.approve").keycap == "Shift P"


def test_keys_are_kept_for_the_person_and_nobody_else(keymap: Keymap, settings: QSettings):
    keymap.choose("claim.approve", "P")

    Keymap(TOM, settings)
    toms = command("claim.approve").keys
    Keymap(MAYA, settings)

    assert (toms, command("claim.approve").keys) == (("A",), ("P",))


def test_a_command_may_be_without_keys(keymap: Keymap):
    refusal = keymap.choose("claim.deny", "")

    assert (refusal, command("claim.deny").keys, command("claim.deny").keycap) == ("", (), "")


def test_all_keys_come_back(keymap: Keymap):
    keymap.choose("claim.deny", "P")

    keymap.restore()

    assert command("claim.deny").keys == ("D",)


def test_one_command_gets_its_keys_back_unless_another_has_them_now(keymap: Keymap):
    keymap.choose("claim.deny", "P")
    keymap.choose("claim.approve", "D")

    refusal = keymap.restore("claim.deny")

    assert refusal == "D is the key of Approve. Choose another, or change that one first."
    assert command("claim.deny").keys == ("P",)


@pytest.mark.parametrize(
    ("identifier", "keys", "refusal"),
    [
        ("claim.approve", "R", "R is the key of Refer to SIU. Choose another"),
        ("claim.approve", "G", "G and G then Q of Triage queue begin alike"),
        ("claim.approve", "Alt+Tab", "Alt Tab belongs to the system"),
        ("claim.approve", "Tab", "Tab belongs to the system"),
        ("claim.approve", "Ctrl+C", "Ctrl C belongs to editing text"),
        ("app.lock", "Q", "Lock works everywhere, also while you write. Add Ctrl or Alt"),
        ("app.palette", "P", "The keys of All commands stay as they are"),
    ],
)
def test_a_clash_is_refused_with_words(keymap: Keymap, identifier: str, keys: str, refusal: str):
    before = command(identifier).keys

    said = keymap.choose(identifier, keys)

    assert said.startswith(refusal)
    assert command(identifier).keys == before


def test_a_key_somebody_gave_away_is_free_for_another(keymap: Keymap):
    keymap.choose("claim.refer", "P")

    assert keymap.choose("claim.approve", "R") == ""


def test_what_is_no_command_any_more_is_passed_over(settings: QSettings, theme: Theme):
    settings.setValue("keys/maya/claim.burn", "B")

    Keymap(MAYA, settings)

    assert command("claim.approve").keys == ("A",)
