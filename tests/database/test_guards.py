"""The guards of single steps, and the sentences they refuse with."""

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.extras import Json

from app.access import Identity
from app.database import REFUSED
from tests.factories import a_claim, a_person
from tests.server import Database, ask, touched

TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def ann(shared_database: Database) -> Identity:
    return a_person(shared_database, authority_limit=2000)


@pytest.fixture(scope="module")
def desk(shared_database: Database, ann: Identity) -> Connection:
    return shared_database.connect_as(ann)


def step(connection: Connection, claim: int, **columns: Any) -> None:
    names = ", ".join(f"{name} = %s" for name in columns)
    statement = f"UPDATE claims_claim SET {names} WHERE id = %s"
    assert touched(connection, statement, *columns.values(), claim) == 1


def refusal(connection: Connection, claim: int, **columns: Any) -> str:
    with pytest.raises(psycopg2.Error) as refused:
        step(connection, claim, **columns)
    assert refused.value.pgcode == REFUSED
    return str(refused.value.diag.message_primary)


@pytest.mark.parametrize(
    ("column", "value", "word"),
    [
        ("how_reported", None, "how it was reported"),
        ("description", "too short", "20 characters"),
        ("amount", 0, "the amount"),
        ("cause", " ", "the cause"),
        ("coverage", None, "the coverage"),
        ("policy_limit", None, "the policy limit"),
        ("deductible", None, "the deductible"),
        ("policy_start", None, "the start of the policy"),
        ("policy_expiry", None, "the end of the policy"),
        ("loss_city", "", "the place of the loss"),
        ("loss_country", None, "the place of the loss"),
        ("authority_contacted", None, "whether an authority was called"),
        ("authority_contacted", "police", "the report number"),
        ("notice_given", False, "privacy notice"),
    ],
)
def test_a_submission_names_what_is_missing(
    shared_database: Database, ann: Identity, desk: Connection, column: str, value: Any, word: str
):
    claim = a_claim(shared_database, "draft", user_id=ann.id, **{column: value})

    sentence = refusal(desk, claim, status="submitted")

    assert word in sentence


def test_a_submission_needs_a_reporter_who_can_be_reached(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "draft", user_id=ann.id)
    shared_database.run("UPDATE claims_party SET phone = NULL WHERE claim_id = %s", claim)

    sentence = refusal(desk, claim, status="submitted")
    shared_database.run("UPDATE claims_party SET email = 'r@x.org' WHERE claim_id = %s", claim)
    step(desk, claim, status="submitted")

    assert "a reporter with a phone number or an e-mail address" in sentence


def test_a_claim_gets_its_number_and_date_when_submitted(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "draft", user_id=ann.id, reported_date=None)

    step(desk, claim, status="submitted")

    number, submitted, reported = shared_database.run(
        "SELECT claim_number, submission_date, reported_date FROM claims_claim WHERE id = %s", claim
    )[0]
    line, year, serial, letter = number.split("-")
    check = "ABCDEFGHJKLMNPQRSTVWXYZ"[int(year + serial) % 23]
    assert (line, year, len(serial), letter) == ("MOT", str(TODAY.year), 6, check)
    assert submitted.date() == reported


def test_a_number_that_was_brought_in_is_not_given_again(
    shared_database: Database, ann: Identity, desk: Connection
):
    serial = shared_database.value("SELECT last_value + 1 FROM app.claim_serial")
    letter = "ABCDEFGHJKLMNPQRSTVWXYZ"[(TODAY.year * 1_000_000 + serial) % 23]
    taken = f"MOT-{TODAY.year}-{serial:06}-{letter}"
    a_claim(shared_database, "settled", claim_number=taken)
    claim = a_claim(shared_database, "draft", user_id=ann.id)

    step(desk, claim, status="submitted")

    number = shared_database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)
    assert number != taken


@pytest.mark.parametrize(
    ("columns", "word"),
    [
        ({"policy_number": " "}, "policy number"),
        ({"loss_date": TODAY + timedelta(days=9)}, "future"),
    ],
)
def test_a_draft_keeps_the_least_facts(
    shared_database: Database,
    ann: Identity,
    desk: Connection,
    columns: dict[str, Any],
    word: str,
):
    claim = a_claim(shared_database, "draft", user_id=ann.id)

    sentence = refusal(desk, claim, **columns)

    assert word in sentence


@pytest.mark.parametrize("column", ["policy_number", "claim_type", "loss_date"])
def test_a_draft_without_its_least_facts_is_refused_with_a_sentence(desk: Connection, column: str):
    facts = {"policy_number": "POL-1", "claim_type": "motor", "loss_date": TODAY} | {column: None}
    statement = (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date) VALUES (%s, %s, %s)"
    )

    with pytest.raises(psycopg2.errors.RaiseException, match="A draft needs"):
        ask(desk, statement, *facts.values())


QUESTION = {"what": "The repair bill", "of_whom": "policyholder"}


@pytest.mark.parametrize(
    ("columns", "word"),
    [
        ({"status": "approved", "amount_above": True}, "above your authority of 2,000.00"),
        ({"status": "siu_review"}, "needs its reason"),
        ({"status": "siu_review", "status_reason": " "}, "needs its reason"),
        ({"status": "denied", "status_detail": Json({"wording": "W"})}, "needs its reason"),
        ({"status": "denied", "status_reason": "exclusion"}, "quotes the wording"),
        (
            {
                "status": "denied",
                "status_reason": "exclusion",
                "status_detail": Json({"wording": " "}),
            },
            "quotes the wording",
        ),
        ({"status": "pending_info", "hold_until": TODAY}, "what is asked"),
        (
            {"status": "pending_info", "status_detail": Json({"what": "x"}), "hold_until": TODAY},
            "of whom",
        ),
        ({"status": "pending_info", "status_detail": Json(QUESTION)}, "Choose a day"),
        (
            {
                "status": "pending_info",
                "status_detail": Json(QUESTION),
                "hold_until": TODAY - timedelta(days=1),
            },
            "Choose a day",
        ),
        ({"status": "triaged"}, "belongs to nobody"),
    ],
)
def test_a_step_needs_its_words(
    shared_database: Database,
    ann: Identity,
    desk: Connection,
    columns: dict[str, Any],
    word: str,
):
    amount = 2000.01 if "amount_above" in columns else 2000
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=amount)
    told = {name: value for name, value in columns.items() if name != "amount_above"}

    sentence = refusal(desk, claim, **told)

    assert word in sentence


def test_an_amount_at_the_limit_is_within_authority(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=2000)

    step(desk, claim, status="approved")

    assert (
        shared_database.value("SELECT status FROM claims_claim WHERE id = %s", claim) == "approved"
    )


def test_a_claim_is_taken_only_for_oneself(shared_database: Database, desk: Connection):
    claim, colleague = a_claim(shared_database, "triaged"), a_person(shared_database)

    for_nobody = refusal(desk, claim, status="in_review")
    for_another = refusal(desk, claim, status="in_review", assigned_to=colleague.id)

    assert for_nobody == for_another == "Take the claim for yourself to review it."


def test_words_of_the_step_before_do_not_serve_the_next(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id)
    denial = {"status_reason": "exclusion", "status_detail": Json({"wording": "No racing."})}
    ask(desk, "SELECT open_claim(%s)", claim)
    step(desk, claim, status="denied", **denial)
    step(desk, claim, status="in_review")

    sentence = refusal(desk, claim, status="denied")

    assert "needs its reason" in sentence


def test_an_answer_clears_the_diary(shared_database: Database, ann: Identity, desk: Connection):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id)
    step(desk, claim, status="pending_info", status_detail=Json(QUESTION), hold_until=TODAY)

    step(desk, claim, status="in_review", status_detail=Json(None))

    left = "SELECT hold_until, status_detail FROM claims_claim WHERE id = %s"
    assert shared_database.run(left, claim) == [(None, None)]


def test_a_decision_leaves_the_claim_with_who_decided(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=5)

    step(desk, claim, status="approved", assigned_to=None)

    assert (
        shared_database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", claim) == ann.id
    )


def test_a_supervisor_assigns_to_active_staff_only(shared_database: Database, ann: Identity):
    lead = shared_database.connect_as(a_person(shared_database, supervisor=True))
    user = a_person(shared_database, "user")
    claim = a_claim(shared_database, "in_review", assigned_to=a_person(shared_database).id)

    assert "active staff only" in refusal(lead, claim, assigned_to=user.id)
    assert "belongs to somebody" in refusal(lead, claim, assigned_to=None)
    step(lead, claim, assigned_to=ann.id)

    event = "SELECT kind, detail ->> 'to' FROM claims_event WHERE claim_id = %s"
    assert shared_database.run(event, claim) == [("assigned", str(ann.id))]


def test_a_decided_claim_is_not_assigned_to_another(shared_database: Database, ann: Identity):
    lead = shared_database.connect_as(a_person(shared_database, supervisor=True))
    claim = a_claim(shared_database, "approved", assigned_to=a_person(shared_database).id)

    assert "not assigned to anybody else" in refusal(lead, claim, assigned_to=ann.id)


@pytest.mark.parametrize(
    "columns",
    [{"status_note": "x"}, {"status_reason": "x"}, {"hold_until": TODAY}],
)
def test_the_words_of_a_step_are_written_with_it(
    shared_database: Database, ann: Identity, desk: Connection, columns: dict[str, Any]
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id)

    assert "written with the step" in refusal(desk, claim, **columns)


@pytest.mark.parametrize("column", ["siu_status", "siu_disposition"])
def test_a_decision_does_not_carry_the_state_of_an_investigation(
    shared_database: Database, ann: Identity, desk: Connection, column: str
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=5)

    with pytest.raises(psycopg2.Error, match="Only the investigators"):
        step(desk, claim, status="approved", **{column: "cleared"})
