"""The fields of a decision: reasons with keys, notes, a person and a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QDate, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts, icons, theme
from app.ui.fields import Field
from app.ui.painting import draw_focus, draw_keycap, draw_text
from app.ui.tokens import Token
from app.words import say

DIARY = timedelta(days=14)
CENT, MOST = Decimal("0.01"), Decimal(10**10)


class Reason(QRadioButton):
    """One reason with its key; the chosen one stands on a tint."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__(text)
        self._key = key
        self.setFont(fonts.font())
        self.setFixedHeight(28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(say("Key {key}", key=key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(where, 6, 6)
        ink: Token = "accent" if self.isChecked() else "text2"
        edge = theme.color("accent" if self.isChecked() else "border_strong")
        key = QRectF(6, where.center().y() - 9, 20, 18)
        ground = theme.color("surface")
        draw_keycap(painter, self._key, key, ink=theme.color(ink), edge=edge, fill=ground)
        painter.setFont(fonts.font(weight=550) if self.isChecked() else self.font())
        draw_text(painter, self.text(), where.adjusted(36, 0, -30, 0), "text")
        if self.isChecked():
            icons.draw(painter, "check", "accent", where.right() - 24, where.center().y() - 8)
        if self.hasFocus():
            draw_focus(painter, where, 6)

    def hitButton(self, _place: QPoint) -> bool:
        return True


class Reasons(QWidget):
    """A short list of reasons, one of which is chosen by its digit, the mouse or arrows."""

    def __init__(self, reasons: Mapping[Any, str]) -> None:
        super().__init__()
        self._codes = list(reasons)
        self._group = QButtonGroup(self)
        self.buttons = [Reason(text, str(n)) for n, text in enumerate(reasons.values(), start=1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for place, button in enumerate(self.buttons):
            self._group.addButton(button, place)
            column.addWidget(button)
        self.setFocusProxy(self.buttons[0])

    def value(self) -> Any:
        """Return the chosen code, or None."""
        place = self._group.checkedId()
        return self._codes[place] if place >= 0 else None

    def clear(self) -> None:
        """Choose none."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def choose(self, place: int) -> None:
        """Choose the reason at *place*, if there is one."""
        if 0 <= place < len(self.buttons):
            self.buttons[place].setChecked(True)
            self.buttons[place].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a reason by its digit."""
        if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of the form, how its value is read, and the sentence when that is missing."""

    field: Field
    read: Callable[[], Any]
    needed: str = ""

    def check(self) -> bool:
        """Tell whether the value may be sent; if not, the field says what is missing."""
        if self.needed and not self.read():
            self.field.fail(self.needed)
            return False
        self.field.clear()
        return True


def reasons(reasons_of: Mapping[Any, str], *, label: str = say("Reason")) -> Entry:
    """Return the choice of one reason."""
    editor = Reasons(reasons_of)
    needed = say("Choose a reason, with the keys 1 to {reasons_of}.", reasons_of=len(reasons_of))
    return Entry(Field(label, editor), editor.value, needed)


def tick(label: str, words: str, *, needed: str) -> Entry:
    """Return a statement that the person makes by ticking it."""
    editor = QCheckBox(words)
    editor.setFont(fonts.font())
    return Entry(Field(label, editor), editor.isChecked, needed)


def choice(label: str, words: str, *, on: bool = False) -> Entry:
    """Return something that may be so or not."""
    editor = QCheckBox(words)
    editor.setFont(fonts.font())
    editor.setChecked(on)
    return Entry(Field(label, editor), editor.isChecked)


def amount(label: str, currency: str, value: Decimal | None = None) -> Entry:
    """Return a field for a sum of money."""
    editor = QLineEdit("" if value is None else f"{value:.2f}")
    editor.setPlaceholderText("0.00")
    needed = say("Enter an amount, like 1250.00.")
    return Entry(Field(f"{label}, {currency}", editor), lambda: as_amount(editor.text()), needed)


def line(label: str, *, hint: str = "", value: str = "", needed: str = "") -> Entry:
    """Return a field for one line of text."""
    editor = QLineEdit(value)
    editor.setPlaceholderText(hint)
    field = Field(label, editor, optional=not needed)
    return Entry(field, lambda: editor.text().strip(), needed)


def one_of(label: str, choices: Mapping[str, str], value: str = "") -> Entry:
    """Return the choice of one of a few named things."""
    editor = QComboBox()
    for code, words in choices.items():
        editor.addItem(words, code)
    editor.setCurrentIndex(max(editor.findData(value), 0))
    return Entry(Field(label, editor), editor.currentData)


def as_amount(text: str) -> Decimal | None:
    """Return the sum that *text* says, or None when it says none."""
    try:
        value = Decimal(text.replace(",", "").strip().lstrip("£$€"))
    except InvalidOperation:
        return None
    return value.quantize(CENT) if value.is_finite() and abs(value) < MOST else None


def text(label: str, *, hint: str = "", needed: str = "") -> Entry:
    """Return a field for a few lines of text."""
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setPlaceholderText(hint)
    editor.setFixedHeight(64)
    field = Field(label, editor, optional=not needed)
    return Entry(field, lambda: editor.toPlainText().strip(), needed)


def person(label: str, known: list[str], *, needed: str) -> Entry:
    """Return a field for one of the known people, or anybody else."""
    editor = QComboBox()
    editor.setEditable(True)
    editor.addItems(known)
    return Entry(Field(label, editor), lambda: editor.currentText().strip(), needed)


def day(label: str) -> Entry:
    """Return a field for a day to come, two weeks ahead at first."""
    editor = QDateEdit()
    today = QDate.currentDate()
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("dd MMM yyyy")
    editor.setMinimumDate(today.addDays(1))
    editor.setDate(today.addDays(DIARY.days))
    return Entry(Field(label, editor), lambda: _as_date(editor.date()))


def _as_date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
