"""What a file says of itself, in the words of the desk."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from app.services.figures import day
from app.words import fill, say

Line = tuple[str, str]


def fact_lines(facts: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return the facts worth reading, each with its name; what a file does not say is left out."""
    told = ((name, _said(facts, key, read)) for name, key, read in _LINES)
    return tuple((name, text) for name, text in told if text)


def _said(facts: Mapping[str, Any], key: str, read: Callable[[Any], str]) -> str:
    value = facts.get(key)
    try:
        return read(value) if value not in (None, "", [], {}) else ""
    except (TypeError, ValueError, IndexError):
        return ""


def _moment(value: Any) -> str:
    at = datetime.fromisoformat(str(value))
    return f"{day(at.date())}, {at:%H:%M}"


def _list(value: Any) -> str:
    return ", ".join(str(item) for item in value)


def _place(value: Any) -> str:
    north, east = (float(part) for part in value)
    return fill(
        "{north:.4f}° {value}, {east:.4f}° {value2}",
        north=abs(north),
        value="N" if north >= 0 else "S",
        east=abs(east),
        value2="E" if east >= 0 else "W",
    )


_LINES: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    (say("Taken"), "taken", _moment),
    (say("Where"), "place", _place),
    (say("Camera"), "camera", str),
    (say("Edited with"), "edited_with", str),
    (say("Title"), "title", str),
    (say("Author"), "author", str),
    (say("Made with"), "producer", str),
    (say("Created"), "created", _moment),
    (say("Changed"), "modified", _moment),
    (say("From"), "from", str),
    (say("To"), "to", str),
    (say("Subject"), "subject", str),
    (say("Attachments"), "attachments", _list),
    (say("Pages"), "pages", lambda count: fill("{count:,}", count=int(count))),
    (say("Holds"), "holds", _list),
)
