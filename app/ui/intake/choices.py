"""Editors of answers shown side by side: yes, no or not known, and several of a few."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from app.services.line_codes import UNKNOWN
from app.ui import fonts, icons, theme
from app.ui.painting import draw_focus
from app.ui.tokens import Token
from app.words import say

HEIGHT, _PAD, _CHECK = 34, 12, 20
ANSWERS: tuple[tuple[str, bool | str], ...] = (
    (say("Yes"), True),
    (say("No"), False),
    (say("Not known"), UNKNOWN),
)


class Segment(QRadioButton):
    """One of the answers of which exactly one is given."""

    def __init__(self, words: str, *, quiet: bool = False) -> None:
        super().__init__(words)
        self._quiet = quiet
        _set_up(self)

    def hitButton(self, _place: QPoint) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _draw(self, marked=False, quiet=self._quiet)


class Toggle(QCheckBox):
    """One of the answers of which several may be given."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        _set_up(self)

    def hitButton(self, _place: QPoint) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return _size(self, _CHECK)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _draw(self, marked=True)


class Tick(Toggle):
    """A statement that is confirmed or not."""

    edited = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.clicked.connect(self.edited)

    def read(self) -> bool:
        """Return whether it is confirmed."""
        return self.isChecked()

    def write(self, value: Any) -> None:
        """Show whether it is confirmed."""
        self.setChecked(bool(value))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(f"{name}: {self.text()}")


class YesNo(QWidget):
    """Yes, no, or not known; nothing is chosen until somebody answers."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons = [Segment(words, quiet=value == UNKNOWN) for words, value in ANSWERS]
        self._group = QButtonGroup(self)
        _line_up(self, self.buttons)
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            button.clicked.connect(self._answer)
        self.write(None)

    def read(self) -> bool | str | None:
        """Return the answer, None as long as there is none."""
        place = self._group.checkedId()
        return ANSWERS[place][1] if place >= 0 else None

    def write(self, value: Any) -> None:
        """Show an answer."""
        place = next((n for n, (_words, answer) in enumerate(ANSWERS) if answer == value), None)
        self._group.setExclusive(place is not None)
        for at, button in enumerate(self.buttons):
            button.setChecked(at == place)
        self._group.setExclusive(True)
        self._wait_at(place or 0)

    def _answer(self) -> None:
        self._wait_at(self._group.checkedId())
        self.edited.emit()

    def _wait_at(self, place: int) -> None:
        """Let Tab come to one of the answers only."""
        for at, button in enumerate(self.buttons):
            tab = Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.setFocusProxy(self.buttons[place])

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")


class Several(QWidget):
    """Any number of a few."""

    edited = Signal()

    def __init__(self, choices: Mapping[Any, str]) -> None:
        super().__init__()
        self.buttons = {str(code): Toggle(words) for code, words in choices.items()}
        _line_up(self, list(self.buttons.values()))
        for button in self.buttons.values():
            button.clicked.connect(self.edited)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def read(self) -> list[str]:
        """Return the codes of what is chosen."""
        return [code for code, button in self.buttons.items() if button.isChecked()]

    def write(self, value: Any) -> None:
        """Choose the codes of *value*."""
        chosen = {str(code) for code in value or ()}
        for code, button in self.buttons.items():
            button.setChecked(code in chosen)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")


def _line_up(whole: QWidget, buttons: list[Segment] | list[Toggle]) -> None:
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for button in buttons:
        line.addWidget(button)
    line.addStretch()


def _set_up(button: QAbstractButton) -> None:
    button.setFont(fonts.font())
    button.setFixedHeight(HEIGHT)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def _size(button: QAbstractButton, extra: int = 0) -> QSize:
    width = QFontMetrics(fonts.font(weight=550)).horizontalAdvance(button.text())
    return QSize(width + 2 * _PAD + extra, HEIGHT)


def _draw(button: QAbstractButton, *, marked: bool, quiet: bool = False) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chosen = button.isChecked()
    where = QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    edge, ground = _tints(button, quiet=quiet)
    painter.setPen(QPen(theme.color(edge), 1))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(where, 8, 8)
    place = QRectF(0, 0, button.width(), HEIGHT)
    side = Qt.AlignmentFlag.AlignHCenter
    if marked:
        ink: Token = "accent" if chosen else "text3"
        icons.draw(
            painter, "check" if chosen else "square", ink, _PAD - 2, where.center().y() - 7, 14
        )
        place, side = place.adjusted(_PAD + _CHECK - 4, 0, 0, 0), Qt.AlignmentFlag.AlignLeft
    painter.setFont(fonts.font(weight=550 if chosen else fonts.REGULAR))
    painter.setPen(theme.color("text" if chosen and not quiet else "text2"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, button.text())
    if button.hasFocus():
        draw_focus(painter, QRectF(button.rect()), 8)


def _tints(button: QAbstractButton, *, quiet: bool) -> tuple[Token, Token]:
    if button.isChecked():
        return ("border_strong", "sunken") if quiet else ("accent", "accent_soft")
    return "border_strong", "hover" if button.underMouse() else "surface"
