"""The head of the intake: what claim it is, where it stands, and what can be done with it."""

from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from app.codes import ClaimType
from app.services.wording import CLAIM_TYPE
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.intake.bodies import KindChoice
from app.ui.labels import Label
from app.words import amid, say

WIDTH = 220


class IntakeHead(QWidget):
    """Title and state, the choice of the line, and the buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = KindChoice()
        self.new = ActionButton(say("New claim"), icon="file-plus", look=Look.GHOST)
        self.paper = ActionButton(
            say("Read a paper"), icon="columns-2", look=Look.GHOST, follows="claim.paper"
        )
        self.save = ActionButton(say("Save draft"), icon="save", keys="Ctrl S")
        self.submit = ActionButton(say("Submit"), icon="send", keys="Ctrl ↵", look=Look.PRIMARY)
        self.title = Label("", fonts.TITLE, fonts.BOLD)
        self.state = Label("", fonts.SMALL, ink="text3")
        self._lay_out()

    @property
    def buttons(self) -> tuple[ActionButton, ...]:
        """Return what is done with the claim."""
        return self.new, self.save, self.submit

    def show_claim(self, kind: ClaimType, state: str, *, stored: bool) -> None:
        """Say what claim it is and where it stands."""
        line = CLAIM_TYPE[kind]
        self.title.setText(
            say("{line} claim", line=line) if stored else say("New {amid} claim", amid=amid(line))
        )
        self.state.setText(state)
        self.kinds.show_kind(kind)

    def show_tools(self, *, shown: bool) -> None:
        """Show or hide what only makes sense while the form is open."""
        for part in (self.kinds, *self.buttons):
            part.setVisible(shown)

    def explain(self, reason: str | None) -> None:
        """Disable the buttons and say why, or enable them."""
        for button in self.buttons:
            button.explain(reason)

    def _lay_out(self) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addSpacerItem(QSpacerItem(WIDTH, 0))
        heading.addWidget(self.title)
        heading.addWidget(self.state)
        top = QHBoxLayout(self)
        top.setContentsMargins(20, 14, 20, 10)
        top.setSpacing(8)
        top.addLayout(heading)
        top.addSpacing(24)
        top.addWidget(self.kinds)
        top.addStretch()
        for button in (self.paper, *self.buttons):
            top.addWidget(button)
