"""One document on screen: its name, its tools, its pages, and what was found in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from app.access import Identity
from app.services.rendering import Children, Renderer
from app.ui.cards import Banner, EmptyState, Skeleton
from app.ui.commands import bind
from app.ui.labels import rule
from app.ui.tasks import Tasks
from app.ui.viewer.bar import ReaderBar
from app.ui.viewer.feed import PageFeed
from app.ui.viewer.find import FindBar
from app.ui.viewer.layout import Fit
from app.ui.viewer.pages import PageView
from app.ui.viewer.pointer import Mode
from app.ui.viewer.redact import RedactBar
from app.ui.viewer.thumbs import ThumbStrip
from app.words import say

ROOM_FOR_THUMBS = 620
TOOLS = (
    "document.thumbs",
    "document.zoom_in",
    "document.zoom_out",
    "document.fit_width",
    "document.fit_page",
    "document.rotate",
    "document.find",
    "document.highlight",
    "document.note",
    "document.notes",
    "document.redact",
    "document.print",
    "document.export",
)
TOLD = ("document.print", "document.export", "document.highlight")
NOTHING = say("No document is open.")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be read: its name, what stands under it, and its verified content."""

    title: str
    meta: str
    data: bytes
    key: int = 0


class Reader(QFrame):
    """Shows one document at a time; commands it does not know itself are told in `asked`."""

    asked = Signal(str)
    page_turned = Signal(int)
    ready = Signal()
    searched = Signal()

    def __init__(self, tasks: Tasks, children: Children, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setAccessibleName(say("Document"))
        self._tasks, self._children = tasks, children
        self.paper: Paper | None = None
        self.feed: PageFeed | None = None
        self.bar, self.finder, self.notice = ReaderBar(), FindBar(), Banner("low")
        self.redact_bar = RedactBar()
        self.pages, self.thumbs = PageView(), ThumbStrip()
        self.empty = EmptyState("file-text", say("No document"), say("Choose one in the list."))
        self._waiting = Skeleton()
        self._thumbs_wanted = True
        self._acts: dict[str, Callable[[], object]] = {
            "document.thumbs": self._toggle_thumbs,
            "document.zoom_in": partial(self.pages.zoom_by_step, closer=True),
            "document.zoom_out": partial(self.pages.zoom_by_step, closer=False),
            "document.fit_width": partial(self.pages.set_fit, Fit.WIDTH),
            "document.fit_page": partial(self.pages.set_fit, Fit.PAGE),
            "document.rotate": self.rotate,
            "document.find": self.finder.begin,
            "document.find_next": partial(self.step_place, 1),
            "document.find_previous": partial(self.step_place, -1),
            "document.copy": self.pages.copy,
        }
        self._lay_out()
        self._connect(identity)
        self.show_nothing()

    def show_waiting(self, title: str) -> None:
        """Say that a document is on its way."""
        self._let_go()
        self.bar.show_document(title, say("Being fetched"))
        self._offer(say("{title} is still being fetched.", title=title))
        self._places.setCurrentWidget(self._waiting)

    def show_paper(self, paper: Paper) -> None:
        """Show a document from its first page on."""
        self._let_go()
        self.paper = paper
        self.bar.show_document(paper.title, paper.meta)
        self.feed = PageFeed(Renderer(paper.data, self._children), self._tasks, self)
        self.feed.opened.connect(self._open)
        self.feed.failed.connect(self._refuse)
        self.feed.found.connect(self._tell_found)
        self.pages.show_feed(self.feed)
        self.thumbs.show_feed(self.feed)
        self._places.setCurrentWidget(self._waiting)
        self.feed.open()

    def show_refusal(self, title: str, reason: str, meta: str = "") -> None:
        """Say why a document is not shown."""
        self._let_go()
        self.bar.show_document(title, meta)
        self._refuse(reason)

    def show_nothing(self, text: str = say("Choose one in the list.")) -> None:
        """Show that no document is open."""
        self._let_go()
        self.bar.show_document(say("Documents"), "")
        self.empty.tell(say("No document"), text)
        self._offer(NOTHING)
        self._places.setCurrentWidget(self.empty)

    def act(self, name: str) -> None:
        """Do what a command of a document says."""
        act = self._acts.get(name)
        if act is None:
            self.asked.emit(name)
        elif self.feed and self.feed.sizes:
            act()

    def rotate(self) -> None:
        """Turn the pages a quarter to the right."""
        self.pages.rotate()
        self.thumbs.show_turn(self.pages.turn)

    def step_place(self, by: int) -> None:
        """Go to the next found place, or the one before."""
        count = len(self.feed.places) if self.feed else 0
        if count:
            now = self.pages.place
            self.pages.show_place(0 if now is None else (now + by) % count)
        self._tell_found()

    def leave_find(self) -> None:
        """Close the line that finds, and what it found."""
        self.finder.hide()
        if self.feed:
            self.feed.seek("", 0)
        self.pages.show_place(None)
        self.searched.emit()
        self.pages.setFocus()

    def close_document(self) -> None:
        """Let go of the document and its process."""
        self._let_go()

    def _let_go(self) -> None:
        feed, self.feed, self.paper = self.feed, None, None
        self.pages.show_feed(None)
        self.pages.set_mode(Mode.READ)
        self.thumbs.show_feed(None)
        self.finder.hide()
        self.finder.field.clear()
        self.notice.hide()
        self.redact_bar.hide()
        if feed:
            feed.close()
            feed.deleteLater()

    def _open(self) -> None:
        if self.feed is None:
            return
        self.bar.show_pages(0, len(self.feed.sizes))
        self._offer(None)
        self._show_thumbs()
        if self.feed.note:
            self.notice.tell(self.feed.note)
        self._places.setCurrentWidget(self._whole)
        self.ready.emit()

    def _refuse(self, reason: str) -> None:
        self.empty.tell(say("This document is not shown"), reason)
        self._offer(reason)
        self._places.setCurrentWidget(self.empty)

    def _offer(self, reason: str | None) -> None:
        self.bar.offer(*TOOLS, reason=reason)

    def _seek(self, text: str) -> None:
        if self.feed:
            self.pages.place = None
            self.feed.seek(text, self.pages.page)

    def _tell_found(self) -> None:
        feed = self.feed
        if feed is None:
            return
        if feed.places and self.pages.place is None and feed.sought:
            after = (n for n, (page, _) in enumerate(feed.places) if page >= self.pages.page)
            self.pages.show_place(next(after, 0))
        textless = not any(feed.words.values())
        self.finder.tell(
            self.pages.place, len(feed.places), searching=feed.searching, textless=textless
        )
        self.pages.viewport().update()
        self.searched.emit()

    def _turn(self, page: int) -> None:
        count = len(self.feed.sizes) if self.feed else 0
        self.bar.show_pages(page, count)
        self.thumbs.show_page(page)
        self.page_turned.emit(page)

    def _toggle_thumbs(self) -> None:
        self._thumbs_wanted = not self.thumbs.isVisibleTo(self)
        self.thumbs.setVisible(self._thumbs_wanted)

    def _show_thumbs(self) -> None:
        many = self.feed is not None and len(self.feed.sizes) > 1
        roomy = self.width() >= ROOM_FOR_THUMBS
        self.thumbs.setVisible(self._thumbs_wanted and roomy and many)

    def _go(self, page: int) -> None:
        self.pages.go_to(page)
        self.pages.setFocus()

    def _connect(self, identity: Identity) -> None:
        self.bar.leave_out(identity)
        self.bar.asked.connect(self.act)
        self.bar.page_asked.connect(self._go)
        self.pages.page_changed.connect(self._turn)
        self.pages.zoomed.connect(self.bar.show_zoom)
        self.thumbs.chosen.connect(self._go)
        self.finder.sought.connect(self._seek)
        self.finder.stepped.connect(self.step_place)
        self.finder.left.connect(self.leave_find)
        for name in (*self._acts, *TOLD):
            bind(name, self, partial(self.act, name), identity)

    def _lay_out(self) -> None:
        self._places, self._whole = QStackedWidget(), QFrame()
        across = QHBoxLayout(self._whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.thumbs)
        across.addWidget(self.pages, 1)
        for place in (self._whole, self._waiting, self.empty):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.redact_bar, self.finder, self.notice, rule()):
            column.addWidget(widget)
        column.addWidget(self._places, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_thumbs()
