"""Which steps a claim can take, for whom, and the reason against the others."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.access import Identity, Role
from app.codes import LIFECYCLE, Action, Status
from app.services.money_views import MoneyView
from app.services.steps import EDGES, Standing, steps

ME = Identity(1, "maya", "Maya Chen", Role.STAFF, authority_limit=Decimal(10000))
SIU = replace(ME, id=2, siu=True)
SUPERVISOR = replace(ME, id=3, supervisor=True)
ADMIN = replace(ME, id=4, role=Role.ADMIN)
USER = replace(ME, id=5, role=Role.USER)

MINE = Standing(Status.IN_REVIEW, Decimal(500), "GBP", 1, "Maya Chen", None)
EARLY = {Action.WITHDRAW, Action.VOID}
FREE = replace(MINE, status=Status.TRIAGED, assigned_to=None, owner=None)


def possible(identity: Identity, claim: Standing) -> set[Action]:
    return {action for action, reason in steps(identity, claim).items() if reason is None}


def test_every_step_is_an_edge_of_the_lifecycle():
    enforced = {(step.start, step.end) for step in LIFECYCLE}

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
        *EARLY,
    }


def test_a_free_claim_can_be_taken_or_decided_at_once():
    assert possible(ME, FREE) == {
        Action.TAKE,
        Action.APPROVE,
        Action.REFER,
        Action.ASK,
        Action.DENY,
        *EARLY,
    }


def test_a_colleagues_claim_names_the_colleague():
    claim = replace(MINE, assigned_to=9, owner="Tom Reyes")

    found = steps(ME, claim)

    assert found[Action.APPROVE] == "Tom Reyes owns this claim."
    assert possible(ME, claim) == set()


def test_an_amount_above_ones_authority_cannot_be_approved_but_denied_or_referred():
    found = steps(ME, replace(MINE, amount=Decimal("18087.50")))

    assert found[Action.APPROVE] == (
        "£18,087.50 is above your authority of £10,000.00. Send it for approval."
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

    assert possible(ME, claim) == {Action.RESUME, *EARLY}


@pytest.mark.parametrize(
    ("status", "open_to"),
    [
        (Status.SUBMITTED, EARLY),
        (Status.SETTLED, {Action.CLOSE}),
        (Status.CLOSED, {Action.REOPEN}),
        (Status.REOPENED, {Action.TAKE}),
        (Status.VOID, set()),
    ],
)
def test_elsewhere_in_the_lifecycle_every_other_step_says_why_not(status, open_to):
    found = steps(ME, replace(MINE, status=status))

    assert set(found) == set(Action)
    assert {action for action, reason in found.items() if reason is None} == open_to
    assert all(reason.endswith(".") for reason in found.values() if reason)


PENDING = replace(MINE, status=Status.PENDING_APPROVAL, amount=Decimal(20000), author=ME.id)
RICH = replace(SUPERVISOR, authority_limit=Decimal(50000))


def test_the_author_of_a_proposal_never_approves_it_and_can_take_it_back():
    author = replace(ME, supervisor=True, authority_limit=Decimal(50000))

    assert possible(author, PENDING) == {Action.UNDO}
    assert "second person" in (steps(author, PENDING)[Action.APPROVE] or "")


def test_a_supervisor_with_the_authority_approves_or_sends_back():
    assert possible(RICH, PENDING) == {Action.APPROVE, Action.SEND_BACK}


def test_a_supervisor_without_the_authority_only_sends_back():
    assert possible(SUPERVISOR, PENDING) == {Action.SEND_BACK}


def test_a_colleague_who_is_no_supervisor_decides_nothing_for_another():
    assert possible(replace(ME, id=7), PENDING) == set()


def test_an_amount_above_ones_authority_is_sent_for_approval_and_one_within_is_not():
    above = replace(MINE, amount=Decimal(20000))

    assert Action.PROPOSE in possible(ME, above)
    assert Action.PROPOSE not in possible(ME, MINE)


def test_stopped_payments_stop_approval_and_settlement():
    stopped = MoneyView(stopped="Invoice under check")

    for status, action in ((Status.IN_REVIEW, Action.APPROVE), (Status.APPROVED, Action.SETTLE)):
        found = steps(ME, replace(MINE, status=status, money=stopped))

        assert found[action] == "Payments on this claim are stopped: Invoice under check"


def test_a_denied_claim_closes_once_its_letter_has_left_and_is_not_undone_then():
    denied = replace(MINE, status=Status.DENIED, author=ME.id)
    sent = replace(denied, money=MoneyView(letter_left=True))

    assert possible(ME, denied) == {Action.UNDO}
    assert possible(ME, sent) == {Action.CLOSE}
