"""The motor form: sections as cards in two columns, bound to the values they ask for."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.fields import Field
from app.ui.intake_asks import WHOLE, Ask, Part, Section
from app.ui.intake_binder import Binder
from app.ui.intake_check import Values
from app.ui.intake_fields import SECTIONS
from app.ui.labels import Label, rule, section

GAP, HALF_GAP, MARGIN, ABOVE = 16, 6, 20, 28
SAME = {"claimant": {}, "reporter": {"relation": "self"}, "driver": {}}
SOURCE = "policyholder"
ROOM_FOR_TWO = 960
PROMISE = (
    "It says what is stored and for how long, and that a model compares the claim with settled"
    " ones to suggest how it is handled. A person decides."
)


class IntakeForm(QScrollArea):
    """All sections of the form; `go_to` brings a field or a section into view."""

    def __init__(self) -> None:
        super().__init__()
        self.binder = Binder(self)
        self.cards: dict[str, Card] = {}
        self.copies: dict[str, ActionButton] = {}
        self.section_of: dict[str, str] = {}
        self.caption_of: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Motor claim")
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._lay_out()
        for each in SECTIONS:
            self._add(each)
        for column in self._columns:
            column.addStretch()
        self.binder.judge()

    def values(self) -> Values:
        """Return what is entered."""
        return self.binder.values()

    def write(self, values: Mapping[str, Any]) -> None:
        """Fill the form anew and begin at its top."""
        self.binder.write(values)
        self.verticalScrollBar().setValue(0)

    def go_to(self, name: str) -> None:
        """Put the focus into the field called *name*, or into the first of a section."""
        bound = self.binder.bound.get(name) or self._first_of(name)
        if bound:
            bound.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show(bound.field)

    def first(self) -> QWidget:
        """Return the first editor."""
        return next(iter(self.binder.bound.values())).field.editor

    def _first_of(self, title: str) -> Any:
        shown = (bound for bound in self.binder.bound.values() if bound.shown)
        return next((bound for bound in shown if self.section_of[bound.name] == title), None)

    def _show(self, field: QWidget) -> None:
        """Scroll until the field stands below the upper edge, where the eye goes."""
        top = field.mapTo(self._body, QPoint(0, 0)).y()
        room = self.viewport().height() - field.height()
        here = self.verticalScrollBar().value()
        if not here + ABOVE <= top <= here + room - ABOVE:
            self.verticalScrollBar().setValue(top - ABOVE * 2)

    def _lay_out(self) -> None:
        body = self._body = QWidget()
        body.setObjectName("scrolled")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._across.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        self._across.setSpacing(GAP)
        for column in self._columns:
            column.setSpacing(GAP)
            self._across.addLayout(column, 1)
        self.setWidget(body)

    def _add(self, described: Section) -> None:
        card = Card(gap=12)
        card.setAccessibleName(described.title)
        card.column.setContentsMargins(GAP - HALF_GAP, 14, GAP - HALF_GAP, 16)
        title = Label(described.title, fonts.BODY, fonts.STRONG)
        title.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
        card.column.addWidget(title)
        self._columns[described.column].addWidget(card)
        self.cards[described.title] = card
        for place, part in enumerate(described.parts):
            if place:
                card.column.addWidget(rule())
            if part.title:
                card.column.addLayout(self._heading(part))
            card.column.addLayout(self._grid(described.title, part))
        if described.title == "Notice":
            words = Label(PROMISE, fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
            words.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
            card.column.addWidget(words)

    def _heading(self, part: Part) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
        row.addWidget(section(part.title))
        row.addStretch()
        if part.party in SAME:
            button = ActionButton("Same as the policyholder", look=Look.GHOST, height=28)
            button.setAccessibleName(f"{part.title} is the policyholder")
            button.clicked.connect(partial(self.copy_policyholder, part.party))
            self.copies[part.party] = button
            row.addWidget(button)
        return row

    def copy_policyholder(self, role: str) -> None:
        """Enter the policyholder's name and contact for another party."""
        values = {f"{role}.{name}": value for name, value in SAME[role].items()}
        for name in ("name", "phone", "email"):
            values[f"{role}.{name}"] = self.binder.bound[f"{SOURCE}.{name}"].editor.read()
        for name, value in values.items():
            if name in self.binder.bound:
                self.binder.bound[name].editor.write(value)
        self.binder.judge()
        self.binder.edited.emit()

    def _grid(self, title: str, part: Part) -> QGridLayout:
        grid = QGridLayout()
        # A grid drops the gaps that no field begins at, so each field brings half of its own.
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(12)
        for column in range(WHOLE):
            grid.setColumnStretch(column, 1)
        row = column = 0
        for ask in part.asks:
            if column + ask.span > WHOLE:
                row, column = row + 1, 0
            field = self._field(title, ask, part)
            grid.addWidget(field, row, column, 1, ask.span, Qt.AlignmentFlag.AlignTop)
            column += ask.span
        return grid

    def _field(self, title: str, ask: Ask, part: Part) -> Field:
        field = Field(ask.caption, ask.make(), note=ask.note, required=ask.required)
        self.caption_of[ask.name] = ask.caption
        if part.party:
            self.caption_of[ask.name] = _beside(part.title, ask.caption)
            field.editor.setAccessibleName(_beside(part.title, field.editor.accessibleName()))
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        field.setMinimumWidth(60)
        field.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
        self.section_of[ask.name] = title
        self.binder.bind(ask.name, f"{title}/{part.title}", field, ask.when)
        return field

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the columns one above the other where they would be too narrow."""
        super().resizeEvent(event)
        beside = self.viewport().width() >= ROOM_FOR_TWO
        side = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(side)


def _beside(title: str, caption: str) -> str:
    return f"{title}, {caption[0].lower()}{caption[1:]}"
