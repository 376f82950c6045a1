"""Beside the versions: the activation that waits, and the model that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.codes import ClaimType
from app.services.registry import ModelView, ProposalView, TrainingView
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card
from app.ui.chips import Chip
from app.ui.labels import Label
from app.ui.models.tables import NOT_TOLD, STATES, judged_lines
from app.ui.tokens import Tone
from app.words import amid, say

WIDTH = 392
OWN = say("Another administrator has to confirm what you proposed.")
JUDGING = say("This model judges these lines already.")
WAITING = say("Another activation waits for its second person.")
TRAININGS: dict[str, tuple[str, Tone]] = {
    "queued": (say("Waits for the worker"), "neutral"),
    "gathering": (say("Gathers claims"), "low"),
    "comparing": (say("Compares"), "low"),
    "training": (say("Learns"), "low"),
    "registering": (say("Registers"), "low"),
    "done": (say("Candidate registered"), "ok"),
    "refused": (say("Gate not passed"), "med"),
    "failed": (say("Failed"), "high"),
}
NOTHING = say("No activation has been confirmed that could be taken back.")
_FIGURES = (
    ("roc_auc", "ROC-AUC", "{:.3f}"),
    ("average_precision", say("Average precision"), "{:.3f}"),
    ("recall_at_10pct", say("Found when 10% are reviewed"), "{:.0%}"),
    ("ece", say("Calibration error"), "{:.3f}"),
)


class ProposalCard(Card):
    """What was proposed, by whom and why; the second person confirms."""

    def __init__(self) -> None:
        super().__init__(say("Waits for a second person"), Chip(say("Proposed"), "med"))
        self.title = Label("", fonts.BODY, fonts.STRONG, wrap=True)
        self.words = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.confirm = ActionButton(say("Confirm"), icon="check", look=Look.PRIMARY, height=30)
        self.drop = ActionButton(say("Drop"), icon="x", height=30)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.confirm)
        row.addWidget(self.drop)
        row.addStretch()
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        self.column.addLayout(row)

    def show_proposal(self, found: ProposalView, model: str, *, own: bool) -> None:
        """Show what waits; nobody confirms their own."""
        self.title.setText(
            say("{model} for {amid}", model=model, amid=amid(judged_lines(found.lines)))
        )
        asked = f"{found.proposer}, {words.ago(found.proposed_at)}"
        self.words.setText(f"“{found.reason}” – {asked}")
        self.confirm.explain(OWN if own else None)


class TrainingCard(Card):
    """The last training: how far it is, or what came of it."""

    def __init__(self) -> None:
        self.chip = Chip("")
        super().__init__(say("Last training"), self.chip)
        self.words = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.column.addWidget(self.words)

    def show_training(self, training: TrainingView) -> None:
        """Show where it stands."""
        words_of, tone = TRAININGS[training.state]
        self.chip.show_text(words_of, tone)
        asked = f"{training.asked_by or say('The calendar')}, {words.ago(training.asked_at)}"
        told = training.message or f"{training.reason} – {asked}"
        if training.total and training.ended_at is None:
            told += say(
                "\n{done:,} of {total:,} in this step", done=training.done, total=training.total
            )
        self.words.setText(told)


class ModelCard(Card):
    """The chosen model: what it is, how good it was found, and what can be done with it."""

    def __init__(self) -> None:
        self.chip = Chip("")
        super().__init__(say("Model"), self.chip)
        self.title = Label(say("Choose a version."), 15, fonts.STRONG, wrap=True)
        self.column.addWidget(self.title)
        self.values = {name: Label("", fonts.SMALL, 550, tabular=True) for name in _names()}
        self.column.addLayout(self._grid())
        self.card = ActionButton(say("Model card"), icon="file-text", height=30)
        self.propose = ActionButton(say("Propose…"), icon="send", height=30)
        self.shadow = ActionButton(say("Put in shadow"), icon="eye-off", height=30)
        self.retire = ActionButton(say("Retire"), icon="box", height=30)
        for first, second in ((self.card, self.propose), (self.shadow, self.retire)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(first, 1)
            row.addWidget(second, 1)
            self.column.addLayout(row)

    def show_model(self, model: ModelView, *, waits: bool, may: bool) -> None:
        """Show a model; what its state forbids now is disabled and says why."""
        state, tone = STATES[model.status]
        self.chip.show_text(state, tone)
        self.title.setText(f"{model.name} {model.version}")
        for name, told in _told(model).items():
            self.values[name].setText(told)
        judges = bool(model.judges)
        every = set(model.judges) >= set(model.lines or ClaimType)
        self.propose.explain(WAITING if waits else JUDGING if every else None)
        self.shadow.set_label(
            say("Out of the shadow") if model.status == "shadow" else say("Put in shadow")
        )
        self.shadow.explain(say("A model that judges is not in the shadow.") if judges else None)
        self.retire.set_label(say("Make candidate") if model.status == "retired" else say("Retire"))
        self.retire.explain(
            say("A model that judges is replaced, not retired.") if judges else None
        )
        self.shadow.setVisible(may and model.status in {"candidate", "shadow", "active"})
        for button in (self.propose, self.retire):
            button.setVisible(may)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, (name, value) in enumerate(self.values.items()):
            grid.addWidget(Label(name, fonts.SMALL, ink="text3"), row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


class ModelPane(QFrame):
    """The proposal above the model; its signals are what the person asked for."""

    rollback_asked = Signal()

    def __init__(self, *, may: bool) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setFixedWidth(WIDTH)
        self._may = may
        self.proposal, self.model, self.training = ProposalCard(), ModelCard(), TrainingCard()
        self.judging = Card(say("What judges now"))
        self.lines = Label("", fonts.SMALL, fonts.REGULAR, "text2", wrap=True)
        self.rollback = ActionButton(
            say("Take the last activation back…"), icon="rotate-ccw", height=30
        )
        self.rollback.clicked.connect(self.rollback_asked)
        self.rollback.setVisible(may)
        self.judging.column.addWidget(self.lines)
        self.judging.column.addWidget(self.rollback, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for card in (self.proposal, self.judging, self.training, self.model):
            column.addWidget(card)
        column.addStretch()
        self.proposal.hide()
        self.training.hide()

    def show_training(self, training: TrainingView | None) -> None:
        """Show the last training, if there was one."""
        self.training.setVisible(training is not None)
        if training:
            self.training.show_training(training)

    def show_judges(self, models: tuple[ModelView, ...], *, last: int | None) -> None:
        """Say which model judges which lines, and whether the last step can be taken back."""
        told = [
            f"{judged_lines(model.judges)}: {model.name} {model.version}, {model.sha256[:12]}"
            for model in models
            if model.judges
        ]
        self.lines.setText(
            "\n".join(told) or say("No model judges; new claims wait without a score.")
        )
        self.rollback.explain(None if last else NOTHING)

    def show_proposal(self, found: ProposalView | None, model: str, *, own: bool) -> None:
        """Show the activation that waits, if any."""
        self.proposal.setVisible(found is not None)
        if found:
            self.proposal.show_proposal(found, model, own=own)
            self.proposal.confirm.setVisible(self._may)
            self.proposal.drop.setVisible(self._may)


def _names() -> tuple[str, ...]:
    figures = tuple(title for _, title, _ in _FIGURES)
    return (
        say("Judges"),
        say("Made for"),
        say("Learned from"),
        *figures,
        say("Activated by"),
        say("Seal"),
    )


def _told(model: ModelView) -> dict[str, str]:
    learned = model.metrics.get("settled_claims")
    told = {
        say("Judges"): judged_lines(model.judges) or say("nothing"),
        say("Made for"): judged_lines(model.lines) or say("All lines"),
        say("Learned from"): say("{learned:,} claims", learned=learned) if learned else NOT_TOLD,
        say("Activated by"): model.activated_by or NOT_TOLD,
        say("Seal"): model.sha256[:16],
    }
    for name, title, form in _FIGURES:
        value = model.metrics.get(name)
        told[title] = NOT_TOLD if value is None else form.format(value)
    return told
