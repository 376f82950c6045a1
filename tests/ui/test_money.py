"""The tab Money in a real window: reserves, payments, corrections, and two people at once."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from app.access import Identity
from app.services.queue_filter import QueueFilter, StatusGroup
from app.services.register import RegisterService
from app.ui.claim.money import MoneyPage
from app.ui.queue.page import QueuePage
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import version_of
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of

EVERYTHING = QueueFilter(status=StatusGroup.ALL)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def show(database: Database, maya: Identity, run_now: RunNow) -> Iterator[Callable[..., MoneyPage]]:
    desks = Desks(database, run_now)

    def opened(status: str = "in_review", **changes: Any) -> MoneyPage:
        told = {"status": status, "assigned_to": maya.id, "amount": Decimal(900)}
        a_claim_of(database, "Oliver Zielinski", 40, **told | changes)
        page = desks.open(maya, start=EVERYTHING)
        page.choice.step(0)
        page.pane.body.tabs[1].click()
        return page.pane.money

    yield opened
    desks.close()


def fill(money: MoneyPage, **values: str) -> None:
    assert money.form is not None
    for name, value in values.items():
        editor = money.form.entries[name].field.editor
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        else:
            assert isinstance(editor, QLineEdit)
            editor.setText(value)


def sums(money: MoneyPage) -> list[list[str]]:
    return [[label.text() for label in row.labels] for row in money.sums.rows]


def claim_of(money: MoneyPage) -> int:
    assert money.detail is not None
    return money.detail.row.id


def test_a_reserve_is_set_with_a_reason_and_shown_with_what_it_was(show):
    money = show()

    money.begin("reserve")
    fill(money, amount="1,250.50", reason="The frame is bent")
    money.form.submit()

    assert sums(money) == [["Comprehensive", "£1,250.50", "£0.00", "£1,250.50"]]
    assert money.form is None
    assert money.entries.lines[0]._text.text() == "Comprehensive: reserve set, was £900.00"
    assert "The frame is bent · Maya Chen" in money.entries.lines[0]._why.text()


def test_an_entry_without_a_reason_or_an_amount_stays_in_its_form(show, database):
    money = show()

    money.begin("reserve")
    fill(money, amount="a lot")
    money.form.submit()

    problems = [entry.field.problem for entry in money.form.entries.values()]
    assert problems == ["", "Enter an amount, like 1250.00.", "Say why, in a few words."]


def test_a_payment_that_is_the_last_one_is_final(show):
    money = show("approved")

    money.begin("payment")
    fill(money, amount="400", reason="In full")
    money.form.submit()

    assert sums(money) == [["Comprehensive", "£400.00", "£400.00", "£0.00"]]
    assert not money.sums.rows[0].final.isHidden()


def test_a_payment_beyond_the_reserve_is_refused_in_words_and_kept(show):
    money = show("approved", reserve=100)

    money.begin("payment")
    fill(money, amount="400", reason="In full")
    money.form.submit()

    assert "above the reserve of 100.00" in money.form.banner.accessibleName()
    assert sums(money)[0][2] == "£0.00"


def test_a_correction_shows_both_the_payment_and_what_it_really_was(show):
    money = show("approved")
    money.begin("payment")
    final = money.form.entries["final"].field.editor
    assert isinstance(final, QCheckBox)
    final.setChecked(False)
    fill(money, amount="400", reason="On account")
    money.form.submit()

    money.begin("correction")
    fill(money, amount="350", reason="Typed wrongly")
    money.form.submit()

    assert sums(money) == [["Comprehensive", "£900.00", "£350.00", "£550.00"]]
    assert [line._amount.text() for line in money.entries.lines] == [
        "£-50.00",
        "£400.00",
        "£900.00",
    ]


def test_stopped_payments_are_told_and_close_the_payment(show):
    money = show("approved")

    money.begin("stop")
    fill(money, reason="The invoice is checked")
    money.form.submit()

    assert money.stopped.accessibleName() == "Payments are stopped: The invoice is checked"
    assert "stopped" in money.buttons["payment"].accessibleDescription()


def test_the_coverage_is_checked_without_a_form_and_names_who_did(show):
    money = show(coverage_checked_at=None)
    before = money.state.text()

    money.buttons["coverage"].click()

    assert before.startswith("The coverage has not been checked.")
    assert money.state.text().startswith("Coverage checked by Maya Chen")
    assert money.buttons["coverage"].isHidden()


def faster(database: Database, maya: Identity, claim: int, amount: int) -> None:
    """Set the reserve at another desk of Maya's."""
    service = RegisterService(database.sessions_as(maya), maya)
    version, why = version_of(database, claim), "The quote came"
    service.set_reserve(
        claim, version, coverage="comprehensive", amount=Decimal(amount), reason=why
    )


def clash(show: Callable[..., MoneyPage], database: Database, maya: Identity) -> MoneyPage:
    money = show()
    money.begin("reserve")
    fill(money, amount="1500", reason="The frame is bent")
    faster(database, maya, claim_of(money), 1200)
    assert money.form is not None
    money.form.submit()
    return money


def test_a_stale_version_is_shown_field_by_field_and_enters_nothing_s23(show, database, maya):
    money = clash(show, database, maya)

    assert money.merge is not None
    told = [[label.text() for label in row.labels] for row in money.merge.rows]
    assert told == [["Reserve", "£900.00", "£1,500.00", "£1,200.00"]]
    assert money.merge.go.accessibleDescription() == "Choose a side first: Reserve."
    assert sums(money)[0][1] == "£1,200.00"


def test_keeping_mine_enters_it_on_the_claim_as_it_is_now(show, database, maya):
    money = clash(show, database, maya)
    assert money.merge is not None

    money.merge.rows[0].keep.click()
    money.merge.go.click()

    assert sums(money)[0][1] == "£1,500.00"
    assert money.form is None


def test_taking_theirs_drops_mine(show, database, maya):
    money = clash(show, database, maya)
    assert money.merge is not None

    money.merge.rows[0].take.click()
    money.merge.go.click()

    assert sums(money)[0][1] == "£1,200.00"
    assert money.form is None


def test_another_claim_shows_no_form_of_the_one_before(database, maya, run_now):
    for name in ("Oliver", "Hana"):
        a_claim_of(database, name, 40, status="in_review", assigned_to=maya.id)
    desks = Desks(database, run_now)
    page: QueuePage = desks.open(maya)
    page.pane.money.begin("reserve")

    page.choice.step(1)

    assert page.pane.money.form is None
    desks.close()
