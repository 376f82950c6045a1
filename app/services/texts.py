"""Texts that cannot be kept: characters that no keyboard writes and no database takes."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from app.services.sentences import label

_ALLOWED = frozenset("\t\n\r")
_REFUSED = frozenset({"Cc", "Cs"})


def strange_texts(values: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, str]]:
    """Yield the dotted name of each text that holds such a character, and how to mend it."""
    for name, value in values.items():
        yield from _strange(value, f"{within}{name}")


def _strange(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        yield from strange_texts(value, f"{name}.")
    elif isinstance(value, list | tuple):
        for place, entry in enumerate(value):
            yield from _strange(entry, f"{name}.{place}")
    elif isinstance(value, str):
        found = next((mark for mark in value if is_strange(mark)), None)
        if found is not None:
            yield name, f"{label(name)} holds {written(found)}. Delete it and type the text again."


def is_strange(mark: str) -> bool:
    """Tell whether a character cannot be kept."""
    return mark not in _ALLOWED and unicodedata.category(mark) in _REFUSED


def written(mark: str) -> str:
    """Return what to call such a character."""
    return f"a character that cannot be kept (U+{ord(mark):04X})"
