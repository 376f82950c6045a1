"""What happened beside the steps of a claim, as a sentence: notes, tags, tasks, diary, clocks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.codes import ClockKind
from app.services import wording
from app.services.figures import day
from app.words import amid

# None of these acts on a decision, so a decision can be undone all the same.
BESIDE = frozenset({"note", "tag", "task", "diary", "breached", "takeover"})
# Tags that the red-flag rules look at: what only a person at the claim can notice.
OBSERVED = ("knows the terms of claims well", "presses for a quick settlement")
CONTACT = {"phone": "by phone", "email": "by e-mail", "letter": "by letter", "visit": "in a visit"}


def work_sentence(kind: str, detail: Mapping[str, Any], note: str | None) -> str:
    """Return the sentence of an event of one of the kinds `BESIDE`."""
    return _SENTENCES[kind](detail, note or "")


def _noted(detail: Mapping[str, Any], note: str) -> str:
    contact = detail.get("contact")
    how = f" of a contact {CONTACT.get(contact, '')}" if contact else ""
    return f"Made a note{how}: {note}"


def _tagged(detail: Mapping[str, Any], _note: str) -> str:
    verb = "Tagged it" if detail.get("on") else "Took off the tag"
    return f"{verb} “{detail.get('tag', '')}”"


def _task(detail: Mapping[str, Any], _note: str) -> str:
    title = detail.get("title", "a task")
    if "done" not in detail:
        return f"Set to do: {title}"
    return f"Did: {title}" if detail["done"] else f"Opened again: {title}"


def _diary(detail: Mapping[str, Any], note: str) -> str:
    until = detail.get("until")
    if not until:
        return "Brought it back from the diary"
    return f"Put it away until {day(date.fromisoformat(until))}: {note}"


def _breached(detail: Mapping[str, Any], _note: str) -> str:
    clock = amid(wording.CLOCK[ClockKind(detail["clock"])])
    return f"Missed a day: {clock} was due on {day(date.fromisoformat(detail['due']))}"


def _taken_over(_detail: Mapping[str, Any], _note: str) -> str:
    return "Took over the work on it"


_SENTENCES = {
    "note": _noted,
    "tag": _tagged,
    "task": _task,
    "diary": _diary,
    "breached": _breached,
    "takeover": _taken_over,
}
