"""The form of a decision that needs words: it stays filled until the server has taken them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.codes import Action
from app.errors import AppError, Invalid, Offline
from app.services import wording
from app.services.claim_views import ClaimDetail
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.claim.proof import own_proof
from app.ui.decision.entries import entries_of
from app.ui.decision.fields import Entry
from app.ui.labels import Label

KEPT = "Your words are kept here."
RESTING = frozenset({Action.APPROVE, Action.DENY, Action.PROPOSE, Action.REFER})
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class UnsentBanner(Banner):
    """Why a decision was not taken; while the server is away, it can be sent again or later."""

    def __init__(self) -> None:
        super().__init__("high")
        self.later = ActionButton("Send when online", icon="send", height=28)
        line = self.layout()
        line.insertWidget(3, self.later)  # type: ignore[union-attr] # the banner is one line

    def tell_unsent(self, text: str, error: Exception, *, holdable: bool) -> None:
        """Show *text*, with what can be done about *error*."""
        away = isinstance(error, Offline)
        self.tell(text, "high", action="Try again" if away else "")
        self.later.setVisible(away and holdable)


class WordsForm(QFrame):
    """What something must say, and the buttons that send, postpone or drop it."""

    submitted = Signal(object)
    postponed = Signal(object)
    cancelled = Signal()

    def __init__(self, title: str, entries: dict[str, Entry]) -> None:
        super().__init__()
        self.entries = entries
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.banner = UnsentBanner()
        self.banner.dismiss.hide()
        self.banner.action.clicked.connect(self.submit)
        self.banner.later.clicked.connect(self.postpone)
        self.send = ActionButton(title, keys="Ctrl ↵", look=Look.PRIMARY)
        self.send.clicked.connect(self.submit)
        self.drop = ActionButton("Cancel", keys="Esc", look=Look.GHOST)
        self.drop.clicked.connect(self.cancelled)
        self._lay_out(title)

    def submit(self) -> None:
        """Send the words, or go to the first field that lacks some."""
        if self._whole():
            self.submitted.emit(self.words())

    def postpone(self) -> None:
        """Have the words sent when the server answers again."""
        if self._whole():
            self.postponed.emit(self.words())

    def wait(self) -> None:
        """Take no second press while the words are under way."""
        self.banner.hide()
        self.send.explain("The decision is being sent.")

    def fail(self, error: Exception, *, holdable: bool = False) -> None:
        """Say why the words were not taken; they stay in the form."""
        self.send.explain(None)
        if self.drop.hasFocus():
            self.send.setFocus()  # which a button that was off had to leave to its neighbour
        if isinstance(error, Invalid):
            self._point_out(error.problems)
        message = error.message if isinstance(error, AppError) else "The decision was not sent."
        self.banner.tell_unsent(f"{message} {KEPT}", error, holdable=holdable)

    def begin(self) -> None:
        """Put the focus where the first words go."""
        next(iter(self.entries.values())).field.editor.setFocus()

    def _whole(self) -> bool:
        wrong = [entry for entry in self.entries.values() if not entry.check()]
        if wrong:
            wrong[0].field.editor.setFocus()
        return not wrong

    def words(self) -> dict[str, object]:
        """Return what the fields say."""
        return {name: entry.read() for name, entry in self.entries.items()}

    def _point_out(self, problems: dict[str, str]) -> None:
        for name, sentence in problems.items():
            if name in self.entries:
                self.entries[name].field.fail(sentence)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(Label(title, fonts.BODY, fonts.STRONG))
        for entry in self.entries.values():
            column.addWidget(entry.field)
        column.addWidget(self.banner)
        line = QHBoxLayout()
        line.addWidget(self.send)
        line.addWidget(self.drop)
        line.addStretch()
        column.addLayout(line)

    def event(self, event: QEvent) -> bool:
        """Keep plain keys in the form, so that no letter decides while words are written."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if not (event.modifiers() in PLAIN or event.key() in RETURN):
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Enter, drop with Escape, and let no other key out."""
        if event.isAutoRepeat():
            return
        if event.key() in RETURN:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()


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
