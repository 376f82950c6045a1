"""Deciding with words: the forms, their keys, and what happens when the server is gone."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from app.access import Identity
from app.codes import Action, DenialReason, Disposition, ReferralReason
from app.services.figures import today
from app.ui.decision.fields import Reasons
from app.ui.decision.form import DecisionForm
from app.ui.queue.page import QueuePage
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.conftest import RunNow
from tests.ui.desk import CONTROL, Desks, a_claim_of, outage, press, press_key, three_claims

LOST = "database server|connection|terminating"


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def page(database: Database, maya: Identity, run_now: RunNow) -> Iterator[QueuePage]:
    three_claims(database)
    desks = Desks(database, run_now)
    yield desks.open(maya)
    desks.close()


def form_of(page: QueuePage) -> DecisionForm:
    form = page.pane.slot.form()
    assert form is not None
    return form


def written(form: DecisionForm, name: str) -> QPlainTextEdit:
    editor = form.entries[name].field.editor
    assert isinstance(editor, QPlainTextEdit)
    return editor


def stored(database: Database, claim: int, column: str) -> object:
    return database.value(f"SELECT {column} FROM claims_claim WHERE id = %s", claim)


def claim_on_show(page: QueuePage) -> int:
    assert page.pane.claim is not None
    return page.pane.claim.id


@pytest.mark.parametrize("place", range(6))
def test_a_digit_chooses_a_referral_reason(page: QueuePage, place: int):
    press(page, f"R{place + 1}")

    assert form_of(page).entries["reason"].read() == list(ReferralReason)[place]


def test_a_digit_without_a_reason_chooses_nothing(page: QueuePage):
    press(page, "R79")

    assert form_of(page).entries["reason"].read() is None


def test_a_referral_without_a_reason_is_not_sent(database: Database, page: QueuePage):
    claim = claim_on_show(page)

    press(page, "R")
    press_key(page, Qt.Key.Key_Return)

    assert "Choose a reason" in form_of(page).entries["reason"].field.problem
    assert steps_of(database, claim) == []


def test_a_request_says_what_of_whom_and_until_when(database: Database, page: QueuePage):
    claim = claim_on_show(page)

    press(page, "I")
    press(page, "The tow receipt")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    assert stored(database, claim, "status_detail") == {
        "what": "The tow receipt",
        "of_whom": "Rita Reporter",
        "until": (today() + timedelta(days=14)).isoformat(),
    }
    assert stored(database, claim, "hold_until") == today() + timedelta(days=14)


def test_a_request_may_go_to_somebody_the_claim_does_not_know(database: Database, page: QueuePage):
    claim = claim_on_show(page)

    press(page, "I")
    press(page, "The tow receipt")
    whom = form_of(page).entries["of_whom"].field.editor
    assert isinstance(whom, QComboBox)
    whom.setEditText("Leeds Police")
    form_of(page).submit()

    detail = stored(database, claim, "status_detail")
    assert isinstance(detail, dict)
    assert detail["of_whom"] == "Leeds Police"


def test_a_denial_needs_a_reason_and_the_quoted_wording(database: Database, page: QueuePage):
    claim = claim_on_show(page)

    press(page, "D")
    press_key(page, Qt.Key.Key_Return)
    problems = {name: entry.field.problem for name, entry in form_of(page).entries.items()}

    assert "Choose a reason" in problems["reason"]
    assert "Quote the policy wording" in problems["wording"]
    assert problems["note"] == ""
    assert steps_of(database, claim) == []


def test_a_denial_stores_its_ground_and_wording(database: Database, page: QueuePage):
    claim = claim_on_show(page)

    press(page, "D2\t")
    press(page, "Racing is excluded.")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    assert stored(database, claim, "status_reason") == DenialReason.EXCLUSION
    assert stored(database, claim, "status_detail") == {"wording": "Racing is excluded."}


def test_no_decision_is_chosen_beforehand(page: QueuePage):
    looks = {button._look for button in page.pane.bar.buttons.values()}

    assert len(looks) == 1
    assert not any(button.isDefault() for button in page.pane.bar.buttons.values())


def test_letters_inside_a_form_decide_nothing(database: Database, page: QueuePage):
    claim = claim_on_show(page)

    press(page, "RAJD")

    assert form_of(page).action is Action.REFER
    assert claim_on_show(page) == claim
    assert steps_of(database, claim) == []


def test_a_form_waits_while_one_looks_at_another_claim(page: QueuePage):
    press(page, "R4")
    begun = form_of(page)
    page.view.setFocus()
    press(page, "J")
    elsewhere = page.pane.slot.form()
    press(page, "K")

    assert elsewhere is None
    assert form_of(page) is begun
    assert begun.entries["reason"].read() == ReferralReason.DOCUMENTS_CONFLICT


def test_a_form_stays_filled_when_the_connection_is_lost_and_can_be_sent_again(
    database: Database, page: QueuePage
):
    claim = claim_on_show(page)
    press(page, "D6\t")
    press(page, "The loss must be proved.")

    with outage(database):
        press_key(page, Qt.Key.Key_Return, CONTROL)
        told = form_of(page).banner.accessibleName()
        again = form_of(page).banner.action.text()
        kept = written(form_of(page), "wording").toPlainText()
    form_of(page).banner.action.click()

    assert "Your words are kept here." in told
    assert again == "Try again"
    assert kept == "The loss must be proved."
    assert steps_of(database, claim) == [("triaged", "in_review"), ("in_review", "denied")]
    assert page.pane.slot.form() is None


def test_a_decision_that_was_not_sent_leaves_the_focus_where_it_is_sent_from(
    database: Database, page: QueuePage
):
    claim_on_show(page)
    press(page, "R3")
    form_of(page).send.setFocus()

    with outage(database):
        press_key(page, Qt.Key.Key_Return)
        focused = page.window().focusWidget()

    assert focused is form_of(page).send


def test_an_approval_that_could_not_be_sent_offers_to_try_again(
    database: Database, page: QueuePage
):
    claim = claim_on_show(page)

    with outage(database):
        press(page, "A")
        banner = page.pane.slot.banner
        told, again = banner.accessibleName(), banner.action.text()
        before = claim_on_show(page)
    page.pane.slot.banner.action.click()

    assert told.startswith("No connection.")
    assert again == "Try again"
    assert before == claim
    assert steps_of(database, claim)[-1] == ("in_review", "approved")


def test_a_decision_above_ones_authority_is_disabled_and_says_why(
    database: Database, run_now: RunNow
):
    junior = a_person(database, authority_limit=Decimal(100))
    three_claims(database)
    desks = Desks(database, run_now)
    page = desks.open(junior)
    approve = page.pane.bar.buttons[Action.APPROVE]

    press(page, "A")

    reason = "£900.00 is above your authority of £100.00."
    assert not approve.isEnabled()
    assert reason in approve.toolTip()
    assert reason in approve.accessibleDescription()
    assert reason in page.pane.bar.reason.text()
    assert reason in page.head.notice.accessibleName()
    desks.close()


def test_who_never_decides_sees_no_decision(database: Database, run_now: RunNow):
    admin = a_person(database, "admin")
    three_claims(database)
    desks = Desks(database, run_now)
    page = desks.open(admin)

    shown = [button for button in page.pane.bar.buttons.values() if not button.isHidden()]

    assert len(page.table.rows) == 3
    assert shown == []
    desks.close()


def test_reasons_are_read_with_their_keys(page: QueuePage):
    press(page, "R")
    reasons = form_of(page).entries["reason"].field.editor
    assert isinstance(reasons, Reasons)

    said = [(button.text(), button.accessibleDescription()) for button in reasons.buttons]

    assert said[0] == ("Late report", "Key 1")
    assert len(said) == 6


def test_an_answer_that_arrived_takes_the_review_up_again(database: Database, page: QueuePage):
    claim = claim_on_show(page)
    press(page, "I")
    press(page, "The tow receipt")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    press(page, "KE")

    assert stored(database, claim, "status") == "in_review"
    assert steps_of(database, claim)[-1] == ("pending_info", "in_review")


def test_an_investigation_ends_with_its_disposition(database: Database, run_now: RunNow):
    ines = a_person(database, full_name="Ines Duarte", siu=True)
    claim = a_claim_of(
        database, "Ravi Mehta", 91, status="siu_review", assigned_to=ines.id, siu_status="referred"
    )
    desks = Desks(database, run_now)
    page = desks.open(ines)

    press(page, "E3")
    press_key(page, Qt.Key.Key_Return)

    assert stored(database, claim, "siu_disposition") == Disposition.SUBSTANTIATED
    assert steps_of(database, claim) == [("siu_review", "in_review")]
    desks.close()


def test_what_is_not_possible_leaves_no_form_behind(database: Database, page: QueuePage):
    press(page, "A")
    press(page, "K")
    claim = claim_on_show(page)

    press(page, "L", Qt.KeyboardModifier.ShiftModifier)

    assert page.pane.slot.form() is None
    assert page.head.notice.accessibleName().startswith("Releasing is not possible")
    assert steps_of(database, claim) == []
