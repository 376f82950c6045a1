"""A decision that the database could not order is tried again, and nothing else is."""

import pytest

from app.access import Identity
from app.codes import Action
from app.errors import Busy, Refused
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.moves import TRIES
from app.services.outbox import Outbox
from app.services.sending import Outgoing
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.desk import steps_of


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database)


@pytest.fixture
def claim(database: Database, maya: Identity) -> int:
    return a_claim(database, "in_review", assigned_to=maya.id)


@pytest.fixture
def desk(database: Database, maya: Identity) -> DecisionService:
    return DecisionService(database.sessions_as(maya), maya)


def give_way(database: Database, times: int, state: str = "40001") -> None:
    """Let the next changes of a claim fail with *state*; a sequence counts them all the same."""
    database.run("CREATE SEQUENCE tries; GRANT USAGE ON SEQUENCE tries TO PUBLIC")
    database.run(
        "CREATE FUNCTION give_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF nextval('public.tries') <= {times} THEN"
        f" RAISE 'gave way' USING ERRCODE = '{state}'; END IF; RETURN NEW; END $$;"
        " CREATE TRIGGER give_way BEFORE UPDATE ON claims_claim"
        " FOR EACH ROW EXECUTE FUNCTION give_way()"
    )


def tries(database: Database) -> int:
    count: int = database.value("SELECT last_value FROM tries")
    return count


@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_a_serialization_failure_is_tried_again(
    database: Database, desk: DecisionService, claim: int, state: str
):
    give_way(database, TRIES - 1, state)

    desk.approve(claim, 1)

    assert steps_of(database, claim) == [("in_review", "approved")]
    assert tries(database) == TRIES


def test_it_is_given_up_after_a_few_times(database: Database, desk: DecisionService, claim: int):
    give_way(database, 100)

    with pytest.raises(Busy, match="Try again"):
        desk.approve(claim, 1)

    assert tries(database) == TRIES
    assert steps_of(database, claim) == []


def test_a_refusal_is_not_tried_again(database: Database, desk: DecisionService, claim: int):
    give_way(database, 100, "P0001")

    with pytest.raises(Refused, match="gave way"):
        desk.approve(claim, 1)

    assert tries(database) == 1


def test_what_waits_in_the_outbox_outlasts_a_busy_database(
    database: Database, maya: Identity, claim: int
):
    sessions = database.sessions_as(maya)
    outgoing = Outgoing(Outbox(), sessions, maya)
    outgoing.hold(Action.APPROVE, ClaimService(sessions, maya).detail(claim).row, {})
    give_way(database, TRIES)

    busy, after = outgoing.send(), outgoing.send()

    assert busy.offline
    assert [held.claim_id for held in after.arrived] == [claim]
