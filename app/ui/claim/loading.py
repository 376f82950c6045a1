"""Claims in detail, fetched on a worker ahead of the person who walks through the queue."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from app.services.claim_views import ClaimDetail, ClaimRow
from app.services.claims import ClaimService
from app.ui.tasks import Tasks

KEPT = 48


class ClaimLoader(QObject):
    """Fetch details, keep the latest ones, and never fetch one twice at once."""

    arrived = Signal(object)
    failed = Signal(int, object)

    def __init__(self, claims: ClaimService, tasks: Tasks, owner: QWidget) -> None:
        super().__init__(owner)
        self._claims = claims
        self._tasks = tasks
        self._owner = owner
        self._kept: OrderedDict[int, ClaimDetail] = OrderedDict()
        self._asked: set[int] = set()

    def kept(self, claim_id: int, version: int) -> ClaimDetail | None:
        """Return a claim that is at hand in *version* or a later one."""
        detail = self._kept.get(claim_id)
        return detail if detail and detail.row.version >= version else None

    def fetch(self, claim_id: int) -> None:
        """Fetch a claim unless it is under way already."""
        if claim_id in self._asked:
            return
        self._asked.add(claim_id)

        def work(_progress: Progress) -> ClaimDetail:
            return self._claims.detail(claim_id)

        self._tasks.run(self._owner, work, self._keep, failed=partial(self._give_up, claim_id))

    def fetch_ahead(self, claim: ClaimRow) -> None:
        """Fetch a claim that will probably be wanted next."""
        if self.kept(claim.id, claim.version) is None:
            self.fetch(claim.id)

    def forget(self, ids: frozenset[int] | None = None) -> None:
        """Drop the claims with these ids, or all: a fetch under way may bring the past."""
        gone = set(self._kept) | self._asked if ids is None else ids
        self._asked -= gone
        for claim_id in gone & set(self._kept):
            del self._kept[claim_id]

    def _keep(self, detail: ClaimDetail) -> None:
        claim_id = detail.row.id
        self._asked.discard(claim_id)
        known = self._kept.get(claim_id)
        if known and known.row.version > detail.row.version:
            return
        self._kept[claim_id] = detail
        self._kept.move_to_end(claim_id)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(detail)

    def _give_up(self, claim_id: int, error: Exception) -> None:
        self._asked.discard(claim_id)
        self.failed.emit(claim_id, error)
