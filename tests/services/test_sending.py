"""Decisions that waited are made once and in order, or come back with what is there now."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from app.access import Identity
from app.codes import Action, DenialReason, ReferralReason
from app.errors import Offline, ReadOnly, Refused
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.outbox import Outbox
from app.services.sending import Outgoing
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.desk import outage


@pytest.fixture
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen", authority_limit=Decimal(25000))


@pytest.fixture
def tom(shared_database: Database) -> Identity:
    return a_person(
        shared_database, full_name="Tom Ridley", supervisor=True, authority_limit=Decimal(25000)
    )


@pytest.fixture
def outgoing(shared_database: Database, maya: Identity) -> Outgoing:
    return Outgoing(Outbox(), shared_database.sessions_as(maya), maya)


@pytest.fixture
def hold(shared_database: Database, maya: Identity, outgoing: Outgoing) -> Callable[..., int]:
    """Keep a decision on a new claim of Maya's, and return the claim."""
    claims = ClaimService(shared_database.sessions_as(maya), maya)

    def keep(action: Action = Action.APPROVE, **words: object) -> int:
        claim = a_claim(shared_database, "in_review", assigned_to=maya.id, reserve=5000)
        outgoing.hold(action, claims.detail(claim).row, words)
        return claim

    return keep


def change_amount(database: Database, claim: int, amount: int) -> None:
    database.run("UPDATE claims_claim SET amount = %s WHERE id = %s", amount, claim)


def decided_at(database: Database, claim: int) -> object:
    return database.value(
        "SELECT max(at) FROM claims_event WHERE claim_id = %s AND kind = 'status'", claim
    )


def test_what_waits_is_sent_in_order_with_its_words(
    shared_database: Database, outgoing: Outgoing, hold: Callable[..., int]
):
    first = hold(Action.REFER, reason=ReferralReason.LATE_REPORT, note=" Nineteen days ")
    second = hold(Action.DENY, reason=DenialReason.EXCLUSION, wording="Wear and tear.")

    sent = outgoing.send()

    assert [held.claim_id for held in sent.arrived] == [first, second]
    assert decided_at(shared_database, first) < decided_at(shared_database, second)  # type: ignore[operator]
    assert outgoing.outbox.held() == ()
    told = "SELECT status_reason, status_note FROM claims_claim WHERE id = %s"
    assert shared_database.run(told, first) == [("late_report", "Nineteen days")]


def test_sending_again_sends_nothing_twice(
    shared_database: Database, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold()
    outgoing.send()

    sent = outgoing.send()

    assert sent.arrived == ()
    assert steps_of(shared_database, claim) == [("in_review", "approved")]


def test_without_a_server_everything_goes_on_waiting(database: Database, shared_database: Database):
    maya = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=maya.id)
    sessions = database.sessions_as(maya)
    outgoing = Outgoing(Outbox(), sessions, maya)
    outgoing.hold(Action.APPROVE, ClaimService(sessions, maya).detail(claim).row, {})

    with outage(database):
        away = outgoing.send()
    back = outgoing.send()

    assert away.offline
    assert [held.claim_id for held in back.arrived] == [claim]


def test_a_read_only_database_leaves_it_waiting(
    shared_database: Database, outgoing: Outgoing, hold: Callable[..., int], monkeypatch
):
    hold()

    def refuse(*_told: object, **_words: object) -> None:
        raise ReadOnly("The database only reads at the moment.")

    monkeypatch.setitem(outgoing._steps, Action.APPROVE, refuse)
    sent = outgoing.send()

    assert sent.offline
    assert [held.problem for held in outgoing.outbox.held()] == [""]


def test_an_answer_that_got_lost_does_not_become_a_conflict(
    shared_database: Database, maya: Identity, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold(Action.REFER, reason=ReferralReason.LATE_REPORT, note="Nineteen days")
    held = outgoing.outbox.held()[0]
    desk = DecisionService(shared_database.sessions_as(maya), maya)
    desk.refer(claim, held.version, reason=ReferralReason.LATE_REPORT, note="Nineteen days")

    sent = outgoing.send()

    assert sent.arrived == (held,)
    assert steps_of(shared_database, claim) == [("in_review", "siu_review")]


def test_the_same_step_with_other_words_is_a_conflict(
    shared_database: Database, maya: Identity, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold(Action.REFER, reason=ReferralReason.LATE_REPORT, note="Nineteen days")
    version = outgoing.outbox.held()[0].version
    desk = DecisionService(shared_database.sessions_as(maya), maya)
    desk.refer(claim, version, reason=ReferralReason.EARLY_LOSS)

    sent = outgoing.send()

    assert [held.claim_id for held in sent.refused] == [claim]


def test_a_conflict_is_kept_with_both_sides_and_never_sent_by_itself(
    shared_database: Database, outgoing: Outgoing, hold: Callable[..., int]
):
    claim, other = hold(), hold()
    change_amount(shared_database, claim, 4321)

    first, second = outgoing.send(), outgoing.send()

    (clash,) = outgoing.clashes()
    assert [held.claim_id for held in first.arrived] == [other]
    assert (second.arrived, second.refused) == ((), ())
    assert clash.held.was == "In review · Maya Chen · £1,250.00"
    assert clash.now == "In review · Maya Chen · £4,321.00"
    assert clash.against is None


def test_keeping_mine_decides_on_the_new_version(
    shared_database: Database, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold()
    change_amount(shared_database, claim, 4321)
    outgoing.send()

    sent = outgoing.keep(outgoing.clashes()[0].held)

    assert [held.claim_id for held in sent.arrived] == [claim]
    assert steps_of(shared_database, claim) == [("in_review", "approved")]


def test_taking_theirs_drops_mine(
    shared_database: Database, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold()
    change_amount(shared_database, claim, 4321)
    outgoing.send()

    outgoing.drop(outgoing.clashes()[0].held)

    assert outgoing.outbox.held() == ()
    assert steps_of(shared_database, claim) == []


def test_mine_cannot_be_kept_once_the_lifecycle_forbids_it(
    shared_database: Database, maya: Identity, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold()
    version = outgoing.outbox.held()[0].version
    desk = DecisionService(shared_database.sessions_as(maya), maya)
    desk.deny(claim, version, reason=DenialReason.EXCLUSION, wording="Wear and tear.")
    outgoing.send()

    (clash,) = outgoing.clashes()
    with pytest.raises(Refused, match="while the claim is denied"):
        outgoing.keep(clash.held)

    assert clash.who == "Maya Chen"
    assert clash.against == "Approving is not possible while the claim is denied."
    assert len(outgoing.outbox.held()) == 1


def test_a_claim_out_of_sight_is_shown_as_gone(
    shared_database: Database, tom: Identity, outgoing: Outgoing, hold: Callable[..., int]
):
    claim = hold()
    shared_database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", tom.id, claim)

    outgoing.send()

    (clash,) = outgoing.clashes()
    assert clash.now == "This claim is not among those you may see."
    assert clash.against == clash.now


@pytest.mark.parametrize("action", [Action.TAKE, Action.RELEASE, Action.UNDO])
def test_only_decisions_may_wait(
    shared_database: Database, maya: Identity, outgoing: Outgoing, action: Action
):
    claim = a_claim(shared_database, "in_review", assigned_to=maya.id)
    row = ClaimService(shared_database.sessions_as(maya), maya).detail(claim).row

    with pytest.raises(Refused, match="cannot wait"):
        outgoing.hold(action, row, {})


def test_an_outage_while_the_doubt_is_cleared_goes_on_waiting(
    outgoing: Outgoing, hold: Callable[..., int], shared_database: Database, monkeypatch
):
    claim = hold()
    change_amount(shared_database, claim, 4321)

    def gone(_held: object) -> bool:
        raise Offline("The database could not be reached.")

    monkeypatch.setattr(outgoing, "_arrived", gone)

    assert outgoing.send().offline
    assert [held.problem for held in outgoing.outbox.held()] == [""]
