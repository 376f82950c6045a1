"""The first start at this computer: a few choices, shown once, each left as it is if one likes."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.display import Display, density
from app.ui.labels import Label, rule
from app.ui.notices.choices import QUIET, QuietHours
from app.ui.notices.desk import Notices
from app.ui.settings_dialog import DENSITIES, THEMES, Picks, named, scales
from app.ui.theme import Theme
from app.words import say

SEEN = "first-run/seen"
INTRO = say("Choose how things look. All of it can be changed later under Settings, Ctrl comma.")
KEYS_NOTE = say("Every action has a key; letters act on the queue and the claim. ? shows them all.")
PRACTISE_NOTE = say("Ten settled claims to decide again. Nothing of it is stored or sent.")
NEXT_START = say("Holds from the next start of Precedent.")


class FirstRunDialog(QDialog):
    """Every choice holds at once; Enter begins, Escape skips, and neither asks again.

    `keys` leads to the keys, `practise` to the practice; both close the dialog first.
    """

    def __init__(
        self,
        theme: Theme,
        display: Display,
        settings: QSettings | None,
        parent: QWidget,
        *,
        may_practise: bool,
        notices: Notices | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Welcome to Precedent"))
        self.setAccessibleName(say("Welcome to Precedent"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(620)
        self._settings = settings
        self.themes = Picks(say("Theme"), THEMES, theme.choice)
        self.themes.on_pick(theme.choose)
        self.densities = Picks(say("Rows"), DENSITIES, density())
        self.densities.on_pick(display.choose_density)
        self.scale = scales(display)
        self.hours = QuietHours(notices) if notices else None
        self.keys = ActionButton(say("Choose keys"), icon="keyboard")
        self.practise = ActionButton(say("Practise"), icon="play")
        self.begin = ActionButton(say("Begin"), keys="↵", look=Look.PRIMARY)
        self._lay_out(may_practise=may_practise)
        for button in (self.keys, self.practise, self.begin):
            button.clicked.connect(self.accept)
        self.finished.connect(self._remember)
        self.begin.setDefault(True)
        self.begin.setFocus()

    def _remember(self) -> None:
        if self._settings:
            self._settings.setValue(SEEN, "yes")

    def _lay_out(self, *, may_practise: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(18)
        column.addWidget(Label(say("Welcome to Precedent"), fonts.TITLE, fonts.BOLD))
        column.addWidget(Label(INTRO, fonts.BODY, ink="text2", wrap=True))
        column.addWidget(rule())
        column.addLayout(
            named(say("Theme"), self.themes, say("High contrast follows light and dark."))
        )
        column.addLayout(
            named(say("Rows of the queue"), self.densities, say("Dense shows more at once."))
        )
        column.addLayout(named(say("Scale"), self.scale, NEXT_START))
        column.addLayout(named(say("Keys"), self.keys, KEYS_NOTE))
        if self.hours:
            column.addLayout(named(say("Quiet hours"), self.hours, QUIET))
        if may_practise:
            column.addLayout(named(say("Practice"), self.practise, PRACTISE_NOTE))
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.begin)
        column.addLayout(foot)


def wanted(settings: QSettings | None) -> bool:
    """Tell whether the choices have to be shown at this computer."""
    return settings is not None and not settings.value(SEEN)
