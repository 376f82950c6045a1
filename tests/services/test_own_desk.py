"""What a User is told of an own claim, and how they answer what was asked."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from app.access import Identity
from app.errors import AppError, Conflict, Invalid, NotAllowed, NotFound
from app.services.decisions import DecisionService
from app.services.figures import today
from app.services.own_desk import NEXT, OwnDesk
from tests.factories import a_claim, a_person
from tests.server import Database


@pytest.fixture
def grace(database: Database) -> Identity:
    return a_person(database, "user", full_name="Grace Hall")


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desk(database: Database, grace: Identity) -> OwnDesk:
    return OwnDesk(database.sessions_as(grace), grace)


def one_row(database: Database, statement: str, *values: object) -> tuple[object, ...]:
    (row,) = database.run(statement, *values)
    return row


def an_asked_claim(database: Database, grace: Identity, maya: Identity) -> int:
    """Let an adjuster ask for something on a claim of Grace."""
    claim = a_claim(database, "in_review", user_id=grace.id, assigned_to=maya.id)
    version: int = database.value("SELECT version FROM claims_claim WHERE id = %s", claim)
    DecisionService(database.sessions_as(maya), maya).ask(
        claim,
        version,
        what="The receipt of the tow",
        of_whom="Grace Hall",
        until=today() + timedelta(days=9),
    )
    return claim


def test_a_request_is_told_with_its_day(
    database: Database, grace: Identity, maya: Identity, desk: OwnDesk
):
    claim = an_asked_claim(database, grace, maya)

    detail = desk.detail(claim)

    assert detail.request is not None
    assert detail.request.what == "The receipt of the tow"
    assert detail.request.until == today() + timedelta(days=9)
    assert detail.status == "We need information from you"
    assert detail.steps[0].text == "We asked for the receipt of the tow"


def test_an_answer_brings_the_claim_back_to_who_asked_and_tells_them(
    database: Database, grace: Identity, maya: Identity, desk: OwnDesk
):
    claim = an_asked_claim(database, grace, maya)

    desk.answer(claim, desk.detail(claim).version, "  It is attached.  ")

    stands = one_row(
        database,
        "SELECT status, assigned_to, status_note, hold_until FROM claims_claim WHERE id = %s",
        claim,
    )
    told = one_row(database, "SELECT user_id, kind FROM desk_notice WHERE claim_id = %s", claim)
    assert stands == ("in_review", maya.id, "It is attached.", None)
    assert told == (maya.id, "answered")
    assert desk.detail(claim).request is None


def test_the_history_says_who_answered_and_what(
    database: Database, grace: Identity, maya: Identity, desk: OwnDesk
):
    claim = an_asked_claim(database, grace, maya)
    desk.answer(claim, desk.detail(claim).version, "It is attached.")

    last = one_row(
        database,
        "SELECT actor_id, kind, from_status, to_status, note FROM claims_event"
        " WHERE claim_id = %s ORDER BY id DESC LIMIT 1",
        claim,
    )

    assert last == (grace.id, "status", "pending_info", "in_review", "It is attached.")


def test_who_asked_cannot_undo_it_after_the_answer(
    database: Database, grace: Identity, maya: Identity, desk: OwnDesk
):
    claim = an_asked_claim(database, grace, maya)
    desk.answer(claim, desk.detail(claim).version, "It is attached.")
    version: int = database.value("SELECT version FROM claims_claim WHERE id = %s", claim)

    with pytest.raises(AppError):
        DecisionService(database.sessions_as(maya), maya).undo(claim, version)


@pytest.mark.parametrize("answer", ["", "   \n", "x" * 4001])
def test_an_answer_has_words_and_an_end(
    database: Database, grace: Identity, maya: Identity, desk: OwnDesk, answer: str
):
    claim = an_asked_claim(database, grace, maya)

    with pytest.raises(Invalid, match=r"at most 4,000 characters"):
        desk.answer(claim, desk.detail(claim).version, answer)


def test_an_answer_to_a_claim_that_moved_on_is_not_taken(
    database: Database, grace: Identity, maya: Identity, desk: OwnDesk
):
    claim = an_asked_claim(database, grace, maya)
    version = desk.detail(claim).version
    desk.answer(claim, version, "It is attached.")

    with pytest.raises(Conflict, match="moved on"):
        desk.answer(claim, version, "It is attached, again.")


def test_nobody_answers_for_somebody_else(database: Database, grace: Identity, maya: Identity):
    claim = an_asked_claim(database, grace, maya)
    other = a_person(database, "user")
    desk = OwnDesk(database.sessions_as(other), other)

    with pytest.raises(NotFound):
        desk.detail(claim)
    with pytest.raises(NotAllowed, match="Only the person who handed in"):
        desk.answer(claim, 1, "It was me.")


def test_staff_have_no_right_to_the_function(database: Database, grace: Identity, maya: Identity):
    claim = an_asked_claim(database, grace, maya)

    with database.sessions_as(maya).begin() as session, pytest.raises(DBAPIError):
        session.connection().exec_driver_sql(f"SELECT answer_request({claim}, 1, 'no')")


@pytest.mark.parametrize("hidden", ["siu_review", "pending_approval", "triaged"])
def test_what_the_desk_does_with_a_claim_looks_like_a_review(
    database: Database, grace: Identity, desk: OwnDesk, hidden: str
):
    claim = a_claim(database, hidden, user_id=grace.id)

    detail = desk.detail(claim)

    assert detail.status == "In review"
    assert detail.next.startswith("Somebody looks at your claim.")


def test_a_claim_can_be_withdrawn_while_it_is_open(
    database: Database, grace: Identity, desk: OwnDesk
):
    claim = a_claim(database, "triaged", user_id=grace.id)
    before = desk.detail(claim).may_withdraw

    desk.withdraw(claim)

    after = desk.detail(claim)
    assert (before, after.may_withdraw, after.status) == (True, False, "Withdrawn")


def test_every_state_a_user_can_see_says_what_happens_next():
    assert all(sentence.endswith(".") for sentence in NEXT.values())
    assert not any("SIU" in sentence or "score" in sentence for sentence in NEXT.values())
