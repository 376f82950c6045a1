"""Asks what a trial is: which challenger, beside what, for which claims and for how long."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.codes import ClaimType
from app.services import wording
from app.services.registry import ModelView
from app.ui.buttons import ActionButton, Look
from app.ui.confirming import told
from app.ui.fields import Field
from app.ui.intake.editors import Choice, Story
from app.ui.reasons import EMPTY
from app.words import say

TITLE = say("New trial")
WORDS = say(
    "In the shadow the challenger scores claims beside the model that judges, and nobody on the "
    "desk sees it. Where it shares claims, it judges its share of them; a second administrator "
    "confirms that."
)
KINDS = {"shadow": say("In the shadow"), "split": say("Shares the claims")}
SHARES = {"0.05": "5%", "0.1": "10%", "0.2": "20%", "0.5": "50%", "1.0": say("All claims")}
DAYS = {"30": say("30 days"), "60": say("60 days"), "90": say("90 days"), "180": say("180 days")}
CHOOSE = say("Choose a challenger.")
LINES = {str(line): wording.CLAIM_TYPE[line] for line in ClaimType}


class TrialDialog(QDialog):
    """Hands what was chosen to *run*; a trial needs a challenger and a reason."""

    def __init__(
        self, models: Sequence[ModelView], run: Callable[[dict[str, Any]], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setAccessibleDescription(WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._run = run
        named = {str(model.id): f"{model.name} {model.version}" for model in models}
        self.challenger, self.kind = Choice(named), _chosen(KINDS, "shadow")
        self.line = Choice(LINES, unchosen=say("All its lines"))
        self.share, self.days = _chosen(SHARES, "1.0"), _chosen(DAYS, "60")
        self.reason = Story(height=84)
        self.fields = {
            "challenger": Field(say("Challenger"), self.challenger, required=True),
            "kind": Field(say("How"), self.kind),
            "line": Field(say("Lines"), self.line),
            "share": Field(say("Share of the claims"), self.share),
            "longest": Field(say("At the longest"), self.days),
            "reason": Field(say("What is it to find out?"), self.reason, required=True),
        }
        self.act = ActionButton(say("Begin"), icon="play", look=Look.PRIMARY)
        self.act.clicked.connect(self.submit)
        self.drop = ActionButton(say("Cancel"))
        self.drop.clicked.connect(self.reject)
        self.kind.edited.connect(self._name_act)
        self._lay_out()

    def submit(self) -> None:
        """Hand the trial over, or say what is missing."""
        for field in self.fields.values():
            field.clear()
        if not self.challenger.read():
            self.fields["challenger"].fail(CHOOSE)
            self.challenger.setFocus()
        elif not self.reason.read():
            self.fields["reason"].fail(EMPTY)
            self.reason.setFocus()
        else:
            given = self._given()
            self.accept()
            self._run(given)

    def _given(self) -> dict[str, Any]:
        line = self.line.read()
        return {
            "challenger": int(self.challenger.read()),
            "kind": self.kind.read(),
            "lines": (line,) if line else (),
            "share": float(self.share.read()),
            "longest": int(self.days.read()),
            "reason": self.reason.read(),
        }

    def _name_act(self) -> None:
        shares = self.kind.read() == "split"
        self.act.set_label(say("Ask for it") if shares else say("Begin"))
        self.share.write("0.1" if shares else "1.0")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for place, name in enumerate(("challenger", "kind", "line", "share", "longest")):
            grid.addWidget(self.fields[name], place // 2, place % 2)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.drop)
        row.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addLayout(told(TITLE, WORDS, "flask-conical", "accent"))
        column.addLayout(grid)
        column.addWidget(self.fields["reason"])
        column.addLayout(row)
        self.challenger.setFocus()


def _chosen(choices: Mapping[str, str], first: str) -> Choice:
    made = Choice(choices, unchosen="")
    made.write(first)
    return made
