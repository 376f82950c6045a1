"""A desktop that nobody uses locks itself, and opens for who knows the password."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Offline, SignInFailed
from app.services.unlocking import WRONG, Guard, Proof
from app.ui.idle import MINUTES, TRIES, IdleWatch, Lock
from tests.ui.conftest import RunNow

PASSWORD = "seven green bottles"


def nobody(_password: str) -> None:
    raise AssertionError("nobody is asked where there is a proof")


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    def go(self, minutes: float) -> None:
        self.now += 60 * minutes


class Desk(QWidget):
    """A window with something to read, something to write in and a key."""

    def __init__(self) -> None:
        super().__init__()
        self.acted: list[str] = []
        self.content, self.editor = QWidget(), QLineEdit("a half-written note")
        column = QVBoxLayout(self)
        column.addWidget(self.content)
        column.addWidget(self.editor)
        for name, keys in (("go.queue", "F2"), ("app.quit", "F3")):
            action = QAction(name, self)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _on=False, what=name: self.acted.append(what))
            self.addAction(action)
        self.resize(900, 700)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.editor.setFocus()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def lock(desk: Desk, run_now: RunNow, clock: Clock) -> Iterator[Lock]:
    guard = Guard(nobody, Proof.of(PASSWORD))
    made = Lock(desk, run_now, name="Maya Chen", guard=guard, clock=clock)
    yield made
    made.stop()


def enter(lock: Lock, password: str) -> None:
    assert lock.screen is not None
    lock.screen.word_edit.setText(password)
    QTest.keyClick(lock.screen.word_edit, Qt.Key.Key_Return)


def test_the_window_locks_after_the_time_and_not_before(lock: Lock, clock: Clock):
    clock.go(MINUTES - 0.1)
    lock.watch.check()
    before = lock.screen

    clock.go(0.1)
    lock.watch.check()

    assert before is None
    assert lock.screen is not None
    assert lock.screen.isVisible()


def test_input_puts_the_lock_off(lock: Lock, desk: Desk, clock: Clock):
    clock.go(MINUTES - 1)
    place = QPointF(5, 5)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        place,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    handle = desk.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, moved)

    clock.go(2)
    lock.watch.check()

    assert lock.screen is None


def test_the_cover_hides_everything_and_stays_over_it(lock: Lock, desk: Desk):
    lock.lock()
    desk.resize(1200, 800)

    assert lock.screen is not None
    assert lock.screen.geometry() == desk.rect()
    assert desk.childAt(desk.editor.geometry().center()) is not desk.editor
    assert not desk.editor.isEnabled()


def test_keys_do_nothing_while_it_is_locked_but_quit(lock: Lock, desk: Desk):
    lock.lock()

    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
        QTest.keyClick(desk, key)

    assert desk.acted == ["app.quit"]


def test_dialogs_are_hidden_and_come_back(lock: Lock, desk: Desk):
    dialog = QDialog(desk)
    dialog.open()

    lock.lock()
    hidden = dialog.isVisible()
    enter(lock, PASSWORD)

    assert not hidden
    assert dialog.isVisible()
    dialog.close()


def test_the_password_gives_everything_back_as_it_was(lock: Lock, desk: Desk):
    lock.lock()

    enter(lock, PASSWORD)
    QTest.keyClick(desk, Qt.Key.Key_F2)

    assert lock.screen is None
    assert desk.editor.isEnabled()
    assert desk.focusWidget() is desk.editor
    assert desk.editor.text() == "a half-written note"
    assert desk.acted == ["go.queue"]


def test_a_wrong_password_keeps_it_locked_and_says_so(lock: Lock):
    lock.lock()

    enter(lock, "eight green bottles")

    assert lock.screen is not None
    assert lock.screen.password.problem == WRONG
    assert lock.screen.word_edit.text() == ""


def test_too_many_wrong_passwords_lead_to_the_sign_in(lock: Lock, qtbot: QtBot):
    lock.lock()
    for _ in range(TRIES - 1):
        enter(lock, "wrong")

    with qtbot.waitSignal(lock.left):
        enter(lock, "wrong")


class Service:
    """A token service that knows the password, counts who asks, and may be out of reach."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.away = False

    def check(self, password: str) -> None:
        self.asked.append(password)
        if self.away:
            raise Offline("The token service could not be reached.")
        if password != PASSWORD:
            raise SignInFailed("Too many attempts to sign in. Try again in 3 minutes.")


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def continued(desk: Desk, run_now: RunNow, clock: Clock, service: Service) -> Iterator[Lock]:
    """The lock of a session that was continued without a password."""
    guard = Guard(service.check, None)
    made = Lock(desk, run_now, name="Maya Chen", guard=guard, clock=clock)
    yield made
    made.stop()


def test_a_session_without_a_proof_asks_the_service_once(continued: Lock, service: Service):
    for _ in range(2):
        continued.lock()
        enter(continued, PASSWORD)

    assert continued.screen is None
    assert service.asked == [PASSWORD]


def test_what_the_service_refuses_is_said_in_its_words(continued: Lock):
    continued.lock()

    enter(continued, "wrong")

    assert continued.screen is not None
    assert continued.screen.password.problem.startswith("Too many attempts")


def test_a_service_out_of_reach_keeps_it_locked_and_costs_no_try(
    continued: Lock, service: Service, qtbot: QtBot
):
    service.away = True
    continued.lock()
    for _ in range(TRIES):
        enter(continued, PASSWORD)
    assert continued.screen is not None
    told = continued.screen.password.problem
    service.away = False

    enter(continued, PASSWORD)

    assert told == "The token service could not be reached."
    assert continued.screen is None


def test_whoever_cannot_unlock_it_can_sign_out(continued: Lock, qtbot: QtBot):
    continued.lock()
    assert continued.screen is not None

    with qtbot.waitSignal(continued.left):
        continued.screen.other.click()


def test_it_locks_once_however_often_it_is_asked(lock: Lock):
    lock.lock()
    first = lock.screen

    lock.lock()

    assert lock.screen is first


def test_zero_minutes_mean_never(qapp: QApplication, clock: Clock):
    watch = IdleWatch(0, clock)
    told: list[bool] = []
    watch.idle.connect(lambda: told.append(True))

    clock.go(10_000)
    watch.check()

    assert told == []


def test_a_clock_that_was_set_back_begins_again(lock: Lock, clock: Clock):
    clock.go(-600)
    lock.watch.check()
    clock.go(MINUTES)
    lock.watch.check()

    assert lock.screen is not None


def test_a_proof_knows_the_password_and_does_not_hold_it():
    proof = Proof.of(PASSWORD)

    assert proof.fits(PASSWORD)
    assert not proof.fits(PASSWORD + " ")
    assert PASSWORD.encode() not in proof.salt + proof.digest
    assert PASSWORD not in repr(proof)
