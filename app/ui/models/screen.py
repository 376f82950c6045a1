"""Models: every version, which one judges, and the steps by which two people change that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access import Identity, Permission
from app.errors import AppError
from app.services.account import AccountService
from app.services.registry import ModelView, Registry, Versions
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.changes import Changes
from app.ui.commands import bind
from app.ui.fresh_code import FreshCode
from app.ui.labels import Label, rule
from app.ui.models.card import ModelCardDialog
from app.ui.models.pane import ModelPane
from app.ui.models.tables import (
    CELLS,
    HISTORY_CELLS,
    HISTORY_REASON,
    HISTORY_TITLES,
    HISTORY_WIDTHS,
    JUDGES,
    TITLES,
    WIDTHS,
    event_texts,
    judged_lines,
    texts,
)
from app.ui.reasons import ReasonDialog
from app.ui.rows import Rows
from app.ui.screen_head import ScreenHead
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import amid, fill, say

ROW, HISTORY_ROW = 40, 34
_PROPOSE = say(
    "{model} will judge the claims of its lines once another administrator confirms. New claims "
    "are scored by it at once, and open ones are scored anew one after the other."
)
_ROLL_BACK = say("The models that judged before the last activation judge again at once.")
_RETRAIN = say(
    "The worker learns from the settled claims, tries the new model on claims that came later "
    "than those it learned from, and registers it only if it is no worse than the one that judges."
)


class ModelsScreen(QWidget):
    """A table of versions over their history, and beside them what can be done."""

    def __init__(
        self,
        registry: Registry,
        account: AccountService,
        tasks: Tasks,
        changes: Changes,
        identity: Identity,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._registry, self._tasks, self._identity = registry, tasks, identity
        self._fresh = FreshCode(self, tasks, account)
        self.versions: Versions | None = None
        may = identity.may(Permission.MODEL_ACTIVATE)
        self.table = Rows(self, TITLES, texts, right={3, 4, 5})
        self.view = SheetView(self.table, CELLS, WIDTHS, say("Versions of models"))
        self.view.set_row_height(ROW)
        self.view.stretch(JUDGES)
        self.history = Rows(self, HISTORY_TITLES, event_texts)
        self.past = SheetView(self.history, HISTORY_CELLS, HISTORY_WIDTHS, say("History of models"))
        self.past.set_row_height(HISTORY_ROW)
        self.past.stretch(HISTORY_REASON)
        self.pane = ModelPane(may=may)
        self.notice = Banner("high")
        self.retrain = ActionButton(say("Retrain…"), icon="play", look=Look.PRIMARY, height=34)
        self.retrain.setVisible(may)
        self.head = ScreenHead(say("Models"), self.retrain)
        self._lay_out()
        self.toast = Toast(self)
        self._connect(changes)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.view, self.past, self.pane.model.card]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↑ ↓", say("choose")), ("↵", say("model card")), ("F5", say("refresh")))

    def model(self) -> ModelView | None:
        """Return the chosen version."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def refresh(self) -> None:
        """Read the register again."""
        work = self._registry.versions
        self._tasks.run(self, lambda _told: work(), self._show, failed=self._lose)

    def open_card(self) -> ModelCardDialog | None:
        """Show the card of the chosen version."""
        model = self.model()
        if model is None:
            return None
        dialog = ModelCardDialog(model, self.window())
        dialog.open()
        return dialog

    def propose(self) -> None:
        """Ask why the chosen version should judge, and propose it."""
        model = self.model()
        if model:
            title = say("Propose {name} {version}", name=model.name, version=model.version)
            act = partial(self._registry.propose, model.id)
            words = fill(_PROPOSE, model=f"{model.name} {model.version}")
            self._ask(
                title, words, say("Propose"), act, say("Proposed; another person confirms"), "send"
            )

    def train(self) -> None:
        """Ask why a model is trained anew, and have the worker do it."""
        act = self._registry.retrain
        self._ask(
            say("Retrain"), _RETRAIN, say("Retrain"), act, say("The worker learns anew"), "play"
        )

    def confirm(self) -> None:
        """Let the proposed model judge."""
        waiting = self.versions.proposal if self.versions else None
        if waiting:
            self._do(partial(self._registry.confirm, waiting.id), say("Activated"))

    def drop(self) -> None:
        """Ask why the proposal is dropped."""
        waiting = self.versions.proposal if self.versions else None
        if waiting:
            act = partial(self._registry.drop, waiting.id)
            words = say("The model stays what it is, and another one can be proposed.")
            self._ask(
                say("Drop the proposal"), words, say("Drop"), act, say("Proposal dropped"), "x"
            )

    def roll_back(self) -> None:
        """Ask why the last activation is taken back."""
        act = self._registry.roll_back
        title = say("Take the last activation back")
        self._ask(
            title,
            _ROLL_BACK,
            say("Take back"),
            act,
            say("The models before judge again"),
            "rotate-ccw",
        )

    def put(self, status: str) -> None:
        """Move the chosen version, or back to the candidates where it is in that state."""
        model = self.model()
        if model:
            to = "candidate" if model.status == status else status
            self._do(partial(self._registry.move, model.id, to), say("Moved"))

    def _ask(
        self, title: str, words: str, act: str, run: Callable[[str], None], done: str, icon: str
    ) -> None:
        def go(reason: str) -> None:
            self._do(partial(run, reason), done)

        ReasonDialog(title, words, act, go, icon=icon, parent=self.window()).open()

    def _do(self, work: Callable[[], None], done: str) -> None:
        def tell(_nothing: object) -> None:
            self.toast.tell(done)
            self.refresh()

        self._fresh.run(work, tell, failed=self._lose)

    def _show(self, versions: Versions) -> None:
        chosen = self.model()
        self.notice.hide()
        self.versions = versions
        self.table.replace(versions.models)
        self.history.replace(versions.history)
        places = {model.id: row for row, model in enumerate(versions.models)}
        if versions.models:
            self.view.choose(places.get(chosen.id, 0) if chosen else 0)
        judging = [model for model in versions.models if model.judges]
        told = ", ".join(
            say(
                "{name} {version} judges {amid}",
                name=m.name,
                version=m.version,
                amid=amid(judged_lines(m.judges)),
            )
            for m in judging
        )
        self.head.about.setText(told or say("No model judges"))
        self.pane.show_judges(versions.models, last=versions.last)
        self._show_training(versions)
        waiting = versions.proposal
        named = {model.id: f"{model.name} {model.version}" for model in versions.models}
        own = waiting is not None and waiting.proposed_by == self._identity.id
        self.pane.show_proposal(
            waiting, named.get(waiting.model_id, "") if waiting else "", own=own
        )
        self._choose()

    def _show_training(self, versions: Versions) -> None:
        training = versions.training
        runs = training is not None and training.ended_at is None
        self.retrain.explain(say("A training is under way already.") if runs else None)
        self.pane.show_training(training)

    def _choose(self) -> None:
        model = self.model()
        if model and self.versions:
            may = self._identity.may(Permission.MODEL_ACTIVATE)
            self.pane.model.show_model(model, waits=self.versions.proposal is not None, may=may)

    def _lose(self, error: Exception) -> None:
        words = (
            error.message if isinstance(error, AppError) else say("That did not work. Try again.")
        )
        self.notice.tell(words, "high", action=say("Try again"))

    def _connect(self, changes: Changes) -> None:
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.view.opened.connect(self.open_card)
        self.retrain.clicked.connect(self.train)
        changes.claims.connect(lambda ids: self.refresh() if ids is None else None)
        self.notice.action.clicked.connect(self.refresh)
        self.pane.rollback_asked.connect(self.roll_back)
        self.pane.proposal.confirm.clicked.connect(self.confirm)
        self.pane.proposal.drop.clicked.connect(self.drop)
        self.pane.model.card.clicked.connect(self.open_card)
        self.pane.model.propose.clicked.connect(self.propose)
        self.pane.model.shadow.clicked.connect(lambda: self.put("shadow"))
        self.pane.model.retire.clicked.connect(lambda: self.put("retired"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(12)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        heading = Label(say("History"), fonts.BODY, fonts.STRONG)
        heading.setContentsMargins(20, 14, 20, 8)
        left.addLayout(head)
        left.addWidget(self.view, 2)
        left.addWidget(rule())
        left.addWidget(heading)
        left.addWidget(self.past, 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)


def _judging(models: tuple[ModelView, ...]) -> str:
    judging = [model for model in models if model.judges]
    told = [
        say(
            "{name} {version} judges {amid}",
            name=m.name,
            version=m.version,
            amid=amid(judged_lines(m.judges)),
        )
        for m in judging
    ]
    return ", ".join(told) or say("No model judges")
