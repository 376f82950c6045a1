"""The compare screen: a claim beside its nearest cleared and its nearest substantiated claim."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.progress import Progress
from app.services.claim_views import ClaimRow
from app.services.compare_views import Comparison, RivalView
from app.services.comparing import ComparingService
from app.services.disputes import DisputeService
from app.ui import fonts
from app.ui.buttons import ActionButton, IconButton
from app.ui.cards import EmptyState, Skeleton
from app.ui.compare.heads import CompareHeads
from app.ui.compare.side import History, Questions
from app.ui.compare.table import LABEL_WIDTH, FactTable, FactView
from app.ui.dispute_dialog import DisputeDialog
from app.ui.labels import Label
from app.ui.tasks import Tasks
from app.words import say

SENT = say("The dispute is recorded; the analysts have it.")
NO_RIVALS = say(
    "No settled claim stands behind this score, so there is nothing to compare it with."
)
SIDE_HEIGHT = 236


@dataclass(frozen=True, slots=True)
class Evidence:
    """The services behind the comparison."""

    comparing: ComparingService
    disputes: DisputeService
    may_dispute: bool


class ComparePage(QWidget):
    """Stands over the queue while the claim stays beside it; `closed` leads back."""

    closed = Signal()
    opened = Signal(int)
    told = Signal(str)

    def __init__(self, evidence: Evidence, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAccessibleName(say("Comparison"))
        self.setMinimumSize(1, 1)
        self._evidence, self._tasks = evidence, tasks
        self.claim: ClaimRow | None = None
        self.comparison: Comparison | None = None
        self.table = FactTable(self)
        self.view = FactView(self.table)
        self.heads = CompareHeads(may_dispute=evidence.may_dispute)
        self.questions, self.history = Questions(), History()
        self.differing = QCheckBox(say("Differences only"))
        self.differing.setFont(fonts.font(fonts.SMALL))
        self._title = Label("", fonts.TITLE, fonts.BOLD)
        self._places, self._inside = QStackedWidget(), QWidget()
        self._loading, self._failure = Skeleton(32), EmptyState("git-compare", "")
        self._lay_out()
        self._connect()

    def show_claim(self, claim: ClaimRow) -> None:
        """Compare another claim, or the same again."""
        other = self.claim is None or self.claim.id != claim.id
        self.claim = claim
        self._title.setText(say("Compare with the nearest precedents"))
        if other:
            self.comparison = None
            self._places.setCurrentWidget(self._loading)
        service, wanted = self._evidence.comparing, claim.id

        def work(_progress: Progress) -> Comparison:
            return service.compare(wanted)

        self._tasks.run(self, work, self._show, failed=partial(self._lose, wanted))

    def take_focus(self) -> None:
        """Put the focus where the keys of the desk work."""
        self.view.setFocus()

    def dispute(self, rival: RivalView) -> DisputeDialog | None:
        """Ask why a precedent is doubted."""
        if self.claim is None:
            return None
        send = partial(self._evidence.disputes.raise_dispute, self.claim.id, rival.key)
        dialog = DisputeDialog(rival, send, self._tasks, self)
        dialog.sent.connect(self._tell_sent)
        dialog.open()
        return dialog

    def _show(self, comparison: Comparison) -> None:
        if self.claim is None or comparison.claim_id != self.claim.id:
            return
        if comparison == self.comparison:
            return
        self.comparison = comparison
        self.questions.show_lines(comparison.questions)
        self.history.show_lines(comparison.history)
        if not comparison.rivals:
            self._failure.tell(say("Nothing to compare with"), NO_RIVALS)
            self._places.setCurrentWidget(self._failure)
            return
        self.heads.show_comparison(comparison)
        self.table.show_facts(comparison.facts)
        self._places.setCurrentWidget(self._inside)

    def _lose(self, claim_id: int, error: Exception) -> None:
        if self.claim and self.claim.id == claim_id and self.comparison is None:
            title = say(error.title) if isinstance(error, AppError) else say("Not loaded")
            message = error.message if isinstance(error, AppError) else say("Nothing was compared.")
            self._failure.tell(title, message, action=say("Try again"))
            self._places.setCurrentWidget(self._failure)

    def _tell_sent(self) -> None:
        self.told.emit(SENT)
        self._again()

    def _again(self) -> None:
        if self.claim:
            self.show_claim(self.claim)

    def _connect(self) -> None:
        self.differing.toggled.connect(self.table.show_differing)
        self._failure.action.clicked.connect(self._again)
        for head in self.heads.rivals:
            head.opened.connect(self.opened)
            head.disputed.connect(self.dispute)

    def _lay_out(self) -> None:
        self.back = ActionButton(
            say("Back to the queue"), icon="arrow-left", follows="claim.compare"
        )
        self.back.clicked.connect(self.closed)
        close = IconButton(say("Close the comparison"), "x", keys="Esc")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self.back)
        top.addWidget(close)
        for place in (self._inside, self._loading, self._failure):
            self._places.addWidget(place)
        self._lay_out_inside()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 10, 14)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._places, 1)

    def _lay_out_inside(self) -> None:
        aside = QWidget()
        aside.setFixedWidth(LABEL_WIDTH)
        beside = QVBoxLayout(aside)
        beside.setContentsMargins(18, 0, 0, 2)
        beside.addStretch()
        beside.addWidget(self.differing, 0, Qt.AlignmentFlag.AlignLeft)
        self.heads.aside.addWidget(aside)
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 10, 0)
        sides.setSpacing(12)
        for card in (self.questions, self.history):
            card.setFixedHeight(SIDE_HEIGHT)
            sides.addWidget(card, 1)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.heads)
        column.addWidget(self.view, 1)
        column.addLayout(sides)
