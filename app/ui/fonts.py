"""The one family of the application, Inter, in few sizes and several weights."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.ui.resources import FONTS

FAMILY = "Inter Variable"
FILE = FONTS / "InterVariable.ttf"

FIGURE, TITLE, BODY, SMALL, NOTE, TINY = 34, 20, 13, 12, 11, 10
REGULAR, MEDIUM, STRONG, BOLD = 400, 500, 600, 650

_WEIGHT, _OPTICAL = QFont.Tag("wght"), QFont.Tag("opsz")
_TABULAR = QFont.Tag("tnum")
_DISPLAY_FROM = 18


def load() -> None:
    """Make the bundled family known to Qt; needs the application to exist."""
    if FAMILY not in QFontDatabase.families():
        QFontDatabase.addApplicationFont(str(FILE))


@cache
def font(
    size: int = BODY, weight: int = REGULAR, *, tabular: bool = False, spacing: float = 0.0
) -> QFont:
    """Return the family at *size* pixels; digits are of one width where they must line up."""
    result = QFont(FAMILY)
    result.setPixelSize(size)
    # Only the axis carries the weight: together with setWeight, Qt would embolden twice.
    result.setVariableAxis(_WEIGHT, weight)
    result.setVariableAxis(_OPTICAL, 32 if size >= _DISPLAY_FROM else 14)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        result.setFeature(_TABULAR, 1)
    if spacing:
        result.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return result
