"""The tour's steps of the work on claims: what was put away, saved views."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit

from app.codes import Status
from app.services.figures import today
from app.services.queue_filter import Diary, RiskBand
from app.tour.guide import Guide
from app.ui.queue.page import QueuePage
from app.ui.work.form import WorkForm

REASON = "The garage answers then."
MOST_LOOKED_AT = 40
AWAY = timedelta(days=3)


class WorkWalk:
    """Works on claims besides deciding them, as an adjuster."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        """Return the steps in their order."""
        return ("diary", self.diary), ("views", self.views), ("links", self.links)

    def diary(self) -> str:
        """Put a claim away with H, and picture where it is found until its day."""
        page = self._mine()
        row = next(row for row in page.table.rows if row.status is Status.IN_REVIEW)
        page.view.choose(page.table.row_of(row.id) or 0)
        self._guide.wait("the claim", lambda: _shown(page) == row.id)
        self._guide.press(page.view, Qt.Key.Key_H)
        self._guide.wait("the form of the diary", lambda: _form(page) is not None)
        form = _form(page)
        assert form is not None  # noqa: S101 - waited for before
        day = form.entries["until"].field.editor
        assert isinstance(day, QDateEdit)  # noqa: S101 - a day is asked for
        day.setDate(QDate.currentDate().addDays(AWAY.days))
        self._guide.type(form.entries["reason"].field.editor, REASON)
        self._guide.press(form.send, Qt.Key.Key_Return)
        self._guide.wait("the claim to be away", lambda: page.table.row_of(row.id) is None)
        page.feed.ask(replace(page.feed.query, diary=Diary.PUT_AWAY))
        self._guide.wait("what is put away", lambda: page.table.row_of(row.id) is not None)
        if page.work:
            page.work.claim.tab.click()
        self._guide.wait("the claim again", lambda: _shown(page) == row.id)
        self._guide.picture("diary", self._guide.window)
        page.feed.ask(replace(page.feed.query, diary=Diary.READY))
        return f"{row.number} is put away with H until {today() + AWAY:%d %b}, and found again"

    def views(self) -> str:
        """Keep a query as a view, and picture the views beside what one of them shows."""
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        assert page.views is not None  # noqa: S101 - staff keep views
        page.feed.ask(replace(page.feed.query, risk=RiskBand.HIGH))
        self._guide.press(page.view, Qt.Key.Key_S, _CONTROL_SHIFT)
        dialog = page.views.dialog
        assert dialog is not None  # noqa: S101 - opened by the keys
        self._guide.type(dialog.name, "High risk, mine to open")
        self._guide.click(dialog.save)
        self._guide.wait("the view", lambda: self._guide.window.screen_shown is not page)
        there = self._guide.window.screen_shown
        assert isinstance(there, QueuePage)  # noqa: S101 - a view is a queue
        self._guide.wait("the claim beside it", lambda: there.pane.detail is not None)
        self._guide.picture("views", self._guide.window)
        return f"{there.head.title.text()} finds {len(there.table.rows)} claims"

    def links(self) -> str:
        """Walk to a claim that shares something, and picture what and with which."""
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        assert page.work is not None  # noqa: S101 - staff work on claims
        content = page.work.links.content
        for place in range(min(len(page.table.rows), MOST_LOOKED_AT)):
            claim = page.table.rows[place].id
            page.view.choose(place)
            self._guide.wait("its links", partial(_has_links, page, claim))
            if content.rows:
                break
        self._guide.press(page.view, Qt.Key.Key_U)
        self._guide.picture("links", self._guide.window)
        return f"{len(content.cards)} facts are shared with {len(content.rows)} claims in sight"

    def _mine(self) -> QueuePage:
        page = self._guide.window.go("go.mine")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        self._guide.wait("the rows of the queue", lambda: len(page.table.rows) > 0)
        return page


_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _form(page: QueuePage) -> WorkForm | None:
    return page.work.claim.slot.form if page.work else None


def _has_links(page: QueuePage, claim: int) -> bool:
    return page.work is not None and page.work.links.shown == claim


def _shown(page: QueuePage) -> int | None:
    return page.pane.detail.row.id if page.pane.detail else None
