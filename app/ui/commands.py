"""Everything a person can tell the desk to do, with its keys and who may."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from app.access import Identity, Permission, Role
from app.words import say

OWN_KEYS, NOTED = "precedent-keys", "precedent-noted"
_JOINING = re.compile(r"(?<=\w)\+(?=.)")


class Scope(StrEnum):
    """Where the keys of a command work."""

    WINDOW = "window"
    DESK = "desk"


def _everybody(_identity: Identity) -> bool:
    return True


def _claimant(identity: Identity) -> bool:
    return identity.role is Role.USER


def _studies(identity: Identity) -> bool:
    return identity.analyst or identity.role is Role.ADMIN


def _administers(identity: Identity) -> bool:
    return identity.role is Role.ADMIN


def _supervisor(identity: Identity) -> bool:
    return identity.supervisor


def _oversees(identity: Identity) -> bool:
    return identity.supervisor or _studies(identity)


def _imports(identity: Identity) -> bool:
    return identity.analyst or identity.supervisor


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
        return written(self.keys[0]) if self.keys else ""


_READ, _QUEUE, _DECIDE = Permission.CLAIM_READ, Permission.QUEUE_READ, Permission.CLAIM_DECIDE
_MODELS = Permission.MODEL_READ
_TRIAGE = Permission.CLAIM_TRIAGE
_WINDOW, _DESK = Scope.WINDOW, Scope.DESK

_PAPER, _PAPERS = Permission.DOCUMENT_READ, Permission.DOCUMENT_ADD

DOCUMENTS: tuple[Command, ...] = (
    Command("document.view", say("Documents"), ("V",), "file-text", _DESK, _PAPER),
    Command("document.next", say("Next document"), ("]",), "chevron-right", _DESK, _PAPER),
    Command("document.previous", say("Previous document"), ("[",), "chevron-left", _DESK, _PAPER),
    Command("document.add", say("Add documents"), ("Shift+D",), "upload", _DESK, _PAPERS),
    Command("document.beside", say("Two side by side"), ("Ctrl+\\",), "columns-2", _DESK, _PAPER),
    Command("document.thumbs", say("Small pages"), ("F4",), "panel-left", _DESK, _PAPER),
    Command(
        "document.zoom_in", say("Zoom in"), ("Ctrl++", "Ctrl+=", "+"), "zoom-in", _DESK, _PAPER
    ),
    Command("document.zoom_out", say("Zoom out"), ("Ctrl+-", "-"), "zoom-out", _DESK, _PAPER),
    Command(
        "document.fit_width", say("Fit the width"), ("Ctrl+0",), "move-horizontal", _DESK, _PAPER
    ),
    Command("document.fit_page", say("Fit the page"), ("Ctrl+9",), "expand", _DESK, _PAPER),
    Command("document.rotate", say("Turn to the right"), ("Ctrl+R",), "rotate-cw", _DESK, _PAPER),
    Command("document.find", say("Find text"), ("Ctrl+F",), "search", _DESK, _PAPER),
    Command("document.find_next", say("Next place"), ("F3",), "chevron-down", _DESK, _PAPER),
    Command(
        "document.find_previous", say("Previous place"), ("Shift+F3",), "chevron-up", _DESK, _PAPER
    ),
    Command("document.copy", say("Copy text"), ("Ctrl+C",), "copy", _DESK, _PAPER),
    Command("document.highlight", say("Highlight"), ("Ctrl+H",), "highlighter", _DESK, _DECIDE),
    Command(
        "document.note", say("Write a note"), ("Ctrl+M",), "message-square-text", _DESK, _DECIDE
    ),
    Command("document.area", say("Note on a box"), ("Ctrl+Shift+M",), "square", _DESK, _DECIDE),
    Command("document.tag", say("Tag the page"), ("Ctrl+T",), "tag", _DESK, _DECIDE),
    Command("document.notes", say("Notes"), ("F7",), "panel-right", _DESK, _QUEUE),
    Command("document.all_notes", say("Notes on all"), ("Shift+N",), "table-2", _DESK, _QUEUE),
    Command("document.redact", say("Redacted copy"), ("Ctrl+Shift+R",), "eye-off", _DESK, _DECIDE),
    Command("document.checklist", say("Papers needed"), ("Shift+Y",), "list-checks", _DESK, _QUEUE),
    Command("document.ask", say("Ask for papers"), ("Shift+I",), "send", _DESK, _DECIDE),
    Command("document.kind", say("What it is"), ("Ctrl+D",), "folder-check", _DESK, _DECIDE),
    Command("document.read", say("Read, or not read"), ("Ctrl+U",), "check", _DESK, _QUEUE),
    Command("document.print", say("Print"), ("Ctrl+P",), "printer", _DESK, _PAPER),
    Command("document.export", say("Save a copy"), ("Ctrl+E",), "download", _DESK, _PAPER),
    Command("document.close", say("Close"), ("Ctrl+W",), "x", _DESK, _PAPER),
)

MOST_KEYED = 9
VIEWS: tuple[Command, ...] = (
    Command("go.views", say("Saved views"), ("G, W",), "bookmark", _DESK, _QUEUE),
    *(
        Command(f"go.view{n}", say("Saved view {n}", n=n), (f"G, {n}",), "bookmark", _DESK, _QUEUE)
        for n in range(1, MOST_KEYED + 1)
    ),
    Command("view.open", say("Views"), ("Shift+G",), "bookmark", _DESK, _QUEUE),
    Command("view.save", say("Save as a view"), ("Ctrl+Shift+S",), "save", _DESK, _QUEUE),
)

COMMANDS: tuple[Command, ...] = (
    Command("go.queue", say("Triage queue"), ("G, Q",), "inbox", _DESK, _QUEUE),
    Command("go.mine", say("My claims"), ("G, C",), "folder-check", _DESK, _DECIDE),
    Command(
        "go.referred", say("Referred to SIU"), ("G, S",), "flag", _DESK, _QUEUE, _siu_or_supervisor
    ),
    Command("go.batch", say("Batch scoring"), ("G, B",), "layers", _DESK, Permission.BATCH_SCORE),
    Command(
        "go.import", say("Import"), ("G, I",), "upload", _DESK, Permission.BATCH_IMPORT, _imports
    ),
    Command(
        "go.performance", say("Performance"), ("G, P",), "chart-line", _DESK, _MODELS, _studies
    ),
    Command(
        "go.rules", say("Red flags"), ("G, F",), "scale", _DESK, Permission.RULE_READ, _oversees
    ),
    Command("go.drift", say("Drift"), ("G, D",), "activity", _DESK, _MODELS, _studies),
    Command("go.models", say("Models"), ("G, V",), "box", _DESK, _MODELS, _studies),
    Command("go.trials", say("Trials"), ("G, T",), "flask-conical", _DESK, _MODELS, _studies),
    Command(
        "go.simulator", say("Thresholds"), ("G, H",), "sliders-horizontal", _DESK, _MODELS, _studies
    ),
    Command(
        "go.fairness", say("Fairness"), ("G, E",), "circle-user", _DESK, Permission.FAIRNESS_READ
    ),
    Command("go.people", say("People"), ("G, U",), "users", _DESK, Permission.PEOPLE_MANAGE),
    Command(
        "go.monitoring",
        say("Monitoring"),
        ("G, O",),
        "gauge",
        _DESK,
        Permission.AUDIT_READ,
        _administers,
    ),
    Command(
        "go.errors", say("Errors"), ("G, R",), "bug", _DESK, Permission.AUDIT_READ, _administers
    ),
    Command("go.audit", say("Audit log"), ("G, A",), "history", _DESK, Permission.AUDIT_READ),
    Command("go.submissions", say("My submissions"), ("G, M",), "files", _DESK, _READ, _claimant),
    Command("claim.new", say("New claim"), ("N",), "file-plus", _DESK, Permission.CLAIM_SUBMIT),
    Command("claim.save", say("Save draft"), ("Ctrl+S",), "save", _DESK, Permission.CLAIM_SUBMIT),
    Command(
        "claim.submit",
        say("Submit"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "send",
        _DESK,
        Permission.CLAIM_SUBMIT,
    ),
    Command(
        "claim.paper", say("Read a paper"), ("Ctrl+O",), "columns-2", _DESK, Permission.CLAIM_SUBMIT
    ),
    Command("claim.next", say("Next claim"), ("J",), "chevron-down", _DESK, _READ, repeats=True),
    Command(
        "claim.previous", say("Previous claim"), ("K",), "chevron-up", _DESK, _READ, repeats=True
    ),
    Command("claim.open", say("Open claim"), ("Return", "Enter"), "panel-right", _DESK, _READ),
    Command("claim.back", say("Back"), ("Esc",), "arrow-left", _DESK, _READ),
    Command("claim.compare", say("Compare with precedents"), ("C",), "git-compare", _DESK, _QUEUE),
    Command("claim.links", say("What it shares"), ("U",), "link", _DESK, _QUEUE),
    Command("claim.approve", say("Approve"), ("A",), "circle-check", _DESK, _DECIDE),
    Command("claim.refer", say("Refer to SIU"), ("R",), "flag", _DESK, _DECIDE),
    Command("claim.ask", say("Ask for info"), ("I",), "circle-question-mark", _DESK, _DECIDE),
    Command("claim.deny", say("Deny"), ("D",), "ban", _DESK, _DECIDE),
    Command("claim.resume", say("Resume review"), ("E",), "fast-forward", _DESK, _DECIDE),
    Command("claim.take", say("Take"), ("T", "Shift+O"), "hand", _DESK, Permission.CLAIM_TRIAGE),
    Command("claim.release", say("Release"), ("Shift+L",), "undo-2", _DESK, _DECIDE),
    Command("claim.next_free", say("Get next claim"), ("W",), "hand", _DESK, _TRIAGE),
    Command("claim.assign", say("Assign"), ("O",), "user-plus", _DESK, _DECIDE, _supervisor),
    Command("claim.note", say("Add note"), ("M",), "message-square-text", _DESK, _DECIDE),
    Command("claim.snooze", say("Put away"), ("H",), "calendar-clock", _DESK, _DECIDE),
    Command("claim.tag", say("Tag"), ("Shift+T",), "tag", _DESK, _DECIDE),
    Command("claim.task", say("Add task"), ("Shift+M",), "square-check", _DESK, _DECIDE),
    Command("claim.checklist", say("Checklist"), ("Y",), "list-checks", _DESK, _DECIDE),
    Command("claim.lock", say("Work on it, or let go"), ("L",), "lock", _DESK, _DECIDE),
    Command("claim.undo", say("Undo last decision"), ("Z",), "undo-2", _DESK, _DECIDE),
    Command("claim.propose", say("Send for approval"), ("Shift+A",), "user-check", _DESK, _DECIDE),
    Command("claim.send_back", say("Send back"), ("Shift+B",), "undo-2", _DESK, _DECIDE),
    Command("claim.settle", say("Settle"), ("Shift+S",), "coins", _DESK, _DECIDE),
    Command("claim.close", say("Close claim"), ("Shift+C",), "folder-check", _DESK, _DECIDE),
    Command("claim.reopen", say("Open again"), ("Shift+R",), "folder-open", _DESK, _DECIDE),
    Command("claim.withdraw", say("Withdraw"), ("Shift+W",), "circle-x", _DESK, _DECIDE),
    Command("claim.void", say("Void"), ("Shift+V",), "file-x", _DESK, _DECIDE),
    Command("claim.letter", say("Write a letter"), ("Ctrl+Shift+L",), "mail", _DESK, _DECIDE),
    Command(
        "claim.packet",
        say("SIU packet"),
        ("Ctrl+Shift+P",),
        "download",
        _DESK,
        _DECIDE,
        _siu_or_supervisor,
    ),
    Command("view.export", say("Export this view"), ("Ctrl+Shift+E",), "download", _DESK, _QUEUE),
    *VIEWS,
    Command("claim.more", say("More actions"), (".",), "ellipsis", _DESK, _DECIDE),
    *DOCUMENTS,
    Command("queue.search", say("Search"), ("/",), "search", _DESK, _READ),
    Command("queue.filter", say("Add filter"), ("F",), "list-filter", _DESK, _QUEUE),
    Command("queue.refresh", say("Refresh"), ("F5",), "refresh-cw", _WINDOW, _READ),
    Command("queue.forecast", say("Breach forecast"), ("Shift+F",), "chart-line", _DESK, _QUEUE),
    Command("queue.mark", say("Mark"), ("X",), "square-check", _DESK, _DECIDE),
    Command("queue.mark_next", say("Mark and go on"), ("Shift+J",), "chevron-down", _DESK, _DECIDE),
    Command(
        "queue.mark_previous", say("Mark and go back"), ("Shift+K",), "chevron-up", _DESK, _DECIDE
    ),
    Command("pane.next", say("Next pane"), ("F6",), "arrow-right", _WINDOW, _READ),
    Command("pane.previous", say("Previous pane"), ("Shift+F6",), "arrow-left", _WINDOW, _READ),
    Command("app.notices", say("Notifications"), ("G, N",), "bell", _DESK, _DECIDE),
    Command("app.palette", say("All commands"), ("Ctrl+K",), "search", _WINDOW, _READ),
    Command("app.shortcuts", say("All shortcuts"), ("?",), "keyboard", _DESK, _READ),
    Command("app.practice", say("Practise ten claims"), (), "play", _WINDOW, _DECIDE),
    Command("app.settings", say("Settings"), ("Ctrl+,",), "settings", _WINDOW, _READ),
    Command("theme.toggle", say("Light or dark"), ("Ctrl+Shift+D",), "contrast", _WINDOW, _READ),
    Command("app.sessions", say("Your account"), (), "user", _WINDOW, _READ),
    Command("app.lock", say("Lock"), ("Ctrl+L",), "lock", _WINDOW, _READ),
    Command(
        "app.remove_sample",
        say("Remove the sample claims"),
        (),
        "trash-2",
        _WINDOW,
        Permission.PEOPLE_MANAGE,
    ),
    Command("app.about", say("About Precedent"), (), "info", _WINDOW, _READ),
    Command("app.sign_out", say("Sign out"), (), "log-out", _WINDOW, _READ),
    Command("app.quit", say("Quit"), ("Ctrl+Q",), "x", _WINDOW, _READ),
)


def command(identifier: str) -> Command:
    """Return the command with this id and the person's own keys; KeyError if there is none."""
    for known in COMMANDS:
        if known.id == identifier:
            own = own_keys().get(identifier)
            return known if own is None else replace(known, keys=tuple(own))
    raise KeyError(identifier)


def own_keys() -> Mapping[str, Sequence[str]]:
    """Return the keys that the person at the desk chose, by command; the others are as made."""
    app = QApplication.instance()
    return (app.property(OWN_KEYS) if app else None) or {}


def written(keys: str) -> str:
    """Return keys as they stand on a keycap: Ctrl+Return is Ctrl ↵, "G, Q" is G then Q."""
    shown = keys.replace(", ", say(" then ")).replace("Return", "↵")
    return _JOINING.sub(" ", shown)


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
    action.triggered.connect(lambda _checked=False: note("command", identifier))
    action.triggered.connect(lambda _checked=False: run())
    owner.addAction(action)
    return action


def note(kind: str, name: str) -> None:
    """Tell whoever counts that a screen or a command was used."""
    app = QApplication.instance()
    counter = app.property(NOTED) if app else None
    if counter:
        counter(kind, name)


_CONTEXTS = {
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.DESK: Qt.ShortcutContext.WidgetWithChildrenShortcut,
}
