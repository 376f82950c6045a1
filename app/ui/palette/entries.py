"""What the palette offers: actions here, places, what works everywhere, and claims found."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.services import wording
from app.services.claim_views import ClaimRow
from app.ui import words
from app.ui.commands import COMMANDS, command
from app.ui.words import LINE_ICONS
from app.words import say

PLACES, EVERYWHERE, HERE, CLAIMS = (
    say("Go to"),
    say("Everywhere"),
    say("On this screen"),
    say("Claims"),
)
COMMANDS_ONLY, NUMBER_ONLY = ">", "#"
_SELF = "app.palette"
_KNOWN = {known.id: place for place, known in enumerate(COMMANDS)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line to choose: what it does, its keys, and why it cannot be done now, if so."""

    title: str
    section: str
    run: Callable[[], object]
    icon: str
    keys: str = ""
    note: str = ""
    reason: str = ""


@runtime_checkable
class Subject(Protocol):
    """A screen that is about something, whose actions may be impossible now."""

    def subject(self) -> str:
        """Return the number of the claim on show, or nothing."""

    def blocked(self, identifier: str) -> str:
        """Return why a command cannot be done now, or nothing."""


def entries(screen: QWidget, window: QWidget, places: Iterable[str]) -> tuple[Entry, ...]:
    """Return everything that can be asked for at *screen*: its own actions first."""
    place_ids, seen = set(places), {_SELF}
    found: list[Entry] = []
    for action in _bound(screen):
        if action.objectName() not in seen:
            seen.add(action.objectName())
            found.append(_action(action, _section(screen, action), screen))
    for action in _bound(window):
        name = action.objectName()
        if name in place_ids or name not in seen:
            section = PLACES if name in place_ids or name.startswith("go.") else EVERYWHERE
            found.append(_action(action, section, screen))
    return tuple(sorted(found, key=_place))


def claim_entry(row: ClaimRow, open_claim: Callable[[int], object]) -> Entry:
    """Return the line of a claim that was found."""
    kind = f"{wording.CLAIM_TYPE[row.claim_type]} · {words.plain(row.cause)}"
    note = " · ".join(filter(None, (row.claimant, kind, wording.STATUS[row.status])))
    icon = LINE_ICONS[row.claim_type]
    return Entry(row.number, CLAIMS, lambda: open_claim(row.id), icon, note=note)


def matching(found: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries whose title has a word for each one typed, section by section."""
    wanted = typed.removeprefix(COMMANDS_ONLY).casefold().split()
    return [entry for entry in found if all(_fits(entry.title, word) for word in wanted)]


def found_at(title: str, typed: str) -> tuple[int, int]:
    """Return where in *title* the first typed word stands, to be written bold."""
    wanted = typed.removeprefix(COMMANDS_ONLY).casefold().split()
    if not wanted:
        return 0, 0
    at = re.search(rf"\b{re.escape(wanted[0])}", title.casefold())
    return (at.start(), at.end()) if at else (0, 0)


def _place(entry: Entry) -> tuple[int, bool]:
    return _ORDER.get(entry.section, 0), bool(entry.reason)


def _fits(title: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", title.casefold()) is not None


def _bound(owner: QWidget) -> Iterator[QAction]:
    for widget in (owner, *owner.findChildren(QWidget)) if owner.parent() else (owner,):
        usable = (one for one in widget.actions() if one.isVisible())
        known = (one for one in usable if one.objectName() in _KNOWN)
        yield from sorted(known, key=lambda one: _KNOWN[one.objectName()])


def _section(screen: QWidget, action: QAction) -> str:
    number = screen.subject() if isinstance(screen, Subject) else ""
    if number and action.objectName().startswith("claim."):
        return say("Actions on {number}", number=number)
    return HERE


def _action(action: QAction, section: str, screen: QWidget) -> Entry:
    known = command(action.objectName())
    reason = screen.blocked(known.id) if isinstance(screen, Subject) else ""
    return Entry(
        action.text(), section, action.trigger, known.icon, keys=known.keycap, reason=reason
    )


_ORDER = {HERE: 1, PLACES: 2, EVERYWHERE: 3, CLAIMS: 4}
