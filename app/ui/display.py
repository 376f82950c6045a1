"""How large things are on screen: rows roomy or dense at once, the scale from the next start."""

import os
from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from app.language import CHOICE

SCALES = (100, 125, 150, 175, 200)
_DENSITY, _SCALE = "display/density", "display/scale"
_PROPERTY = "precedent-density"
_VARIABLE = "QT_SCALE_FACTOR"


class Density(StrEnum):
    """How much room a row of the queue has."""

    ROOMY = "roomy"
    DENSE = "dense"


@runtime_checkable
class DensityBearing(Protocol):
    """A widget whose rows follow the density."""

    def show_density(self) -> None:
        """Give the rows the height they have now."""


class Display(QObject):
    """The density and the scale of this computer, kept in *settings*."""

    changed = Signal()

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._scale = stored_scale(settings)
        stored = str(settings.value(_DENSITY, "")) if settings else ""
        self._apply(Density(stored) if stored in set(Density) else Density.ROOMY)

    @property
    def scale(self) -> int:
        """Return the scale in per cent that holds from the next start."""
        return self._scale

    @property
    def language(self) -> str:
        """Return the code of the language from the next start on; none is that of the system."""
        return str(self._settings.value(CHOICE, "")) if self._settings else ""

    def choose_language(self, code: str) -> None:
        """Speak so from the next start on."""
        if self._settings:
            self._settings.setValue(CHOICE, code)
        self.changed.emit()

    def choose_density(self, density: Density) -> None:
        """Show rows so from now on."""
        if self._settings:
            self._settings.setValue(_DENSITY, density.value)
        self._apply(density)
        self.changed.emit()

    def choose_scale(self, percent: int) -> None:
        """Show everything so large from the next start on."""
        self._scale = percent
        if self._settings:
            self._settings.setValue(_SCALE, percent)
        self.changed.emit()

    def _apply(self, density: Density) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setProperty(_PROPERTY, density.value)
            for widget in app.allWidgets():
                if isinstance(widget, DensityBearing):
                    widget.show_density()


def density() -> Density:
    """Return how much room rows have now."""
    app = QApplication.instance()
    return Density((app.property(_PROPERTY) if app else None) or Density.ROOMY)


def stored_scale(settings: QSettings | None) -> int:
    """Return the scale in per cent that was chosen; what is none of them means 100."""
    stored = str(settings.value(_SCALE, "")) if settings else ""
    return int(stored) if stored.isdecimal() and int(stored) in SCALES else SCALES[0]


def scale_from(settings: QSettings) -> None:
    """Let Qt scale as chosen; called before the application is made, which reads it once."""
    percent = stored_scale(settings)
    if percent != SCALES[0]:
        os.environ.setdefault(_VARIABLE, str(percent / 100))
