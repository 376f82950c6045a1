"""Decisions: each made once, by a person who may, and each undone by a step of its own."""

from decimal import Decimal

import pytest

from app.access import Identity
from app.codes import Action, DenialReason, Disposition, ReferralReason, Status
from app.errors import AppError, Invalid, NotAllowed, Refused
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.figures import today
from tests.factories import a_claim, a_person, an_identity
from tests.server import Database
from tests.services.deciding import DECISIONS, TOMORROW
from tests.services.desk import steps_of, version_of


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def sam(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Sam Okoro", siu=True, region="west")


@pytest.fixture(scope="module")
def desk(shared_database: Database, maya: Identity) -> DecisionService:
    return DecisionService(shared_database.sessions_as(maya), maya)


@pytest.fixture(scope="module")
def claims(shared_database: Database, maya: Identity) -> ClaimService:
    return ClaimService(shared_database.sessions_as(maya), maya)


def last_text(claims: ClaimService, claim: int) -> str:
    return claims.detail(claim).events[0].text


@pytest.mark.parametrize("status", DECISIONS)
def test_a_free_claim_is_taken_and_decided_in_one_go(shared_database, desk, maya, status):
    claim = a_claim(shared_database)

    row = DECISIONS[status](desk, claim, 1)

    assert (row.status, row.owner, row.assigned_to) == (status, "Maya Chen", maya.id)
    assert row.version == version_of(shared_database, claim)
    assert steps_of(shared_database, claim) == [
        ("triaged", "in_review"),
        ("in_review", str(status)),
    ]


@pytest.mark.parametrize("status", DECISIONS)
def test_ones_own_claim_is_decided_in_one_step(shared_database, desk, maya, status):
    claim = a_claim(shared_database, "in_review", assigned_to=maya.id)

    DECISIONS[status](desk, claim, 1)

    assert steps_of(shared_database, claim) == [("in_review", str(status))]


@pytest.mark.parametrize("status", DECISIONS)
def test_a_decision_can_be_undone_and_made_again(shared_database, desk, status):
    claim = a_claim(shared_database)
    decided = DECISIONS[status](desk, claim, 1)

    undone = desk.undo(claim, decided.version)
    again = DECISIONS[status](desk, claim, undone.version)

    assert undone.status is Status.IN_REVIEW
    assert again.status is status


def test_the_timeline_tells_decisions_in_words(shared_database, desk, claims):
    claim = a_claim(shared_database)

    asked = desk.ask(claim, 1, what="the invoice", of_whom="the repairer", until=TOMORROW)
    told = [last_text(claims, claim)]
    back = desk.resume(claim, asked.version, note="It came by mail.")
    told.append(last_text(claims, claim))
    referred = desk.refer(claim, back.version, reason=ReferralReason.LATE_REPORT, note="19 days.")
    told.append(last_text(claims, claim))
    withdrawn = desk.undo(claim, referred.version)
    told.append(last_text(claims, claim))
    denied = desk.deny(
        claim, withdrawn.version, reason=DenialReason.EXCLUSION, wording=" Wear is excluded. "
    )
    told.append(last_text(claims, claim))
    back = desk.undo(claim, denied.version)
    told.append(last_text(claims, claim))
    desk.approve(claim, back.version, note="Settled by phone.")
    told.append(last_text(claims, claim))

    assert told == [
        f"Asked the repairer for the invoice, until {TOMORROW:%d %b %Y}",
        "Resumed the review. It came by mail.",
        "Referred to SIU: late report. 19 days.",
        "Withdrew the referral",
        'Denied: an exclusion applies, "Wear is excluded."',
        "Undid the denial",
        "Approved. Settled by phone.",
    ]


def test_taking_and_releasing_move_the_claim_between_desk_and_queue(shared_database, claims, maya):
    claim = a_claim(shared_database)

    mine = claims.take(claim, 1)
    free = claims.release(claim, mine.version)

    assert (mine.status, mine.assigned_to) == (Status.IN_REVIEW, maya.id)
    assert (free.status, free.assigned_to, free.owner) == (Status.TRIAGED, None, None)


def test_investigators_return_a_claim_with_what_they_found(shared_database, desk, claims, sam):
    claim = a_claim(shared_database)
    referred = DECISIONS[Status.SIU_REVIEW](desk, claim, 1)
    siu = DecisionService(shared_database.sessions_as(sam), sam)

    row = siu.resume(claim, referred.version, disposition=Disposition.CLEARED)

    assert (row.status, row.owner) == (Status.IN_REVIEW, "Maya Chen")
    assert last_text(claims, claim) == "Back from SIU: cleared"


def test_investigators_must_say_what_they_found(shared_database, desk, sam):
    claim = a_claim(shared_database)
    referred = DECISIONS[Status.SIU_REVIEW](desk, claim, 1)
    siu = DecisionService(shared_database.sessions_as(sam), sam)

    with pytest.raises(Refused, match="what the investigation found"):
        siu.resume(claim, referred.version)


def test_an_adjuster_cannot_end_a_referral_for_the_investigators(shared_database, desk):
    claim = a_claim(shared_database)
    referred = DECISIONS[Status.SIU_REVIEW](desk, claim, 1)

    with pytest.raises(Refused, match="SIU has this claim"):
        desk.resume(claim, referred.version, disposition=Disposition.CLEARED)


def test_an_amount_above_ones_authority_is_refused_with_both_figures(shared_database, desk):
    claim = a_claim(shared_database, amount=Decimal("18087.50"))

    with pytest.raises(NotAllowed, match=r"£18,087\.50 is above your authority of £5,000\.00"):
        desk.approve(claim, 1)

    assert steps_of(shared_database, claim) == []


def test_the_database_holds_the_limit_even_if_the_desk_believes_in_more(shared_database, maya):
    claim = a_claim(shared_database, amount=Decimal("18087.50"))
    rich = an_identity(id=maya.id, authority_limit=Decimal(10**9))

    with pytest.raises(AppError, match="above your authority"):
        DecisionService(shared_database.sessions_as(maya), rich).approve(claim, 1)

    assert steps_of(shared_database, claim) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ({"what": " ", "of_whom": "x", "until": TOMORROW}, {"what": "Say what you need to know."}),
        ({"what": "x", "of_whom": "", "until": TOMORROW}, {"of_whom": "Say whom you ask."}),
        (
            {"what": "x", "of_whom": "x", "until": today()},
            {"until": "The diary date must lie in the future. Choose a later day."},
        ),
    ],
)
def test_a_question_says_what_of_whom_and_until_when(shared_database, desk, words, problem):
    claim = a_claim(shared_database)

    with pytest.raises(Invalid) as caught:
        desk.ask(claim, 1, **words)

    assert caught.value.problems == problem


def test_a_denial_quotes_the_policy(shared_database, desk):
    claim = a_claim(shared_database)

    with pytest.raises(Invalid) as caught:
        desk.deny(claim, 1, reason=DenialReason.EXCLUSION, wording="  ")

    assert list(caught.value.problems) == ["wording"]


@pytest.mark.parametrize("status", ["submitted", "approved", "settled", "closed"])
def test_a_claim_elsewhere_in_its_life_is_not_decided(shared_database, desk, maya, status):
    claim = a_claim(shared_database, status, assigned_to=maya.id)

    with pytest.raises(Refused, match="Approving is not possible while the claim is"):
        desk.approve(claim, 1)


def test_what_was_not_decided_cannot_be_undone(shared_database, desk, maya):
    claim = a_claim(shared_database, "in_review", assigned_to=maya.id)

    with pytest.raises(Refused, match="no decision to undo"):
        desk.undo(claim, 1)


@pytest.mark.parametrize("role", ["user", "admin"])
def test_who_does_not_decide_by_role_is_told_so(shared_database, role):
    service = DecisionService(shared_database.owner_sessions(), an_identity(role))

    with pytest.raises(NotAllowed, match="may not decide a claim"):
        service.approve(1, 1)


def test_what_the_desk_offers_the_database_grants(shared_database, claims, desk):
    claim = a_claim(shared_database)
    offered = {name for name, reason in claims.detail(claim).actions.items() if reason is None}

    decisions = {Action.APPROVE, Action.REFER, Action.ASK, Action.DENY}
    assert offered == decisions | {Action.TAKE, Action.WITHDRAW, Action.VOID}
    for status, decide in DECISIONS.items():
        assert decide(desk, a_claim(shared_database), 1).status is status
