"""Every word for a person passes through here: English is the source, a translator may follow.

Without a translator the words stay as they are written, so servers and commands speak English.
The desktop plugs one in before it loads anything that has words; Qt is known there, not here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from string import Formatter
from typing import Any

Translate = Callable[[str, str, int], str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its translator, and how it writes numbers and names months and days."""

    code: str
    translate: Translate
    point: str = "."
    group: str = ","
    percent: str = "%"
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Local(Formatter):
    """Fills templates as a language writes numbers and dates."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return *value* by its format, with the signs and names of the language."""
        if _spoken.tongue is None or not format_spec:
            return str(format(value, format_spec))
        if isinstance(value, date | time):
            return _dated(value, format_spec, _spoken.tongue)
        if isinstance(value, int | float | Decimal):
            return _numbered(format(value, format_spec), _spoken.tongue)
        return str(format(value, format_spec))


class _Spoken:
    """What this process speaks, and the sentences it knows already."""

    tongue: Tongue | None = None

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, int], str] = {}


_spoken, _local = _Spoken(), _Local()


def speak(tongue: Tongue | None) -> None:
    """Use *tongue* from now on; what was said before stays as it was."""
    _spoken.tongue = tongue
    _spoken.known.clear()


def tongue() -> str:
    """Return the code of the language that is spoken."""
    return _spoken.tongue.code if _spoken.tongue else "en"


def say(source: str, sense: str = "", /, **fields: Any) -> str:
    """Return *source* in the language of the desktop, its {fields} filled in when there are any.

    *sense* tells apart what English has one word for, such as the verb and the state of "Open".
    """
    text = _said(source, sense, -1) if _spoken.tongue else source
    return fill(text, **fields) if fields else text


def say_n(one: str, many: str, n: int, /, **fields: Any) -> str:
    """Return the sentence for *n* things, which it may tell as {n}; *many* is the source text."""
    text = _said(many, "", n) if _spoken.tongue else one if n == 1 else many
    return fill(text, n=n, **fields)


def mark(source: str) -> str:
    """Return *source* as it is; it is said where it is shown, by say of what is not a literal."""
    return source


def mark_n(one: str, many: str) -> tuple[str, str]:
    """Return both as they are; they are said where they are shown, by say_n."""
    return one, many


def fill(template: str, /, **fields: Any) -> str:
    """Fill a template that was said already, or that has no words, as the language writes."""
    return _local.vformat(template, (), fields) if _spoken.tongue else template.format(**fields)


def amid(words: str) -> str:
    """Return words as they stand inside a sentence; only English writes them small there."""
    plain = _spoken.tongue or words[1:2].isupper()
    return words if plain else words[:1].lower() + words[1:]


def _said(source: str, sense: str, n: int) -> str:
    key = (source, sense, n)
    known = _spoken.known
    if key not in known and _spoken.tongue:
        known[key] = _spoken.tongue.translate(source, sense, n) or source
    return known[key]


def _numbered(text: str, tongue: Tongue) -> str:
    signs = str.maketrans({",": tongue.group, ".": tongue.point, "%": tongue.percent})
    return text.translate(signs)


def _dated(value: date | time, form: str, tongue: Tongue) -> str:
    if isinstance(value, date):
        for sign, names in tongue.names:
            place = value.weekday() if sign in {"%a", "%A"} else value.month - 1
            form = form.replace(sign, names[place])
    return format(value, form)
