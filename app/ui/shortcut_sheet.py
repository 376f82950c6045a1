"""All keys of the desk on one sheet, under what they act on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.access import Identity, Permission
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.chips import Keycap
from app.ui.commands import COMMANDS, Command, command, written
from app.ui.labels import Label, section
from app.words import say

DECIDING = say("Decide")
GROUPS = {
    "claim": say("The claim"),
    "queue": say("The queue"),
    "document": say("Documents"),
    "view": say("The queue"),
    "go": say("Go to"),
    "pane": say("Panes"),
    "app": say("Everywhere"),
    "theme": say("Everywhere"),
}
OTHER = say("More")
INTRO = say(
    "Letters act on the queue and the claim, never while you write. A held key decides nothing."
)
COLUMNS = 4
SIZE = (1240, 740)
_DECISIONS = frozenset({Permission.CLAIM_DECIDE, Permission.CLAIM_TRIAGE})


class ShortcutSheet(QDialog):
    """What a person may do and by which keys; changing them is one button away."""

    def __init__(self, identity: Identity, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("All shortcuts"))
        self.setAccessibleName(say("All shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 48), min(SIZE[1], room.height() - 48))
        self.change = ActionButton(say("Change keys"), icon="keyboard")
        self.change.clicked.connect(self.accept)
        self._lay_out(grouped(identity))

    def _lay_out(self, groups: dict[str, list[Command]]) -> None:
        close = ActionButton(say("Close"), keys="Esc", look=Look.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.change)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(say("All shortcuts"), fonts.TITLE, fonts.BOLD))
        column.addWidget(Label(INTRO, fonts.SMALL, ink="text2", wrap=True))
        column.addWidget(_scrolled(groups), 1)
        column.addLayout(foot)


def grouped(identity: Identity) -> dict[str, list[Command]]:
    """Return the commands with keys that the person may ever use, by what they act on."""
    groups: dict[str, list[Command]] = {name: [] for name in (DECIDING, *GROUPS.values(), OTHER)}
    for one in COMMANDS:
        known = command(one.id)
        if known.keys and known.allowed(identity):
            groups[_group_of(known)].append(known)
    return {name: members for name, members in groups.items() if members}


def _group_of(known: Command) -> str:
    if known.id.startswith("claim.") and known.permission in _DECISIONS:
        return DECIDING
    return GROUPS.get(known.id.partition(".")[0], OTHER)


def _scrolled(groups: dict[str, list[Command]]) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("scrolled")
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 4, 8, 4)
    row.setSpacing(36)
    for members in _columns(groups):
        column = QVBoxLayout()
        column.setSpacing(18)
        for name in members:
            column.addWidget(_group(name, groups[name]))
        column.addStretch()
        row.addLayout(column, 1)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setAccessibleName(say("Shortcuts by what they act on"))
    return area


def _columns(groups: dict[str, list[Command]]) -> Iterable[list[str]]:
    """Spread the groups so that the columns are about equally long."""
    columns: list[list[str]] = [[] for _ in range(COLUMNS)]
    lengths = [0] * COLUMNS
    for name, members in sorted(groups.items(), key=lambda item: -len(item[1])):
        least = lengths.index(min(lengths))
        columns[least].append(name)
        lengths[least] += len(members) + 2
    return [column for column in columns if column]


def _group(name: str, members: list[Command]) -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 1)
    grid.addWidget(section(name), 0, 0, 1, 2)
    for place, known in enumerate(members, start=1):
        title = Label(known.title, fonts.BODY)
        title.setAccessibleName(f"{known.title}: {say(' or ').join(map(written, known.keys))}")
        grid.addWidget(title, place, 0)
        grid.addLayout(_keys(known), place, 1)
    return whole


def _keys(known: Command) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addStretch()
    for keys in known.keys:
        if not keys.endswith("Enter"):
            line.addWidget(Keycap(written(keys)))
    return line
