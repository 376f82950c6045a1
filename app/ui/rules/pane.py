"""Beside the rules: what the chosen one looks for, its versions, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.codes import RuleState
from app.services.rules import RuleVersion, RuleView
from app.ui import fonts, words
from app.ui.buttons import ActionButton
from app.ui.cards import Card
from app.ui.chips import Chip
from app.ui.labels import Label
from app.ui.rules.table import STATES, precision
from app.words import amid, say, say_n

WIDTH = 392
ACTS: dict[RuleState, tuple[str, str]] = {
    RuleState.ON: (say("Turn on"), "eye"),
    RuleState.SHADOW: (say("Shadow"), "eye-off"),
    RuleState.OFF: (say("Turn off"), "x"),
}
NOW_SO = say("The rule is in this state now.")
NOT_YOURS = say("Analysts and administrators change rules. You may see what they come to.")


class VersionLine(QWidget):
    """One version: its state and points, by whom, when and why."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Label("", fonts.SMALL, fonts.MEDIUM, tabular=True)
        self._why = Label("", fonts.SMALL, ink="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(1)
        column.addWidget(self._head)
        column.addWidget(self._why)

    def show_version(self, version: RuleVersion) -> None:
        """Show another version."""
        state = amid(STATES[version.state][0])
        self._head.setText(
            say(
                "Version {version}: {state}, {points} points",
                version=version.version,
                state=state,
                points=version.points,
            )
        )
        by = f"{version.by}, {words.clock(version.at)}" if version.by else say("as delivered")
        self._why.setText(by if version.by is None else f"{version.why} – {by}")


class RulePane(QFrame):
    """Shows the chosen rule; *wanted* is the state it should come to."""

    wanted = Signal(object)

    def __init__(self, limits: QWidget, *, may_change: bool) -> None:
        super().__init__()
        self._limits = limits
        self.setObjectName("detail")
        self.setAccessibleName(say("Rule"))
        self.setFixedWidth(WIDTH)
        self.chip = Chip("")
        self.title = Label(say("Choose a rule."), 15, fonts.STRONG, wrap=True)
        self.condition = Label("", fonts.BODY, wrap=True)
        self.record = Label("", fonts.SMALL, ink="text2", wrap=True, tabular=True)
        self._source = Label("", fonts.NOTE, ink="text3", wrap=True)
        self.lines: list[VersionLine] = []
        self.buttons = {state: self._button(state) for state in ACTS}
        self.explained = Label(NOT_YOURS, fonts.NOTE, ink="text3", wrap=True)
        self.explained.setVisible(not may_change)
        for button in self.buttons.values():
            button.setVisible(may_change)
        self._lay_out()

    def show_rule(self, rule: RuleView) -> None:
        """Show another rule; the state it has is not offered again."""
        self.chip.show_text(*STATES[rule.now.state])
        self.title.setText(rule.name)
        self.condition.setText(f"{rule.condition}.")
        self.record.setText(_record(rule))
        self._source.setText(
            say("Source: {source}. Owner: {owner}.", source=rule.source, owner=rule.owner)
        )
        for state, button in self.buttons.items():
            button.explain(NOW_SO if state is rule.now.state else None)
        while len(self.lines) < len(rule.versions):
            self.lines.append(VersionLine())
            self.versions.column.addWidget(self.lines[-1])
        for version, line in zip(rule.versions, self.lines, strict=False):
            line.show_version(version)
            line.show()
        for line in self.lines[len(rule.versions) :]:
            line.hide()

    def _button(self, state: RuleState) -> ActionButton:
        title, icon = ACTS[state]
        button = ActionButton(f"{title}…", icon=icon, height=30)
        button.clicked.connect(lambda: self.wanted.emit(state))
        return button

    def _lay_out(self) -> None:
        card = Card(say("Rule"), self.chip)
        for label in (self.title, self.condition, self.record, self._source):
            card.column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        card.column.addLayout(row)
        card.column.addWidget(self.explained)
        self.versions = Card(say("Versions"), gap=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(self.versions)
        column.addStretch()
        column.addWidget(self._limits)


def _record(rule: RuleView) -> str:
    fired = say_n("Fired on {n:,} claim.", "Fired on {n:,} claims.", rule.fired)
    if not rule.judged:
        return say("{fired} No review of them has ended yet.", fired=fired)
    told = say(
        "{justified:,} of {judged:,} ended reviews were justified: {precision}",
        justified=rule.justified,
        judged=rule.judged,
        precision=precision(rule),
    )
    return say("{fired} {told}. The interval holds in 95 of 100 cases.", fired=fired, told=told)
