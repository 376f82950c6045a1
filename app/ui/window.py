"""The main window: navigation, one screen at a time, and the status line."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity
from app.services.outbox import Held
from app.ui import icons
from app.ui.brand import NAME
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.commands import bind, command, note
from app.ui.navigation import Navigation, Place
from app.ui.outbox import Postbox
from app.ui.status import StatusLine
from app.ui.theme import Choice, Theme
from app.words import say

NARROW_BELOW = 1400
_CHOICES = (
    (Choice.SYSTEM, say("As the system"), "monitor"),
    (Choice.LIGHT, say("Light"), "sun"),
    (Choice.DARK, say("Dark"), "moon"),
    (Choice.CONTRAST, say("High contrast"), "contrast"),
)


@runtime_checkable
class Paned(Protocol):
    """A screen of several panes, in the order F6 visits them."""

    def panes(self) -> list[QWidget]:
        """Return a widget of each pane that can take the focus."""


@runtime_checkable
class Hinting(Protocol):
    """A screen whose keys the status line shows."""

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of keys and what they do in one word."""


class MainWindow(QWidget):
    """Shows the places of one signed-in person; a screen is made when it is first visited."""

    signed_out = Signal()
    closed = Signal()
    about_asked = Signal()
    sessions_asked = Signal()
    lock_asked = Signal()
    password_changed = Signal()
    settings_asked = Signal()

    def __init__(
        self,
        identity: Identity,
        places: Sequence[Place],
        changes: Changes,
        theme: Theme,
        *,
        workplace: str,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__()
        self._identity, self._theme, self._settings = identity, theme, settings
        self._places = {place.command: place for place in places}
        self._screens: dict[str, QWidget] = {}
        self._here = ""
        self._share = ""
        self.navigation = Navigation(identity, places, workplace)
        self.status, self.notice, self.post = StatusLine(), Banner("med"), Banner("low")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect(changes)
        self._bind()
        self._restore()
        self.go(places[0].command)

    def go(self, identifier: str) -> QWidget:
        """Show a place and return its screen."""
        if identifier not in self._screens:
            self._screens[identifier] = self._places[identifier].make()
            self._stack.addWidget(self._screens[identifier])
        screen = self._screens[identifier]
        note("screen", identifier)
        self._here = identifier
        self._stack.setCurrentWidget(screen)
        self.navigation.show_place(identifier)
        self._show_title()
        self.status.show_hints(screen.hints() if isinstance(screen, Hinting) else ())
        self._focus(_panes(screen)[0])
        return screen

    @property
    def screen_shown(self) -> QWidget:
        """Return the screen the person is at."""
        return self._screens[self._here]

    def person_menu(self) -> QMenu:
        """Return the menu of the person: theme, sessions, lock, About, sign out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for choice, words, icon in _CHOICES:
            chosen = self._theme.choice is choice
            # The icon takes the place of the usual tick, so the tick stands where keys stand.
            action = menu.addAction(icons.icon(icon), f"{words}\t✓" if chosen else words)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(lambda _on=False, to=choice: self._theme.choose(to))
            group.addAction(action)
        menu.addSeparator()
        self._add(menu, "app.settings", self.settings_asked.emit)
        self._add(menu, "app.sessions", self.sessions_asked.emit)
        self._add(menu, "app.lock", self.lock_asked.emit)
        self._add(menu, "app.about", self.about_asked.emit)
        self._add(menu, "app.sign_out", self.signed_out.emit)
        return menu

    def watch_outbox(self, postbox: Postbox) -> None:
        """Show in the status line what waits in the outbox."""
        postbox.changed.connect(self._show_outbox)
        postbox.told.connect(self.post.tell)
        self._show_outbox(postbox.held())

    def _show_outbox(self, held: Sequence[Held]) -> None:
        refused = sum(bool(one.problem) for one in held)
        self.status.show_outbox(len(held) - refused, refused)
        if not refused:
            self.post.hide()

    def _add(self, menu: QMenu, identifier: str, run: Callable[[], object]) -> QAction:
        known = command(identifier)
        action = menu.addAction(icons.icon(known.icon), known.title)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _lay_out(self) -> None:
        self.resize(1440, 900)
        self.setMinimumSize(1024, 640)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.post)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _connect(self, changes: Changes) -> None:
        self.navigation.chosen.connect(self.go)
        self.navigation.person.clicked.connect(self._open_menu)
        changes.online.connect(lambda online: self.status.show_online(online=online))
        changes.read_only.connect(lambda on: self.status.show_read_only(read_only=on))
        changes.counts.connect(self.navigation.show_counts)
        changes.model.connect(self.status.show_model)
        changes.batch.connect(self._show_batch)
        changes.wanted.connect(self.go)
        self.status.batch.cancelled.connect(changes.batch_cancelled)

    def _bind(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "pane.next": lambda: self._visit_pane(1),
            "pane.previous": lambda: self._visit_pane(-1),
            "theme.toggle": self._theme.toggle,
            "app.lock": self.lock_asked.emit,
            "app.quit": self.close,
            "app.settings": self.settings_asked.emit,
            "app.sessions": self.sessions_asked.emit,
            "app.about": self.about_asked.emit,
            "app.sign_out": self.signed_out.emit,
        }
        listed = (place.command for place in self._places.values() if place.listed)
        acts |= {identifier: partial(self.go, identifier) for identifier in listed}
        for identifier, act in acts.items():
            bind(identifier, self, act, self._identity)

    def _open_menu(self) -> None:
        self.navigation.open_menu(self.person_menu())

    def _show_batch(self, what: str, done: int, total: int) -> None:
        self.status.batch.tell(what, done, total)
        self._share = f"{100 * done // total}% · " if total else ""
        self._show_title()

    def _show_title(self) -> None:
        share = self._share if self.isMinimized() else ""
        self.setWindowTitle(f"{share}{command(self._here).title} · {NAME}")

    def _visit_pane(self, step: int) -> None:
        panes = [self.navigation.person, *_panes(self.screen_shown)]
        here = next((i for i, pane in enumerate(panes) if _holds_focus(pane)), 0)
        self._focus(panes[(here + step) % len(panes)])

    def _focus(self, pane: QWidget) -> None:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restore(self) -> None:
        stored = self._settings.value("window/geometry") if self._settings else None
        if stored is not None:
            self.restoreGeometry(stored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_narrow(narrow=self.width() < NARROW_BELOW)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._show_title()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings:
            self._settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()


def _panes(screen: QWidget) -> list[QWidget]:
    return screen.panes() if isinstance(screen, Paned) else [screen]


def _holds_focus(pane: QWidget) -> bool:
    focused = pane.window().focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
