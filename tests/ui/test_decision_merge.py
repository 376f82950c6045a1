"""A decision on a claim that somebody changed meanwhile: both sides, field by field."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.access import Identity
from app.services.register import RegisterService
from app.ui.merge import MergeCard
from app.ui.queue.page import QueuePage
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import steps_of, version_of
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of, press, press_key

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def a_case(database: Database, maya: Identity, **changes: object) -> int:
    told = {"status": "in_review", "assigned_to": maya.id} | changes
    return a_claim_of(database, "Oliver Zielinski", 87, **told)


def card(page: QueuePage) -> MergeCard:
    merge = page.pane.slot.merge
    assert merge is not None
    return merge


def told(page: QueuePage) -> list[list[str]]:
    return [[label.text() for label in row.labels] for row in card(page).rows]


def reserve_elsewhere(database: Database, maya: Identity, claim: int, amount: int) -> None:
    """Set the reserve at another desk of Maya's."""
    service = RegisterService(database.sessions_as(maya), maya)
    service.set_reserve(
        claim,
        version_of(database, claim),
        coverage="comprehensive",
        amount=Decimal(amount),
        reason="The quote came",
    )


def change_amount(database: Database, claim: int, amount: int) -> None:
    statement = "UPDATE claims_claim SET amount = %s, version = version + 1 WHERE id = %s"
    database.run(statement, amount, claim)


def test_a_referral_of_a_stale_claim_shows_every_field_of_both_sides_s23(database, maya, desks):
    claim = a_case(database, maya)
    page = desks.open(maya)
    press(page, "R2")
    change_amount(database, claim, 4321)

    page.pane.slot.form().submit()

    assert told(page) == [
        ["Status", "In review", "With SIU", "In review"],
        ["Amount", "£1,250.00", "–", "£4,321.00"],
    ]
    assert not page.pane.slot.form().isVisibleTo(page)
    assert page.pane.change.isHidden()
    assert steps_of(database, claim) == []


def test_what_is_chosen_is_decided_on_the_claim_as_it_is_now(database, maya, desks):
    claim = a_case(database, maya)
    page = desks.open(maya)
    press(page, "R2")
    change_amount(database, claim, 4321)
    page.pane.slot.form().submit()

    card(page).go.click()

    assert steps_of(database, claim) == [("in_review", "siu_review")]
    assert page.pane.slot.form() is None
    assert page.pane.slot.merge is None


def test_an_approval_asks_whose_reserve_holds_before_it_goes_on(database, maya, desks):
    claim = a_case(database, maya, reserve=None)
    page = desks.open(maya)
    press(page, "A")
    reserve_elsewhere(database, maya, claim, 2000)
    page.pane.slot.form().submit()

    open_before = card(page).go.accessibleDescription()
    reserve = next(row for row in card(page).rows if row.field.name == "reserve")
    reserve.take.click()
    card(page).go.click()

    held = "SELECT sum(amount) FROM claims_money WHERE claim_id = %s AND kind = 'reserve'"
    assert open_before == "Choose a side first: Reserve."
    assert steps_of(database, claim) == [("in_review", "approved")]
    assert database.value(held, claim) == Decimal(2000)


def test_my_reserve_can_be_kept_as_well(database, maya, desks):
    claim = a_case(database, maya, reserve=None)
    page = desks.open(maya)
    press(page, "A")
    reserve_elsewhere(database, maya, claim, 2000)
    page.pane.slot.form().submit()

    reserve = next(row for row in card(page).rows if row.field.name == "reserve")
    reserve.keep.click()
    card(page).go.click()

    assert steps_of(database, claim) == [("in_review", "approved")]
    assert page.pane.detail.money.reserved == Decimal(1250)


def test_dropping_mine_leaves_the_claim_as_it_is_now(database, maya, desks):
    claim = a_case(database, maya)
    page = desks.open(maya)
    press(page, "R2")
    change_amount(database, claim, 4321)
    page.pane.slot.form().submit()

    press_key(page, Qt.Key.Key_Escape)

    assert page.pane.slot.merge is None
    assert page.pane.slot.form() is None
    assert steps_of(database, claim) == []


def test_a_step_that_is_possible_no_more_offers_no_side_to_keep(database, maya, desks):
    claim = a_case(database, maya)
    page = desks.open(maya)
    press(page, "R2")
    database.run("UPDATE claims_claim SET status = 'approved' WHERE id = %s", claim)

    page.pane.slot.form().submit()

    assert page.pane.slot.merge is None
    assert page.pane.change.keep.isHidden()
    assert "now Approved" in page.pane.change.accessibleName()


def test_another_claim_on_show_hides_both_sides_until_one_comes_back(database, maya, desks):
    claim = a_case(database, maya)
    a_claim_of(database, "Hana Fontaine", 12, status="in_review", assigned_to=maya.id)
    page = desks.open(maya)
    press(page, "R2")
    change_amount(database, claim, 4321)
    page.pane.slot.form().submit()
    both = card(page)

    page.choice.step(1)
    away = both.isVisibleTo(page)
    page.choice.step(-1)

    assert not away
    assert both.isVisibleTo(page)
