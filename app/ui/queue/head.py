"""What stands over the queue: its title and counts, the search, the filters, and news."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.queue_filter import MOST_COUNTED, Page
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner
from app.ui.commands import command
from app.ui.labels import Label
from app.ui.queue.filters import FilterBar
from app.ui.queue.search import SearchBox
from app.words import fill, say

NOTICE_MS = 8000
MARGIN = 20
ROOM_FOR_NEW = 560


class QueueHead(QWidget):
    """The head of the queue; a notice in it is spoken and goes by itself."""

    def __init__(self, title: str, *, may_submit: bool) -> None:
        super().__init__()
        self.search, self.filters, self.notice = SearchBox(), FilterBar(), Banner("med")
        known = command("claim.new")
        self.new = ActionButton(
            known.title, icon="plus", follows=known.id, look=Look.PRIMARY, height=34
        )
        saved = command("view.open")
        self.views = ActionButton(
            saved.title, icon=saved.icon, follows=saved.id, look=Look.GHOST, height=28
        )
        self.views.hide()
        self.title = Label(title, fonts.TITLE, fonts.BOLD)
        self._may_submit = may_submit
        self.new.setVisible(may_submit)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.counts = Label("", fonts.SMALL, ink="text3", tabular=True)
        self.loaded = Label("", fonts.SMALL, ink="text3", tabular=True)
        self._quiet = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._quiet.timeout.connect(self.notice.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 14, MARGIN, 10)
        column.setSpacing(12)
        column.addLayout(self._title_line())
        column.addLayout(self._filter_line())
        column.addWidget(self.notice)

    def show_page(self, page: Page, loaded: int) -> None:
        """Tell how many claims there are and how many of them are loaded."""
        counts = page.counts
        told = (
            (counts.queue, say("open")),
            (counts.mine, say("mine")),
            (counts.due_today, say("due today")),
            (counts.late, say("late")),
            (counts.referred, say("with SIU")),
        )
        parts = [f"{_count(count)} {words}" for count, words in told if count]
        self.counts.setText(" · ".join(parts) or say("Nothing is open"))
        self.loaded.setText(
            say(
                "{loaded:,} of {count} loaded", loaded=loaded, count=_count(max(page.total, loaded))
            )
        )

    def tell(self, text: str, *, action: str = "") -> None:
        """Say something for a while, to eyes and ears."""
        self.notice.tell(text, "med", action=action)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.notice, text))
        self._quiet.start()

    def _title_line(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.counts)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(words)
        line.addStretch()
        line.addWidget(self.search, 1)
        line.addWidget(self.new)
        return line

    def _filter_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.filters, 1)
        line.addWidget(self.views)
        line.addWidget(self.loaded)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the button, whose key works all the same, where there is no room."""
        super().resizeEvent(event)
        self.new.setVisible(self._may_submit and self.width() >= ROOM_FOR_NEW)


def _count(count: int) -> str:
    return (
        fill("{most_counted:,}+", most_counted=MOST_COUNTED)
        if count > MOST_COUNTED
        else fill("{count:,}", count=count)
    )
