"""The column at the left: the places a person may go to, and who they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.access import Identity
from app.ui import fonts, icons, theme
from app.ui.brand import NAME, Mark
from app.ui.commands import Command, command
from app.ui.labels import Elided, Label, section
from app.ui.painting import draw_avatar, draw_focus, draw_marker, draw_text
from app.ui.people.screen import role_words
from app.words import fill, say

WIDTH, NARROW = 232, 56
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the desk: its command, its group, how its screen is made, its figure.

    A place that is not `listed` has no button of its own.
    """

    command: str
    group: str
    make: Callable[[], QWidget]
    figure: str = ""
    listed: bool = True


class PlaceButton(QPushButton):
    """One place in the navigation, with how many claims wait there."""

    def __init__(self, known: Command) -> None:
        super().__init__(known.title)
        self.command = known
        self._count = ""
        self._narrow = False
        self.waiting = 0
        self.setCheckable(True)
        self.setFixedHeight(34)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """Show how many claims wait there."""
        self._count = _short(count) if count else ""
        self.waiting = count or 0
        self._tell()
        self.update()

    def show_keys(self) -> None:
        """Tell the keys that the place has now."""
        self.command = command(self.command.id)
        self._tell()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone."""
        self._narrow = narrow
        self.update()

    def _tell(self) -> None:
        name, figure = (
            self.command.title,
            fill(", {waiting:,}", waiting=self.waiting) if self.waiting else "",
        )
        self.setAccessibleName(f"{name}{figure}")
        self.setAccessibleDescription(say("Shortcut {keycap}", keycap=self.command.keycap))
        self.setToolTip(f"{name} ({self.command.keycap})")

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 16 if self._narrow else 200, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        self._draw_ground(painter, where)
        here = self.isChecked()
        x = (self.width() - 16) / 2 if self._narrow else 11
        self.draw_icon(painter, x)
        if not self._narrow:
            painter.setFont(fonts.font(fonts.BODY, fonts.STRONG if here else 450))
            place = QRectF(37, 0, self.width() - 37 - 46, self.height())
            draw_text(painter, self.command.title, place, "text" if here else "text2")
            self._draw_count(painter)
        elif self._count:
            draw_marker(painter, "circle", theme.color("accent"), QPointF(x + 16, 10), 4)
        if self.hasFocus():
            draw_focus(painter, where)

    def draw_icon(self, painter: QPainter, x: float) -> None:
        """Draw what stands before the name."""
        icons.draw(painter, self.command.icon, "accent" if self.isChecked() else "text2", x, 9)

    def _draw_ground(self, painter: QPainter, where: QRectF) -> None:
        if self.isChecked():
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("surface"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("border"))
        else:
            return
        painter.drawRoundedRect(where, 7, 7)

    def _draw_count(self, painter: QPainter) -> None:
        if not self._count:
            return
        font = fonts.font(fonts.NOTE, fonts.STRONG, tabular=True)
        width = QFontMetrics(font).horizontalAdvance(self._count) + 12
        where = QRectF(self.width() - width - 9, self.height() / 2 - 9, width, 18)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("neutral_bg"))
            painter.drawRoundedRect(where, 9, 9)
        painter.setFont(font)
        painter.setPen(theme.color("neutral_fg"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._count)


class PersonButton(QPushButton):
    """Who is signed in; opens the menu with theme, About and sign out."""

    def __init__(self, identity: Identity) -> None:
        super().__init__(identity.full_name)
        self._name, self._words = identity.full_name, role_words(identity)
        self._narrow = False
        self.setFixedHeight(48)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(
            say("{name}, {words}: settings and sign out", name=self._name, words=self._words)
        )
        self.setToolTip(say("Theme, About, sign out"))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the disc alone."""
        self._narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 16 if self._narrow else 200, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("border"))
            painter.drawRoundedRect(where, 8, 8)
        x = (self.width() - 30) / 2 if self._narrow else 8
        draw_avatar(painter, self._name, QRectF(x, 9, 30, 30))
        if not self._narrow:
            width = self.width() - 48 - 34
            painter.setFont(fonts.font(fonts.BODY, fonts.STRONG))
            draw_text(painter, self._name, QRectF(48, 7, width, 18), "text")
            painter.setFont(fonts.font(fonts.NOTE))
            draw_text(painter, self._words, QRectF(48, 24, width, 16), "text3")
            icons.draw(painter, "settings", "text3", self.width() - 26, 16)
        if self.hasFocus():
            draw_focus(painter, where)


class Navigation(QFrame):
    """The places, in their groups, and the person at the foot."""

    chosen = Signal(str)

    def __init__(self, identity: Identity, places: Sequence[Place], workplace: str) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAccessibleName(say("Navigation"))
        self.buttons: dict[str, PlaceButton] = {}
        self._figures = {place.command: place.figure for place in places}
        self._group = QButtonGroup(self)
        self._wide_parts: list[QWidget] = []
        self.person = PersonButton(identity)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 14, 12, 10)
        self._column.setSpacing(1)
        self._column.addLayout(self._brand(workplace))
        self._column.addSpacing(4)
        self._ends: dict[str, int] = {}
        listed = [place for place in places if place.listed]
        for group, members in groupby(listed, key=lambda place: place.group):
            self._add_group(group, list(members))
        self._column.addStretch()
        self.bell = PlaceButton(command("app.notices"))
        self.bell.setCheckable(False)
        self.bell.setVisible(self.bell.command.allowed(identity))
        self._column.addWidget(self.bell)
        self._column.addWidget(self.person)
        self.set_narrow(narrow=False)

    def show_place(self, identifier: str) -> None:
        """Mark where the person is, if that has a button."""
        if identifier in self.buttons:
            self.buttons[identifier].setChecked(True)

    def add_beneath(self, group: str, part: QWidget) -> None:
        """Give *part* a place beneath a group, where there is room for words."""
        self._column.insertWidget(self._ends[group], part)
        self._wide_parts.append(part)
        part.setVisible(self.width() != NARROW)

    def join(self, button: QPushButton) -> None:
        """Let one more button take part in marking where the person is."""
        self._group.addButton(button)

    def show_counts(self, counts: object) -> None:
        """Show the figures a service counted."""
        for identifier, figure in self._figures.items():
            if figure and identifier in self.buttons:
                self.buttons[identifier].show_count(getattr(counts, figure))

    def set_narrow(self, *, narrow: bool) -> None:
        """Collapse to icons, or open again."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        edge = 8 if narrow else 12
        self._column.setContentsMargins(edge, 14, edge, 10)
        for part in self._wide_parts:
            part.setVisible(not narrow)
        for button in self.buttons.values():
            button.set_narrow(narrow=narrow)
        self.bell.set_narrow(narrow=narrow)
        self.person.set_narrow(narrow=narrow)

    def open_menu(self, menu: QMenu) -> None:
        """Show *menu* above the person."""
        top = self.person.mapToGlobal(QPoint(0, 0))
        menu.popup(top - QPoint(0, menu.sizeHint().height() + 4))

    def _brand(self, workplace: str) -> QHBoxLayout:
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Label(NAME, 15, 680))
        lines.addWidget(Elided(workplace, fonts.NOTE, fonts.REGULAR, "text3"))
        self._wide_parts.append(words)
        row = QHBoxLayout()
        row.setContentsMargins(5, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Mark(30))
        row.addWidget(words, 1)
        return row

    def _add_group(self, group: str, members: Sequence[Place]) -> None:
        heading = section(group)
        heading.setContentsMargins(12, 14, 12, 4)
        self._wide_parts.append(heading)
        self._column.addWidget(heading)
        for place in members:
            button = PlaceButton(command(place.command))
            button.clicked.connect(lambda _checked=False, to=place.command: self._choose(to))
            self._group.addButton(button)
            self.buttons[place.command] = button
            self._column.addWidget(button)
        self._ends[group] = self._column.count()

    def _choose(self, identifier: str) -> None:
        self.chosen.emit(identifier)


def _short(count: int) -> str:
    if count < 10 * _THOUSAND:
        return fill("{count:,}", count=count)
    return f"{count // _THOUSAND}k"
