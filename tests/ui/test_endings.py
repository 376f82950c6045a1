"""Approval by two and the ends of a claim, at the desk: keys, forms and what the database keeps."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.access import Identity
from app.codes import Action
from app.services.queue_filter import QueueFilter, StatusGroup
from app.ui.decision.form import DecisionForm
from app.ui.queue.page import QueuePage
from tests.factories import a_letter, a_person, an_entry
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.conftest import RunNow
from tests.ui.desk import CONTROL, Desks, a_claim_of, press, press_key

EVERYTHING = QueueFilter(status=StatusGroup.ALL)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def show(database: Database, maya: Identity, run_now: RunNow) -> Iterator[Callable[..., QueuePage]]:
    desks = Desks(database, run_now)

    def opened(who: Identity = maya, **changes: Any) -> QueuePage:
        told = {"status": "in_review", "assigned_to": maya.id, "amount": Decimal(900)}
        a_claim_of(database, "Oliver Zielinski", 40, **told | changes)
        return desks.open(who, start=EVERYTHING)

    yield opened
    desks.close()


def form_of(page: QueuePage) -> DecisionForm:
    form = page.pane.slot.form()
    assert form is not None
    return form


def claim_of(page: QueuePage) -> int:
    assert page.pane.claim is not None
    return page.pane.claim.id


def test_a_claim_that_is_ready_is_approved_with_one_key(show, database):
    page = show()

    press(page, "A")

    assert steps_of(database, claim_of(page)) == [("in_review", "approved")]


def test_a_claim_that_lacks_something_says_what_and_is_approved_by_keys_alone(show, database):
    page = show(coverage_checked_at=None, reserve=0)
    claim = claim_of(page)

    press(page, "A")
    form = form_of(page)
    press_key(page, Qt.Key.Key_Return)
    unticked = form.entries["covered"].field.problem
    press_key(page, Qt.Key.Key_Space)
    press_key(page, Qt.Key.Key_Return, CONTROL)

    told = "SELECT status, coverage_checked_by IS NOT NULL FROM claims_claim WHERE id = %s"
    assert unticked == "Check the coverage, then tick this with the space bar."
    assert database.run(told, claim) == [("approved", True)]
    reserve = "SELECT amount FROM claims_money WHERE claim_id = %s"
    assert database.value(reserve, claim) == Decimal(900)


def test_a_low_reserve_alone_is_raised_on_the_way(show, database):
    page = show(reserve=100)

    press(page, "A")

    assert set(form_of(page).entries) == {"reserve", "note"}
    assert form_of(page).entries["reserve"].read() == Decimal("900.00")


def test_above_ones_authority_the_way_is_to_a_second_person(show, database):
    page = show(amount=Decimal(9000))
    claim = claim_of(page)

    press(page, "A")
    refused = page.head.notice.accessibleName()
    press(page, "A", Qt.KeyboardModifier.ShiftModifier)
    form_of(page).submit()

    assert "Send it for approval." in refused
    assert steps_of(database, claim) == [("in_review", "pending_approval")]


def test_the_second_person_approves_with_one_key(show, database):
    lead = a_person(database, supervisor=True, authority_limit=50_000)
    page = show(lead, status="pending_approval", amount=Decimal(9000))

    press(page, "A")

    assert steps_of(database, claim_of(page)) == [("pending_approval", "approved")]


def test_the_second_person_sends_back_with_a_reason(show, database):
    lead = a_person(database, supervisor=True, authority_limit=50_000)
    page = show(lead, status="pending_approval", amount=Decimal(9000))

    press(page, "B", Qt.KeyboardModifier.ShiftModifier)
    press(page, "The invoice is missing")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    assert steps_of(database, claim_of(page)) == [("pending_approval", "in_review")]


def test_a_paid_claim_is_settled_and_closed_with_its_outcome(show, database):
    page = show(status="approved")
    claim = claim_of(page)
    an_entry(database, claim, kind="payment", amount=900, payee="Rita", is_final=True)
    page.pane.refresh()

    press(page, "S", Qt.KeyboardModifier.ShiftModifier)
    press(page, "C", Qt.KeyboardModifier.ShiftModifier)
    press(page, "2")
    press_key(page, Qt.Key.Key_Return)

    told = "SELECT status, review_outcome, closed_outcome FROM claims_claim WHERE id = %s"
    assert database.run(told, claim) == [("closed", "useful_but_clear", "paid_full")]


def test_a_denied_claim_is_closed_with_what_its_reserve_still_held(show, database):
    page = show(status="denied", status_reason="exclusion")
    claim = claim_of(page)
    a_letter(database, claim)
    page.pane.refresh()

    press(page, "C", Qt.KeyboardModifier.ShiftModifier)
    press(page, "1")
    release = form_of(page).entries["release"].field.editor
    assert isinstance(release, QCheckBox)
    release.setChecked(True)
    form_of(page).submit()

    assert steps_of(database, claim) == [("denied", "closed")]
    last = "SELECT amount FROM claims_money WHERE claim_id = %s ORDER BY id DESC LIMIT 1"
    assert database.value(last, claim) == 0


def test_a_closed_claim_is_opened_again_and_taken_up(show, database):
    page = show(status="closed", assigned_to=None)
    claim = claim_of(page)

    press(page, "R", Qt.KeyboardModifier.ShiftModifier)
    press(page, "2\t")
    press(page, "Upheld on Monday")
    press_key(page, Qt.Key.Key_Return, CONTROL)
    press(page, "T")

    assert steps_of(database, claim) == [("closed", "reopened"), ("reopened", "in_review")]


def test_a_claim_is_withdrawn_in_the_claimants_words(show, database):
    page = show()
    claim = claim_of(page)

    press(page, "W", Qt.KeyboardModifier.ShiftModifier)
    note = form_of(page).entries["note"].field.editor
    note.setFocus()
    press(page, "The car was found")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    told = "SELECT status, status_note FROM claims_claim WHERE id = %s"
    assert database.run(told, claim) == [("withdrawn", "The car was found")]


def test_a_claim_entered_in_error_is_void(show, database):
    page = show()

    press(page, "V", Qt.KeyboardModifier.ShiftModifier)
    form_of(page).submit()

    assert steps_of(database, claim_of(page)) == [("in_review", "void")]


def test_a_survivor_that_is_not_known_is_told_in_the_form(show, database):
    page = show()

    press(page, "V", Qt.KeyboardModifier.ShiftModifier)
    press(page, "mot-2026-999999-a")
    form_of(page).submit()

    assert "no other claim MOT-2026-999999-A" in form_of(page).banner.accessibleName()


def test_more_actions_say_why_they_are_not_possible(show):
    page = show(status="approved")

    entries = {entry.text().split("\t")[0]: entry for entry in page.pane.header.menu().actions()}

    assert not entries["Withdraw"].isEnabled()
    assert entries["Withdraw"].toolTip().endswith("while the claim is approved.")


def test_the_desk_offers_every_step_of_the_lifecycle_by_a_key(show):
    page = show()

    bound = {action.objectName() for action in page.actions()}

    assert {f"claim.{action}" for action in Action} <= bound
