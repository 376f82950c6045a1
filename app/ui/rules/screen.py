"""Red flags: every rule with its record, and its way between shadow, on and off."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access import Identity
from app.codes import RuleState
from app.errors import AppError
from app.services.fast_track import FastTrackService, LimitView
from app.services.rules import RuleService, RuleView
from app.ui.cards import Banner
from app.ui.commands import bind
from app.ui.limits import LimitCard, LimitDialog
from app.ui.reasons import ReasonDialog
from app.ui.rows import Rows
from app.ui.rules.pane import ACTS, RulePane
from app.ui.rules.table import CELLS, RULE, STATES, TITLES, WIDTHS, texts
from app.ui.screen_head import ScreenHead
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import amid, say

ROW = 40
WORDS = {
    RuleState.ON: say("What it finds is shown beside the score of open claims from now on."),
    RuleState.SHADOW: say("What it finds is recorded to judge it by, and shown on no claim."),
    RuleState.OFF: say("It looks at no claim any more. What it found stays on record."),
}


class RulesScreen(QWidget):
    """A table of rules, and beside it the one that is chosen."""

    def __init__(
        self, service: RuleService, fast: FastTrackService, tasks: Tasks, identity: Identity
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._fast, self._tasks = service, fast, tasks
        self.table: Rows[RuleView] = Rows(self, TITLES, texts, right={3, 4, 6, 7})
        self.view = SheetView(self.table, CELLS, WIDTHS, say("Red-flag rules"))
        self.view.set_row_height(ROW)
        self.view.stretch(RULE)
        self.limits = LimitCard(may_change=fast.may_change)
        self.pane = RulePane(self.limits, may_change=service.may_change)
        self.notice, self.head = Banner("high"), ScreenHead(say("Red flags"))
        self._lay_out()
        self.toast = Toast(self)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.pane.wanted.connect(self.change)
        self.limits.wanted.connect(self.ask_limits)
        self.notice.action.clicked.connect(self.refresh)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.view, *self.pane.buttons.values()]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↑ ↓", say("choose")), ("F6", say("its states")), ("F5", say("refresh")))

    def rule(self) -> RuleView | None:
        """Return the chosen rule."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def refresh(self) -> None:
        """Read the rules again."""
        rules, limits = self._service.rules, self._fast.limits
        self._tasks.run(
            self,
            lambda _told: (rules(), limits()),
            lambda found: self._show(*found),
            failed=self._lose,
        )

    def change(self, state: RuleState) -> None:
        """Ask why the chosen rule should come to another state, and bring it there."""
        rule = self.rule()
        if rule is None:
            return
        act, icon = ACTS[state]
        title = f"{act}: {rule.name}"
        go = partial(self._send, rule, state)
        ReasonDialog(title, WORDS[state], act, go, icon=icon, parent=self.window()).open()

    def ask_limits(self, limit: LimitView) -> None:
        """Ask for other limits of one line of the fast track."""
        dialog = LimitDialog(limit, self.window())
        dialog.chosen.connect(lambda words: self._limit(limit, words))
        dialog.open()

    def _limit(self, limit: LimitView, words: dict[str, Any]) -> None:
        self._tasks.run(
            self,
            lambda _told: self._fast.change(limit, **words),
            lambda _done: self.refresh(),
            failed=self._lose,
        )

    def _send(self, rule: RuleView, state: RuleState, why: str) -> None:
        self._tasks.run(
            self,
            lambda _told: self._service.change(rule, state, why=why),
            lambda _done: self._changed(rule, state),
            failed=self._lose,
        )

    def _changed(self, rule: RuleView, state: RuleState) -> None:
        self.toast.tell(say("{code} is {amid} now", code=rule.code, amid=amid(STATES[state][0])))
        self.refresh()

    def _show(self, rules: tuple[RuleView, ...], limits: tuple[LimitView, ...]) -> None:
        chosen = self.rule()
        self.notice.hide()
        self.limits.show_limits(limits)
        self.table.replace(rules)
        places = {rule.code: row for row, rule in enumerate(rules)}
        self.view.choose(places.get(chosen.code, 0) if chosen else 0)
        states = [rule.now.state for rule in rules]
        counted = ", ".join(
            f"{states.count(state)} {amid(words)}" for state, (words, _tone) in STATES.items()
        )
        self.head.about.setText(
            say(
                "{counted}. Indicators stand beside the score and are no part of it.",
                counted=counted,
            )
        )
        self._choose()

    def _choose(self) -> None:
        rule = self.rule()
        if rule:
            self.pane.show_rule(rule)

    def _lose(self, error: Exception) -> None:
        words = (
            error.message if isinstance(error, AppError) else say("That did not work. Try again.")
        )
        self.notice.tell(words, "high", action=say("Look again"))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)
