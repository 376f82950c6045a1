"""The settings of a person at this computer: how things look, and by which keys they are done."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.access import Identity
from app.language import NAMES
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.claim.body import Tab
from app.ui.display import SCALES, Density, Display, density
from app.ui.intake.choices import Segment
from app.ui.key_rows import KeyRows
from app.ui.keymap import Keymap
from app.ui.labels import Label, rule
from app.ui.notices.choices import NoticeChoices
from app.ui.notices.desk import Notices
from app.ui.theme import Choice, Theme
from app.ui.usage import Usage
from app.words import say

THEMES: Mapping[Any, str] = {
    Choice.SYSTEM: say("As the system"),
    Choice.LIGHT: say("Light"),
    Choice.DARK: say("Dark"),
    Choice.CONTRAST: say("High contrast"),
}
DENSITIES: Mapping[Any, str] = {Density.ROOMY: say("Roomy"), Density.DENSE: say("Dense")}
LANGUAGES: Mapping[Any, str] = {"": say("As the system"), **NAMES}
NEXT_START = say("Holds from the next start of Precedent.")
DENSE_SHOWS = say("Dense shows almost half as many more claims at once.")
COUNTING: Mapping[Any, str] = {False: say("Nothing"), True: say("Screens and commands")}
COUNTED = say(
    "How often each is used, without what is in it or who used it; off unless you choose it."
)
KEYS = 1


class Picks(QWidget):
    """Values side by side, of which exactly one holds; it holds as soon as it is picked."""

    def __init__(self, name: str, values: Mapping[Any, str], now: Any) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[Any, Segment] = {value: Segment(text) for value, text in values.items()}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for value, button in self.buttons.items():
            button.setAccessibleName(f"{name}: {values[value]}")
            button.setChecked(value == now)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()

    def on_pick(self, act: Callable[[Any], object]) -> None:
        """Call *act* with the value that is picked."""
        for value, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, picked=value: act(picked))


class SettingsDialog(QDialog):
    """Every change holds at once; there is nothing to save."""

    def __init__(  # noqa: PLR0913 - all that can be set, each known by its own
        self,
        theme: Theme,
        display: Display,
        keymap: Keymap,
        identity: Identity,
        parent: QWidget,
        *,
        usage: Usage | None = None,
        notices: Notices | None = None,
        rules: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Settings"))
        self.setAccessibleName(say("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 620)
        self.themes = Picks(say("Theme"), THEMES, theme.choice)
        self.themes.on_pick(theme.choose)
        self.densities = Picks(say("Rows"), DENSITIES, density())
        self.densities.on_pick(display.choose_density)
        self.scale = scales(display)
        self.languages = Picks(say("Language"), LANGUAGES, display.language)
        self.languages.on_pick(display.choose_language)
        self.usage = (
            Picks(say("Counting"), COUNTING, bool(usage and usage.counted)) if usage else None
        )
        if self.usage and usage:
            self.usage.on_pick(usage.choose)
        self.keys = KeyRows(keymap, identity)
        self.pages = QStackedWidget()
        self.tabs = [Tab(say("Display")), Tab(say("Keys"))]
        self.notices = NoticeChoices(notices) if notices else None
        self.rules = rules
        self._lay_out()

    def show_keys_page(self) -> None:
        """Begin with the keys."""
        self.tabs[KEYS].click()

    def _display(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(20)
        column.addLayout(
            named(say("Theme"), self.themes, say("High contrast follows light and dark."))
        )
        column.addLayout(named(say("Rows of the queue"), self.densities, DENSE_SHOWS))
        column.addLayout(named(say("Scale"), self.scale, NEXT_START))
        column.addLayout(named(say("Language"), self.languages, NEXT_START))
        if self.usage:
            column.addLayout(named(say("Counting"), self.usage, COUNTED))
        column.addStretch()
        return page

    def _lay_out(self) -> None:
        self.pages.addWidget(self._display())
        self.pages.addWidget(self.keys)
        if self.notices:
            self.pages.addWidget(self.notices)
            self.tabs.append(Tab(say("Notifications")))
        if self.rules:
            self.pages.addWidget(self.rules)
            self.tabs.append(Tab(say("Documents")))
        head = QHBoxLayout()
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _on=False, page=place: self.pages.setCurrentIndex(page))
            head.addWidget(tab)
        self.tabs[0].setChecked(True)
        head.addStretch()
        close = ActionButton(say("Close"), keys="Esc", look=Look.PRIMARY)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(say("Settings"), fonts.TITLE, fonts.BOLD))
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.pages, 1)
        column.addLayout(foot)


def scales(display: Display) -> QComboBox:
    """Return the choice of the scale."""
    box = QComboBox()
    box.setAccessibleName(say("Scale"))
    box.setFixedWidth(140)
    for percent in SCALES:
        box.addItem(f"{percent}%", percent)
    box.setCurrentIndex(SCALES.index(display.scale))
    box.activated.connect(lambda place: display.choose_scale(SCALES[place]))
    return box


def named(title: str, editor: QWidget, note: str) -> QVBoxLayout:
    """Return an editor under its title, with a note on it."""
    lines = QVBoxLayout()
    lines.setSpacing(6)
    lines.addWidget(Label(title, fonts.BODY, fonts.STRONG))
    lines.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft)
    lines.addWidget(Label(note, fonts.SMALL, ink="text3"))
    return lines
