"""What the audit is filtered by: a person, a claim, a kind of event, and days."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.audit_views import AuditFilter
from app.services.days import read_day
from app.services.directory import Person
from app.ui.audit.table import KINDS
from app.ui.buttons import ActionButton, Look
from app.ui.fields import Field
from app.ui.intake.dates import Day
from app.ui.intake.editors import Choice, Line
from app.words import say

ANYONE, ANYTHING = say("Anyone"), say("Anything")
WRONG_DAY = say("Write a day like 05/11/2026.")
BELOW_NAMES = 20
_TOP = Qt.AlignmentFlag.AlignTop


class AuditFilters(QWidget):
    """A line of fields; `changed` tells that they ask for other events."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person = Choice({}, unchosen=ANYONE)
        self.kind = Choice(KINDS, unchosen=ANYTHING)
        self.claim = Line("MOT-2026-000123-K", longest=30)
        self.since, self.until = Day(), Day()
        self._asked = self.query()
        self.clear = ActionButton(say("Clear"), icon="x", look=Look.GHOST)
        self.clear.clicked.connect(self.forget)
        for choice in (self.person, self.kind):
            choice.edited.connect(self._tell)
        for line in (self.claim, self.since, self.until):
            line.editingFinished.connect(self._tell)
        for day in (self.since, self.until):
            day.edited.connect(self._await)
        self._lay_out()

    def offer(self, people: Sequence[Person]) -> None:
        """Offer people to filter by, and keep the choice."""
        chosen = self.person.read()
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItem(ANYONE, "")
            for one in people:
                self.person.addItem(one.full_name, str(one.id))
            self.person.write(chosen)

    def query(self) -> AuditFilter:
        """Return what is asked for; a day that cannot be read asks for nothing."""
        since, until = read_day(self.since.text()), read_day(self.until.text())
        return AuditFilter(
            claim=self.claim.read().upper(),
            actor_id=int(self.person.read()) if self.person.read() else None,
            kind=self.kind.read(),
            since=_midnight(since) if since else None,
            until=_midnight(until + timedelta(days=1)) if until else None,
        )

    def about(self) -> str:
        """Return in words what is asked for."""
        days = zip(("from", "until"), (day.text() for day in self._days()), strict=True)
        said = (
            self.person.currentText() if self.person.read() else "",
            self.kind.currentText() if self.kind.read() else "",
            self.claim.read().upper(),
            *(f"{word} {text}" for word, text in days if read_day(text)),
        )
        return " · ".join(filter(None, said)) or say("All events")

    def forget(self) -> None:
        """Ask for everything again."""
        for editor in (self.person, self.kind, self.claim, self.since, self.until):
            editor.write("")
        self._tell()

    def _await(self) -> None:
        """Take a day at once where it is whole, as an arrow or the calendar gives it."""
        if not any(day.hasFocus() and read_day(day.text()) is None for day in self._days()):
            self._tell()

    def _tell(self) -> None:
        for day in self._days():
            field = self._fields[day]
            wrong = bool(day.read()) and read_day(day.text()) is None
            if wrong:
                field.fail(WRONG_DAY)
            else:
                field.clear()
        asked = self.query()
        self.clear.setVisible(asked != AuditFilter())
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

    def _days(self) -> tuple[Day, Day]:
        return self.since, self.until

    def _lay_out(self) -> None:
        self._fields: dict[QWidget, Field] = {
            self.person: Field(say("Person"), self.person),
            self.kind: Field(say("What"), self.kind),
            self.claim: Field(say("Claim"), self.claim),
            self.since: Field(say("From"), self.since),
            self.until: Field(say("Until"), self.until),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for field, share in zip(self._fields.values(), (4, 3, 4, 3, 3), strict=True):
            row.addWidget(field, share, _TOP)
        beside = QVBoxLayout()
        beside.addSpacing(BELOW_NAMES)
        beside.addWidget(self.clear)
        beside.addStretch()
        row.addLayout(beside)
        self.clear.hide()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
