"""The parts a form is described with: what is asked, how wide, how marked, and when."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.ui.intake.check import Values

WHOLE, TWO_THIRDS, HALF, THIRD = 6, 4, 3, 2


def always(_values: Values) -> bool:
    """Ask in any case."""
    return True


@dataclass(frozen=True, slots=True)
class Ask:
    """One field: its value's name, its caption, its editor, and its width in sixths."""

    name: str
    caption: str
    make: Callable[[], QWidget]
    span: int = HALF
    required: bool = False
    note: str = ""
    when: Callable[[Values], bool] = always


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields under a small heading; *party* names whose they are when they are a party's.

    *same* pairs fields with those of the policyholder from which they can be filled.
    """

    title: str
    asks: tuple[Ask, ...]
    party: str = ""
    same: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A card of the form, in the left column (0) or the right one (1)."""

    title: str
    column: int
    parts: tuple[Part, ...]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Return the fields of all parts."""
        return tuple(ask for part in self.parts for ask in part.asks)


def need(
    name: str,
    caption: str,
    make: Callable[[], QWidget],
    span: int = HALF,
    *,
    when: Callable[[Values], bool] = always,
) -> Ask:
    """Ask for what is needed to submit."""
    return Ask(name, caption, make, span, required=True, when=when)


def may(
    name: str,
    caption: str,
    make: Callable[[], QWidget],
    span: int = HALF,
    *,
    note: str = "",
    when: Callable[[Values], bool] = always,
) -> Ask:
    """Ask for what may be left out."""
    return Ask(name, caption, make, span, note=note, when=when)
