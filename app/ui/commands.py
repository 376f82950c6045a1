"""Everything a person can tell the desk to do, with its keys and who may."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.access import Identity, Permission, Role


class Scope(StrEnum):
    """Where the keys of a command work."""

    WINDOW = "window"
    DESK = "desk"


def _everybody(_identity: Identity) -> bool:
    return True


def _claimant(identity: Identity) -> bool:
    return identity.role is Role.USER


def _siu_or_supervisor(identity: Identity) -> bool:
    return identity.siu or identity.supervisor


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: keys with a bare letter only work on the desk, never in a text field."""

    id: str
    title: str
    keys: tuple[str, ...]
    icon: str
    scope: Scope
    permission: Permission
    when: Callable[[Identity], bool] = _everybody
    repeats: bool = False

    def allowed(self, identity: Identity) -> bool:
        """Tell whether the person may ever do this; what they never may is absent."""
        return identity.may(self.permission) and self.when(identity)

    @property
    def keycap(self) -> str:
        """Return the first keys as they are written on a button."""
        return self.keys[0].replace(",", " then") if self.keys else ""


_READ, _QUEUE, _DECIDE = Permission.CLAIM_READ, Permission.QUEUE_READ, Permission.CLAIM_DECIDE
_WINDOW, _DESK = Scope.WINDOW, Scope.DESK

COMMANDS: tuple[Command, ...] = (
    Command("go.queue", "Triage queue", ("G, Q",), "inbox", _DESK, _QUEUE),
    Command("go.mine", "My claims", ("G, C",), "folder-check", _DESK, _DECIDE),
    Command("go.referred", "Referred to SIU", ("G, S",), "flag", _DESK, _QUEUE, _siu_or_supervisor),
    Command("go.batch", "Batch scoring", ("G, B",), "layers", _DESK, Permission.BATCH_SCORE),
    Command("go.people", "People", ("G, U",), "users", _DESK, Permission.PEOPLE_MANAGE),
    Command("go.audit", "Audit log", ("G, A",), "history", _DESK, Permission.AUDIT_READ),
    Command("go.submissions", "My submissions", ("G, M",), "files", _DESK, _READ, _claimant),
    Command("claim.new", "New claim", ("N",), "file-plus", _DESK, Permission.CLAIM_SUBMIT),
    Command("claim.save", "Save draft", ("Ctrl+S",), "save", _DESK, Permission.CLAIM_SUBMIT),
    Command(
        "claim.submit",
        "Submit",
        ("Ctrl+Return", "Ctrl+Enter"),
        "send",
        _DESK,
        Permission.CLAIM_SUBMIT,
    ),
    Command("claim.next", "Next claim", ("J",), "chevron-down", _DESK, _READ, repeats=True),
    Command("claim.previous", "Previous claim", ("K",), "chevron-up", _DESK, _READ, repeats=True),
    Command("claim.open", "Open claim", ("Return", "Enter"), "panel-right", _DESK, _READ),
    Command("claim.back", "Back", ("Esc",), "arrow-left", _DESK, _READ),
    Command("claim.approve", "Approve", ("A",), "circle-check", _DESK, _DECIDE),
    Command("claim.refer", "Refer to SIU", ("R",), "flag", _DESK, _DECIDE),
    Command("claim.ask", "Ask for info", ("I",), "circle-question-mark", _DESK, _DECIDE),
    Command("claim.deny", "Deny", ("D",), "ban", _DESK, _DECIDE),
    Command("claim.resume", "Resume review", ("E",), "fast-forward", _DESK, _DECIDE),
    Command("claim.take", "Take", ("T", "Shift+O"), "hand", _DESK, Permission.CLAIM_TRIAGE),
    Command("claim.release", "Release", ("L",), "undo-2", _DESK, _DECIDE),
    Command("claim.undo", "Undo last decision", ("Z",), "undo-2", _DESK, _DECIDE),
    Command("queue.search", "Search", ("/",), "search", _DESK, _READ),
    Command("queue.filter", "Add filter", ("F",), "list-filter", _DESK, _QUEUE),
    Command("queue.refresh", "Refresh", ("F5",), "refresh-cw", _WINDOW, _READ),
    Command("pane.next", "Next pane", ("F6",), "arrow-right", _WINDOW, _READ),
    Command("pane.previous", "Previous pane", ("Shift+F6",), "arrow-left", _WINDOW, _READ),
    Command("theme.toggle", "Light or dark", ("Ctrl+Shift+D",), "contrast", _WINDOW, _READ),
    Command("app.sessions", "Your account", (), "user", _WINDOW, _READ),
    Command("app.lock", "Lock", ("Ctrl+L",), "lock", _WINDOW, _READ),
    Command("app.about", "About Precedent", (), "info", _WINDOW, _READ),
    Command("app.sign_out", "Sign out", (), "log-out", _WINDOW, _READ),
    Command("app.quit", "Quit", ("Ctrl+Q",), "x", _WINDOW, _READ),
)


def command(identifier: str) -> Command:
    """Return the command with this id; KeyError if there is none."""
    for known in COMMANDS:
        if known.id == identifier:
            return known
    raise KeyError(identifier)


def bind(
    identifier: str, owner: QWidget, run: Callable[[], object], identity: Identity
) -> QAction | None:
    """Give *owner* the action and keys of a command, or nothing if the person never may.

    Desk commands act while the focus is in *owner*; a held key repeats only harmless ones.
    """
    known = command(identifier)
    if not known.allowed(identity):
        return None
    action = QAction(known.title, owner)
    action.setObjectName(known.id)
    action.setShortcuts([QKeySequence(keys) for keys in known.keys])
    action.setShortcutContext(_CONTEXTS[known.scope])
    action.setAutoRepeat(known.repeats)
    action.triggered.connect(lambda _checked=False: run())
    owner.addAction(action)
    return action


_CONTEXTS = {
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.DESK: Qt.ShortcutContext.WidgetWithChildrenShortcut,
}
