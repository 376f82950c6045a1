"""Details ahead of the person: kept, fetched once, and never older than what is known."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget

from app.errors import NotFound
from app.services.claim_views import ClaimDetail, ClaimRow
from app.services.claims import ClaimService
from app.ui.claim.loading import KEPT, ClaimLoader
from app.ui.tasks import Tasks
from tests.ui.conftest import RunNow
from tests.ui.views import a_detail, a_row


class Shelf:
    """A source of details that counts how often it is asked; refuses what it does not have."""

    def __init__(self, *rows: ClaimRow) -> None:
        self.rows = {row.id: row for row in rows}
        self.asked: list[int] = []

    def detail(self, claim_id: int) -> ClaimDetail:
        self.asked.append(claim_id)
        if claim_id not in self.rows:
            raise NotFound("This claim is not among those you may see.")
        return a_detail(self.rows[claim_id])


class Later(RunNow):
    """Tasks that wait until they are told to run."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], object]] = []

    def run(self, *args: Any, **options: Any) -> Any:
        self.waiting.append(lambda: super(Later, self).run(*args, **options))


@pytest.fixture
def owner(qapp: object) -> Iterator[QWidget]:
    owner = QWidget()
    yield owner
    owner.deleteLater()


def a_loader(shelf: Shelf, tasks: Tasks, owner: QWidget) -> ClaimLoader:
    return ClaimLoader(cast("ClaimService", shelf), tasks, owner)


def test_a_fetched_claim_is_at_hand(run_now: RunNow, owner: QWidget):
    row = a_row()
    loader = a_loader(Shelf(row), run_now, owner)

    loader.fetch(row.id)

    kept = loader.kept(row.id, row.version)
    assert kept is not None
    assert kept.row == row


def test_a_claim_that_changed_since_is_not_at_hand(run_now: RunNow, owner: QWidget):
    row = a_row()
    loader = a_loader(Shelf(row), run_now, owner)

    loader.fetch(row.id)

    assert loader.kept(row.id, row.version + 1) is None


def test_what_is_at_hand_is_not_fetched_ahead(run_now: RunNow, owner: QWidget):
    row = a_row()
    shelf = Shelf(row)
    loader = a_loader(shelf, run_now, owner)

    loader.fetch_ahead(row)
    loader.fetch_ahead(row)

    assert shelf.asked == [row.id]


def test_a_claim_under_way_is_not_asked_for_twice(owner: QWidget, qapp: object):
    row, later = a_row(), Later()
    loader = a_loader(Shelf(row), later, owner)

    loader.fetch(row.id)
    loader.fetch(row.id)

    assert len(later.waiting) == 1
    later.close()


def test_after_a_change_a_fetch_under_way_is_not_trusted(owner: QWidget, qapp: object):
    row, later = a_row(), Later()
    loader = a_loader(Shelf(row), later, owner)

    loader.fetch(row.id)
    loader.forget(frozenset({row.id}))
    loader.fetch(row.id)

    assert len(later.waiting) == 2
    later.close()


def test_an_older_answer_does_not_replace_a_newer_one(run_now: RunNow, owner: QWidget):
    row = a_row(version=3)
    shelf = Shelf(row)
    loader = a_loader(shelf, run_now, owner)
    arrived: list[ClaimDetail] = []
    loader.arrived.connect(arrived.append)

    loader.fetch(row.id)
    shelf.rows[row.id] = replace(row, version=2)
    loader.fetch(row.id)

    assert [detail.row.version for detail in arrived] == [3]
    assert loader.kept(row.id, 3) is not None


def test_forgetting_everything_leaves_nothing(run_now: RunNow, owner: QWidget):
    rows = [a_row(), a_row()]
    loader = a_loader(Shelf(*rows), run_now, owner)
    for row in rows:
        loader.fetch(row.id)

    loader.forget(None)

    assert [loader.kept(row.id, 1) for row in rows] == [None, None]


def test_only_the_latest_claims_are_kept(run_now: RunNow, owner: QWidget):
    rows = [a_row() for _ in range(KEPT + 2)]
    loader = a_loader(Shelf(*rows), run_now, owner)

    for row in rows:
        loader.fetch(row.id)

    gone = [row for row in rows if loader.kept(row.id, 1) is None]
    assert gone == rows[:2]


def test_a_claim_out_of_sight_is_told_and_may_be_asked_for_again(run_now: RunNow, owner: QWidget):
    shelf = Shelf()
    loader = a_loader(shelf, run_now, owner)
    failed: list[tuple[int, Exception]] = []
    loader.failed.connect(lambda claim, error: failed.append((claim, error)))

    loader.fetch(7)
    loader.fetch(7)

    assert [claim for claim, _error in failed] == [7, 7]
    assert shelf.asked == [7, 7]
