"""The guards of approval by two, of payment and of the ends of a claim, on raw SQL."""

from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.extras import Json

from app.access import Identity
from tests.factories import a_claim, a_letter, a_person, an_entry, insert
from tests.server import Database, ask, touched


@pytest.fixture(scope="module")
def ann(shared_database: Database) -> Identity:
    return a_person(shared_database, authority_limit=2000)


@pytest.fixture(scope="module")
def lead(shared_database: Database) -> Identity:
    return a_person(shared_database, supervisor=True, authority_limit=50_000)


@pytest.fixture(scope="module")
def desk(shared_database: Database, ann: Identity) -> Connection:
    return shared_database.connect_as(ann)


@pytest.fixture(scope="module")
def second(shared_database: Database, lead: Identity) -> Connection:
    return shared_database.connect_as(lead)


def step(connection: Connection, claim: int, **columns: Any) -> None:
    names = ", ".join(f"{name} = %s" for name in columns)
    statement = f"UPDATE claims_claim SET {names} WHERE id = %s"
    assert touched(connection, statement, *columns.values(), claim) == 1


def refusal(connection: Connection, claim: int, **columns: Any) -> str:
    with pytest.raises(psycopg2.Error) as refused:
        step(connection, claim, **columns)
    return str(refused.value.diag.message_primary)


def outcome(database: Database, claim: int) -> list[tuple[Any, ...]]:
    told = "SELECT closed_outcome, review_outcome, assigned_to FROM claims_claim WHERE id = %s"
    return database.run(told, claim)


def test_an_approval_needs_a_checked_coverage_a_reserve_and_payments_that_go(
    shared_database: Database, ann: Identity, desk: Connection
):
    def claim(**changes: Any) -> int:
        return a_claim(shared_database, "in_review", assigned_to=ann.id, **changes)

    unchecked = refusal(desk, claim(coverage_checked_at=None), status="approved")
    low = refusal(desk, claim(reserve=1249), status="approved")
    stopped = refusal(desk, claim(stop_payment="Under check"), status="approved")

    assert "coverage has not been checked" in unchecked
    assert "reserve of 1,249.00 is below the amount of 1,250.00" in low
    assert stopped == "Payments on this claim are stopped: Under check"


def test_two_people_approve_what_is_above_one_s_authority(
    shared_database: Database, ann: Identity, desk: Connection, second: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=9000)

    step(desk, claim, status="pending_approval")
    step(second, claim, status="approved")

    told = "SELECT actor_id = %s FROM claims_event WHERE claim_id = %s AND kind = 'status'"
    assert shared_database.run(told, ann.id, claim) == [(True,), (False,)]
    owner = "SELECT assigned_to FROM claims_claim WHERE id = %s"
    assert shared_database.value(owner, claim) == ann.id


def test_the_author_never_approves_even_as_a_supervisor(shared_database: Database):
    author = a_person(shared_database, supervisor=True, authority_limit=5000)
    connection = shared_database.connect_as(author)
    claim = a_claim(shared_database, "in_review", assigned_to=author.id, amount=9000)
    step(connection, claim, status="pending_approval")
    shared_database.run("UPDATE auth_user SET authority_limit = 99999 WHERE id = %s", author.id)

    sentence = refusal(connection, claim, status="approved")

    assert "A second person decides this" in sentence


def test_whoever_set_the_reserve_is_not_the_second_person(
    shared_database: Database, ann: Identity, lead: Identity, desk: Connection, second: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=9000)
    an_entry(shared_database, claim, amount=9000, made_by=lead.id)
    step(desk, claim, status="pending_approval")

    assert "You set the reserve" in refusal(second, claim, status="approved")


def test_the_second_person_needs_the_authority_and_says_why_it_goes_back(
    shared_database: Database, ann: Identity, desk: Connection, second: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=60_000)
    step(desk, claim, status="pending_approval")

    above = refusal(second, claim, status="approved")
    silent = refusal(second, claim, status="in_review")
    step(second, claim, status="in_review", status_note="The invoice is missing.")

    assert "above your authority of 50,000.00" in above
    assert silent == "Say why the claim goes back, then send it back."


def test_what_is_within_ones_own_authority_is_not_sent_for_approval(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, amount=2000)

    assert "within your own authority" in refusal(desk, claim, status="pending_approval")


def test_an_approval_is_not_undone_once_money_was_paid(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id)
    step(desk, claim, status="approved")
    pay = "SELECT record_payment(%s, 2, 'comprehensive', 10, 'Rita', false, 'On account')"
    ask(desk, pay, claim)

    assert "Money was paid" in refusal(desk, claim, status="in_review")


def test_a_claim_settles_when_the_last_payment_was_final(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "approved", assigned_to=ann.id)
    nothing = refusal(desk, claim, status="settled")
    an_entry(shared_database, claim, kind="payment", amount=50)
    open_end = refusal(desk, claim, status="settled")
    an_entry(shared_database, claim, kind="payment", amount=1200, is_final=True)

    step(desk, claim, status="settled")

    assert nothing == open_end
    assert "not final" in nothing


@pytest.mark.parametrize(("paid", "closed"), [(1250, "paid_full"), (900, "paid_partial")])
def test_closing_says_what_the_review_came_to_and_gives_the_claim_to_the_desk(
    shared_database: Database, ann: Identity, desk: Connection, paid: int, closed: str
):
    claim = a_claim(shared_database, "settled", assigned_to=ann.id)
    an_entry(shared_database, claim, kind="payment", amount=paid, is_final=True)
    an_entry(shared_database, claim, amount=paid)

    without = refusal(desk, claim, status="closed")
    nonsense = refusal(desk, claim, status="closed", status_reason="fine")
    step(desk, claim, status="closed", status_reason="useful_but_clear")

    assert without == nonsense == "Say what the review came to, then close the claim."
    assert outcome(shared_database, claim) == [(closed, "useful_but_clear", None)]


def test_a_claim_does_not_close_on_a_reserve(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "settled", assigned_to=ann.id)

    sentence = refusal(desk, claim, status="closed", status_reason="false_alarm")

    assert sentence == "The reserve still holds 1,250.00. Release it, then close the claim."


@pytest.mark.parametrize(
    ("reason", "closed"),
    [
        ("below_deductible", "below_deductible"),
        ("not_covered", "no_coverage"),
        ("exclusion", "denied"),
    ],
)
def test_a_denied_claim_closes_after_its_letter_with_the_ground_of_the_denial(
    shared_database: Database, ann: Identity, desk: Connection, reason: str, closed: str
):
    claim = a_claim(shared_database, "denied", assigned_to=ann.id, status_reason=reason, reserve=0)

    unsent = refusal(desk, claim, status="closed", status_reason="justified_review")
    a_letter(shared_database, claim)
    step(desk, claim, status="closed", status_reason="justified_review")

    assert "letter on the denial has not been sent" in unsent
    assert outcome(shared_database, claim)[0][0] == closed


def test_a_letter_of_an_earlier_decision_does_not_close_a_later_one(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id, reserve=0)
    a_letter(shared_database, claim)
    ask(desk, "SELECT open_claim(%s)", claim)
    denial = {"status_reason": "exclusion", "status_detail": Json({"wording": "No racing."})}
    step(desk, claim, status="denied", **denial)

    sentence = refusal(desk, claim, status="closed", status_reason="justified_review")

    assert "has not been sent" in sentence


def test_a_denial_whose_letter_left_is_not_undone(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "denied", assigned_to=ann.id)
    event = {"claim_id": claim, "actor_id": ann.id, "kind": "status", "to_status": "denied"}
    insert(shared_database, "claims_event", event)
    a_letter(shared_database, claim)

    assert "letter on the denial has left" in refusal(desk, claim, status="in_review")


def test_whoever_did_not_open_a_claim_does_not_deny_it(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "in_review", assigned_to=ann.id)
    denial = {"status_reason": "exclusion", "status_detail": Json({"wording": "No racing."})}

    sentence = refusal(desk, claim, status="denied", **denial)

    assert sentence == "You have not opened the claim. Look at it, then deny."


def test_two_claims_are_not_denied_in_one_go(
    shared_database: Database, ann: Identity, desk: Connection
):
    claims = [a_claim(shared_database, "in_review", assigned_to=ann.id) for _ in range(2)]
    for claim in claims:
        ask(desk, "SELECT open_claim(%s)", claim)
    deny = (
        "UPDATE claims_claim SET status = 'denied', status_reason = 'exclusion',"
        ' status_detail = \'{"wording": "No racing."}\' WHERE id = ANY (%s)'
    )

    with pytest.raises(psycopg2.Error, match="denied one by one"):
        ask(desk, deny, claims)

    assert touched(desk, deny, claims[:1]) == 1


def test_a_closed_claim_is_opened_again_with_a_reason_and_becomes_one_s_own(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = a_claim(shared_database, "closed", closed_outcome="denied", review_outcome="x")

    silent = refusal(desk, claim, status="reopened", status_reason="complaint")
    step(desk, claim, status="reopened", status_reason="complaint", status_note="Upheld.")

    assert "with a reason and a note" in silent
    assert outcome(shared_database, claim) == [(None, None, ann.id)]


def test_a_void_claim_names_the_one_that_survives_or_the_error(
    shared_database: Database, desk: Connection
):
    claim, other = a_claim(shared_database), a_claim(shared_database)
    number = shared_database.value("SELECT claim_number FROM claims_claim WHERE id = %s", other)

    neither = refusal(desk, claim, status="void")
    unknown = refusal(desk, claim, status="void", status_detail=Json({"survivor": "MOT-1"}))
    step(desk, claim, status="void", status_detail=Json({"survivor": number}))

    assert "Name the claim that survives" in neither
    assert "There is no other claim MOT-1" in unknown
    assert outcome(shared_database, claim)[0][0] == "duplicate"


def test_staff_void_an_own_draft_and_nobody_else_s(shared_database: Database, ann: Identity):
    own = a_claim(shared_database, "draft", user_id=ann.id)
    foreign = a_claim(shared_database, "draft", user_id=a_person(shared_database).id)
    connection = shared_database.connect_as(ann)
    statement = (
        "UPDATE claims_claim SET status = 'void', status_reason = 'entered_in_error' WHERE id = %s"
    )

    assert touched(connection, statement, own) == 1
    assert touched(connection, statement, foreign) == 0


def test_a_withdrawal_says_by_whom_and_in_which_words(shared_database: Database, desk: Connection):
    claim = a_claim(shared_database)

    assert "Say who withdraws" in refusal(desk, claim, status="withdrawn")


def test_a_user_withdraws_an_own_claim_but_learns_nothing_of_a_referral(
    shared_database: Database, ann: Identity
):
    user = a_person(shared_database, "user")
    connection = shared_database.connect_as(user)
    withdraw = "SELECT withdraw_claim(%s, 'Found again.')"
    sentences = set()
    for status, more in (
        ("siu_review", {"siu_status": "referred"}),
        ("pending_approval", {}),
        ("approved", {}),
    ):
        told = {"user_id": user.id, "assigned_to": ann.id} | more
        claim = a_claim(shared_database, status, **told)
        with pytest.raises(psycopg2.Error) as refused:
            ask(connection, withdraw, claim)
        sentences.add(refused.value.diag.message_primary)
    open_claim = a_claim(shared_database, "in_review", user_id=user.id, assigned_to=ann.id)
    ask(connection, withdraw, open_claim)

    assert len(sentences) == 1
    status_of = "SELECT own_status FROM claims_claim WHERE id = %s"
    assert ask(connection, status_of, open_claim) == [("withdrawn",)]
