"""Threshold simulator: the last year replayed for a score, and the change that two people make."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access import Identity, Permission
from app.codes import ClaimType
from app.errors import AppError
from app.services import figures, wording
from app.services.account import AccountService
from app.services.simulation import FIRST, LAST, STEP
from app.services.thresholds import DEFAULT, Simulation, Thresholds
from app.ui.cards import Banner, Card
from app.ui.changes import Changes
from app.ui.charts.grid import ChartGrid
from app.ui.commands import bind
from app.ui.fields import Field
from app.ui.fresh_code import FreshCode
from app.ui.intake.editors import Choice, Line
from app.ui.reasons import ReasonDialog
from app.ui.rows import Rows
from app.ui.screen_head import ScreenHead
from app.ui.sheet import SheetView
from app.ui.simulator.pane import SimulatorPane
from app.ui.simulator.tables import CELLS, TITLES, WIDTHS, rows_of, texts
from app.ui.tasks import Tasks
from app.ui.threshold_dialog import ThresholdDialog
from app.ui.toast import Toast
from app.words import amid, say

LINES = {str(line): wording.CLAIM_TYPE[line] for line in ClaimType}
SCORES = {
    str(score): say("Refer from {score}", score=score) for score in range(FIRST, LAST + 1, STEP)
}
HOURS_EACH, ROOM = "6", "40"
NUMBER = say("Give a number of hours above 0.")
ROW, CARD = 30, 408
_DROP = say("The threshold stays as it is, and another change can be proposed.")


class SimulatorScreen(QWidget):
    """What is asked, what it would have brought beside what is in force, and the steps."""

    def __init__(
        self,
        service: Thresholds,
        account: AccountService,
        tasks: Tasks,
        changes: Changes,
        identity: Identity,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._tasks, self._identity = service, tasks, identity
        self._fresh = FreshCode(self, tasks, account)
        self.shown: Simulation | None = None
        self.line, self.score = Choice(LINES, unchosen=""), Choice(SCORES, unchosen="")
        self.score.write(str(DEFAULT - 10))
        self.hours, self.room = Line(), Line()
        self.hours.write(HOURS_EACH)
        self.room.write(ROOM)
        self.fields = {
            "score": Field(say("Threshold"), self.score),
            "hours": Field(say("Hours for each referral"), self.hours),
            "room": Field(say("Hours that investigators have a week"), self.room),
        }
        self.table = Rows(self, TITLES, texts, right={1, 2})
        self.view = SheetView(self.table, CELLS, WIDTHS, say("Simulated week"))
        self.view.set_row_height(ROW)
        self.view.stretch(0)
        self.line.setAccessibleName(say("Line of business"))
        self.line.setMinimumContentsLength(12)
        self.head, self.notice = ScreenHead(say("Threshold simulator"), self.line), Banner("high")
        self.grid = ChartGrid()
        self.pane = SimulatorPane(may=identity.may(Permission.MODEL_ACTIVATE))
        self._lay_out()
        self.toast = Toast(self)
        self._connect(changes)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        charts = [card.view for card in self.grid.cards.values()]
        return [self.score, self.view, *charts, self.pane.propose]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("F6", say("next part")), ("← →", say("points")), ("F5", say("refresh")))

    def refresh(self) -> None:
        """Replay the year of the line again."""
        line, simulate = self.line.read(), self._service.simulate
        self.notice.hide()
        self._tasks.run(self, lambda _told: simulate(line), self._show, failed=self._lose)

    def propose(self) -> None:
        """Ask from which day and why, and propose the threshold with its simulation."""
        if self.shown is None:
            return
        told = self.shown.at(int(self.score.read()), self._number("hours") or 0)
        propose, line = self._service.propose, self.shown.line
        name = amid(wording.CLAIM_TYPE[ClaimType(line)])
        words = say("Refer {name} claims from {refer_from}", name=name, refer_from=told.refer_from)

        def go(effective: date, reason: str) -> None:
            self._do(partial(propose, line, told, effective, reason), say("Proposed"))

        ThresholdDialog(words, go, self.window()).open()

    def confirm(self) -> None:
        """Let the proposed threshold take effect."""
        waiting = self.shown.waiting if self.shown else None
        if waiting:
            self._do(partial(self._service.confirm, waiting.id), say("Confirmed"))

    def drop(self) -> None:
        """Ask why the proposed threshold is dropped."""
        waiting = self.shown.waiting if self.shown else None
        if waiting:

            def go(reason: str) -> None:
                self._do(partial(self._service.drop, waiting.id, reason), say("Dropped"))

            ReasonDialog(
                say("Drop the change"), _DROP, say("Drop"), go, icon="x", parent=self.window()
            ).open()

    def _number(self, name: str) -> float | None:
        editor = self.hours if name == "hours" else self.room
        try:
            value = float(editor.read())
        except ValueError:
            return None
        return value if 0 < value < 10_000 else None  # noqa: PLR2004 - hours of a week

    def _do(self, work: Callable[[], None], done: str) -> None:
        def tell(_nothing: object) -> None:
            self.toast.tell(done)
            self.refresh()

        self._fresh.run(work, tell, failed=self._lose)

    def _show(self, found: Simulation) -> None:
        self.shown = found
        counted = say(
            "{claims:,} scored claims since {since}",
            claims=found.replayed.claims,
            since=figures.day(found.since),
        )
        self.head.about.setText(say("{counted}, replayed under your rights", counted=counted))
        self._draw()

    def _draw(self) -> None:
        numbers = {name: self._number(name) for name in ("hours", "room")}
        for name, value in numbers.items():
            self.fields[name].fail(NUMBER) if value is None else self.fields[name].clear()
        hours, room = numbers["hours"], numbers["room"]
        if self.shown is None or hours is None or room is None:
            return
        force = self.shown.in_force(figures.today())
        now = force.refer_from if force else DEFAULT
        asked = self.shown.at(int(self.score.read()), hours)
        self.table.replace(rows_of(self.shown.at(now, hours), asked, room))
        self.grid.show_charts(self.shown.charts(hours, room))
        waiting = self.shown.waiting
        own = waiting is not None and waiting.proposed_by == self._identity.id
        same = force is not None and force.refer_from == asked.refer_from
        self.pane.show_simulation(self.shown, force, own=own, same=same)

    def _lose(self, error: Exception) -> None:
        words = (
            error.message if isinstance(error, AppError) else say("That did not work. Try again.")
        )
        self.notice.tell(words, "high", action=say("Try again"))

    def _connect(self, changes: Changes) -> None:
        self.line.edited.connect(self.refresh)
        for editor in (self.score, self.hours, self.room):
            editor.edited.connect(self._draw)
        self.grid.told.connect(self.toast.tell)
        self.notice.action.clicked.connect(self.refresh)
        self.pane.propose.clicked.connect(self.propose)
        self.pane.confirm.clicked.connect(self.confirm)
        self.pane.drop.clicked.connect(self.drop)
        changes.claims.connect(lambda ids: self.refresh() if ids is None else None)

    def _lay_out(self) -> None:
        asks = QHBoxLayout()
        asks.setSpacing(12)
        for field in self.fields.values():
            asks.addWidget(field, 1)
        card = Card(say("In a week, with 95% intervals"))
        card.column.addLayout(asks)
        card.column.addWidget(self.view)
        card.setFixedHeight(CARD)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 8)
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        head.addWidget(card)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.grid, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)
