"""Pictures of a model card as bitmaps, for programs that show no SVG."""

from functools import cache
from pathlib import Path

from app.settings import RESOURCES

_ZOOM = 2


def draw_bitmaps(folder: Path) -> None:
    """Draw a PNG of twice the size beside each SVG in *folder*."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    family = f'"{_lettering()}"'.encode()
    for path in sorted(folder.glob("*.svg")):
        drawing = QSvgRenderer(path.read_bytes().replace(b'"sans-serif"', family))
        image = QImage(drawing.defaultSize() * _ZOOM, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(path.with_suffix(".png")))


@cache
def _lettering() -> str:
    """Start what draws letters, once, and return the family to draw them in."""
    from PySide6.QtGui import QFontDatabase

    _application()
    font = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "InterVariable.ttf"))
    return QFontDatabase.applicationFontFamilies(font)[0]


@cache
def _application() -> object:
    """Return the application without which there are no letters, kept until the process ends."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["precedent", "-platform", "offscreen"])
