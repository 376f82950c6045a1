"""Trials: which challenger is tried beside the model that judges, and what was found."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity, Permission
from app.errors import AppError
from app.services.account import AccountService
from app.services.registry import ModelView, Registry
from app.services.trial_report import write_report
from app.services.trials import TrialDetail, Trials, TrialView
from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.cards import Banner, Card, EmptyState
from app.ui.changes import Changes
from app.ui.charts.card import ChartCard
from app.ui.commands import bind
from app.ui.fresh_code import FreshCode
from app.ui.labels import rule
from app.ui.reasons import ReasonDialog
from app.ui.rows import Rows
from app.ui.saving import ask_where
from app.ui.screen_head import ScreenHead
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.ui.trials.dialog import TrialDialog
from app.ui.trials.pane import TrialPane
from app.ui.trials.tables import (
    CELLS,
    LINES,
    MEASURE_CELLS,
    MEASURE_WIDTHS,
    MEASURES,
    TITLES,
    WIDTHS,
    measure_texts,
    texts,
)
from app.words import say

ROW, FOUND_ROW = 40, 32
UNDER_WAY = say("A trial is under way. End it first.")
_NOTHING = say("A challenger is tried in the shadow first, where it moves no work.")
_END = say("The challenger becomes a candidate again; what was found stays with the trial.")


class TrialsScreen(QWidget):
    """A table of trials over what the chosen one found, and beside them what can be done."""

    def __init__(
        self,
        trials: Trials,
        registry: Registry,
        account: AccountService,
        tasks: Tasks,
        changes: Changes,
        identity: Identity,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._trials, self._registry, self._tasks = trials, registry, tasks
        self._identity = identity
        self._fresh = FreshCode(self, tasks, account)
        self.models: tuple[ModelView, ...] = ()
        self.detail: TrialDetail | None = None
        may = identity.may(Permission.MODEL_ACTIVATE)
        self.table = Rows(self, TITLES, texts, right={5})
        self.view = SheetView(self.table, CELLS, WIDTHS, say("Trials"))
        self.view.set_row_height(ROW)
        self.view.stretch(LINES)
        self.measures = Rows(self, MEASURES, measure_texts, right={1, 2, 3})
        self.found = SheetView(self.measures, MEASURE_CELLS, MEASURE_WIDTHS, say("What was found"))
        self.found.set_row_height(FOUND_ROW)
        self.found.stretch(0)
        self.save = IconButton(say("Save what was found"), "download", size=26)
        self.chart = ChartCard(say("Evidence, day by day"))
        self.pane, self.notice = TrialPane(may=may), Banner("high")
        self.empty = EmptyState("flask-conical", say("No trial yet"), _NOTHING)
        self.begin = ActionButton(say("New trial…"), icon="plus", look=Look.PRIMARY, height=34)
        self.begin.setVisible(may)
        self.head = ScreenHead(say("Trials"), self.begin)
        self._lay_out()
        self.toast = Toast(self)
        self._connect(changes)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.view, self.found, self.chart.view, self.pane.end]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↑ ↓", say("choose")), ("F6", say("figures")), ("F5", say("refresh")))

    def trial(self) -> TrialView | None:
        """Return the chosen trial."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def refresh(self) -> None:
        """Read the trials again."""
        trials, versions = self._trials.all, self._registry.versions
        self._tasks.run(
            self, lambda _told: (trials(), versions().models), self._show, failed=self._lose
        )

    def ask(self) -> None:
        """Ask what the trial is, and begin it."""
        able = [m for m in self.models if m.status in {"candidate", "shadow", "active"}]
        TrialDialog(able, self._begin, self.window()).open()

    def confirm(self) -> None:
        """Begin the chosen trial as the second person."""
        trial = self.trial()
        if trial:
            self._do(partial(self._trials.confirm, trial.id), say("The trial begins"))

    def end(self) -> None:
        """Ask why the chosen trial ends."""
        trial = self.trial()
        if trial:
            act = partial(self._trials.end, trial.id)

            def go(reason: str) -> None:
                self._do(partial(act, reason), say("The trial ended"))

            ReasonDialog(
                "End the trial", _END, "End", go, icon="circle-stop", parent=self.window()
            ).open()

    def ask_place(self) -> None:
        """Let the person say where the report goes."""
        if self.detail is not None:
            name = f"trial {self.detail.trial.id}"
            ask_where(self, say("Save what was found"), name, ("csv", "xlsx"), self.write)

    def write(self, path: Path) -> None:
        """Write the report of the chosen trial."""
        if self.detail is None:
            return
        try:
            write_report(self.detail.report, path)
        except AppError as error:
            self.toast.tell(error.message)
        else:
            self.toast.tell(say("Saved {name}", name=path.name))

    def _begin(self, given: dict[str, Any]) -> None:
        challenger = given.pop("challenger")
        done = (
            say("The trial begins")
            if given["kind"] == "shadow"
            else say("Another person confirms it")
        )
        self._do(partial(self._trials.ask, challenger, **given), done)

    def _do(self, work: Callable[[], None], done: str) -> None:
        def tell(_nothing: object) -> None:
            self.toast.tell(done)
            self.refresh()

        self._fresh.run(work, tell, failed=self._lose)

    def _show(self, found: tuple[tuple[TrialView, ...], tuple[ModelView, ...]]) -> None:
        trials, self.models = found
        chosen = self.trial()
        self.notice.hide()
        self.table.replace(trials)
        self._places.setCurrentIndex(1 if trials else 0)
        self.pane.setVisible(bool(trials))
        open_one = next((one for one in trials if one.ended_at is None), None)
        self.begin.explain(UNDER_WAY if open_one else None)
        self.head.about.setText(_about(open_one))
        places = {one.id: row for row, one in enumerate(trials)}
        if trials:
            self.view.choose(places.get(chosen.id, 0) if chosen else 0)
        self._choose()

    def _choose(self) -> None:
        trial = self.trial()
        if trial is None:
            return
        self.pane.show_trial(trial, own=trial.asked_by == self._identity.id)
        detail = self._trials.detail
        self._tasks.run(self, lambda _told: detail(trial), self._detail, failed=self._lose)

    def _detail(self, found: TrialDetail) -> None:
        trial = self.trial()
        if trial is None or trial.id != found.trial.id:
            return
        self.detail = found
        self.measures.replace(found.report.measures)
        self.chart.show_chart(found.chart)
        self.pane.show_detail(found)

    def _lose(self, error: Exception) -> None:
        words = (
            error.message if isinstance(error, AppError) else say("That did not work. Try again.")
        )
        self.notice.tell(words, "high", action=say("Try again"))

    def _connect(self, changes: Changes) -> None:
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.begin.clicked.connect(self.ask)
        self.pane.confirm.clicked.connect(self.confirm)
        self.pane.end.clicked.connect(self.end)
        self.save.clicked.connect(self.ask_place)
        self.notice.action.clicked.connect(self.refresh)
        self.chart.told.connect(self.toast.tell)
        changes.claims.connect(lambda ids: self.refresh() if ids is None else None)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        card = Card(say("What was found, with 95% intervals"), self.save)
        card.column.addWidget(self.found)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(rule())
        parts = QVBoxLayout()
        parts.setContentsMargins(20, 16, 20, 16)
        parts.setSpacing(12)
        parts.addWidget(card, 3)
        parts.addWidget(self.chart, 4)
        column.addLayout(parts, 4)
        self._places = QStackedWidget()
        self._places.addWidget(self.empty)
        self._places.addWidget(inside)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self._places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)


def _about(trial: TrialView | None) -> str:
    if trial is None:
        return say("No trial is under way")
    state = say("runs beside") if trial.began_at else say("waits to be tried beside")
    return f"{trial.challenger} {state} {trial.champion}"
