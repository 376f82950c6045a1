"""Where the bundled fonts and icons lie."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources"
FONTS = FOLDER / "fonts"
ICONS = FOLDER / "icons"
