"""Pages that arrive late, out of order, or not at all."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSettings

from app.access import Identity
from app.codes import ClaimType
from app.progress import Progress, silent
from app.services.queue_filter import QueueFilter, RiskBand
from app.ui.claim.pane import LOADING
from app.ui.tasks import Task, Tasks
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of, numbers, outage, press, three_claims


class Held(RunNow):
    """Tasks whose work is done when the test says so, in the order it says."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], object]] = []

    def run(
        self,
        owner: QObject,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        *,
        failed: Callable[[Exception], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
    ) -> Task[Any]:
        result = work(silent)
        self.waiting.append(lambda: done(result))
        nothing = super().run
        return nothing(owner, lambda _: None, lambda _: None, failed=failed, progressed=progressed)

    def let_go(self, place: int = 0) -> None:
        self.waiting.pop(place)()

    def let_all_go(self) -> None:
        while self.waiting:
            self.let_go()


@pytest.fixture
def held(qapp: QObject) -> Iterator[Held]:
    tasks = Held()
    yield tasks
    tasks.close()


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, held: Held) -> Iterator[Desks]:
    opened = Desks(database, held)
    yield opened
    opened.close()


def test_until_the_first_page_is_there_its_outline_is_shown(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    three_claims(database)
    page = desks.open(maya)

    before = page.places.currentWidget()
    held.let_all_go()

    assert before is page.places.outline
    assert page.places.currentWidget() is page.places.view


def test_the_answer_to_an_older_question_is_dropped(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    three_claims(database)
    page = desks.open(maya)
    held.let_all_go()

    page.feed.ask(QueueFilter(risk=RiskBand.HIGH))
    page.feed.ask(QueueFilter(risk=RiskBand.LOW))
    held.let_go(1)
    held.let_go(0)

    assert [claim.claimant for claim in page.table.rows] == ["Bram Ghosh"]


def test_changes_that_pour_in_are_asked_for_once_more_and_no_oftener(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    three_claims(database)
    page = desks.open(maya)
    held.let_all_go()
    asked = len(held.waiting)

    for _ in range(20):
        page.feed.refresh()
    under_way = len(held.waiting) - asked
    a_claim_of(database, "New One", 50)
    held.let_go()
    again = len(held.waiting)
    held.let_all_go()

    assert under_way == 1
    assert again == 1
    assert len(numbers(page)) == 4


def test_a_key_before_the_claim_is_there_decides_nothing_and_says_why(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    three_claims(database)
    page = desks.open(maya)
    held.let_go()

    press(page, "A")

    assert page.pane.detail is None
    assert page.head.notice.accessibleName() == LOADING
    assert all(button.toolTip() == LOADING for button in page.pane.bar.buttons.values())


def test_a_second_press_while_a_decision_is_under_way_sends_nothing(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    three_claims(database)
    page = desks.open(maya)
    held.let_all_go()

    press(page, "AAA")

    assert len(held.waiting) == 1


def test_a_decision_that_lands_late_does_not_pull_one_away_from_another_claim(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    _first, _second, third = three_claims(database)
    page = desks.open(maya)
    held.let_all_go()

    press(page, "AJJ")
    held.let_all_go()

    assert page.pane.claim is not None
    assert page.pane.claim.id == third
    assert len(numbers(page)) == 2


def test_a_queue_that_cannot_be_loaded_says_so_and_tries_again(
    database: Database, maya: Identity, run_now: RunNow
):
    three_claims(database)
    desks = Desks(database, run_now)
    desks.sign_in(maya)
    with outage(database):
        page = desks.open(maya)
        shown = page.places.currentWidget()
        action = page.places.error.action.text()
    page.places.error.action.click()

    assert shown is page.places.error
    assert action == "Try again"
    assert len(numbers(page)) == 3
    desks.close()


def test_on_real_threads_the_claims_arrive_as_well(
    database: Database, maya: Identity, tasks: Tasks, qtbot: Any
):
    three_claims(database)
    desks = Desks(database, tasks)
    page = desks.open(maya)
    qtbot.waitUntil(lambda: page.pane.detail is not None)

    press(page, "A")
    qtbot.waitUntil(lambda: len(numbers(page)) == 2 and page.pane.detail is not None)

    assert page.toast.text.endswith("approved")
    desks.close()


def test_column_widths_are_remembered(
    database: Database, maya: Identity, desks: Desks, held: Held, tmp_path: Any
):
    settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    three_claims(database)
    first = desks.open(maya, settings=settings)
    held.let_all_go()
    first.view.setColumnWidth(1, 222)

    second = desks.open(maya, settings=settings)

    assert second.view.columnWidth(1) == 222


def test_a_search_and_a_filter_go_into_one_query(
    database: Database, maya: Identity, desks: Desks, held: Held
):
    three_claims(database)
    page = desks.open(maya, start=QueueFilter(claim_type=ClaimType.MOTOR))
    held.let_all_go()

    page.head.search.setText("zielinski")
    page.head.search.search()
    held.let_all_go()

    assert page.feed.query.claim_type is ClaimType.MOTOR
    assert page.feed.query.text == "zielinski"
    assert len(numbers(page)) == 1
