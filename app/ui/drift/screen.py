"""Drift: what moved since the model learned, why it matters, and the claims behind it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access import Identity, Permission
from app.errors import AppError
from app.services import figures
from app.services.drift import AlertView, Drift, DriftService, ReportView
from app.services.queue_filter import Diary, QueueFilter, StatusGroup
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.commands import bind
from app.ui.drift.charts import DriftCharts
from app.ui.drift.tables import (
    ALERT_CELLS,
    ALERT_TITLES,
    ALERT_WIDTHS,
    FACT_CELLS,
    FACT_TITLES,
    FACT_WIDTHS,
    TOLD,
    alert_texts,
    fact_texts,
)
from app.ui.labels import Label, rule
from app.ui.reasons import ReasonDialog
from app.ui.rows import Rows
from app.ui.screen_head import ScreenHead
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import say

ROW = 36
NOT_YET = say(
    "The worker has not compared yet; it does once a day, as soon as 100 claims are scored."
)
CHOOSE = say("Choose an alert first.")
ENDED = say("This alert has ended.")
_SETTLE = say(
    "The alert is put away and comes again only after what it tells of was over for a while."
)


class DriftScreen(QWidget):
    """Alerts over the facts of the last comparison, and beside them how the chosen fact moved."""

    def __init__(
        self, service: DriftService, tasks: Tasks, changes: Changes, identity: Identity
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._tasks, self._changes = service, tasks, changes
        self.shown: Drift | None = None
        self.alerts = Rows(self, ALERT_TITLES, alert_texts, right={2})
        self.alert_view = SheetView(self.alerts, ALERT_CELLS, ALERT_WIDTHS, say("Alerts"))
        self.facts = Rows(self, FACT_TITLES, fact_texts, right={1, 2, 3, 4, 5})
        self.fact_view = SheetView(self.facts, FACT_CELLS, FACT_WIDTHS, say("Facts"))
        self.charts = DriftCharts()
        self.notice = Banner("high")
        self.claims = ActionButton(
            say("Show the claims"), icon="inbox", look=Look.PRIMARY, height=34
        )
        self.settle = ActionButton(say("Settle…"), icon="check", height=34)
        self.settle.setVisible(identity.may(Permission.MODEL_ACTIVATE))
        self.head = ScreenHead(say("Drift"), self.settle, self.claims)
        self._lay_out()
        self.toast = Toast(self)
        self._connect()
        bind("queue.refresh", self, self.refresh, identity)
        bind("claim.open", self.alert_view, self.open_claims, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.alert_view, self.fact_view, *self.charts.views()]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (
            ("↑ ↓", say("choose")),
            ("↵", say("claims behind it")),
            ("F6", say("next pane")),
            ("F5", say("refresh")),
        )

    def alert(self) -> AlertView | None:
        """Return the chosen alert."""
        row = self.alert_view.currentIndex().row()
        return self.alerts.rows[row] if 0 <= row < len(self.alerts.rows) else None

    def refresh(self) -> None:
        """Read reports and alerts again."""
        look = self._service.look
        self._tasks.run(self, lambda _told: look(), self._show, failed=self._lose)

    def open_claims(self) -> None:
        """Let the queue show the claims behind the chosen alert."""
        alert = self.alert()
        if alert:
            behind = QueueFilter(status=StatusGroup.ALL, diary=Diary.ANY, alert=alert.id)
            self._changes.sought.emit(behind)

    def ask_settled(self) -> None:
        """Ask what was found out about the chosen alert, and put it away."""
        alert = self.alert()
        if alert:
            act = partial(self._settle, alert.id)
            window = self.window()
            ReasonDialog(
                say("Settle"), _SETTLE, say("Settle"), act, icon="check", parent=window
            ).open()

    def _settle(self, alert: int, reason: str) -> None:
        def done(_nothing: object) -> None:
            self.toast.tell(say("Alert settled"))
            self.refresh()

        settle = self._service.settle
        self._tasks.run(self, lambda _told: settle(alert, reason), done, failed=self._lose)

    def _show(self, found: Drift) -> None:
        chosen, self.shown = self.alert(), found
        self.notice.hide()
        self.alerts.replace(found.alerts)
        report = found.reports[0] if found.reports else None
        self.facts.replace(report.facts if report else ())
        self.head.about.setText(NOT_YET)
        if report:
            self.head.about.setText(_about(report))
            self.charts.show_report(report)
            self.fact_view.choose(0)
        places = {alert.id: row for row, alert in enumerate(found.alerts)}
        if found.alerts:
            self.alert_view.choose(places.get(chosen.id, 0) if chosen else 0)
        self._choose_alert()

    def _choose_alert(self) -> None:
        alert = self.alert()
        self.claims.explain(None if alert else CHOOSE)
        settled = alert is not None and alert.state != "open"
        self.settle.explain(ENDED if settled else None if alert else CHOOSE)
        names = [fact.name for fact in self.facts.rows]
        if alert and alert.subject in names:
            self.fact_view.choose(names.index(alert.subject))

    def _choose_fact(self) -> None:
        row = self.fact_view.currentIndex().row()
        if 0 <= row < len(self.facts.rows):
            self.charts.show_fact(self.facts.rows[row])

    def _lose(self, error: Exception) -> None:
        told = (
            error.message if isinstance(error, AppError) else say("That did not work. Try again.")
        )
        self.notice.tell(told, "high", action=say("Try again"))

    def _connect(self) -> None:
        self.alert_view.selectionModel().currentRowChanged.connect(lambda *_: self._choose_alert())
        self.fact_view.selectionModel().currentRowChanged.connect(lambda *_: self._choose_fact())
        self.alert_view.opened.connect(self.open_claims)
        self.claims.clicked.connect(self.open_claims)
        self.settle.clicked.connect(self.ask_settled)
        self.charts.told.connect(self.toast.tell)
        self.notice.action.clicked.connect(self.refresh)
        self._changes.claims.connect(lambda ids: self.refresh() if ids is None else None)

    def _lay_out(self) -> None:
        for view in (self.alert_view, self.fact_view):
            view.set_row_height(ROW)
        self.alert_view.stretch(TOLD)
        self.fact_view.stretch(0)
        heading = Label(say("Facts, what moved most first"), fonts.BODY, fonts.STRONG)
        heading.setContentsMargins(20, 14, 20, 8)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.alert_view, 1)
        left.addWidget(rule())
        left.addWidget(heading)
        left.addWidget(self.fact_view, 3)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.charts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)


def _about(report: ReportView) -> str:
    beside = say("{reference:,} settled ones it learned from", reference=report.reference)
    if report.learned:
        until = figures.day(report.learned)
        beside = say(
            "the {reference:,} of the year it learned from, until {until}",
            reference=report.reference,
            until=until,
        )
    told = say(
        "{model}: {claims:,} recent claims beside {beside}",
        model=report.model,
        claims=report.claims,
        beside=beside,
    )
    return say("{told} · compared {at}", told=told, at=words.ago(report.at))
