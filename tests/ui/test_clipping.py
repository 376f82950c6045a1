"""Words are whole at every width that the windows allow."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.codes import ClaimType
from app.services.practice import practice_claims
from app.ui.buttons import IconButton
from app.ui.display import Display
from app.ui.first_run import FirstRunDialog
from app.ui.intake.form import IntakeForm
from app.ui.keymap import Keymap
from app.ui.labels import Elided
from app.ui.navigation import PlaceButton
from app.ui.practice import PracticeDialog
from app.ui.settings_dialog import SettingsDialog
from app.ui.shortcut_sheet import ShortcutSheet
from app.ui.theme import Theme
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, three_claims

MAYA = Identity(3, "maya", "Maya Chen", Role.STAFF)
WIDTHS = (1024, 1366, 1920, 3840)
SUPERVISOR = Identity(4, "samir", "Samir Haddad", Role.STAFF, supervisor=True, siu=True)


def cut(window: QWidget) -> list[str]:
    """Return the words that have less room than they need; those that elide tell the whole."""
    QApplication.processEvents()
    found = []
    for widget in window.findChildren(QWidget):
        words = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
        if words and widget.isVisibleTo(window) and _is_cut(widget):
            found.append(f"{type(widget).__name__} “{words}” has {widget.width()} px")
    return found


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, Elided):
        return not widget.accessibleName()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width()) - 1
    if isinstance(widget, QLabel):
        return widget.width() < widget.minimumSizeHint().width()
    return widget.width() < widget.fontMetrics().horizontalAdvance(_plain(widget)) - 1


def _plain(button: QWidget) -> str:
    """Return what stands on a button; one that is an icon alone has no words to cut."""
    return button.text() if isinstance(button, QPushButton) and not _is_icon(button) else ""


def _is_icon(button: QWidget) -> bool:
    return isinstance(button, IconButton | PlaceButton)


Make = Callable[[Theme, QWidget], QWidget]
DIALOGS: dict[str, Make] = {
    "settings": lambda theme, over: SettingsDialog(
        theme, Display(), Keymap(MAYA, None), MAYA, over
    ),
    "shortcuts": lambda _theme, over: ShortcutSheet(SUPERVISOR, over),
    "first run": lambda theme, over: FirstRunDialog(
        theme, Display(), None, over, may_practise=True
    ),
    "practice": lambda _theme, over: PracticeDialog(practice_claims(), MAYA, over),
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_cut_no_words_on_a_small_screen(theme: Theme, window: QWidget, name: str):
    dialog = DIALOGS[name](theme, window)
    dialog.show()

    faults = cut(dialog)

    fits = dialog.width() <= window.width() and dialog.height() <= window.height()
    dialog.close()
    assert faults == []
    assert fits


@pytest.mark.parametrize("line", ClaimType)
def test_the_form_of_a_line_cuts_no_words(theme: Theme, qtbot: QtBot, line: ClaimType):
    form = IntakeForm(line)
    form.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(form)
    form.resize(1024, 700)
    form.show()

    assert cut(form) == []


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_queue_and_its_claim_cut_no_words(database: Database, desks: Desks, width: int):
    three_claims(database, cause="accidental_damage", claim_type="property")
    page = desks.open(a_person(database, full_name="Maya Chen"), working=True)
    page.resize(width - (56 if width < 1400 else 232), 700)
    page.open_claim()

    assert cut(page) == []
