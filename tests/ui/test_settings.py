"""The settings: theme, rows, scale and keys, each in force as soon as it is picked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.language import CHOICE
from app.ui import theme as themes
from app.ui.commands import command
from app.ui.display import Density, Display, density, scale_from, stored_scale
from app.ui.keymap import Keymap
from app.ui.queue.cells import DENSE_HEIGHT, ROW_HEIGHT
from app.ui.queue.table import ClaimTable
from app.ui.queue.view import QueueView
from app.ui.settings_dialog import SettingsDialog
from app.ui.theme import Choice, Theme, resolve
from app.ui.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Palette

MAYA = Identity(3, "maya", "Maya Chen", Role.STAFF)
NO_WISH, STRONG = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def dialog(theme: Theme, settings: QSettings, qtbot: QtBot) -> Iterator[SettingsDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    display, keymap = Display(settings), Keymap(MAYA, settings)
    dialog = SettingsDialog(theme, display, keymap, MAYA, parent)
    yield dialog
    theme.choose(Choice.LIGHT)
    display.choose_density(Density.ROOMY)
    keymap.restore()


def test_a_theme_is_shown_as_soon_as_it_is_picked(dialog: SettingsDialog):
    dialog.themes.buttons[Choice.CONTRAST].click()

    assert themes.current() is CONTRAST_LIGHT


@pytest.mark.parametrize(
    ("choice", "system", "wished", "palette"),
    [
        (Choice.SYSTEM, Qt.ColorScheme.Light, NO_WISH, LIGHT),
        (Choice.SYSTEM, Qt.ColorScheme.Dark, NO_WISH, DARK),
        (Choice.SYSTEM, Qt.ColorScheme.Light, STRONG, CONTRAST_LIGHT),
        (Choice.SYSTEM, Qt.ColorScheme.Dark, STRONG, CONTRAST_DARK),
        (Choice.CONTRAST, Qt.ColorScheme.Dark, NO_WISH, CONTRAST_DARK),
        (Choice.LIGHT, Qt.ColorScheme.Dark, STRONG, LIGHT),
        (Choice.DARK, Qt.ColorScheme.Light, STRONG, DARK),
    ],
)
def test_the_system_s_wish_for_contrast_holds_unless_a_person_chose(
    choice: Choice, system: Qt.ColorScheme, wished: Qt.ContrastPreference, palette: Palette
):
    assert resolve(choice, system, wished) is palette


def test_rows_follow_the_density_at_once(dialog: SettingsDialog, qtbot: QtBot):
    holder = QWidget()
    qtbot.addWidget(holder)
    view = QueueView(ClaimTable(holder))
    qtbot.addWidget(view)
    before = view.verticalHeader().defaultSectionSize()

    dialog.densities.buttons[Density.DENSE].click()

    after = view.verticalHeader().defaultSectionSize()
    assert (before, after, density()) == (ROW_HEIGHT, DENSE_HEIGHT, Density.DENSE)


def test_the_density_and_the_theme_are_kept(dialog: SettingsDialog, settings: QSettings):
    dialog.densities.buttons[Density.DENSE].click()
    dialog.themes.buttons[Choice.DARK].click()

    Display(settings)

    assert density() is Density.DENSE


def test_the_language_is_kept_for_the_next_start(dialog: SettingsDialog, settings: QSettings):
    system = dialog.languages.buttons[""].isChecked()

    dialog.languages.buttons["de"].click()

    assert system
    assert settings.value(CHOICE) == "de"
    assert Display(settings).language == "de"


def test_the_scale_holds_from_the_next_start(
    dialog: SettingsDialog, settings: QSettings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    dialog.scale.setCurrentIndex(2)
    dialog.scale.activated.emit(2)

    scale_from(settings)

    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    monkeypatch.delenv("QT_SCALE_FACTOR")


def test_a_scale_of_the_environment_goes_first(
    settings: QSettings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    settings.setValue("display/scale", 150)

    scale_from(settings)

    assert os.environ["QT_SCALE_FACTOR"] == "2"


@pytest.mark.parametrize("stored", ["", "90", "much", "1000"])
def test_a_scale_that_nobody_offers_means_none(settings: QSettings, stored: str):
    settings.setValue("display/scale", stored)

    assert stored_scale(settings) == 100


def test_a_new_key_is_pressed_into_its_row(dialog: SettingsDialog):
    row = dialog.keys.rows["claim.approve"]

    row.editor.setKeySequence(QKeySequence("P"))
    row.editor.editingFinished.emit()

    assert command("claim.approve").keys == ("P",)
    assert dialog.keys.banner.isHidden()


def test_a_clash_says_who_has_the_key_and_puts_the_old_one_back(
    dialog: SettingsDialog, qtbot: QtBot
):
    row = dialog.keys.rows["claim.approve"]

    row.editor.setKeySequence(QKeySequence("R"))
    row.editor.editingFinished.emit()

    said = "R is the key of Refer to SIU. Choose another, or change that one first."
    assert dialog.keys.banner.accessibleName() == said
    qtbot.waitUntil(lambda: row.chosen() == "A")


def test_one_key_and_all_keys_can_be_restored(dialog: SettingsDialog, qtbot: QtBot):
    for identifier, keys in (("claim.approve", "P"), ("claim.deny", "B")):
        dialog.keys.rows[identifier].editor.setKeySequence(QKeySequence(keys))
        dialog.keys.choose(identifier)

    dialog.keys.rows["claim.approve"].back.click()
    one = command("claim.approve").keys, command("claim.deny").keys
    dialog.keys.restore.click()

    assert (one, command("claim.deny").keys) == ((("A",), ("B",)), ("D",))
    qtbot.waitUntil(lambda: dialog.keys.rows["claim.deny"].chosen() == "D")


def test_the_way_back_keeps_its_key(dialog: SettingsDialog):
    assert not dialog.keys.rows["claim.back"].editor.isEnabled()
