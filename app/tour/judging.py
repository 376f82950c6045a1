"""The tour's step over the blind sample: a view comes first, then the score."""

from PySide6.QtCore import Qt

from app.services.queue_filter import RiskBand
from app.tour.guide import Guide
from app.ui.queue.kinds import KINDS
from app.ui.queue.page import QueuePage


class JudgingWalk:
    """Starts at the queue of an adjuster."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def blind(self) -> str:
        """Take a claim whose score is hidden, picture the question, answer it and go back."""
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        self._guide.click(page.pane.body.tabs[0])
        filters = page.head.filters
        risk = next(kind for kind in KINDS if kind.field == "risk")
        filters.set_value(risk, RiskBand.NOT_SCORED)
        self._guide.wait("a hidden claim", lambda: self._first(page) is not None)
        page.view.choose(self._first(page) or 0)
        self._guide.wait("the claim", lambda: self._shows_hidden(page))
        self._guide.press(page.view, Qt.Key.Key_T)
        blind = page.pane.body.blind
        self._guide.wait("the claim to be taken", lambda: not blind.record.toolTip())
        self._guide.press(blind.choices.buttons[1], Qt.Key.Key_2)
        self._guide.picture("blind", self._guide.window)
        number = page.pane.claim.number if page.pane.claim else ""
        self._guide.press(blind.record, Qt.Key.Key_Space)
        self._guide.wait("the score to be shown", lambda: self._score(page, number) is not None)
        score = self._score(page, number)
        filters.set_value(risk, None)
        return f"{number} shows its score of {score:.0f} after a view"

    def _score(self, page: QueuePage, number: str) -> float | None:
        detail = page.pane.detail
        shown = detail is not None and detail.row.number == number and detail.score
        return float(shown.score) if shown else None

    def _first(self, page: QueuePage) -> int | None:
        rows = enumerate(page.table.rows)
        return next((n for n, row in rows if row.hidden and row.assigned_to is None), None)

    def _shows_hidden(self, page: QueuePage) -> bool:
        detail = page.pane.detail
        return detail is not None and detail.row.hidden
