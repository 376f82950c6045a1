"""Beside the form: its sections, and what is missing to submit and to decide."""

from collections.abc import Container, Mapping
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui import fonts, icons, theme
from app.ui.cards import Card
from app.ui.intake.check import Check
from app.ui.intake.form import IntakeForm
from app.ui.labels import Label
from app.ui.painting import draw_focus, draw_text
from app.ui.tokens import Token
from app.words import say, say_n

WIDTH, ROW, HEAD = 300, 30, 52


class Pointer(QPushButton):
    """A way to one field or section: a mark, words, and how much is open there."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._wrong, self._count = "circle", False, ""
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_section(self, title: str, missing: int, *, wrong: bool) -> None:
        """Show how much of a section is open."""
        self._icon = "circle-alert" if wrong else "circle" if missing else "circle-check"
        self._wrong, self._count = wrong, f"{missing}" if missing else ""
        state = say("{missing} to fill", missing=missing) if missing else say("complete")
        self._name(title, say("Section {title}, {state}", title=title, state=state), "")

    def show_point(self, caption: str, sentence: str, *, wrong: bool) -> None:
        """Show a field that is missing or wrong."""
        self._icon, self._wrong = "circle-alert" if wrong else "circle", wrong
        self._name(caption, f"{caption}: {sentence}", sentence)

    def _name(self, text: str, name: str, tip: str) -> None:
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 48, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(where, 6, 6)
        done = self._icon == "circle-check"
        ink: Token = "high_mk" if self._wrong else "ok_mk" if done else "text3"
        icons.draw(painter, self._icon, ink, 8, where.center().y() - 7, 14)
        painter.setFont(fonts.font(fonts.BODY, 450))
        draw_text(painter, self.text(), where.adjusted(30, 0, -34, 0), "text")
        if self._count:
            painter.setFont(fonts.font(fonts.NOTE, fonts.STRONG, tabular=True))
            width = QFontMetrics(painter.font()).horizontalAdvance(self._count)
            place = QRectF(where.right() - width - 10, 0, width + 2, where.height())
            draw_text(painter, self._count, place, "text3")
        if self.hasFocus():
            draw_focus(painter, where, 6)


class PointList(QWidget):
    """Open fields, each a way to it."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.points: dict[str, Pointer] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)

    def show_points(self, told: Mapping[str, tuple[str, str]], wrong: Container[str]) -> None:
        """Show the caption and the sentence of each field, in this order."""
        for name in [*self.points]:
            if name not in told:
                self._drop(name)
        for place, (name, (caption, sentence)) in enumerate(told.items()):
            self._pointer(name, place).show_point(caption, sentence, wrong=name in wrong)

    def _pointer(self, name: str, place: int) -> Pointer:
        pointer = self.points.get(name)
        if pointer is None:
            pointer = self.points[name] = Pointer()
            pointer.clicked.connect(partial(self.wanted.emit, name))
        if self._list.indexOf(pointer) != place:
            self._list.removeWidget(pointer)
            self._list.insertWidget(place, pointer)
        return pointer

    def _drop(self, name: str) -> None:
        pointer = self.points.pop(name)
        self._list.removeWidget(pointer)
        pointer.hide()
        pointer.deleteLater()


class IntakeRail(QWidget):
    """The index of sections, what is missing to submit, and what is missing to decide."""

    wanted = Signal(str)

    def __init__(self, form: IntakeForm) -> None:
        super().__init__()
        self._form = form
        self.setFixedWidth(WIDTH)
        self.sections = {title: Pointer() for title in form.cards}
        self.heading = Label("", fonts.BODY, fonts.STRONG)
        self.later = Label("", fonts.SMALL, fonts.MEDIUM, "text2")
        self._submit, self._decide = PointList(), PointList()
        self._lay_out()
        for title, pointer in self.sections.items():
            pointer.clicked.connect(partial(self.wanted.emit, title))
        for each in (self._submit, self._decide):
            each.wanted.connect(self.wanted)

    @property
    def points(self) -> dict[str, Pointer]:
        """Return the ways to what keeps the claim from being submitted."""
        return self._submit.points

    @property
    def deciding(self) -> dict[str, Pointer]:
        """Return the ways to what is needed to decide."""
        return self._decide.points

    def first(self) -> QWidget:
        """Return where F6 comes in."""
        return next(iter(self.sections.values()))

    def show_check(self, found: Check) -> None:
        """Show what is open now, in the order of the form."""
        names = self._shown(found.open_points)
        later = [name for name in self._shown(found.deciding) if name not in names]
        self._count(len(names), wrong=len([name for name in names if name in found.wrong]))
        self._submit.show_points(self._told(names, found.open_points), found.wrong)
        self._decide.show_points(self._told(later, found.deciding), ())
        self.later.setText(say("{later} more to decide", later=len(later)))
        self.later.setVisible(bool(later))
        self._decide.setVisible(bool(later))
        room = ROW * (len(names) + len(later)) + HEAD + (HEAD if later else 0)
        self._missing.setMaximumHeight(room)
        for title, pointer in self.sections.items():
            inside = [name for name in names if self._form.section_of[name] == title]
            wrong = any(name in found.wrong for name in inside)
            pointer.show_section(title, len(inside), wrong=wrong)

    def _shown(self, points: Container[str]) -> list[str]:
        bound = self._form.binder.bound
        return [name for name in bound if name in points and bound[name].shown]

    def _told(self, names: list[str], points: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        return {name: (self._form.caption_of[name], points[name]) for name in names}

    def _count(self, missing: int, *, wrong: int) -> None:
        if wrong:
            words = say_n("1 entry to correct", "{n} entries to correct", wrong)
            rest = missing - wrong
            words += say(", {rest} missing", rest=rest) if rest else ""
        elif missing:
            words = say_n("{n} thing missing to submit", "{n} things missing to submit", missing)
        else:
            words = say("Ready to submit")
        self.heading.setText(words)

    def _lay_out(self) -> None:
        index = Card(say("Sections"), gap=2)
        for pointer in self.sections.values():
            index.column.addWidget(pointer)
        self._missing = missing = Card(gap=8)
        missing.setAccessibleName(say("What is missing"))
        missing.column.addWidget(self.heading)
        missing.column.addWidget(self._scrolled(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 20, 20)
        column.setSpacing(16)
        column.addWidget(index)
        column.addWidget(missing, 1)
        column.addStretch()

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setObjectName("scrolled")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._submit)
        self.later.setContentsMargins(8, 12, 0, 4)
        inner.addWidget(self.later)
        inner.addWidget(self._decide)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll
