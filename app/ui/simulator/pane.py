"""Beside the simulator: the threshold in force, the change that waits, and those before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.services import figures
from app.services.thresholds import DEFAULT, Simulation, ThresholdView
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.chips import Chip
from app.ui.labels import Label
from app.words import say

WIDTH, SHOWN = 392, 6
OWN = say("Another administrator has to confirm what you proposed.")
SAME = say("This threshold is in force already.")
WAITING = say("Another change of this line waits for its second person.")
NONE = say(
    "No threshold is set on this line: the engine's own suggestion stands. It is "
    "compared with {default}.",
    default=DEFAULT,
)
KEPT = say(
    "Claims scored from that day on follow it; suggestions that claims have stay as they are."
)
STATES = {"open": "waits", "confirmed": "confirmed", "dropped": "dropped"}


class SimulatorPane(QFrame):
    """What is in force and what can be done about it."""

    def __init__(self, *, may: bool) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setFixedWidth(WIDTH)
        self._may = may
        self.force = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.propose = ActionButton(say("Propose this threshold…"), icon="send", height=30)
        self.propose.setVisible(may)
        self.title = Label("", fonts.BODY, fonts.STRONG, wrap=True)
        self.words = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.confirm = ActionButton(say("Confirm"), icon="check", look=Look.PRIMARY, height=30)
        self.drop = ActionButton(say("Drop"), icon="x", height=30)
        self.past = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.waiting = Card(say("Waits for a second person"), Chip(say("Proposed"), "med"))
        self._lay_out()

    def show_simulation(
        self, found: Simulation, force: ThresholdView | None, *, own: bool, same: bool
    ) -> None:
        """Show where the line stands; what its state forbids now is disabled and says why."""
        self.force.setText(_force(force))
        waiting = found.waiting
        self.propose.explain(WAITING if waiting else SAME if same else None)
        self.waiting.setVisible(waiting is not None)
        if waiting:
            day = figures.day(waiting.effective_from)
            self.title.setText(
                say("Refer from {refer_from}, from {day}", refer_from=waiting.refer_from, day=day)
            )
            asked = f"{waiting.proposer}, {words.ago(waiting.proposed_at)}"
            self.words.setText(f"{_simulated(waiting)} “{waiting.reason}” – {asked}")
            self.confirm.explain(OWN if own else None)
            for button in (self.confirm, self.drop):
                button.setVisible(self._may)
        past = [one for one in found.changes if one.line == found.line][:SHOWN]
        self.past.setText("\n".join(map(_told, past)) or say("This line has had no change yet."))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.drop)
        buttons.addStretch()
        now, before = Card(say("In force")), Card(say("Changes of this line"))
        now.column.addWidget(self.force)
        now.column.addWidget(Label(KEPT, fonts.NOTE, fonts.REGULAR, "text3", wrap=True))
        now.column.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.title, self.words):
            self.waiting.column.addWidget(part)
        self.waiting.column.addLayout(buttons)
        before.column.addWidget(self.past)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for card in (self.waiting, now, before):
            column.addWidget(card)
        column.addStretch()
        self.waiting.hide()


def _force(force: ThresholdView | None) -> str:
    if force is None:
        return NONE
    return say(
        "Claims are referred from {refer_from} since {effective_from}.",
        refer_from=force.refer_from,
        effective_from=figures.day(force.effective_from),
    )


def _simulated(change: ThresholdView) -> str:
    value, low, high = change.simulation["referrals"]
    return say(
        "Simulated: {value:.1f} referrals a week ({low:.1f} to {high:.1f}).",
        value=value,
        low=low,
        high=high,
    )


def _told(change: ThresholdView) -> str:
    day = figures.day(change.effective_from)
    return say(
        "{refer_from} from {day}, {states}: {reason}",
        refer_from=change.refer_from,
        day=day,
        states=STATES[change.state],
        reason=change.reason,
    )
