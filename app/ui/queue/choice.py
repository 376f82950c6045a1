"""Which claim of a queue is on show, while rows come and go around it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services.claim_views import ClaimDetail, ClaimRow

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

NEIGHBOURS = (1, 2, -1)


class QueueChoice(QObject):
    """Keeps the claim on show, be it a row of the queue or a guest that the query does not find."""

    def __init__(self, page: "QueuePage") -> None:
        super().__init__(page)
        self._page = page
        self._row = 0
        self._guest: int | None = None
        page.view.chosen.connect(self._show)
        page.feed.replaced.connect(self._choose_first)
        page.feed.merging.connect(page.view.hold)
        page.feed.merged.connect(self._settle)
        page.loader.arrived.connect(self._welcome)

    def step(self, by: int) -> None:
        """Choose the next claim, or the one before."""
        page = self._page
        current = page.view.currentIndex()
        row = current.row() + by if current.isValid() else self._row
        page.view.choose(min(max(row, 0), len(page.table.rows) - 1))

    def open_guest(self, claim_id: int) -> None:
        """Show a claim that another screen names, whether the query finds it or not."""
        if self._page.isVisible():
            self._guest = claim_id
            self._page.loader.forget(frozenset({claim_id}))
            self._page.loader.fetch(claim_id)
            self._page.feed.refresh()

    def _welcome(self, detail: ClaimDetail) -> None:
        claim, page = detail.row, self._page
        if claim.id != self._guest or page.is_open(claim.id):
            return
        row = page.table.row_of(claim.id)
        if row is None:
            page.view.choose_nothing()
            page.pane.show_claim(claim)
            page.sides.follow(claim)
        else:
            page.view.choose(row)
        page.pane.show()

    def _show(self, claim: ClaimRow | None) -> None:
        if claim is None:
            return
        page = self._page
        self._guest = claim.id if claim.id == self._guest else None
        self._row = page.view.currentIndex().row()
        page.pane.show_claim(claim)
        page.sides.follow(claim)
        for by in NEIGHBOURS:
            near = self._row + by
            if 0 <= near < len(page.table.rows):
                page.loader.fetch_ahead(page.table.rows[near])

    def _choose_first(self) -> None:
        """Keep the claim on show if the queue found it, else begin at the top."""
        page = self._page
        open_claim = page.pane.claim
        row = page.table.row_of(open_claim.id) if open_claim else None
        if row is None and open_claim and open_claim.id == self._guest:
            page.view.choose_nothing()
            return
        page.view.choose(row or 0)
        if not page.table.rows:
            page.pane.show_nothing()

    def _settle(self) -> None:
        """After rows came and went, stay at the claim on show, even when it left the queue."""
        page = self._page
        page.view.settle()
        claim = page.pane.claim
        row = page.table.row_of(claim.id) if claim else None
        if claim and row is None:
            page.view.choose_nothing()
        elif row is not None and row != page.view.currentIndex().row():
            page.view.choose(row)
        if row is not None:
            self._row = row
