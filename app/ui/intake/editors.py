"""Editors of the intake form: each reads and writes one plain value and tells of every edit."""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from app.ui import fonts
from app.words import say

UNCHOSEN = say("Choose…")
# What is too long is told by the rules, never cut off in silence.
LONGEST = 32_767
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Editor(Protocol):
    """What the binder asks of a widget that edits a value."""

    edited: SignalInstance

    def read(self) -> Any:
        """Return what is entered; an empty text or None when nothing is."""

    def write(self, value: Any) -> None:
        """Show *value*, None for nothing, without telling of an edit."""


class Line(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, hint: str = "", *, longest: int = LONGEST) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setMaxLength(longest)
        self.textEdited.connect(self.edited)

    def read(self) -> str:
        """Return the text."""
        return self.text().strip()

    def write(self, value: Any) -> None:
        """Show *value*."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)


class Money(Line):
    """An amount; signs and separators may be typed and two places are shown on leaving."""

    def __init__(self) -> None:
        super().__init__("0.00")
        self.setFont(fonts.font(tabular=True))

    def read(self) -> str:
        """Return the amount as plain digits, or the text as it stands when it is none."""
        text = self.text().strip()
        plain = text.lstrip("£€$ ").replace(",", "").replace(" ", "")
        return str(amount) if (amount := _amount(plain)) is not None else text

    def write(self, value: Any) -> None:
        """Show *value* with separators and two places."""
        amount = _amount(str(value))
        self.setText(f"{amount:,.2f}" if amount is not None else str(value or ""))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the amount as it was understood."""
        super().focusOutEvent(event)
        amount = _amount(self.read())
        if amount is not None and amount == round(amount, 2):
            self.setText(f"{amount:,.2f}")


class Codes(Line):
    """Several short codes, with commas or spaces between them."""

    def read(self) -> Any:
        """Return the codes; an empty list when there are none."""
        return self.text().replace(",", " ").replace(";", " ").split()

    def write(self, value: Any) -> None:
        """Show codes."""
        super().write(", ".join(str(code) for code in value or ()))


class Clock(Line):
    """A time of day."""

    def __init__(self) -> None:
        super().__init__("14:30")
        self.setFont(fonts.font(tabular=True))

    def read(self) -> str:
        """Return hours and minutes; a time without its colon is understood."""
        text = self.text().strip().replace(".", ":")
        return f"{text[:-2]:0>2}:{text[-2:]}" if text.isdigit() and len(text) in {3, 4} else text

    def write(self, value: Any) -> None:
        """Show *value*."""
        super().write(f"{value:%H:%M}" if isinstance(value, time) else value)


class Story(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    edited = Signal()

    def __init__(self, hint: str = "", *, height: int = 96) -> None:
        super().__init__()
        self._quiet = False
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.textChanged.connect(self._tell)

    def read(self) -> str:
        """Return the text."""
        return self.toPlainText().strip()

    def write(self, value: Any) -> None:
        """Show *value*."""
        self._quiet = True
        self.setPlainText(str(value or ""))
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit()


class Choice(QComboBox):
    """One of a short list, or nothing yet; the wheel scrolls the form, never the choice."""

    edited = Signal()

    def __init__(self, choices: Mapping[Any, str], *, unchosen: str = UNCHOSEN) -> None:
        super().__init__()
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if unchosen:
            self.addItem(unchosen, "")
        for code, words in choices.items():
            self.addItem(words, str(code))
        self.currentIndexChanged.connect(self._tell)
        self._quiet = False

    def read(self) -> str:
        """Return the code of the choice, or nothing."""
        return str(self.currentData() or "")

    def write(self, value: Any) -> None:
        """Choose *value*."""
        self._quiet = True
        self.setCurrentIndex(max(self.findData(str(value or "")), 0))
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep letters for finding a choice, so that none of them commands the desk."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)


def _is_letter(event: QKeyEvent) -> bool:
    written = event.text() and event.text().isprintable()
    return bool(written) and not event.modifiers() & _COMMANDING


def _amount(text: str) -> Decimal | None:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
