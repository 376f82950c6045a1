"""What a file says of itself, in the words of the desk."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from app.services.figures import day

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
    return (
        f"{abs(north):.4f}° {'N' if north >= 0 else 'S'}, "
        f"{abs(east):.4f}° {'E' if east >= 0 else 'W'}"
    )


_LINES: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("Taken", "taken", _moment),
    ("Where", "place", _place),
    ("Camera", "camera", str),
    ("Edited with", "edited_with", str),
    ("Title", "title", str),
    ("Author", "author", str),
    ("Made with", "producer", str),
    ("Created", "created", _moment),
    ("Changed", "modified", _moment),
    ("From", "from", str),
    ("To", "to", str),
    ("Subject", "subject", str),
    ("Attachments", "attachments", _list),
    ("Pages", "pages", lambda count: f"{int(count):,}"),
    ("Holds", "holds", _list),
)
