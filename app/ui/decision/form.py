"""The form of a decision that needs words: it stays filled until the server has taken them."""

from PySide6.QtCore import Signal

from app.codes import Action
from app.errors import AppError, Invalid, Offline
from app.services import wording
from app.services.claim_views import ClaimDetail
from app.ui import fonts
from app.ui.buttons import ActionButton
from app.ui.cards import Banner
from app.ui.claim.proof import own_proof
from app.ui.decision.entries import entries_of
from app.ui.decision.fields import Entry
from app.ui.entry_form import EntryForm
from app.ui.labels import Label
from app.words import say

KEPT = say("Your words are kept here.")
RESTING = frozenset({Action.APPROVE, Action.DENY, Action.PROPOSE, Action.REFER})


class UnsentBanner(Banner):
    """Why a decision was not taken; while the server is away, it can be sent again or later."""

    def __init__(self) -> None:
        super().__init__("high")
        self.later = ActionButton(say("Send when online"), icon="send", height=28)
        line = self.layout()
        line.insertWidget(3, self.later)  # type: ignore[union-attr] # the banner is one line

    def tell_unsent(self, text: str, error: Exception, *, holdable: bool) -> None:
        """Show *text*, with what can be done about *error*."""
        away = isinstance(error, Offline)
        self.tell(text, "high", action=say("Try again") if away else "")
        self.later.setVisible(away and holdable)


class WordsForm(EntryForm):
    """What something must say, and the buttons that send, postpone or drop it."""

    banner: UnsentBanner
    postponed = Signal(object)
    cancelled = Signal()

    def __init__(self, title: str, entries: dict[str, Entry]) -> None:
        super().__init__(title, title, entries, UnsentBanner())
        self.banner.action.clicked.connect(self.submit)
        self.banner.later.clicked.connect(self.postpone)
        self.drop.clicked.connect(self.cancelled)

    def postpone(self) -> None:
        """Have the words sent when the server answers again."""
        if self.is_whole():
            self.postponed.emit(self.words())

    def wait(self) -> None:
        """Take no second press while the words are under way."""
        self.banner.hide()
        self.send.explain(say("The decision is being sent."))

    def fail(self, error: Exception, *, holdable: bool = False) -> None:
        """Say why the words were not taken; they stay in the form."""
        self.send.explain(None)
        if self.drop.hasFocus():
            self.send.setFocus()  # which a button that was off had to leave to its neighbour
        if isinstance(error, Invalid):
            self._point_out(error.problems)
        message = (
            error.message if isinstance(error, AppError) else say("The decision was not sent.")
        )
        self.banner.tell_unsent(f"{message} {KEPT}", error, holdable=holdable)

    def _point_out(self, problems: dict[str, str]) -> None:
        for name, sentence in problems.items():
            if name in self.entries:
                self.entries[name].field.fail(sentence)


class DecisionForm(WordsForm):
    """What a decision must say."""

    def __init__(self, action: Action, entries: dict[str, Entry], opened: str = "") -> None:
        super().__init__(wording.ACTION[action], entries)
        self.action = action
        self.opened = Label(opened, fonts.SMALL, ink="text3", wrap=True)
        self.opened.setVisible(bool(opened))
        line = self.layout()
        line.insertWidget(1, self.opened)  # type: ignore[union-attr] # the form is one column


def form_of(action: Action, detail: ClaimDetail) -> DecisionForm | None:
    """Return the form *action* needs on this claim, or None when it needs no words."""
    entries = entries_of(action, detail)
    opened = own_proof(detail.proof) if action in RESTING else ""
    return DecisionForm(action, entries, opened) if entries else None
