"""Two people at one claim, decisions that come too late, and a database that goes away."""

from decimal import Decimal
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import event

from app.access import Identity
from app.codes import ReferralReason, Status
from app.errors import AppError, Conflict, Offline, Refused
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.deciding import DECISIONS
from tests.services.desk import steps_of, version_of


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def lead(shared_database: Database) -> Identity:
    return a_person(
        shared_database, full_name="Lena Lead", supervisor=True, authority_limit=Decimal(50000)
    )


@pytest.fixture(scope="module")
def desk(shared_database: Database, maya: Identity) -> DecisionService:
    return DecisionService(shared_database.sessions_as(maya), maya)


def test_undo_is_refused_once_somebody_acted_on_the_claim(shared_database, desk, lead):
    claim = a_claim(shared_database)
    asked = DECISIONS[Status.PENDING_INFO](desk, claim, 1)
    with shared_database.connect_as(lead).cursor() as cursor:
        cursor.execute("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", (lead.id, claim))
        cursor.execute(
            "UPDATE claims_claim SET assigned_to = %s WHERE id = %s",
            (asked.assigned_to, claim),
        )

    with pytest.raises(Refused, match="Somebody acted on this claim since"):
        desk.undo(claim, version_of(shared_database, claim))


def test_undo_is_refused_to_who_did_not_decide(shared_database, desk, lead):
    claim = a_claim(shared_database)
    approved = desk.approve(claim, 1)

    with pytest.raises(Refused, match="Only the person who took this step"):
        DecisionService(shared_database.sessions_as(lead), lead).undo(claim, approved.version)


def test_a_supervisor_takes_back_a_denial(shared_database, desk, lead):
    claim = a_claim(shared_database)
    denied = DECISIONS[Status.DENIED](desk, claim, 1)

    row = DecisionService(shared_database.sessions_as(lead), lead).undo(claim, denied.version)

    assert row.status is Status.IN_REVIEW


def test_a_stale_version_is_a_conflict_that_names_who_was_faster(shared_database, desk, lead):
    claim = a_claim(shared_database)
    taken = ClaimService(shared_database.sessions_as(lead), lead).take(claim, 1)

    with pytest.raises(Conflict, match="colleague may have taken it"):
        desk.approve(claim, 1)
    with pytest.raises(Conflict, match="You changed this claim since you opened it"):
        DecisionService(shared_database.sessions_as(lead), lead).approve(claim, 1)

    assert version_of(shared_database, claim) == taken.version


def test_a_supervisor_reads_who_changed_the_claim(shared_database, desk, lead):
    claim = a_claim(shared_database)
    desk.approve(claim, 1)

    with pytest.raises(Conflict, match="Maya Chen changed this claim since you opened it"):
        DecisionService(shared_database.sessions_as(lead), lead).approve(claim, 1)


def test_two_people_deciding_at_once_leave_one_decision_and_one_conflict(shared_database, maya):
    tom = a_person(shared_database, full_name="Tom Reyes")
    claim = a_claim(shared_database)
    start, ended = Barrier(2), list[Any]()

    def decide(person: Identity) -> None:
        service = DecisionService(shared_database.sessions_as(person), person)
        start.wait()
        try:
            ended.append(service.approve(claim, 1))
        except AppError as error:
            ended.append(error)

    threads = [Thread(target=decide, args=(person,)) for person in (maya, tom)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(type(end).__name__ for end in ended) == ["ClaimRow", "Conflict"]
    assert steps_of(shared_database, claim) == [
        ("triaged", "in_review"),
        ("in_review", "approved"),
    ]


def test_a_lost_database_leaves_nothing_half_done_and_the_next_try_works(shared_database, maya):
    claim = a_claim(shared_database)
    sessions = shared_database.sessions_as(maya)
    service, engine = DecisionService(sessions, maya), sessions.kw["bind"]

    def lose(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("UPDATE"):
            event.remove(engine, "after_cursor_execute", lose)
            shared_database.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
                shared_database.role_of(maya),
            )

    event.listen(engine, "after_cursor_execute", lose)
    with pytest.raises(Offline, match="Nothing was changed"):
        service.approve(claim, 1)

    assert steps_of(shared_database, claim) == []
    assert version_of(shared_database, claim) == 1
    assert service.approve(claim, 1).status is Status.APPROVED


def test_an_expired_lease_can_decide_nothing(shared_database):
    late = a_person(shared_database)
    claim = a_claim(shared_database)
    service = DecisionService(shared_database.sessions_as(late), late)
    service.refer(a_claim(shared_database), 1, reason=ReferralReason.LATE_REPORT)
    shared_database.run("UPDATE auth.db_session SET expires_at = now() WHERE user_id = %s", late.id)

    with pytest.raises(Conflict):
        service.approve(claim, 1)

    assert steps_of(shared_database, claim) == []
