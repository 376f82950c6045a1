"""What a User has handed in: their own claims, what became of each, and drafts to go on with."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity
from app.errors import AppError
from app.services import figures, wording
from app.services.document_views import DocumentView
from app.services.intake import IntakeService, OwnClaim
from app.services.own_desk import OwnDesk
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, EmptyState, Skeleton
from app.ui.changes import Changes
from app.ui.claim.notes import ClaimNotes
from app.ui.commands import bind
from app.ui.documents.desk import DocumentDesk
from app.ui.labels import Label
from app.ui.painting import chip_width, draw_chip, draw_text
from app.ui.papers import Papers
from app.ui.rows import Rows
from app.ui.sheet import SheetView, write
from app.ui.submission import OwnClaimPane
from app.ui.tasks import Tasks
from app.ui.tokens import Tone
from app.words import say, say_n

TITLES = (
    say("Claim"),
    say("Policy"),
    say("Type"),
    say("Amount"),
    say("Status"),
    say("Last change"),
    "",
)
WIDTHS = (196, 150, 96, 112, 232, 110, 84)
AMOUNT, WIDE, ROW_HEIGHT = 3, 4, 44
TONES: dict[str, Tone] = {
    say("Submitted"): "low",
    say("In review"): "low",
    say("We need information from you"): "med",
    say("Approved"): "ok",
    say("Settled"): "ok",
}
FIRST = say("A claim you hand in appears here, and its status changes by itself.")


class SubmissionsScreen(QWidget):
    """A table of own claims that follows what happens to them."""

    def __init__(
        self,
        intake: IntakeService,
        tasks: Tasks,
        changes: Changes,
        identity: Identity,
        *,
        desk: OwnDesk | None = None,
        papers: Papers | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._intake, self._tasks, self._changes = intake, tasks, changes
        self._busy = self._stale = False
        self.table = Rows(self, TITLES, _texts, right={AMOUNT})
        self.view = SheetView(self.table, _CELLS, WIDTHS, say("My submissions"))
        self.view.set_row_height(ROW_HEIGHT)
        self.view.stretch(WIDE)
        self.notice = Banner("med")
        self.empty = EmptyState("files", say("You have not handed in a claim"), FIRST)
        self.outline = Skeleton(ROW_HEIGHT)
        self._count = Label("", fonts.SMALL, ink="text3")
        self.go_on = ActionButton(say("Continue draft"), icon="pencil", keys="↵")
        self.new = ActionButton(say("New claim"), icon="file-plus", keys="N", look=Look.PRIMARY)
        self._places = QStackedWidget()
        self.pane = OwnClaimPane(desk, tasks, papers) if desk else None
        self.reading = _reader(papers, tasks, self) if papers else None
        self._lay_out()
        self._connect()
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits: the list, and the answer to what is asked."""
        here: list[QWidget] = [self.view if self.table.rows else self.empty.action]
        if self.reading and self._places.currentWidget() is self.reading:
            here = [self.reading.reader.pages]
        if self.pane and self.pane.request.isVisible():
            here.append(self.pane.request.editor)
        return here

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↵", say("continue a draft")), ("N", say("new claim")))

    def claim(self) -> OwnClaim | None:
        """Return the chosen claim."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def refresh(self) -> None:
        """Ask for the claims again; once more afterwards if asked while under way."""
        if self._busy:
            self._stale = True
            return
        self._busy = True
        work = self._intake.own_claims
        self._tasks.run(self, lambda _told: work(), self._show, failed=self._lose)

    def open_chosen(self) -> None:
        """Go on with the chosen draft."""
        claim = self.claim()
        if claim and claim.is_draft:
            self._changes.wanted.emit("claim.new")
            self._changes.continued.emit(claim.id)

    def _show(self, rows: tuple[OwnClaim, ...]) -> None:
        chosen = self.claim()
        self.notice.hide()
        self.table.replace(rows)
        places = {claim.id: row for row, claim in enumerate(rows)}
        if rows:
            self.view.choose(places.get(chosen.id, 0) if chosen else 0)
        else:
            self.empty.tell(say("You have not handed in a claim"), FIRST, action=say("New claim"))
        if self._places.currentWidget() is not self.reading:
            self._places.setCurrentWidget(self.view if rows else self.empty)
        drafts = sum(claim.is_draft for claim in rows)
        told = say_n("{n:,} claim", "{n:,} claims", len(rows))
        self._count.setText(
            say("{told} · {drafts:,} in draft", told=told, drafts=drafts) if drafts else told
        )
        self._mark()
        self._end()

    def _lose(self, error: Exception) -> None:
        message = error.message if isinstance(error, AppError) else say("The list was not loaded.")
        self.notice.tell(message, "high", action=say("Try again"))
        if not self.table.rows:
            self.empty.tell(say("Your claims could not be loaded"), say("Nothing of them is lost."))
            self._places.setCurrentWidget(self.empty)
        self._end()

    def _end(self) -> None:
        self._busy = False
        if self._stale:
            self._stale = False
            self.refresh()

    def _mark(self) -> None:
        claim = self.claim()
        draft = claim is not None and claim.is_draft
        self.go_on.explain(None if draft else say("Choose a draft to go on with it."))
        if self.pane:
            self.pane.setVisible(claim is not None)
            if claim:
                self.pane.show_claim(claim.id, claim.number)

    def _connect(self) -> None:
        self.view.opened.connect(self.open_chosen)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._mark())
        self.view.clicked.connect(self._press)
        self.go_on.clicked.connect(self.open_chosen)
        self.notice.action.clicked.connect(self.refresh)
        for button in (self.new, self.empty.action):
            button.clicked.connect(lambda: self._changes.wanted.emit("claim.new"))
        self._changes.claims.connect(lambda _ids: self.refresh())
        self._changes.submitted.connect(lambda _made: self.refresh())
        self._connect_pane()

    def _read(self, document: DocumentView) -> None:
        """Open a document of the claim in place of the list."""
        if self.reading and self.pane and self.pane.documents:
            self._places.setCurrentWidget(self.reading)
            self.reading.show_documents(self.pane.documents.documents)
            self.reading.open(document)

    def _stop_reading(self) -> None:
        self._places.setCurrentWidget(self.view)
        self.view.setFocus()

    def _connect_pane(self) -> None:
        if self.pane:
            self.pane.changed.connect(self.refresh)
        if self.pane and self.pane.documents and self.reading:
            self.pane.documents.opened.connect(self._read)
            self.reading.closed.connect(self._stop_reading)

    def _press(self, index: QModelIndex) -> None:
        if index.column() == len(TITLES) - 1:
            self.open_chosen()

    def _lay_out(self) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(1)
        heading.addWidget(Label(say("My submissions"), fonts.TITLE, fonts.BOLD))
        heading.addWidget(self._count)
        top = QHBoxLayout()
        top.setContentsMargins(20, 14, 20, 12)
        top.setSpacing(8)
        top.addLayout(heading)
        top.addStretch()
        top.addWidget(self.go_on)
        top.addWidget(self.new)
        news = QHBoxLayout()
        news.setContentsMargins(20, 0, 20, 8)
        news.addWidget(self.notice)
        for place in (self.outline, self.view, self.empty, self.reading):
            if place:
                self._places.addWidget(place)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(news)
        column.addWidget(self._places, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(column, 1)
        if self.pane:
            self.pane.hide()
            across.addWidget(self.pane)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the chosen draft on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_chosen()
        elif event.key() == Qt.Key.Key_Escape and self.reading:
            self.reading.close_documents()
            self._stop_reading()
        else:
            super().keyPressEvent(event)


def _reader(papers: Papers, tasks: Tasks, owner: QWidget) -> DocumentDesk:
    """Return where a User reads documents; notes beside them are the desk's alone."""
    notes = ClaimNotes(papers.marks, tasks, papers.identity, owner)
    return DocumentDesk(papers, tasks, notes)


def _texts(claim: OwnClaim) -> tuple[str, ...]:
    return (
        claim.number,
        claim.policy,
        wording.CLAIM_TYPE[claim.claim_type],
        "" if claim.amount is None else figures.money(claim.amount, claim.currency),
        claim.status,
        words.ago(claim.updated),
        say("Continue") if claim.is_draft else "",
    )


def _number(painter: QPainter, claim: OwnClaim, where: QRectF) -> None:
    painter.setFont(fonts.font(weight=fonts.STRONG, tabular=True))
    draw_text(painter, claim.number, where, "text")


def _status(painter: QPainter, claim: OwnClaim, where: QRectF) -> None:
    place = QRectF(where.x(), where.center().y() - 11, chip_width(claim.status), 22)
    draw_chip(painter, place, claim.status, TONES.get(claim.status, "neutral"))


def _plain(column: int) -> Any:
    def cell(painter: QPainter, claim: OwnClaim, where: QRectF) -> None:
        text, right = _texts(claim)[column], column == AMOUNT
        write(painter, text, where, "text2" if column != AMOUNT else "text", right=right)

    return cell


def _continue(painter: QPainter, claim: OwnClaim, where: QRectF) -> None:
    if claim.is_draft:
        painter.setFont(fonts.font(weight=550))
        draw_text(painter, say("Continue"), where, "accent")


_CELLS = (_number, _plain(1), _plain(2), _plain(3), _status, _plain(5), _continue)
