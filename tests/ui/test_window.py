"""The main window: places by role, panes by key, and a status line that is true."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.services.queue_filter import Counts
from app.ui.about import AboutDialog, show_about
from app.ui.changes import Changes
from app.ui.navigation import NARROW, WIDTH, Place
from app.ui.theme import Choice, Theme
from app.ui.window import MainWindow

ADJUSTER = Identity(3, "maya", "Maya Chen", Role.STAFF, supervisor=True)


class Screen(QWidget):
    """Two panes and a hint, as the real screens have them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.left, self.right = QPushButton("left"), QLineEdit()
        self.right.setAccessibleName("right")
        column = QVBoxLayout(self)
        column.addWidget(self.left)
        column.addWidget(self.right)

    def panes(self) -> list[QWidget]:
        return [self.left, self.right]

    def hints(self) -> tuple[tuple[str, str], ...]:
        return (("J K", "move"), ("A", "approve"))


def shown(window: MainWindow) -> Screen:
    screen = window.screen_shown
    assert isinstance(screen, Screen)
    return screen


def places() -> list[Place]:
    return [
        Place("go.queue", "Work", lambda: Screen("queue"), "queue"),
        Place("go.mine", "Work", lambda: Screen("mine"), "mine"),
        Place("go.batch", "Insight", lambda: Screen("batch")),
    ]


@pytest.fixture
def changes(theme: Theme) -> Changes:
    return Changes()


@pytest.fixture
def window(qtbot: QtBot, changes: Changes, theme: Theme) -> MainWindow:
    window = MainWindow(ADJUSTER, places(), changes, theme, workplace="Northgate")
    window.resize(1600, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_it_opens_at_the_first_place(window: MainWindow):
    assert window.screen_shown.objectName() == "queue"
    assert window.navigation.buttons["go.queue"].isChecked()
    assert window.windowTitle() == "Triage queue · Precedent"


def test_a_screen_is_made_once_when_it_is_first_visited(window: MainWindow):
    first = window.go("go.mine")
    window.go("go.queue")

    assert window.go("go.mine") is first


def test_a_click_in_the_navigation_goes_there(window: MainWindow):
    QTest.mouseClick(window.navigation.buttons["go.batch"], Qt.MouseButton.LeftButton)

    assert window.screen_shown.objectName() == "batch"


def test_g_then_a_letter_goes_there(window: MainWindow):
    QTest.keyClick(shown(window).left, Qt.Key.Key_G)
    QTest.keyClick(shown(window).left, Qt.Key.Key_B)

    assert window.screen_shown.objectName() == "batch"


def test_another_screen_may_ask_to_go_somewhere(window: MainWindow, changes: Changes):
    changes.wanted.emit("go.mine")

    assert window.screen_shown.objectName() == "mine"


def test_f6_visits_every_pane_and_comes_back(window: MainWindow):
    screen = shown(window)
    visited = []

    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        visited.append(window.focusWidget())

    assert visited == [screen.right, window.navigation.person, screen.left]


def test_shift_f6_goes_the_other_way(window: MainWindow):
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    assert window.focusWidget() is window.navigation.person


def test_the_navigation_shows_how_many_claims_wait(window: MainWindow, changes: Changes):
    changes.counts.emit(Counts(queue=12_345, mine=18, referred=9))

    buttons = window.navigation.buttons
    assert buttons["go.queue"].accessibleName() == "Triage queue, 12,345"
    assert buttons["go.mine"].accessibleName() == "My claims, 18"
    assert buttons["go.batch"].accessibleName() == "Batch scoring"


@pytest.mark.parametrize(("width", "column"), [(1366, NARROW), (1400, WIDTH), (1920, WIDTH)])
def test_the_navigation_collapses_on_small_screens(window: MainWindow, width: int, column: int):
    window.resize(width, 768)

    assert window.navigation.width() == column


def test_a_lost_connection_is_said_and_taken_back(window: MainWindow, changes: Changes):
    lost, back = False, True
    changes.online.emit(lost)
    said = window.status._state.text()
    changes.online.emit(back)

    assert (said, window.status._state.text()) == ("Offline, trying again", "Online")


def test_the_active_model_is_named(window: MainWindow, changes: Changes):
    changes.model.emit("bundled 1")

    assert window.status._model_name.text() == "Model bundled 1 active"
    assert window.status._model.isVisible()


def test_a_batch_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, window: MainWindow, changes: Changes
):
    window.status.batch.DELAY_MS = 1
    changes.batch.emit("Scoring october.csv", 1240, 5000)
    qtbot.waitUntil(window.status.batch.isVisible)

    with qtbot.waitSignal(changes.batch_cancelled):
        QTest.mouseClick(window.status.batch.stop, Qt.MouseButton.LeftButton)

    assert window.status.batch._far.text() == "1,240 of 5,000"
    assert not window.status.batch.stop.isEnabled()


def test_a_batch_that_ends_at_once_never_shows(window: MainWindow, changes: Changes):
    changes.batch.emit("Scoring october.csv", 0, 10)
    changes.batch.emit("", 0, 0)

    assert not window.status.batch.isVisible()
    assert not window.status.batch._timer.isActive()


def test_the_menu_of_the_person_switches_the_theme(window: MainWindow, theme: Theme):
    menu = window.person_menu()
    dark = next(action for action in menu.actions() if action.text() == "Dark")

    dark.trigger()

    assert theme.choice is Choice.DARK


@pytest.mark.parametrize(
    ("words", "signal"), [("Sign out", "signed_out"), ("About Precedent", "about_asked")]
)
def test_the_menu_of_the_person_leads_out(
    qtbot: QtBot, window: MainWindow, words: str, signal: str
):
    action = next(a for a in window.person_menu().actions() if a.text() == words)

    with qtbot.waitSignal(getattr(window, signal)):
        action.trigger()


def test_the_theme_switches_by_key(window: MainWindow, theme: Theme):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(shown(window).left, Qt.Key.Key_D, both)

    assert theme.choice is Choice.DARK


def test_the_window_opens_where_it_was_closed(
    qtbot: QtBot, changes: Changes, theme: Theme, tmp_path
):
    settings = QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)
    first = MainWindow(ADJUSTER, places(), changes, theme, workplace="Northgate", settings=settings)
    qtbot.addWidget(first)
    first.resize(1024, 650)
    first.show()
    first.close()

    second = MainWindow(
        ADJUSTER, places(), changes, theme, workplace="Northgate", settings=settings
    )
    qtbot.addWidget(second)

    assert (second.width(), second.height()) == (1024, 650)


def test_about_names_versions_and_licences_and_copies_them(run_now, window: MainWindow):
    show_about(run_now, lambda: (("Application", "0.1.0"), ("PostgreSQL", "18.6")), window)
    (dialog,) = window.findChildren(AboutDialog)

    dialog.copy.click()

    assert QApplication.clipboard().text() == "Application: 0.1.0\nPostgreSQL: 18.6"
    assert "SIL OPEN FONT LICENSE" in dialog.licences.toPlainText()
    assert "PySide6-Essentials 6.11" in dialog.licences.toPlainText()
