"""The word lists of the recipe, read from resources."""

import json
from dataclasses import dataclass
from typing import Any

from app.settings import RESOURCES

FOLDER = RESOURCES / "sample"


@dataclass(frozen=True, slots=True)
class Words:
    """Names, places, firms, things and phrases to compose claims from."""

    people: dict[str, Any]
    places: dict[str, Any]
    firms: dict[str, Any]
    things: dict[str, Any]
    phrases: dict[str, dict[str, list[str]]]


def load_words() -> Words:
    """Read the lists of resources/sample."""
    return Words(**{name: _read(name) for name in Words.__slots__})


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
