"""What happened beside the steps of a claim, as a sentence: notes, tags, tasks, diary, clocks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.codes import ClockKind
from app.services import wording
from app.services.figures import day
from app.words import amid, say

# None of these acts on a decision, so a decision can be undone all the same.
BESIDE = frozenset({"note", "tag", "task", "diary", "breached", "takeover"})
# Tags that the red-flag rules look at: what only a person at the claim can notice.
OBSERVED = (say("knows the terms of claims well"), say("presses for a quick settlement"))
CONTACT = {
    "phone": say("by phone"),
    "email": say("by e-mail"),
    "letter": say("by letter"),
    "visit": say("in a visit"),
}


def work_sentence(kind: str, detail: Mapping[str, Any], note: str | None) -> str:
    """Return the sentence of an event of one of the kinds `BESIDE`."""
    return _SENTENCES[kind](detail, note or "")


def _noted(detail: Mapping[str, Any], note: str) -> str:
    contact = detail.get("contact")
    how = say(" of a contact {get}", get=CONTACT.get(contact, "")) if contact else ""
    return say("Made a note{how}: {note}", how=how, note=note)


def _tagged(detail: Mapping[str, Any], _note: str) -> str:
    verb = say("Tagged it") if detail.get("on") else say("Took off the tag")
    return f"{verb} “{detail.get('tag', '')}”"


def _task(detail: Mapping[str, Any], _note: str) -> str:
    title = detail.get("title", say("a task"))
    if "done" not in detail:
        return say("Set to do: {title}", title=title)
    return (
        say("Did: {title}", title=title)
        if detail["done"]
        else say("Opened again: {title}", title=title)
    )


def _diary(detail: Mapping[str, Any], note: str) -> str:
    until = detail.get("until")
    if not until:
        return say("Brought it back from the diary")
    return say(
        "Put it away until {fromisoformat}: {note}",
        fromisoformat=day(date.fromisoformat(until)),
        note=note,
    )


def _breached(detail: Mapping[str, Any], _note: str) -> str:
    clock = amid(wording.CLOCK[ClockKind(detail["clock"])])
    return say(
        "Missed a day: {clock} was due on {fromisoformat}",
        clock=clock,
        fromisoformat=day(date.fromisoformat(detail["due"])),
    )


def _taken_over(_detail: Mapping[str, Any], _note: str) -> str:
    return say("Took over the work on it")


_SENTENCES = {
    "note": _noted,
    "tag": _tagged,
    "task": _task,
    "diary": _diary,
    "breached": _breached,
    "takeover": _taken_over,
}
