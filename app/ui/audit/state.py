"""Beside the audit: whether its chains hold, the event that is chosen, and the worker's jobs."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.audit_views import AuditEntry, AuditReport, JobView
from app.ui import fonts, words
from app.ui.audit.table import reason, step, texts
from app.ui.buttons import ActionButton
from app.ui.cards import Card, Icon
from app.ui.chips import Chip
from app.ui.labels import Elided, Label, rule
from app.words import fill, say

WIDTH, NARROW = 392, 340
JOBS = {
    "reap": say("Close ended logins"),
    "score": say("Score waiting claims"),
    "rescore": say("Score open claims anew"),
    "thresholds": say("Follow thresholds"),
    "count": say("Count scored claims"),
    "drift": say("Look what moved"),
    "trial": say("Look at trials"),
    "measure": say("Measure the servers"),
    "clocks": say("Watch the clocks"),
    "diary": say("Bring claims back on their day"),
    "replay": say("Replay scores"),
    "seal": say("Seal the audit"),
    "copies": say("Copy the seals"),
    "documents": say("Check documents"),
    "stock": say("Take stock of documents"),
    "sweep": say("Clear the staging"),
    "train": say("Look after trainings"),
    "flags": say("Flags"),
}
GROUP = 16
_MOST_FAULTS = 5
_SOURCES = (say("Person"), say("What"), say("Step"), say("Reason"), say("Note"), say("Hash"))


class ChainCard(Card):
    """Verified or broken, by what and when."""

    def __init__(self) -> None:
        self.chip = Chip(say("Not checked yet"))
        super().__init__(say("Chains of events"), self.chip)
        self.about = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True, tabular=True)
        self.faults = Label("", fonts.SMALL, fonts.MEDIUM, "high_fg", wrap=True)
        self.verify = ActionButton(say("Verify now"), icon="shield-check", height=30)
        for part in (self.about, self.faults):
            self.column.addWidget(part)
        self.column.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignLeft)
        self.faults.hide()

    def wait(self) -> None:
        """Say that the events are being checked."""
        self.chip.show_text(say("Checking…"))
        self.verify.explain(say("The events are being checked."))

    def show_report(self, report: AuditReport, at: datetime) -> None:
        """Say what a verification found."""
        self.verify.explain(None)
        sound = not report.faults
        self.chip.show_text(say("Verified") if sound else say("Broken"), "ok" if sound else "high")
        told = say(
            "{events:,} events, checked in {lasting}",
            events=report.events,
            lasting=words.lasting(report.seconds),
        )
        self.about.setText(say("{told} on {at}.", told=told, at=words.clock(at)))
        more = len(report.faults) - _MOST_FAULTS
        lines = [
            *report.faults[:_MOST_FAULTS],
            *([say("… and {more:,} more.", more=more)] if more > 0 else []),
        ]
        self.faults.setText("\n".join(lines))
        self.faults.setVisible(not sound)

    def lose(self, message: str) -> None:
        """Say why nothing was found out."""
        self.verify.explain(None)
        self.chip.show_text(say("Not checked"), "med")
        self.about.setText(message)


class EventCard(Card):
    """Everything about one event."""

    def __init__(self) -> None:
        super().__init__(say("Event"))
        self.title = Label(say("Choose an event."), fonts.BODY, fonts.REGULAR, "text3", wrap=True)
        self.open = ActionButton(say("Open claim"), icon="external-link", height=30)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.values = {name: _value() for name in _SOURCES}
        self._names = {name: Label(name, fonts.SMALL, ink="text3") for name in _SOURCES}
        for row, name in enumerate(_SOURCES):
            self._grid.addWidget(self._names[name], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.values[name], row, 1)
        self.column.addWidget(self.title)
        self.column.addLayout(self._grid)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_entry(None)

    def show_entry(self, entry: AuditEntry | None) -> None:
        """Show an event, or that none is chosen."""
        told = _told(entry) if entry else {}
        for name in _SOURCES:
            self.values[name].setText(told.get(name, ""))
            for part in (self._names[name], self.values[name]):
                part.setVisible(bool(told.get(name)))
        self.open.setVisible(entry is not None and entry.claim_id is not None)
        self.title.set_ink("text" if entry else "text3")
        self.title.setText(_title(entry) if entry else say("Choose an event."))


class JobsCard(Card):
    """What the worker's jobs last did, failures first to the eye."""

    def __init__(self) -> None:
        super().__init__(say("Worker"), gap=6)
        self.rows: list[QWidget] = []
        self.empty = Label(say("No job has run yet."), fonts.SMALL, fonts.REGULAR, "text3")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._lines)

    def show_jobs(self, jobs: tuple[JobView, ...]) -> None:
        """Show the jobs."""
        for old in self.rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [_job(job, first=place == 0) for place, job in enumerate(jobs)]
        for row in self.rows:
            self._lines.addWidget(row)
        self.empty.setVisible(not jobs)


class AuditState(QFrame):
    """The three cards in a column that scrolls."""

    verify_asked = Signal()
    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAccessibleName(say("State of the audit"))
        self.setFixedWidth(WIDTH)
        self.chain, self.event_card, self.jobs = ChainCard(), EventCard(), JobsCard()
        self.chain.verify.clicked.connect(self.verify_asked)
        self.event_card.open.clicked.connect(self.open_asked)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for card in (self.chain, self.event_card, self.jobs):
            column.addWidget(card)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)


def _value() -> Label:
    label = Label("", fonts.SMALL, fonts.MEDIUM, "text", wrap=True, tabular=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _title(entry: AuditEntry) -> str:
    return fill(
        "{number}, event {seq:,}\n{value}",
        number=entry.number,
        seq=entry.seq,
        value=texts(entry)[0],
    )


def _told(entry: AuditEntry) -> dict[str, str]:
    shown = texts(entry)
    values = (shown[3], shown[4], step(entry), reason(entry), entry.note or "")
    groups = (entry.hash[start : start + GROUP] for start in range(0, len(entry.hash), GROUP))
    return dict(zip(_SOURCES, (*values, " ".join(groups)), strict=True))


def _job(job: JobView, *, first: bool) -> QWidget:
    whole = QWidget()
    name = JOBS.get(job.name, words.plain(job.name))
    ran = say(
        "Last run {last_run} · {runs:,} runs", last_run=words.ago(job.last_run), runs=job.runs
    )
    about = (
        say("{ran}, {failures:,} failed", ran=ran, failures=job.failures) if job.failures else ran
    )
    lines = QVBoxLayout()
    lines.setSpacing(1)
    lines.addWidget(Label(name, fonts.SMALL, fonts.STRONG))
    lines.addWidget(Elided(about, fonts.NOTE, fonts.REGULAR, "text3", tabular=True))
    if job.error:
        lines.addWidget(Label(job.error, fonts.NOTE, fonts.MEDIUM, "high_fg", wrap=True))
    row = QHBoxLayout()
    row.setContentsMargins(0, 7, 0, 7)
    row.setSpacing(10)
    icon = Icon("circle-alert", "high_mk") if job.error else Icon("circle-check", "ok_mk")
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(lines, 1)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if not first:
        column.addWidget(rule())
    column.addLayout(row)
    whole.setAccessibleName(". ".join(filter(None, (name, about, job.error))))
    return whole
