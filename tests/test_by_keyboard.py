"""The whole desktop without a mouse: ten claims decided, and every control reached, named, seen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.codes import Action
from app.embedded.attach import Attachment, attach
from app.main import Desktop
from app.opening import opening
from app.signed_in import SignedIn
from app.ui.queue.page import QueuePage
from app.ui.theme import Choice

MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
PATIENCE = 30_000
MOST_STOPS = 400
PEOPLE = ("samir", "ruth", "bea", "grace")


class NoMouse(QObject):
    """Counts the mouse events that reach any widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[QEvent.Type] = []
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in MOUSE:
            self.seen.append(event.type())
        return False


class Hands:
    """A person at the keyboard of one desktop."""

    def __init__(self, desktop: Desktop, qtbot: QtBot) -> None:
        self.desktop, self._qtbot = desktop, qtbot

    @property
    def window(self) -> QWidget:
        work = self.desktop.work
        return work.window if isinstance(work, SignedIn) else self.desktop.sign_in

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self._focused(), key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)

    def wait(self, come: Any) -> None:
        self._qtbot.waitUntil(come, timeout=PATIENCE)

    def sign_in(self, username: str) -> SignedIn:
        """Write name and password, and go in with Enter."""
        sign_in = self.desktop.sign_in
        self.wait(lambda: bool(sign_in.grid.cards))
        (password,) = (
            c.person.password for c in sign_in.grid.cards if c.person.username == username
        )
        sign_in.name_edit.setFocus()
        self.type(username)
        self.key(Qt.Key.Key_Tab)
        self.type(password)
        self.key(Qt.Key.Key_Return)
        self.wait(lambda: self.desktop.work is not None)
        assert isinstance(self.desktop.work, SignedIn)
        return self.desktop.work

    def enter(self, username: str) -> SignedIn:
        """Go in with the card of a sample person."""
        sign_in = self.desktop.sign_in
        self.wait(lambda: bool(sign_in.grid.cards))
        (card,) = (c for c in sign_in.grid.cards if c.person.username == username)
        card.click()
        self.wait(lambda: self.desktop.work is not None)
        assert isinstance(self.desktop.work, SignedIn)
        return self.desktop.work

    def _focused(self) -> QWidget:
        window = self.window
        if not window.isActiveWindow():
            window.activateWindow()
            self._qtbot.waitUntil(window.isActiveWindow)
        return window.focusWidget() or window


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attachment]:
    attachment = attach(tmp_path_factory.mktemp("keyboard") / "workspace", sample=True)
    yield attachment
    attachment.discard()


@pytest.fixture
def desktop(qapp: QApplication, held: Attachment) -> Iterator[Desktop]:
    made = Desktop(qapp, opening(Path(held.workspace.root)))
    made.theme.choose(Choice.LIGHT)
    made.open()
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def hands(desktop: Desktop, qtbot: QtBot) -> Hands:
    return Hands(desktop, qtbot)


def decide(hands: Hands, page: QueuePage, wanted: str) -> str:
    """Decide the claim on show by keys, and return what was done with which claim."""
    detail = page.pane.detail
    assert detail is not None
    number = detail.row.number
    may_approve = detail.actions.get(Action.APPROVE, "no") is None
    wanted = "R" if wanted == "A" and not may_approve else wanted
    hands.type(wanted)
    hands.wait(lambda: page.pane.slot.form() is not None)
    if wanted == "A":
        hands.key(Qt.Key.Key_Space)
    else:
        hands.type("4" if wanted == "R" else "The receipts for the repair")
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.wait(lambda: page.toast.text.startswith(number) and page.toast.isVisible())
    return f"{wanted} {number}"


def test_ten_claims_are_triaged_from_the_sign_in_on_without_a_mouse(
    qapp: QApplication, hands: Hands
):
    mouse = NoMouse(qapp)
    work = hands.sign_in("maya")
    page = work.window.screen_shown
    assert isinstance(page, QueuePage)
    hands.wait(lambda: page.pane.detail is not None)
    done: list[str] = []

    for place in range(10):
        hands.wait(lambda: _ready(page, done))
        done.append(decide(hands, page, "ARI"[place % 3]))

    told = {what.split()[0] for what in done}
    assert told == {"A", "R", "I"}
    assert len({what.split()[1] for what in done}) == 10
    assert mouse.seen == []


def _ready(page: QueuePage, done: list[str]) -> bool:
    """Tell whether a claim that was not decided yet is on show with all that is known of it."""
    detail, claim = page.pane.detail, page.pane.claim
    known = detail is not None and claim is not None and detail.row.id == claim.id
    return known and claim is not None and all(claim.number not in what for what in done)


@pytest.mark.parametrize("username", PEOPLE)
def test_every_control_of_every_screen_is_named_reached_and_shows_its_focus(
    hands: Hands, username: str
):
    work = hands.enter(username)
    faults: list[str] = []

    for place in work.window.navigation.buttons:
        work.window.go(place)
        hands.wait(lambda: _settled(work))
        faults += [f"{place}: {fault}" for fault in _faults(work.window)]

    assert "\n".join(faults) == ""


def test_every_dialog_of_the_desk_is_named_and_lets_go_of_the_focus(hands: Hands):
    work = hands.enter("samir")
    faults: list[str] = []
    opens = (work._show_settings, work._show_shortcuts, work._show_outbox, work._show_sessions)

    for show in opens:
        show()
        dialog = next(d for d in work.window.findChildren(QDialog) if d.isVisible())
        hands.wait(lambda: _settled(work))
        name = dialog.accessibleName() or dialog.windowTitle()
        faults += [f"{name or type(dialog).__name__}: {fault}" for fault in _faults(dialog)]
        faults += [] if name else [f"{type(dialog).__name__} has no name"]
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert "\n".join(faults) == ""


def _settled(work: SignedIn) -> bool:
    QApplication.processEvents()
    return not work._tasks._running


def _faults(window: QWidget) -> list[str]:
    window.activateWindow()
    stops = _walk(window)
    faults = [f"{_told(w)} has no name" for w in _controls(window) if not _spoken(w)]
    faults += [f"{_told(w)} has no role" for w in _controls(window) if not _role(w)]
    if len(stops) >= MOST_STOPS:
        faults.append(f"Tab never comes back; it stays at {_told(stops[-1])}")
    missed = [w for w in _controls(window) if w not in stops and not _follows_its_group(w, stops)]
    faults += [f"{_told(w)} is not reached with Tab" for w in missed]
    faults += [f"{_told(w)} does not show its focus" for w in stops if not _shows_focus(w)]
    return faults


def _walk(window: QWidget) -> list[QWidget]:
    """Return where Tab leads, in order, until it comes back to where it began."""
    first = window.focusWidget() or window.nextInFocusChain()
    assert first is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[QWidget] = []
    while len(stops) < MOST_STOPS:
        here = window.focusWidget()
        if here is None or (stops and here is stops[0]):
            break
        stops.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return stops


def _controls(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.focusProxy() is None
    ]


def _follows_its_group(widget: QWidget, stops: list[QWidget]) -> bool:
    """Tell whether arrows lead from another button of the same choice to this one."""
    if not isinstance(widget, QPushButton):
        return False
    group: QButtonGroup | None = widget.group()
    if group is not None and group.exclusive():
        return any(button in stops for button in group.buttons())
    parent = widget.parentWidget()
    beside = parent.findChildren(QPushButton) if parent and widget.autoExclusive() else []
    return any(one in stops for one in beside if one.autoExclusive())


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else "gone"


def _role(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return bool(interface) and interface.role() != QAccessible.Role.NoRole


def _shows_focus(widget: QWidget) -> bool:
    """Tell whether the widget looks otherwise with the focus than without it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    with_focus = widget.grab().toImage()
    widget.clearFocus()
    QApplication.processEvents()
    return with_focus != widget.grab().toImage()


def _told(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{name}” in {type(widget.parentWidget()).__name__}"
