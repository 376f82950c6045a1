"""Which steps a claim can take, for whom, and the reason against the others."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.access import Identity, Role
from app.codes import LIFECYCLE, Action, Stage, Status
from app.services.steps import EDGES, Standing, steps

ME = Identity(1, "maya", "Maya Chen", Role.STAFF, authority_limit=Decimal(10000))
SIU = replace(ME, id=2, siu=True)
SUPERVISOR = replace(ME, id=3, supervisor=True)
ADMIN = replace(ME, id=4, role=Role.ADMIN)
USER = replace(ME, id=5, role=Role.USER)

MINE = Standing(Status.IN_REVIEW, Decimal(500), "GBP", 1, "Maya Chen", None)
FREE = replace(MINE, status=Status.TRIAGED, assigned_to=None, owner=None)


def possible(identity: Identity, claim: Standing) -> set[Action]:
    return {action for action, reason in steps(identity, claim).items() if reason is None}


def test_every_step_is_an_edge_of_the_lifecycle():
    enforced = {(step.start, step.end) for step in LIFECYCLE if step.stage is Stage.MAIN_JOB}

    for starts, end in EDGES.values():
        assert {(start, end) for start in starts} <= enforced


@pytest.mark.parametrize("identity", [ADMIN, USER])
def test_who_does_not_decide_is_offered_nothing(identity):
    assert steps(identity, MINE) == {}


def test_an_owner_can_decide_release_but_not_take_again():
    assert possible(ME, MINE) == {
        Action.RELEASE,
        Action.APPROVE,
        Action.REFER,
        Action.ASK,
        Action.DENY,
    }


def test_a_free_claim_can_be_taken_or_decided_at_once():
    assert possible(ME, FREE) == {
        Action.TAKE,
        Action.APPROVE,
        Action.REFER,
        Action.ASK,
        Action.DENY,
    }


def test_a_colleagues_claim_names_the_colleague():
    claim = replace(MINE, assigned_to=9, owner="Tom Reyes")

    found = steps(ME, claim)

    assert found[Action.APPROVE] == "Tom Reyes owns this claim."
    assert possible(ME, claim) == set()


def test_an_amount_above_ones_authority_cannot_be_approved_but_denied_or_referred():
    found = steps(ME, replace(MINE, amount=Decimal("18087.50")))

    assert found[Action.APPROVE] == (
        "£18,087.50 is above your authority of £10,000.00. Leave it to a colleague with more."
    )
    assert found[Action.DENY] is None
    assert found[Action.REFER] is None


def test_the_limit_itself_is_within_ones_authority():
    assert Action.APPROVE in possible(ME, replace(MINE, amount=Decimal(10000)))


@pytest.mark.parametrize("status", [Status.APPROVED, Status.DENIED])
def test_a_decision_is_undone_by_who_made_it(status):
    claim = replace(MINE, status=status, author=ME.id)

    assert possible(ME, claim) == {Action.UNDO}
    assert possible(SIU, claim) == set()


def test_a_supervisor_takes_back_a_denial_but_not_an_approval():
    denied = replace(MINE, status=Status.DENIED, author=ME.id)
    approved = replace(MINE, status=Status.APPROVED, author=ME.id)

    assert Action.UNDO in possible(SUPERVISOR, denied)
    assert Action.UNDO not in possible(SUPERVISOR, approved)


def test_what_somebody_acted_on_is_not_undone():
    claim = replace(MINE, status=Status.APPROVED, author=ME.id, acted_since=True)

    assert steps(ME, claim)[Action.UNDO] == (
        "Somebody acted on this claim since. It cannot be undone any more."
    )


def test_only_investigators_end_a_referral_and_its_author_can_withdraw_it():
    claim = replace(MINE, status=Status.SIU_REVIEW, author=ME.id)

    assert possible(SIU, claim) == {Action.RESUME}
    assert possible(ME, claim) == {Action.UNDO}


def test_a_waiting_claim_is_resumed_by_its_owner():
    claim = replace(MINE, status=Status.PENDING_INFO, author=9)

    assert possible(ME, claim) == {Action.RESUME}


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.SETTLED, Status.CLOSED, Status.VOID])
def test_elsewhere_in_the_lifecycle_every_step_says_why_not(status):
    found = steps(ME, replace(MINE, status=status))

    assert set(found) == set(Action)
    assert all(reason and reason.endswith(".") for reason in found.values())
