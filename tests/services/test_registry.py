"""Who decides which model judges, and that two people do."""

import psycopg2
import pytest

from app.access import Identity
from app.errors import CodeNeeded, NotAllowed, Refused
from app.services.registry import Registry, find
from tests.factories import a_model, a_person
from tests.server import Database, ask
from tests.services.registers import an_admin, registered, registry_of, small


@pytest.fixture
def ada(database: Database) -> Identity:
    return an_admin(database, full_name="Ada Whitfield")


@pytest.fixture
def ben(database: Database) -> Identity:
    return an_admin(database, full_name="Ben Okafor")


@pytest.fixture
def old(database: Database) -> int:
    return a_model(database, version="1.0")


@pytest.fixture
def new(database: Database, old: int) -> int:
    return registered(database, small())


@pytest.fixture
def register(database: Database, ada: Identity) -> Registry:
    return registry_of(database, ada)


def judges(register: Registry, model: int) -> tuple[str, ...]:
    return find(register.versions(), model).judges


def test_a_model_judges_when_a_second_person_has_confirmed(database, register, ben, old, new):
    register.propose(new, "Finds more at the same budget.")

    assert judges(register, new) == ()
    waiting = register.versions().proposal
    assert (waiting.proposer, waiting.lines) == ("Ada Whitfield", ("motor",))
    registry_of(database, ben).confirm(waiting.id)

    assert judges(register, new) == ("motor",)
    assert judges(register, old) == ("property", "health", "travel")
    found = find(register.versions(), new)
    assert (found.status, found.activated_by) == ("active", "Ben Okafor")
    assert register.versions().proposal is None


def test_nobody_confirms_what_they_proposed(register, new):
    register.propose(new, "Better.")

    with pytest.raises(NotAllowed, match="Another administrator"):
        register.confirm(register.versions().proposal.id)

    assert judges(register, new) == ()


def test_the_last_activation_is_taken_back_with_a_reason(database, register, ben, old, new):
    register.propose(new, "Better.")
    registry_of(database, ben).confirm(register.versions().proposal.id)

    with pytest.raises(Refused, match="Say why"):
        register.roll_back(" ")
    register.roll_back("Refers far too many.")

    assert judges(register, old) == ("motor", "property", "health", "travel")
    assert find(register.versions(), new).status == "retired"
    newest = register.versions().history[0]
    assert (newest.kind, newest.reason, newest.actor) == (
        "rolled_back",
        "Refers far too many.",
        "Ada Whitfield",
    )
    with pytest.raises(Refused, match="no activation to take back"):
        register.roll_back("Once more.")


def test_one_activation_waits_at_a_time(database, register, ben, new):
    other = registered(database, small(1), version="3.0")
    register.propose(new, "Better.")

    with pytest.raises(Refused, match="waits for its second person"):
        registry_of(database, ben).propose(other, "Mine is better.")

    register.drop(register.versions().proposal.id, "Changed my mind.")
    registry_of(database, ben).propose(other, "Mine is better.")
    assert register.versions().proposal.model_id == other


def test_a_settled_proposal_is_not_settled_again(database, register, ben, new):
    register.propose(new, "Better.")
    waiting = register.versions().proposal.id
    register.drop(waiting, "")

    with pytest.raises(Refused, match="settled already"):
        registry_of(database, ben).confirm(waiting)


@pytest.mark.parametrize(
    ("lines", "reason", "sentence"),
    [
        (("travel",), "Better.", "not made for all of these lines: travel"),
        ((), "  ", "Say why"),
    ],
)
def test_a_proposal_without_sense_is_refused(register, new, lines, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        register.propose(new, reason, lines)


def test_the_model_that_judges_is_not_proposed_again(register, old):
    with pytest.raises(Refused, match="judges these lines already"):
        register.propose(old, "Again.")


def test_an_old_code_is_not_enough(database, register, new):
    database.run("UPDATE auth.refresh_token SET otp_at = now() - interval '6 minutes'")

    with pytest.raises(CodeNeeded):
        register.propose(new, "Better.")


def test_analysts_read_and_choose_nothing(database, new):
    analyst = a_person(database, analyst=True)
    register = registry_of(database, analyst)

    assert next(iter(register.versions().models)).id == new
    with pytest.raises(NotAllowed):
        register.propose(new, "Better.")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(database.connect_as(analyst), "SELECT confirm_model(1)")


def test_an_administrator_alone_activates_nothing_by_sql(database, ada, new):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(database.connect_as(ada), "SELECT activate_model(%s)", new)


def test_models_move_between_candidate_shadow_and_retired(register, old, new):
    register.move(new, "shadow")
    register.move(new, "retired", "Slow.")

    assert find(register.versions(), new).status == "retired"
    with pytest.raises(Refused, match="cannot become shadow"):
        register.move(new, "shadow")
    with pytest.raises(Refused, match="This model judges"):
        register.move(old, "retired")


def test_a_line_has_one_judge_whoever_writes(database, old):
    with pytest.raises(psycopg2.errors.UniqueViolation):
        a_model(database, sha256="b" * 64, lines=["travel"])


def test_the_history_is_a_chain_that_nobody_changes(database, register, new):
    register.propose(new, "Better.")

    links = database.run("SELECT prev_hash, hash FROM ml_engine_event ORDER BY id")
    kinds = [event.kind for event in register.versions().history]

    assert kinds == ["proposed", "registered"]
    assert bytes(links[1][0]) == bytes(links[0][1])
    with pytest.raises(psycopg2.Error, match="never changed"):
        database.run("UPDATE ml_engine_event SET reason = 'x'")


def test_a_bundle_is_registered_once(database, new):
    with pytest.raises(psycopg2.Error, match="registered already"):
        registered(database, small())
