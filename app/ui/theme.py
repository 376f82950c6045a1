"""Light, dark or as the system: the application's palette and style sheet."""

from enum import StrEnum
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.ui import fonts
from app.ui.resources import ICONS
from app.ui.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    PALETTES,
    Palette,
    Part,
    Token,
    Tone,
)

_ROLES: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "toast_text",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "border_strong",
}
_BY_GROUND = {QColor(palette.colors["window"]).rgb(): palette for palette in PALETTES}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Choice(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Applies the chosen theme and follows the system while it is left to it."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings | None = None) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self.choice = _stored(settings)
        fonts.load()
        app.setStyle("Fusion")
        app.setFont(fonts.font())
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow)

    def choose(self, choice: Choice) -> None:
        """Show *choice* now and remember it."""
        self.choice = choice
        if self._settings:
            self._settings.setValue("theme", choice.value)
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._apply()

    def toggle(self) -> None:
        """Switch to the other of light and dark."""
        self.choose(Choice.LIGHT if current() in (DARK, CONTRAST_DARK) else Choice.DARK)

    def _follow(self) -> None:
        if self.choice in (Choice.SYSTEM, Choice.CONTRAST):
            self._apply()

    def _apply(self) -> None:
        hints = self._app.styleHints()
        wished = hints.accessibility().contrastPreference()
        palette = resolve(self.choice, hints.colorScheme(), wished)
        sheet = _style_sheet(palette)
        if self._app.styleSheet() != sheet:
            # The palette goes first: a style sheet hides later palettes from existing widgets.
            self._app.setPalette(_qt_palette(palette))
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def current() -> Palette:
    """Return the theme on screen, as the application's own palette tells it."""
    return _told_by(QApplication.palette().cacheKey())


@lru_cache(maxsize=4)
def _told_by(_palette_key: int) -> Palette:
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    return _BY_GROUND.get(ground.rgb(), LIGHT)


def color(token: Token) -> QColor:
    """Return *token* in the theme on screen."""
    return named(current().colors[token])


def tone(name: Tone, part: Part) -> Token:
    """Return the token of one part (text, ground, mark) of a tone."""
    return cast("Token", f"{name}_{part}")


@cache
def named(value: str) -> QColor:
    """Return the colour written as *value*; shared, so never change it."""
    return QColor(value)


def _stored(settings: QSettings | None) -> Choice:
    value = str(settings.value("theme", "")) if settings else ""
    return Choice(value) if value in set(Choice) else Choice.SYSTEM


_SCHEMES = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
    Choice.CONTRAST: Qt.ColorScheme.Unknown,
}


def resolve(choice: Choice, system: Qt.ColorScheme, wished: Qt.ContrastPreference) -> Palette:
    """Return what *choice* means while the system is so and wishes for so much contrast."""
    strong = wished == Qt.ContrastPreference.HighContrast
    dark = choice is Choice.DARK or (choice is not Choice.LIGHT and system == Qt.ColorScheme.Dark)
    if choice is Choice.CONTRAST or (choice is Choice.SYSTEM and strong):
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def _qt_palette(palette: Palette) -> QPalette:
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, QColor(palette.colors[token]))
    for role in _FADED:
        faded = QColor(palette.colors["text3"])
        result.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return result


def _style_sheet(palette: Palette) -> str:
    return _grounds(palette) + _fields(palette) + _lists(palette)


def _grounds(palette: Palette) -> str:
    c = palette.colors
    return f"""
    #nav {{ background: {c["nav"]}; border: none; border-right: 1px solid {c["border"]}; }}
    #status {{ background: {c["nav"]}; border: none; border-top: 1px solid {c["border"]}; }}
    #surface {{ background: {c["surface"]}; border: none; }}
    #sunken {{ background: {c["sunken"]}; border: none; border-radius: 8px; }}
    #detail {{ background: {c["window"]}; border: none; border-left: 1px solid {c["border"]}; }}
    #evidence {{ background: {c["window"]}; border: none; border-top: 1px solid {c["border"]}; }}
    #card {{ background: {c["surface"]}; border: 1px solid {c["border"]}; border-radius: 10px; }}
    #rule {{ background: {c["border"]}; border: none; }}
    """


def _fields(palette: Palette) -> str:
    c = palette.colors
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox {{
        background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["border_strong"]};
        border-radius: 8px; padding: 0 9px;
        selection-background-color: {c["accent"]}; selection-color: {c["accent_text"]}; }}
    QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
    QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox {{ min-height: 32px; }}
    QLineEdit {{ lineedit-password-character: 8226; }}
    QLineEdit#bare, QLineEdit#bare:focus {{ background: transparent; border: none; padding: 0; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus,
    QTimeEdit:focus, QSpinBox:focus {{ border: 2px solid {c["accent"]}; padding: 0 8px; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ padding: 5px 7px; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
    QDateEdit[wrong="true"], QTimeEdit[wrong="true"] {{ border: 1px solid {c["high_mk"]}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {{
        background: {c["sunken"]}; color: {c["text3"]}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{
        image: url("{_arrow(palette.name)}"); width: 14px; height: 14px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
    QComboBox QAbstractItemView {{ background: {c["surface"]}; color: {c["text"]};
        border: 1px solid {c["border_strong"]}; padding: 4px; outline: none;
        selection-background-color: {c["accent_soft"]}; selection-color: {c["text"]}; }}
    """


def _lists(palette: Palette) -> str:
    c = palette.colors
    return f"""
    QMenu {{ background: {c["surface"]}; border: 1px solid {c["border_strong"]}; padding: 5px; }}
    QMenu::item {{ padding: 6px 28px 6px 10px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {c["accent_soft"]}; color: {c["text"]}; }}
    QMenu::icon {{ padding-left: 8px; }}
    QMenu::separator {{ height: 1px; background: {c["border"]}; margin: 5px 6px; }}
    QToolTip {{ background: {c["toast"]}; color: {c["toast_text"]}; border: none;
        padding: 5px 8px; }}
    QTableView, QTreeView, QListView {{ background: {c["surface"]}; border: none; outline: none; }}
    QScrollArea {{ background: transparent; border: 2px solid transparent; border-radius: 8px; }}
    QScrollArea:focus {{ border-color: {c["accent"]}; }}
    QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
    QScrollBar:vertical {{ width: 12px; background: transparent; margin: 2px 3px; }}
    QScrollBar:horizontal {{ height: 12px; background: transparent; margin: 3px 2px; }}
    QScrollBar::handle {{ background: {c["border_strong"]}; border-radius: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 36px; }}
    QScrollBar::handle:horizontal {{ min-width: 36px; }}
    QScrollBar::handle:hover {{ background: {c["text3"]}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: {c["border"]}; }}
    """


def _arrow(theme: str) -> str:
    scheme = theme.removeprefix("contrast-")
    return (ICONS / f"chevron-down.{scheme}.svg").as_posix()
