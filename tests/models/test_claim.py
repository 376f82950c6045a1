"""The claim through the mapper, as each role uses it."""

from decimal import Decimal

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session, sessionmaker, undefer_group
from sqlalchemy.orm.exc import StaleDataError

from app.access import Identity
from app.models import Claim, DirectoryEntry, Party, Profile
from tests.factories import COMPLETE, REPORTER, a_claim, a_person
from tests.server import Database

Sessions = sessionmaker[Session]


@pytest.fixture(scope="module")
def ann(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture(scope="module")
def staff(shared_database: Database, ann: Identity) -> Sessions:
    return shared_database.sessions_as(ann)


@pytest.fixture(scope="module")
def users(shared_database: Database) -> Sessions:
    return shared_database.sessions_as(a_person(shared_database, "user"))


@pytest.mark.parametrize("role", ["user", "staff"])
def test_a_person_drafts_edits_and_submits_through_the_mapper(shared_database: Database, role: str):
    person = a_person(shared_database, role)
    sessions = shared_database.sessions_as(person)
    with sessions.begin() as session:
        claim = Claim(**COMPLETE, user_id=person.id)
        claim.parties.append(Party(**REPORTER))
        session.add(claim)
        session.flush()
        number = claim.claim_number
        claim.amount = Decimal(7)
    with sessions.begin() as session:
        again = session.get_one(Claim, claim.id)
        again.status = "submitted"

    assert number == f"DRAFT-{claim.id}"
    assert again.claim_number.startswith("MOT-")
    assert again.submission_date is not None
    assert (again.version, again.region, again.user_id) == (3, "north", person.id)


def test_a_user_loads_claims_without_what_is_the_desk_s(shared_database: Database, users: Sessions):
    with users() as session:
        profile = session.scalars(select(Profile)).one()
        key = a_claim(shared_database, "in_review", user_id=profile.id)

        claim = session.scalars(select(Claim)).one()

        assert claim.id == key
        with pytest.raises(ProgrammingError, match="permission denied"):
            _ = claim.ml_score


def test_what_is_the_desk_s_is_loaded_on_demand_or_at_once(
    shared_database: Database, staff: Sessions
):
    key = a_claim(shared_database, "triaged", ml_score=50)

    with staff() as session:
        later = session.get_one(Claim, key)
        assert "ml_score" in inspect(later).unloaded
        assert later.ml_score == 50
        session.expunge_all()
        at_once = session.get_one(Claim, key, options=[undefer_group("desk")])

    assert at_once.ml_score == 50
    assert not {"ml_score", "status_detail"} & inspect(at_once).unloaded


def test_a_stale_claim_is_not_written(shared_database: Database, ann: Identity, staff: Sessions):
    key = a_claim(shared_database, "triaged")

    with staff() as session:
        claim = session.get_one(Claim, key)
        shared_database.run("UPDATE claims_claim SET amount = 2 WHERE id = %s", key)
        claim.status, claim.assigned_to = "in_review", ann.id
        with pytest.raises(StaleDataError):
            session.commit()

    assert shared_database.value("SELECT status FROM claims_claim WHERE id = %s", key) == "triaged"


def test_a_step_brings_back_what_the_triggers_set(
    shared_database: Database, ann: Identity, staff: Sessions
):
    key = a_claim(shared_database, "pending_info", assigned_to=ann.id, hold_until="2026-01-01")

    with staff.begin() as session:
        claim = session.get_one(Claim, key)
        claim.status = "in_review"
        claim.status_detail = None
        session.flush()
        seen = (claim.version, claim.hold_until)

    assert seen == (2, None)


def test_colleagues_are_found_in_the_directory(ann: Identity, staff: Sessions):
    with staff() as session:
        found = session.get_one(DirectoryEntry, ann.id)

    assert (found.full_name, found.role, found.is_active) == (ann.full_name, "staff", True)
