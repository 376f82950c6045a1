"""Write a letter on a claim: its kind, whom it goes to, own words, and the page it becomes."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.codes import LetterKind, Status
from app.errors import AppError
from app.services import wording
from app.services.claim_views import ClaimRow
from app.services.letter_texts import LetterDraft
from app.services.letters import LetterService
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.decision import fields
from app.ui.entering import Entering
from app.ui.labels import Label
from app.ui.letters.preview import LetterPreview
from app.ui.printing import pdf_of
from app.ui.tasks import Tasks
from app.words import say

SETTLE_MS = 150
FIRST: dict[Status, LetterKind] = {
    Status.PENDING_INFO: LetterKind.INFORMATION,
    Status.APPROVED: LetterKind.DECISION,
    Status.DENIED: LetterKind.DECISION,
    Status.SETTLED: LetterKind.DECISION,
}
SENT = "letter"


class LetterDialog(QDialog):
    """The form at the left, the paper at the right; what is sent is what is shown."""

    def __init__(
        self,
        letters: LetterService,
        tasks: Tasks,
        entering: Entering,
        claim: ClaimRow,
        parent: QWidget,
        *,
        asked: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._asked = asked
        self._letters, self._tasks, self._entering = letters, tasks, entering
        self.claim = claim
        self.draft: LetterDraft | None = None
        self.setWindowTitle(say("Letter on {number}", number=claim.number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 720)
        self.kinds = fields.one_of(say("Letter"), {str(k): w for k, w in wording.LETTER.items()})
        self.recipient = fields.line(say("To"), needed=say("Say whom the letter goes to."))
        self.address = fields.text("Address")
        self.subject = fields.line(say("Subject"), needed=say("Give the letter a subject."))
        self.words = fields.text("Your own words", hint="An empty line begins a new paragraph")
        self.banner, self.preview = Banner("high"), LetterPreview()
        self.send = ActionButton(say("Send"), icon="send", keys="Ctrl ↵", look=Look.PRIMARY)
        self.drop = ActionButton(say("Cancel"), keys="Esc", look=Look.GHOST)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        usual = FIRST.get(claim.status, LetterKind.ACKNOWLEDGE)
        self.choose(LetterKind.INFORMATION if asked else usual)

    @property
    def settled(self) -> bool:
        """Tell whether the preview shows the words as they stand."""
        return not self._settle.isActive()

    def choose(self, kind: LetterKind) -> None:
        """Draft a letter of *kind* anew."""
        editor: Any = self.kinds.field.editor
        editor.setCurrentIndex(editor.findData(str(kind)))
        self._fetch(kind)

    def submit(self) -> None:
        """Keep and send what is shown, or go to the field that lacks something."""
        entries = (self.recipient, self.subject)
        wrong = [entry for entry in entries if not entry.check()]
        letter = self.letter()
        if wrong or letter is None:
            return
        self.send.explain(say("The letter is being kept."))
        pdf = pdf_of(letter.html(), f"{letter.subject} ({self.claim.number})")
        self._entering.send(
            SENT, self._letters.send, self.claim.id, self.claim.version, letter=letter, pdf=pdf
        )

    def letter(self) -> LetterDraft | None:
        """Return the letter with the words of the form."""
        if self.draft is None:
            return None
        return self.draft.with_words(
            recipient=self.recipient.read(),
            address=self.address.read(),
            subject=self.subject.read(),
            words=self.words.read(),
        )

    def _fetch(self, kind: LetterKind) -> None:
        self.banner.hide()
        self._tasks.run(
            self,
            lambda _told: self._letters.draft(self.claim.id, kind, asked=self._asked),
            self._arrive,
            failed=self._lose,
        )

    def _arrive(self, draft: LetterDraft) -> None:
        self.draft = draft
        for entry, text in ((self.recipient, draft.recipient), (self.subject, draft.subject)):
            line: Any = entry.field.editor
            line.setText(text)
        address: Any = self.address.field.editor
        address.setPlainText(draft.address)
        self._show()

    def _show(self) -> None:
        letter = self.letter()
        if letter:
            self.preview.show_html(letter.html())

    def _finish(self, claim_id: int, what: str) -> None:
        if (claim_id, what) == (self.claim.id, SENT):
            self.accept()

    def _fail(self, claim_id: int, what: str, error: Exception) -> None:
        if (claim_id, what) == (self.claim.id, SENT):
            self._lose(error)

    def _lose(self, error: Exception) -> None:
        self.send.explain(None)
        message = error.message if isinstance(error, AppError) else say("The letter was not sent.")
        self.banner.tell(message)

    def _connect(self) -> None:
        kinds: Any = self.kinds.field.editor
        kinds.activated.connect(lambda _place: self._fetch(LetterKind(self.kinds.read())))
        for entry in (self.recipient, self.subject, self.address, self.words):
            editor: Any = entry.field.editor
            editor.textChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._show)
        self.send.clicked.connect(self.submit)
        self.send.setShortcut("Ctrl+Return")
        self.drop.clicked.connect(self.reject)
        self._entering.done.connect(self._finish)
        self._entering.failed.connect(self._fail)

    def _lay_out(self) -> None:
        words: QWidget = self.words.field.editor
        if isinstance(words, QPlainTextEdit):
            words.setMinimumHeight(150)
            words.setMaximumHeight(16_777_215)
        foot = QHBoxLayout()
        foot.addWidget(self.send)
        foot.addWidget(self.drop)
        foot.addStretch()
        left = QVBoxLayout()
        left.setContentsMargins(20, 18, 20, 16)
        left.setSpacing(10)
        left.addWidget(Label(self.windowTitle(), 15, fonts.STRONG))
        for entry in (self.kinds, self.recipient, self.address, self.subject):
            left.addWidget(entry.field)
        left.addWidget(self.words.field, 1)
        left.addWidget(self.banner)
        left.addLayout(foot)
        form = QFrame()
        form.setObjectName("surface")
        form.setFixedWidth(400)
        form.setLayout(left)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(form)
        across.addWidget(self.preview, 1)


def write_letter(
    letters: LetterService,
    tasks: Tasks,
    entering: Entering,
    claim: ClaimRow,
    parent: QWidget,
    *,
    asked: tuple[str, ...] = (),
) -> LetterDialog:
    """Open the dialog over *parent*; where something is *asked*, with a letter that asks for it."""
    dialog = LetterDialog(letters, tasks, entering, claim, parent, asked=asked)
    dialog.open()
    return dialog
