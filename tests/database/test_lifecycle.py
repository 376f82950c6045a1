"""The lifecycle as the database enforces it on raw SQL, generated from the codes."""

from datetime import UTC, datetime
from typing import Any

import psycopg2
import pytest
from psycopg2.extras import Json

from app.access import Identity
from app.codes import LIFECYCLE, Actor, Status, Transition
from tests.factories import (
    a_claim,
    a_letter,
    a_model,
    a_person,
    a_receipt,
    an_entry,
    insert,
)
from tests.server import Database, ask, touched

UNASSIGNED = {Status.SUBMITTED, Status.TRIAGED, Status.WITHDRAWN, Status.CLOSED}
FROM_SUBMITTED = [step for step in LIFECYCLE if step.start not in {None, Status.DRAFT}]
BY_HAND = [step for step in FROM_SUBMITTED if step.who != {Actor.SYSTEM}]
PAID = {Status.SETTLED, Status.CLOSED}
ABOVE = 9_000
PEOPLE = ("user", "adjuster", "colleague", "investigator", "lead", "admin", "worker")


class Cast:
    """Everybody who may meet a claim, each with a connection."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people: dict[str, Identity] = {
            "user": a_person(database, "user"),
            "adjuster": a_person(database),
            "colleague": a_person(database),
            "investigator": a_person(database, siu=True),
            "lead": a_person(database, supervisor=True, authority_limit=50_000),
            "admin": a_person(database, "admin"),
        }
        self.connections = {
            name: database.connect_as(person) for name, person in self.people.items()
        }
        self.connections["worker"] = database.connect_worker()
        a_model(database)

    def id(self, name: str) -> int | None:
        return self.people[name].id if name in self.people else None

    def claim(self, status: Status, **changes: Any) -> int:
        """Make a claim that the adjuster brought to *status*."""
        owner = None if status in UNASSIGNED else self.id("adjuster")
        told: dict[str, Any] = {"user_id": self.id("user"), "assigned_to": owner}
        if status is Status.SIU_REVIEW:
            told["siu_status"] = "referred"
        if status is Status.PENDING_INFO:
            told["hold_until"] = datetime.now(UTC).date()
        claim = a_claim(self.database, status, **told | changes)
        self.event(claim, "adjuster", status)
        for person in self.people.values():
            read = {"claim_id": claim, "actor_id": person.id, "kind": "opened"}
            insert(self.database, "claims_event", read)
        return claim

    def claim_for(self, step: Transition, **changes: Any) -> int:
        """Make a claim on which everything is done that the step needs."""
        assert step.start is not None
        second = Status.PENDING_APPROVAL in {step.start, step.end}
        told: dict[str, Any] = {"amount": ABOVE} if second else {}
        if step.end is Status.CLOSED:
            told["reserve"] = 0
        claim = self.claim(step.start, **told | changes)
        if step == Transition(Status.DENIED, Status.CLOSED, step.who, step.guard):
            a_letter(self.database, claim)
        if step.end is Status.SETTLED:
            an_entry(self.database, claim, kind="payment", amount=1250, is_final=True)
        return claim

    def event(self, claim: int, who: str, status: Status) -> None:
        told = {"claim_id": claim, "actor_id": self.id(who), "kind": "status", "to_status": status}
        insert(self.database, "claims_event", told)

    def move(self, claim: int, to: Status, who: str, **changes: Any) -> bool:
        """Try a step with raw SQL and tell whether it happened."""
        columns = {"status": to} | changes
        assignments = ", ".join(f"{name} = %s" for name in columns)
        statement = f"UPDATE claims_claim SET {assignments} WHERE id = %s"
        try:
            return touched(self.connections[who], statement, *columns.values(), claim) == 1
        except psycopg2.Error:
            return False

    def withdraw_as_user(self, claim: int) -> bool:
        """Withdraw through the function that is a User's one way to it."""
        try:
            ask(self.connections["user"], "SELECT withdraw_claim(%s, 'Found again.')", claim)
        except psycopg2.Error:
            return False
        return True

    def status(self, claim: int) -> str:
        found: str = self.database.value("SELECT status FROM claims_claim WHERE id = %s", claim)
        return found


@pytest.fixture(scope="module")
def cast(shared_database: Database) -> Cast:
    return Cast(shared_database)


def words_of(step: Transition, who: str, cast: Cast) -> dict[str, Any]:
    """Return what a well-meaning person writes with a step."""
    today = datetime.now(UTC).date()
    question = {"what": "Photos of the rear", "of_whom": "policyholder"}
    told: dict[tuple[Status | None, Status], dict[str, Any]] = {
        (Status.TRIAGED, Status.IN_REVIEW): {"assigned_to": cast.id(who)},
        (Status.IN_REVIEW, Status.TRIAGED): {"assigned_to": None},
        (Status.IN_REVIEW, Status.PENDING_INFO): {
            "status_detail": Json(question),
            "hold_until": today,
        },
        (Status.IN_REVIEW, Status.SIU_REVIEW): {"status_reason": "late_report"},
        (Status.IN_REVIEW, Status.DENIED): {
            "status_reason": "exclusion",
            "status_detail": Json({"wording": "We do not pay for racing."}),
        },
        (Status.PENDING_APPROVAL, Status.IN_REVIEW): {"status_note": "The invoice is missing."},
        (Status.REOPENED, Status.IN_REVIEW): {"assigned_to": cast.id(who)},
    }
    if step.start is Status.SIU_REVIEW and who == "investigator":
        return {"siu_disposition": "cleared"}
    return told.get((step.start, step.end)) or ENDING.get(step.end, {})


ENDING: dict[Status, dict[str, Any]] = {
    Status.CLOSED: {"status_reason": "useful_but_clear"},
    Status.REOPENED: {"status_reason": "complaint", "status_note": "Upheld on 3 March."},
    Status.VOID: {"status_reason": "entered_in_error"},
    Status.WITHDRAWN: {
        "status_detail": Json({"by_whom": "the claimant"}),
        "status_note": "The vehicle was found.",
    },
}


def capacities(who: str, step: Transition) -> set[Actor]:
    """Return in which capacities a member of the cast meets a claim before the step."""
    staff = {Actor.STAFF} if step.start in UNASSIGNED else set()
    return {
        "user": {Actor.USER},
        "adjuster": staff if step.start in UNASSIGNED else {Actor.STAFF, Actor.AUTHOR},
        "colleague": staff,
        "investigator": staff | {Actor.SIU},
        "lead": staff | {Actor.SUPERVISOR} | _second(step),
        "admin": set(),
        "worker": {Actor.SYSTEM},
    }[who]


def _second(step: Transition) -> set[Actor]:
    return {Actor.APPROVER} if step.start is Status.PENDING_APPROVAL else set()


def name_of(step: Transition) -> str:
    return f"{step.start}-{step.end}"


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("step", BY_HAND, ids=name_of)
def test_a_step_is_open_to_exactly_those_the_lifecycle_names(
    cast: Cast, step: Transition, who: str
):
    claim = cast.claim_for(step)

    if who == "user" and step.end is Status.WITHDRAWN:
        happened = cast.withdraw_as_user(claim)
    else:
        happened = cast.move(claim, step.end, who, **words_of(step, who, cast))

    assert happened == bool(step.who & capacities(who, step))
    assert cast.status(claim) == (step.end if happened else step.start)


@pytest.mark.parametrize("start", [status for status in Status if status is not Status.DRAFT])
def test_a_step_the_lifecycle_does_not_know_is_closed_to_the_most_able(cast: Cast, start: Status):
    able = a_person(cast.database, siu=True, supervisor=True)
    connection = cast.database.connect_as(able)
    known = {step.end for step in BY_HAND if step.start is start}
    claim = cast.claim(start, assigned_to=able.id)

    for end in set(Status) - known - {start}:
        with pytest.raises(psycopg2.Error, match=r"cannot become|may not make"):
            ask(connection, "UPDATE claims_claim SET status = %s WHERE id = %s", end, claim)

    assert cast.status(claim) == start


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("start", [status for status in Status if status is not Status.DRAFT])
def test_a_step_the_lifecycle_does_not_know_is_closed_to_everybody(
    cast: Cast, start: Status, who: str
):
    known = {step.end for step in LIFECYCLE if step.start is start}
    claim = cast.claim(start)

    happened = [end for end in set(Status) - known - {start} if cast.move(claim, end, who)]

    assert happened == []
    assert cast.status(claim) == start


@pytest.mark.parametrize("who", ["adjuster", "lead", "admin", "worker"])
def test_only_a_score_triages_a_claim(cast: Cast, who: str):
    claim = cast.claim(Status.SUBMITTED)

    happened = cast.move(claim, Status.TRIAGED, who)

    assert not happened
    assert cast.status(claim) == "submitted"


def test_a_recorded_score_triages_as_the_system(cast: Cast):
    claim = cast.claim(Status.SUBMITTED)

    ask(cast.connections["adjuster"], "SELECT record_score(%s, %s)", claim, a_receipt())

    event = "SELECT actor_id FROM claims_event WHERE claim_id = %s AND to_status = 'triaged'"
    assert cast.status(claim) == "triaged"
    assert cast.database.run(event, claim) == [(None,)]


@pytest.mark.parametrize("who", ["user", "adjuster"])
def test_a_person_drafts_and_submits_an_own_claim(cast: Cast, who: str):
    claim = a_claim(cast.database, "draft", user_id=cast.id(who))

    happened = cast.move(claim, Status.SUBMITTED, who)

    assert happened
    assert cast.status(claim) == "submitted"


@pytest.mark.parametrize("who", ["colleague", "lead", "investigator", "admin", "worker"])
def test_nobody_submits_the_draft_of_another(cast: Cast, who: str):
    claim = a_claim(cast.database, "draft", user_id=cast.id("user"))

    happened = cast.move(claim, Status.SUBMITTED, who)

    assert not happened
    assert cast.status(claim) == "draft"


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.TRIAGED, Status.APPROVED])
def test_a_claim_begins_as_a_draft(cast: Cast, status: Status):
    statement = (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date, status)"
        " VALUES ('POL-1', 'motor', '2026-01-01', %s)"
    )

    with pytest.raises(psycopg2.Error, match="begins as a draft"):
        ask(cast.connections["user"], statement, status)


def test_the_owner_brings_in_settled_claims_without_a_history(cast: Cast):
    claim = a_claim(cast.database, "settled", closed_outcome="paid_full")

    events = cast.database.value("SELECT count(*) FROM claims_event WHERE claim_id = %s", claim)

    assert cast.status(claim) == "settled"
    assert events == 0


def test_the_undo_of_a_decision_is_lost_once_somebody_else_acted(cast: Cast):
    claim = cast.claim(Status.APPROVED)
    insert(
        cast.database,
        "claims_event",
        {"claim_id": claim, "actor_id": cast.id("lead"), "kind": "assigned"},
    )

    happened = cast.move(claim, Status.IN_REVIEW, "adjuster")

    assert not happened


def test_a_new_score_does_not_cost_the_undo(cast: Cast):
    claim = cast.claim(Status.APPROVED)
    insert(cast.database, "claims_event", {"claim_id": claim, "kind": "scored"})

    happened = cast.move(claim, Status.IN_REVIEW, "adjuster")

    assert happened


def test_the_system_waits_for_the_diary_date(cast: Cast):
    tomorrow = cast.database.value("SELECT current_date + 1")
    claim = cast.claim(Status.PENDING_INFO, hold_until=tomorrow)

    assert not cast.move(claim, Status.IN_REVIEW, "worker")
    assert cast.move(claim, Status.IN_REVIEW, "adjuster")


def test_a_referral_that_is_investigated_is_not_withdrawn(cast: Cast):
    claim = cast.claim(Status.SIU_REVIEW)
    begin = "UPDATE claims_claim SET siu_status = 'investigating' WHERE id = %s"
    touched(cast.connections["investigator"], begin, claim)

    happened = cast.move(claim, Status.IN_REVIEW, "adjuster")

    assert not happened


def test_an_investigation_returns_with_what_it_found(cast: Cast):
    claim = cast.claim(Status.SIU_REVIEW)

    without = cast.move(claim, Status.IN_REVIEW, "investigator")
    found = cast.move(claim, Status.IN_REVIEW, "investigator", siu_disposition="cleared")

    states = "SELECT siu_status, siu_disposition FROM claims_claim WHERE id = %s"
    assert (without, found) == (False, True)
    assert cast.database.run(states, claim) == [("concluded", "cleared")]
