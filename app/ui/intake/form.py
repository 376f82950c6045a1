"""The form of one line: sections as cards in two columns, bound to the values they ask for."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.codes import ClaimType
from app.services.wording import CLAIM_TYPE
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.fields import Field
from app.ui.intake.asks import Ask, Part, Section
from app.ui.intake.binder import Binder
from app.ui.intake.check import Values
from app.ui.intake.fields import SECTIONS
from app.ui.intake.grid import FieldGrid
from app.ui.intake.tables import Table
from app.ui.labels import Label, rule, section
from app.words import amid, say

GAP, HALF_GAP, MARGIN, ABOVE, WIDE = 16, 6, 20, 28, 2
RELATION_OF_SAME = {"reporter": "reporter.relation", "driver": "facts.driver_relation"}
ROOM_FOR_TWO = 1200
PROMISE = say(
    "It says what is stored and for how long, and that a model compares the claim with settled"
    " ones to suggest how it is handled. A person decides."
)


class IntakeForm(QScrollArea):
    """All sections of the form; `go_to` brings a field or a section into view."""

    def __init__(self, kind: ClaimType) -> None:
        super().__init__()
        self.kind = kind
        self.binder = Binder(self, kind)
        self.cards: dict[str, Card] = {}
        self.copies: dict[str, ActionButton] = {}
        self.section_of: dict[str, str] = {}
        self.caption_of: dict[str, str] = {}
        self._grids: list[FieldGrid] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say("{claim_type} claim", claim_type=CLAIM_TYPE[kind]))
        self._columns = (QVBoxLayout(), QVBoxLayout(), QVBoxLayout())
        self._lay_out()
        for each in SECTIONS[kind]:
            self._add(each)
        for column in self._columns[:WIDE]:
            column.addStretch()
        self.binder.judged.connect(self._close_up)
        self.binder.judged.connect(self._compare)
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
        whole = QVBoxLayout(body)
        whole.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(GAP)
        whole.addLayout(self._across)
        whole.addLayout(self._columns[WIDE])
        whole.addStretch()
        for column in self._columns:
            column.setSpacing(GAP)
        for column in self._columns[:WIDE]:
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
            self._add_part(described.title, part, card, first=not place)
        if described.title == say("Notice"):
            words = Label(PROMISE, fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
            words.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
            card.column.addWidget(words)

    def _compare(self, _verdict: object) -> None:
        """Hold each table's sum against the claimed amount."""
        bound = self.binder.bound
        amount, currency = bound["amount"].editor.read(), bound["currency"].editor.read()
        for each in bound.values():
            if isinstance(each.editor, Table):
                each.editor.compare(amount, currency or "GBP")

    def _take(self, total: str) -> None:
        """Claim what a table adds up to."""
        self.binder.bound["amount"].editor.write(total)
        self.binder.judge()
        self.binder.edited.emit()

    def _add_part(self, title: str, part: Part, card: Card, *, first: bool) -> None:
        above: list[QWidget] = [] if first else [rule()]
        if part.title:
            above.append(self._heading(part))
        grid = FieldGrid(*above)
        for each in above:
            card.column.addWidget(each)
        card.column.addLayout(grid)
        for ask in part.asks:
            field = self._field(title, ask, part)
            field.setParent(card)
            grid.hold(ask.name, field, ask.span)
        self._grids.append(grid)

    def _close_up(self, _verdict: object) -> None:
        asked = {name for name, bound in self.binder.bound.items() if bound.shown}
        for grid in self._grids:
            grid.close_up(asked)

    def _heading(self, part: Part) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(HALF_GAP, 0, HALF_GAP, 0)
        row.addWidget(section(part.title))
        row.addStretch()
        if part.same:
            button = ActionButton(say("Same as the policyholder"), look=Look.GHOST, height=28)
            button.setAccessibleName(say("{title} is the policyholder", title=part.title))
            button.clicked.connect(partial(self._copy, part))
            self.copies[part.party or part.title] = button
            row.addWidget(button)
        return head

    def _copy(self, part: Part) -> None:
        """Enter what is told of the policyholder for somebody or something else."""
        bound = self.binder.bound
        for name, source in part.same:
            if name in bound:
                bound[name].editor.write(bound[source].editor.read())
        relation = RELATION_OF_SAME.get(part.party)
        if relation:
            bound[relation].editor.write("self")
        self.binder.judge()
        self.binder.edited.emit()

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
        if isinstance(field.editor, Table):
            field.editor.taken.connect(self._take)
        self.binder.bind(ask.name, f"{title}/{part.title}", field, ask.when)
        return field

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the columns one above the other where they would be too narrow."""
        super().resizeEvent(event)
        beside = self.viewport().width() >= ROOM_FOR_TWO
        side = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(side)


def _beside(title: str, caption: str) -> str:
    return f"{title}, {amid(caption)}"
