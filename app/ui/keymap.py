"""A person's own keys: what may be chosen, where they are kept, and how they come into force."""

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.access import Identity
from app.ui.commands import COMMANDS, OWN_KEYS, Command, Scope, command, own_keys, written
from app.words import say

FIXED = frozenset({"app.palette", "claim.back"})
TEXT_KEYS = frozenset(f"Ctrl+{letter}" for letter in "ACVXZY")
SYSTEM_KEYS = ("Alt+Tab", "Alt+F4", "Alt+Esc", "Ctrl+Alt+", "Meta+")
MOVING = frozenset({"Tab", "Shift+Tab", "Backtab", "Space", "Up", "Down", "Left", "Right"})


@runtime_checkable
class KeyBearing(Protocol):
    """A widget that shows the keys of a command."""

    def show_keys(self) -> None:
        """Show the keys that the command has now."""


class Keymap(QObject):
    """The keys of one person at this computer, kept in *settings*."""

    changed = Signal()

    def __init__(self, identity: Identity, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings, self._group = settings, f"keys/{identity.username}"
        self._apply(self._stored())

    def choose(self, identifier: str, keys: str) -> str:
        """Give a command other keys, or none; return why not, or nothing when it is done."""
        refusal = refused(identifier, keys)
        if not refusal:
            self._keep(dict(own_keys()) | {identifier: (keys,) if keys else ()})
        return refusal

    def restore(self, identifier: str = "") -> str:
        """Give one command or all of them back the keys they were made with, or say why not."""
        if not identifier:
            self._keep({})
            return ""
        made = next(known for known in COMMANDS if known.id == identifier)
        refusals = (refused(identifier, keys) for keys in made.keys)
        refusal = next(filter(None, refusals), "")
        if not refusal:
            self._keep({name: own for name, own in own_keys().items() if name != identifier})
        return refusal

    def _keep(self, own: Mapping[str, Sequence[str]]) -> None:
        if self._settings:
            self._settings.remove(self._group)
            for identifier, keys in own.items():
                self._settings.setValue(f"{self._group}/{identifier}", "\n".join(keys))
        self._apply(own)
        self.changed.emit()

    def _stored(self) -> dict[str, tuple[str, ...]]:
        if not self._settings:
            return {}
        known = {one.id for one in COMMANDS}
        self._settings.beginGroup(self._group)
        names = [name for name in self._settings.childKeys() if name in known]
        found = {name: str(self._settings.value(name)).split("\n") for name in names}
        self._settings.endGroup()
        return {name: tuple(filter(None, keys)) for name, keys in found.items()}

    def _apply(self, own: Mapping[str, Sequence[str]]) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setProperty(OWN_KEYS, {name: list(keys) for name, keys in own.items()})
        known = {one.id for one in COMMANDS}
        for widget in app.allWidgets():
            for action in widget.actions():
                if action.objectName() in known:
                    keys = command(action.objectName()).keys
                    action.setShortcuts([QKeySequence(one) for one in keys])
            if isinstance(widget, KeyBearing):
                widget.show_keys()


def refused(identifier: str, keys: str) -> str:
    """Return why a command cannot have these keys, as a sentence, or nothing if it can."""
    known = command(identifier)
    if identifier in FIXED:
        return say(
            "The keys of {title} stay as they are, so that there is always a way back.",
            title=known.title,
        )
    if not keys:
        return ""
    if keys in MOVING or keys.startswith(SYSTEM_KEYS):
        return say("{keys} belongs to the system. Choose another key.", keys=written(keys))
    if keys in TEXT_KEYS:
        return say("{keys} belongs to editing text. Choose another key.", keys=written(keys))
    if known.scope is Scope.WINDOW and _is_bare(keys):
        return say(
            "{title} works everywhere, also while you write. Add Ctrl or Alt to the key.",
            title=known.title,
        )
    return _clash(known, keys)


def _is_bare(keys: str) -> bool:
    return len(keys.split(",", maxsplit=1)[0].removeprefix("Shift+")) == 1


def _clash(known: Command, keys: str) -> str:
    for other in map(command, (one.id for one in COMMANDS if one.id != known.id)):
        for taken in other.keys:
            if taken == keys:
                return say(
                    "{keys} is the key of {title}. Choose another, or change that one first.",
                    keys=written(keys),
                    title=other.title,
                )
            if _begins(taken, keys) or _begins(keys, taken):
                return say(
                    "{keys} and {taken} of {title} begin alike, so one would hide the other. "
                    "Choose another key.",
                    keys=written(keys),
                    taken=written(taken),
                    title=other.title,
                )
    return ""


def _begins(short: str, long: str) -> bool:
    return long.startswith(f"{short}, ")
