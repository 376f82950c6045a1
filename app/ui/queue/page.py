"""The triage queue: filters, the claims, and beside them the one that is chosen."""

from dataclasses import replace

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access import Identity, Permission
from app.codes import Action
from app.errors import AppError
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.queue_filter import Page, QueueFilter
from app.ui.changes import Changes
from app.ui.claim.loading import ClaimLoader
from app.ui.claim.pane import ClaimPane
from app.ui.commands import bind
from app.ui.compare.page import Evidence
from app.ui.deciding import Desk
from app.ui.outbox import Postbox
from app.ui.packet import PacketSaver
from app.ui.papers import Papers
from app.ui.queue.choice import QueueChoice
from app.ui.queue.decisions import QueueDecisions
from app.ui.queue.export import QueueExport
from app.ui.queue.feed import QueueFeed
from app.ui.queue.head import QueueHead
from app.ui.queue.keys import bind_keys, hints_for
from app.ui.queue.offers import QueueOffers
from app.ui.queue.papers import PaperSide
from app.ui.queue.places import IN_VIEW, QueuePlaces
from app.ui.queue.sides import QueueSides
from app.ui.queue.table import ClaimTable
from app.ui.queue.view import QueueView
from app.ui.queue.views import QueueViews
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.ui.views.desk import Views
from app.ui.working import Work, WorkServices
from app.words import say

ROOM_FOR_BOTH = 1180
READ_ONLY = say(
    "The database only reads at the moment, so nothing can be decided. Look again soon."
)
IMPOSSIBLE = say("Not possible as the claim stands")


class QueuePage(QWidget):
    """Walk through claims, see why they scored so, decide, and take it back."""

    def __init__(  # noqa: PLR0913 - the services it uses, and what the window gives it
        self,
        claims: ClaimService,
        decisions: DecisionService,
        tasks: Tasks,
        *,
        changes: Changes,
        identity: Identity,
        start: QueueFilter | None = None,
        title: str = say("Triage queue"),
        settings: QSettings | None = None,
        postbox: Postbox | None = None,
        work: WorkServices | None = None,
        evidence: Evidence | None = None,
        papers: Papers | None = None,
        views: Views | None = None,
        place: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._changes, self._start = changes, start or QueueFilter()
        self._roomy = True
        self._hints = hints_for(identity)
        self.table = ClaimTable(self)
        self.view = QueueView(self.table, settings)
        self.feed = QueueFeed(claims, tasks, self.table, self)
        self.loader = ClaimLoader(claims, tasks, self)
        self.desk = Desk(claims, decisions, tasks, self, postbox=postbox)
        self.pane = ClaimPane(self.loader, self.desk)
        self.places = QueuePlaces(self.view)
        self.sides = QueueSides(evidence, tasks)
        self.head = QueueHead(title, may_submit=identity.may(Permission.CLAIM_SUBMIT))
        self.exporting = QueueExport(
            self.desk.exports, tasks, self, query=lambda: self.feed.query, tell=self.head.tell
        )
        self._lay_out()
        self.toast = Toast(self.sides)
        self.choice = QueueChoice(self)
        self.decisions = QueueDecisions(self, postbox)
        self._connect()
        bind_keys(self, identity)
        self.papers = PaperSide(papers, tasks, self, self._changes) if papers else None
        if papers and self.desk.packets.may:
            self.packet = PacketSaver(self.pane, self.desk.packets, papers.documents, tasks)
            bind("claim.packet", self, self.packet.make, identity)
            self.pane.header.offer_packet(self.packet.make)
        self.work = Work(work, tasks, self, identity) if work else None
        if self.work:
            changes.presence.connect(self.work.attendance.hear)
        self.feed.ask(self._start)
        self.offers = QueueOffers(self, claims, tasks)
        self.views = QueueViews(self, views, identity, place) if views else None

    def panes(self) -> list[QWidget]:
        """Return what F6 visits: the queue, the claim, the search."""
        compare = self.sides.compare
        left = compare.view if compare and self.sides.comparing else self.places.shown
        if self.papers and self.papers.shown:
            left = self.papers.desk.reader.pages
        return [left, self.pane.body.tabs[0], self.head.search]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return self._hints

    def subject(self) -> str:
        """Return the number of the claim on show, or nothing."""
        return self.pane.claim.number if self.pane.claim else ""

    def blocked(self, identifier: str) -> str:
        """Return why a step on the claim on show cannot be taken now, or nothing."""
        detail, action = self.pane.detail, identifier.removeprefix("claim.")
        if detail is None or action not in set(Action) or action == Action.UNDO:
            return ""
        reason = detail.actions.get(Action(action), IMPOSSIBLE)
        return reason or ""

    def open_claim(self) -> None:
        """Show the chosen claim and put the focus into it."""
        if self.view.claim() is None:
            self.choice.step(0)
        self.pane.show()
        self.pane.body.tabs[0].setFocus()

    def back(self) -> None:
        """Go back one level: out of a form, documents, a comparison, to the queue, out of it."""
        reading = self.papers.leave if self.papers else bool
        left = self.pane.back() or reading() or self.sides.end()
        if not left and self.places.shown.hasFocus():
            self.pane.hide()
        self.take_focus()

    def compare(self) -> None:
        """Put the claim on show beside its nearest precedents, or go back to the queue."""
        claim = self.pane.claim
        if self.sides.end():
            self.places.take_focus()
        elif claim is None:
            self.head.tell(say("Choose a claim first, then press the key again."))
        else:
            self.pane.show()
            self.sides.begin(claim)

    def begin_with(self, query: QueueFilter, title: str) -> None:
        """Show another query, under its own title, as what the queue begins with."""
        self._start = query
        self.head.title.setText(title)
        self.places.done = IN_VIEW
        self.head.search.show_text(query.text)
        self.feed.ask(query)

    def is_untouched(self) -> bool:
        """Tell whether the queue still asks what it began with."""
        return self.feed.query == self._start

    def add_bar(self, bar: QWidget) -> None:
        """Give a bar a place between the head and the rows."""
        self._left.insertWidget(1, bar)

    def tell_failure(self, number: str, error: Exception) -> None:
        """Say why something was not done, to the claim of that number or at all."""
        message = (
            error.message if isinstance(error, AppError) else say("It was not done. Try again.")
        )
        self.head.tell(f"{number}: {message}" if number else message)

    def take_focus(self) -> None:
        """Put the focus where the person works: the comparison, or the queue."""
        if not self.sides.take_focus():
            self.places.take_focus()

    def is_open(self, claim_id: int) -> bool:
        """Tell whether this claim is on show."""
        return self.pane.claim is not None and self.pane.claim.id == claim_id

    def _close(self, read_only: bool) -> None:
        self.pane.close_decisions(READ_ONLY if read_only else "")

    def hear(self, ids: frozenset[int] | None) -> None:
        """Ask again for claims that may have changed; None means any."""
        self.loader.forget(ids)
        if self.pane.claim and (ids is None or self.pane.claim.id in ids):
            self.pane.refresh()
        self.feed.refresh()

    def _lose(self, error: Exception) -> None:
        if not self.table.rows:
            self.places.show_error(error)
            return
        message = (
            error.message if isinstance(error, AppError) else say("The queue was not refreshed.")
        )
        self.head.tell(message, action=say("Try again"))

    def _figure(self, page: Page) -> None:
        loaded = len(self.table.rows)
        self._changes.counts.emit(page.counts)
        self.head.show_page(page, loaded)
        self.places.show_rows(loaded, self.feed.query, self._start)

    def _search(self, text: str) -> None:
        if text != self.feed.query.text:
            self.feed.ask(replace(self.feed.query, text=text))

    def search_queue(self) -> None:
        """Put the focus into the search."""
        self.sides.end()
        self.head.search.setFocus()

    def _clear(self) -> None:
        self.head.search.show_text(self._start.text)
        self.feed.ask(self._start)

    def _mark_query(self) -> None:
        query = self.feed.query
        self.head.filters.show_query(query)
        self.view.show_sort(query.sort, descending=query.descending)

    def _retry(self) -> None:
        self.head.notice.hide()
        self.feed.ask(self.feed.query)

    def _connect(self) -> None:
        self.view.sorting.connect(self.feed.sort_by)
        self.view.clicked.connect(lambda _index: self.pane.show())
        self.view.doubleClicked.connect(lambda _index: self.open_claim())
        self.feed.asked.connect(self._mark_query)
        self.feed.figures.connect(self._figure)
        self.feed.failed.connect(self._lose)
        self.desk.doubted.connect(self._changes.doubt)
        self._changes.read_only.connect(self._close)
        self.pane.closed.connect(self.pane.hide)
        self.pane.refused.connect(self.head.tell)
        self.head.filters.changed.connect(self.feed.ask)
        self.head.search.searched.connect(self._search)
        self.head.search.left.connect(self.places.take_focus)
        self.pane.slot.dropped.connect(self.places.take_focus)
        self.places.cleared.connect(self._clear)
        self.places.retried.connect(self._retry)
        self.head.notice.action.clicked.connect(self._retry)
        if self.sides.compare:
            self.sides.compare.closed.connect(self.compare)
            self.sides.compare.opened.connect(self.choice.open_guest)
            self.sides.compare.told.connect(self.toast.tell)
        self.head.new.clicked.connect(lambda: self._changes.wanted.emit("claim.new"))
        self._changes.claims.connect(self.hear)
        self._changes.opened.connect(self.choice.open_guest)

    def _lay_out(self) -> None:
        queue = QWidget()
        left = self._left = QVBoxLayout(queue)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self.places, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.sides.hold(queue)
        across.addWidget(self.sides, 1)
        across.addWidget(self.pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the claim a place of its own while there is room for both."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOM_FOR_BOTH
        if roomy is not self._roomy:
            self._roomy = roomy
            self.pane.setVisible(roomy)
