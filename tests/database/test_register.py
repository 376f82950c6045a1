"""The register of money as the database keeps it: entries for good, each within its rules."""

from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class

from app.access import Identity
from tests.factories import a_claim, a_letter, a_person, an_entry
from tests.server import Database, ask
from tests.services.desk import version_of

PAY = "SELECT record_payment(%s, %s, %s, %s, %s, false, %s)"
RESERVE = "SELECT set_reserve(%s, %s, %s, %s, %s)"
CORRECT = "SELECT correct_payment(%s, %s, %s, %s, %s)"
STOP = "SELECT stop_payments(%s, %s, %s)"


@pytest.fixture(scope="module")
def ann(shared_database: Database) -> Identity:
    return a_person(shared_database, authority_limit=2000)


@pytest.fixture(scope="module")
def desk(shared_database: Database, ann: Identity) -> Connection:
    return shared_database.connect_as(ann)


@pytest.fixture(scope="module")
def lead(shared_database: Database) -> Connection:
    person = a_person(shared_database, supervisor=True, authority_limit=90_000)
    return shared_database.connect_as(person)


def claim_of(database: Database, ann: Identity, status: str = "approved", **changes: Any) -> int:
    return a_claim(database, status, assigned_to=ann.id, amount=1000, **changes)


def refused(connection: Connection, statement: str, *values: Any) -> str:
    with pytest.raises(psycopg2.Error) as refusal:
        ask(connection, statement, *values)
    return str(refusal.value.diag.message_primary)


def entries(database: Database, claim: int) -> list[tuple[Any, ...]]:
    told = "SELECT kind, amount::int, is_final FROM claims_money WHERE claim_id = %s ORDER BY id"
    return database.run(told, claim)


def test_the_final_payment_releases_what_the_reserve_still_holds(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = claim_of(shared_database, ann)

    ask(desk, PAY.replace("false", "true"), claim, 1, "comprehensive", 400, "Rita", "In full")

    assert entries(shared_database, claim) == [
        ("reserve", 1000, False),
        ("payment", 400, True),
        ("reserve", 400, False),
    ]


@pytest.mark.parametrize(
    ("amount", "payee", "reason", "word"),
    [
        (0, "Rita", "x", "above nothing"),
        (-5, "Rita", "x", "above nothing"),
        (1000.01, "Rita", "x", "above the reserve of 1,000.00"),
        (10, " ", "x", "names who is paid"),
        (10, "Rita", " ", "needs its reason"),
    ],
)
def test_a_payment_that_breaks_a_rule_is_refused_in_words(
    shared_database: Database,
    ann: Identity,
    desk: Connection,
    amount: float,
    payee: str,
    reason: str,
    word: str,
):
    claim = claim_of(shared_database, ann)

    sentence = refused(desk, PAY, claim, 1, "comprehensive", amount, payee, reason)

    assert word in sentence
    assert len(entries(shared_database, claim)) == 1


def test_more_than_was_approved_is_not_paid_even_from_a_larger_reserve(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = claim_of(shared_database, ann, reserve=5000)

    sentence = refused(desk, PAY, claim, 1, "comprehensive", 1001, "Rita", "x")

    assert "above the approved 1,000.00" in sentence


def test_a_claim_is_paid_once_it_is_approved(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = claim_of(shared_database, ann, "in_review")

    sentence = refused(desk, PAY, claim, 1, "comprehensive", 10, "Rita", "x")

    assert sentence == "A claim is paid once it is approved; this one is in review."


def test_a_stale_version_enters_nothing(shared_database: Database, ann: Identity, desk: Connection):
    claim = claim_of(shared_database, ann)

    answer = ask(desk, RESERVE, claim, 7, "comprehensive", 1500, "More")

    assert answer == [(None,)]
    assert len(entries(shared_database, claim)) == 1


def test_an_entry_moves_the_version_on_and_is_told_in_the_history(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = claim_of(shared_database, ann)

    ((version,),) = ask(desk, RESERVE, claim, 1, "third_party", 300, "A second car")

    told = "SELECT kind, actor_id, detail ->> 'was' FROM claims_event WHERE claim_id = %s"
    assert version == version_of(shared_database, claim) == 2
    assert shared_database.run(told, claim) == [("money", ann.id, "0")]


def test_a_reserve_never_goes_below_what_was_paid(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = claim_of(shared_database, ann)
    an_entry(shared_database, claim, kind="payment", amount=600)

    sentence = refused(desk, RESERVE, claim, 1, "comprehensive", 599.99, "Less")

    assert sentence == "The reserve cannot be below the 600.00 that were paid."


def test_a_correction_is_a_row_of_its_own_that_names_the_payment(
    shared_database: Database, ann: Identity, desk: Connection
):
    claim = claim_of(shared_database, ann)
    payment = an_entry(shared_database, claim, kind="payment", amount=600, payee="Rita")

    ask(desk, CORRECT, claim, 1, payment, 450, "Typed wrongly")

    told = "SELECT amount::int, corrects FROM claims_money WHERE claim_id = %s ORDER BY id"
    assert shared_database.run(told, claim) == [(1000, None), (600, None), (-150, payment)]
    assert "stands at 450.00" in refused(desk, CORRECT, claim, 2, payment, 450, "Again")


@pytest.mark.parametrize("statement", ["UPDATE", "DELETE", "INSERT"])
def test_no_leased_role_writes_the_register_itself(
    shared_database: Database, ann: Identity, desk: Connection, statement: str
):
    claim = claim_of(shared_database, ann)
    written = {
        "UPDATE": f"UPDATE claims_money SET amount = 1 WHERE claim_id = {claim}",
        "DELETE": f"DELETE FROM claims_money WHERE claim_id = {claim}",
        "INSERT": f"INSERT INTO claims_money (claim_id, kind, coverage, amount, reason)"
        f" VALUES ({claim}, 'payment', 'x', 1, 'x')",
    }

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(desk, written[statement])


@pytest.mark.parametrize("table", ["claims_money", "claims_letter"])
def test_not_even_the_owner_changes_what_was_entered(shared_database: Database, table: str):
    claim = a_claim(shared_database)
    a_letter(shared_database, claim)

    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET claim_id = claim_id"):
        with pytest.raises(psycopg2.Error, match="never changed"):
            shared_database.run(statement)


def test_stopped_payments_are_let_go_on_by_a_supervisor_alone(
    shared_database: Database, ann: Identity, desk: Connection, lead: Connection
):
    claim = claim_of(shared_database, ann)

    ask(desk, STOP, claim, 1, "The invoice is checked")
    while_stopped = refused(desk, PAY, claim, 2, "comprehensive", 10, "Rita", "x")
    own = refused(desk, STOP, claim, 2, "")
    ask(lead, STOP, claim, 2, "")
    ask(desk, PAY, claim, 3, "comprehensive", 10, "Rita", "On account")

    assert while_stopped == "Payments on this claim are stopped: The invoice is checked"
    assert own == "Only a supervisor or an investigator lets payments go on."


def test_a_colleague_and_a_user_enter_nothing(shared_database: Database, ann: Identity):
    user = a_person(shared_database, "user")
    claim = claim_of(shared_database, ann, user_id=user.id)
    colleague = shared_database.connect_as(a_person(shared_database))

    with pytest.raises(psycopg2.Error, match="may not see it"):
        ask(colleague, RESERVE, claim, 1, "comprehensive", 5, "x")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(shared_database.connect_as(user), RESERVE, claim, 1, "comprehensive", 5, "x")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(shared_database.connect_as(user), "SELECT amount FROM claims_money")


def test_nothing_is_entered_or_sent_on_a_claim_that_nobody_owns(
    shared_database: Database, desk: Connection
):
    claim = a_claim(shared_database, "triaged", amount=1000)
    letter = "SELECT send_letter(%s, %s, 'delay', 'Rita', 'Leeds', 'Delay', 'Dear Rita', 'x')"

    reserve = refused(desk, RESERVE, claim, version_of(shared_database, claim), "buildings", 5, "x")
    sent = refused(desk, letter, claim, version_of(shared_database, claim))

    assert (reserve, sent) == ("This claim is not yours. Take it first, or ask a supervisor.",) * 2


def test_the_register_is_seen_with_its_claim(shared_database: Database, ann: Identity):
    claim = claim_of(shared_database, ann, region="south")
    count = "SELECT count(*) FROM claims_money WHERE claim_id = %s"
    other = shared_database.connect_as(a_person(shared_database))

    assert ask(shared_database.connect_as(ann), count, claim) == [(1,)]
    assert ask(other, count, claim) == [(0,)]
