"""One thing done to many claims: what it is, what it will do to each, and what came of it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.services.bulk import Outcome
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.decision.fields import Entry
from app.ui.labels import Label
from app.ui.tasks import Tasks
from app.ui.work.fields import on_change
from app.words import say

Words = dict[str, Any]
Step = Callable[[Words], Sequence[Outcome]]
FAILED = say("It was not done. Try again.")
PAUSE_MS = 200


class BulkDialog(QDialog):
    """Shows a preview that follows the fields, then does it and shows what came of it."""

    def __init__(
        self,
        title: str,
        entries: dict[str, Entry],
        *,
        preview: Step,
        apply: Step,
        tasks: Tasks,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview, self._apply, self._tasks, self.entries = preview, apply, tasks, entries
        self._round, self._done = 0, False
        self.banner = Banner("high")
        self.summary = Label("", fonts.SMALL, ink="text2", tabular=True)
        self.table = _table()
        self.apply_button = ActionButton(say("Apply"), keys="Ctrl ↵", look=Look.PRIMARY)
        self.apply_button.setShortcut("Ctrl+Return")
        self.apply_button.clicked.connect(self.apply)
        self.close_button = ActionButton(say("Cancel"), keys="Esc", look=Look.GHOST)
        self.close_button.clicked.connect(self.reject)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.preview)
        self._lay_out(title)
        for entry in entries.values():
            on_change(entry.field.editor, self._pause.start)
        self.preview()

    def preview(self) -> None:
        """Ask what it would do."""
        self._round += 1
        this_round, words = self._round, self._words()

        def done(outcomes: Sequence[Outcome]) -> None:
            if this_round == self._round and not self._done:
                self._show(outcomes)

        self._tasks.run(self, lambda _progress: self._preview(words), done, failed=self._fail)

    def apply(self) -> None:
        """Do it to the claims that the preview names."""
        wrong = [entry for entry in self.entries.values() if not entry.check()]
        if wrong:
            wrong[0].field.editor.setFocus()
            return
        words = self._words()
        self.apply_button.explain(say("It is being done."))
        self._tasks.run(self, lambda _progress: self._apply(words), self._finish, failed=self._fail)

    def _words(self) -> Words:
        return {name: entry.read() for name, entry in self.entries.items()}

    def _show(self, outcomes: Sequence[Outcome]) -> None:
        able = sum(outcome.done for outcome in outcomes)
        self.summary.setText(
            say(
                "{able:,} of {outcomes:,} claims will be changed", able=able, outcomes=len(outcomes)
            )
        )
        self.apply_button.set_label(say("Apply to {able:,}", able=able))
        self.apply_button.explain(None if able else say("There is nothing to change."))
        self._fill(outcomes)

    def _finish(self, outcomes: Sequence[Outcome]) -> None:
        self._done = True
        made = sum(outcome.done for outcome in outcomes)
        self.summary.setText(
            say("{made:,} of {outcomes:,} claims were changed", made=made, outcomes=len(outcomes))
        )
        self._fill(outcomes)
        self.apply_button.hide()
        self.close_button.set_label(say("Close"))
        if made == len(outcomes):
            self.accept()

    def _fail(self, error: Exception) -> None:
        self.apply_button.explain(None)
        self.banner.tell(error.message if isinstance(error, AppError) else FAILED)

    def _fill(self, outcomes: Sequence[Outcome]) -> None:
        self.table.setRowCount(len(outcomes))
        for row, outcome in enumerate(outcomes):
            told = (outcome.claim.number, outcome.claim.claimant, outcome.text)
            for column, text in enumerate(told):
                item = QTableWidgetItem(text)
                if not outcome.done:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.table.setItem(row, column, item)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, fonts.TITLE, fonts.BOLD))
        for entry in self.entries.values():
            column.addWidget(entry.field)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.banner)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.close_button)
        line.addWidget(self.apply_button)
        column.addLayout(line)
        self.resize(640, 560)


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName(say("What will happen to each claim"))
    table.setHorizontalHeaderLabels([say("Claim"), say("Claimant"), say("What happens")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    header = table.horizontalHeader()
    header.resizeSection(0, 170)
    header.resizeSection(1, 160)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table
