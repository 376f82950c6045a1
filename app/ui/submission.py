"""One own claim beside the list: what happens next, what is asked, what happened, documents."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import AppError, Invalid
from app.services.figures import day
from app.services.own_desk import LONGEST, OwnDesk, OwnDetail, OwnRequest
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.chips import Chip
from app.ui.confirming import confirm
from app.ui.documents.tab import DocumentsTab
from app.ui.fields import Field
from app.ui.labels import Elided, Label
from app.ui.papers import Papers
from app.ui.tasks import Tasks
from app.ui.tokens import Tone
from app.words import fill, say

WIDTH = 480
STEPS = 6
THANKS = say("Thank you. Your answer has reached us.")
WITHDRAWN = say("The claim is withdrawn.")
ASK_TITLE = say("Withdraw this claim?")
ASK = say("We stop working on {number}, and it cannot be taken up again here.")


class RequestCard(Card):
    """What was asked, with room for the answer."""

    sent = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("We need something from you"), gap=8)
        self.what = Label("", fonts.BODY, wrap=True)
        self.until = Label("", fonts.SMALL, ink="text3")
        self.editor = QPlainTextEdit()
        self.editor.setFixedHeight(92)
        self.editor.setTabChangesFocus(True)
        note = say("Add what was asked for under Documents below, then answer here.")
        self.answer = Field(say("Your answer"), self.editor, note=note, required=True)
        self.send = ActionButton(say("Send answer"), icon="send", look=Look.PRIMARY)
        self.send.clicked.connect(self._send)
        row = QHBoxLayout()
        row.addWidget(self.send)
        row.addStretch()
        for part in (self.what, self.until, self.answer):
            self.column.addWidget(part)
        self.column.addLayout(row)

    def show_request(self, request: OwnRequest) -> None:
        """Show what is asked; an answer that was begun stays."""
        self.what.setText(f"{request.what[:1].upper()}{request.what[1:]}")
        until = say(" · by {until}", until=day(request.until)) if request.until else ""
        self.until.setText(say("Asked of {of_whom}{until}", of_whom=request.of_whom, until=until))

    def _send(self) -> None:
        told = self.editor.toPlainText()
        if not told.strip() or len(told) > LONGEST:
            self.answer.fail(
                say(
                    "Write an answer of at most {longest:,} characters, then send it.",
                    longest=LONGEST,
                )
            )
            self.editor.setFocus()
        else:
            self.answer.clear()
            self.sent.emit(told)


class StepLines(QWidget):
    """What happened, the latest first."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [
            (Label("", fonts.SMALL, wrap=True), Label("", fonts.NOTE)) for _ in range(STEPS)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for told, when in self.lines:
            when.set_ink("text3")
            row = QHBoxLayout()
            row.addWidget(told, 1)
            row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)

    def show_detail(self, detail: OwnDetail) -> None:
        """Show the steps of another claim."""
        steps = [*detail.steps[:STEPS], *[None] * STEPS]
        for (told, when), step in zip(self.lines, steps, strict=False):
            told.setText(step.text if step else "")
            when.setText(words.clock(step.at) if step else "")
            for label in (told, when):
                label.setVisible(step is not None)


class OwnClaimPane(QWidget):
    """Stands beside the list; `changed` tells that the person did something to the claim."""

    changed = Signal()

    def __init__(self, desk: OwnDesk, tasks: Tasks, papers: Papers | None = None) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._desk, self._tasks = desk, tasks
        self.claim_id: int | None = None
        self.detail: OwnDetail | None = None
        self.number = Elided("", 18, fonts.BOLD, tabular=True)
        self.status = Chip()
        self.next = Label("", fonts.BODY, ink="text2", wrap=True)
        self.news = Banner("ok")
        self.request, self.steps = RequestCard(), StepLines()
        self.documents = DocumentsTab(papers, tasks) if papers else None
        self.withdraw = ActionButton(
            say("Withdraw claim"), icon="circle-x", look=Look.GHOST, height=28
        )
        self._lay_out()
        self.request.sent.connect(self._answer)
        self.withdraw.clicked.connect(self._ask_withdrawal)

    def show_claim(self, claim_id: int, number: str) -> None:
        """Show another claim, or the same again."""
        if claim_id != self.claim_id:
            self.claim_id, self.detail = claim_id, None
            self.number.set_text(number)
            self.news.hide()
            self.request.editor.clear()
            self.request.answer.clear()
            for part in (self.request, self.withdraw):
                part.hide()
        self._tasks.run(
            self,
            lambda _progress: self._desk.detail(claim_id),
            partial(self._show, claim_id),
            failed=partial(self._lose, claim_id),
        )
        if self.documents:
            self.documents.show_claim(claim_id)

    def _show(self, claim_id: int, detail: OwnDetail) -> None:
        if claim_id != self.claim_id:
            return
        self.detail = detail
        self.number.set_text(detail.number)
        self.status.show_text(detail.status, _tone(detail))
        self.next.setText(detail.next)
        self.steps.show_detail(detail)
        self.request.setVisible(detail.request is not None)
        if detail.request:
            self.request.show_request(detail.request)
        self.withdraw.setVisible(detail.may_withdraw)

    def _lose(self, claim_id: int, error: Exception) -> None:
        if claim_id == self.claim_id:
            self._tell_failure(error)

    def _answer(self, answer: str) -> None:
        detail = self.detail
        if detail is None:
            return
        self.request.send.setEnabled(False)
        self._tasks.run(
            self,
            lambda _progress: self._desk.answer(detail.id, detail.version, answer),
            lambda _none: self._done(THANKS),
            failed=self._fail,
        )

    def _done(self, told: str) -> None:
        self.request.send.setEnabled(True)
        self.request.editor.clear()
        self.news.tell(told, "ok")
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.request.send.setEnabled(True)
        if isinstance(error, Invalid):
            self.request.answer.fail(error.message)
        else:
            self._tell_failure(error)
        self.changed.emit()

    def _tell_failure(self, error: Exception) -> None:
        known = error.message if isinstance(error, AppError) else say("It was not done. Try again.")
        self.news.tell(known, "high")

    def _ask_withdrawal(self) -> None:
        detail = self.detail
        if detail is None:
            return
        message = fill(ASK, number=detail.number)
        run = partial(self._withdraw, detail.id)
        confirm(self, ASK_TITLE, message, say("Withdraw claim"), run, icon="circle-x")

    def _withdraw(self, claim_id: int) -> None:
        self._tasks.run(
            self,
            lambda _progress: self._desk.withdraw(claim_id),
            lambda _none: self._done(WITHDRAWN),
            failed=self._fail,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number, 1)
        head.addWidget(self.status)
        history = Card(say("What happened"), self.withdraw, gap=6)
        history.column.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.next)
        column.addWidget(self.news)
        column.addWidget(self.request)
        column.addWidget(history)
        if self.documents:
            column.addWidget(Label(say("Documents"), fonts.BODY, fonts.STRONG))
            column.addWidget(self.documents, 1)
        else:
            column.addStretch()


def _tone(detail: OwnDetail) -> Tone:
    return "med" if detail.request else "neutral"
