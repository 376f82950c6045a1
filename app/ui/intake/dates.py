"""Editors of days and moments that may stay empty, typed in any common way or picked."""

from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from app.services.days import read_day
from app.services.figures import day, today
from app.ui import fonts, icons
from app.ui.intake.editors import Line
from app.words import say

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class Day(Line):
    """A day, or none; arrows step by days, pages by weeks, and Alt with Down opens a calendar."""

    def __init__(self) -> None:
        super().__init__(say("dd/mm/yyyy"))
        self.setFont(fonts.font(tabular=True))
        self._mark: QAction | None = None
        self._tint()

    def read(self) -> str:
        """Return the day as 2026-11-05, or the text as it stands when it names none."""
        named = read_day(self.text())
        return named.isoformat() if named else self.text().strip()

    def write(self, value: Any) -> None:
        """Show *value*, a day or nothing."""
        named = value if isinstance(value, date) else read_day(str(value or ""))
        self.setText(day(named) if named else str(value or ""))

    def pick(self) -> None:
        """Let the person pick a day from a calendar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(
            say("{accessiblename}, calendar", accessiblename=self.accessibleName())
        )
        calendar.setSelectedDate(QDate(*_parts(read_day(self.text()) or today())))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.setFocus()

    def _take(self, picked: QDate) -> None:
        self._show(date(picked.year(), picked.month(), picked.day()))

    def _show(self, named: date) -> None:
        self.write(named)
        self.edited.emit()

    def _tint(self) -> None:
        if self._mark:
            self.removeAction(self._mark)
        place = QLineEdit.ActionPosition.TrailingPosition
        self._mark = self.addAction(icons.icon("calendar", "text3"), place)
        self._mark.setToolTip(say("Pick a day (Alt ↓)"))
        self._mark.triggered.connect(self.pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from the day that is shown, or from today."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.pick()
        else:
            self._step(step)

    def _step(self, days: int) -> None:
        shown = read_day(self.text())
        try:
            self._show(shown + timedelta(days=days) if shown else today())
        except OverflowError:
            return

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the day as it was understood."""
        super().focusOutEvent(event)
        named = read_day(self.text())
        if named:
            self.write(named)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_mark"):
            QTimer.singleShot(0, self, self._tint)


class Moment(Line):
    """A day with its time."""

    def __init__(self) -> None:
        super().__init__(say("dd/mm/yyyy hh:mm"))
        self.setFont(fonts.font(tabular=True))

    def read(self) -> str:
        """Return the moment as 2026-11-05 14:30, or the text as it stands."""
        text = self.text().strip()
        head, _, clock = text.replace(",", " ").rpartition(" ")
        named = read_day(head)
        return f"{named.isoformat()} {clock}" if named else text

    def write(self, value: Any) -> None:
        """Show *value*."""
        super().write(
            say("{value:%d %b %Y, %H:%M}", value=value) if isinstance(value, datetime) else value
        )


def _parts(named: date) -> tuple[int, int, int]:
    return named.year, named.month, named.day
