"""Handing claims out by the services of real people."""

import pytest

from app.access import Identity
from app.codes import ClaimType, Status
from app.errors import NotAllowed, Refused
from app.services.assigning import AssignmentService
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.queue_filter import QueueFilter
from tests.factories import a_claim, a_person
from tests.server import Database


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, full_name="Samir Haddad", supervisor=True)


def service(database: Database, person: Identity) -> AssignmentService:
    return AssignmentService(database.sessions_as(person), person)


def rows(database: Database, person: Identity) -> tuple[ClaimRow, ...]:
    return ClaimService(database.sessions_as(person), person).queue(QueueFilter()).rows


def test_the_next_claim_comes_as_a_row_in_review(database, maya):
    claim = a_claim(database, claim_type="property")

    taken = service(database, maya).take_next(ClaimType.PROPERTY)

    assert taken is not None
    assert (taken.id, taken.status, taken.owner) == (claim, Status.IN_REVIEW, "Maya Chen")
    assert service(database, maya).take_next() is None


def test_a_full_desk_takes_no_more(database, maya, lead):
    service(database, lead).set_capacity(maya.id, 1)
    a_claim(database), a_claim(database)
    service(database, maya).take_next()

    with pytest.raises(Refused, match="as many as you take on"):
        service(database, maya).take_next()


def test_loads_are_told_by_name_with_room_and_effort(database, maya, lead):
    service(database, lead).set_capacity(maya.id, 20)
    a_claim(database, "in_review", assigned_to=maya.id, amount=15_000)

    loads = service(database, lead).loads()

    assert [(load.name, load.claims, load.effort, load.most) for load in loads] == [
        ("Maya Chen", 1, 2, 20),
        ("Samir Haddad", 0, 0, None),
    ]


def test_claims_go_to_one_colleague_or_are_shared_out(database, maya, lead):
    a_claim(database), a_claim(database)
    samir = service(database, lead)

    shared = samir.propose(rows(database, lead))
    to_one = samir.propose(rows(database, lead), maya.id)
    left = samir.assign(to_one)

    assert {made.to for made in shared} == {maya.id, lead.id}
    assert left == ()
    assert {row.owner for row in rows(database, lead)} == {"Maya Chen"}


def test_what_cannot_be_assigned_says_why(database, maya, lead):
    a_claim(database, "in_review", assigned_to=maya.id)
    (row,) = rows(database, lead)

    (proposal,) = service(database, lead).propose([row], maya.id)

    assert (proposal.to, proposal.reason) == (None, "Maya Chen has it already.")


def test_a_claim_that_changed_meanwhile_stays_as_it_is(database, maya, lead):
    claim = a_claim(database)
    proposals = service(database, lead).propose(rows(database, lead), lead.id)
    service(database, maya).take_next()

    left = service(database, lead).assign(proposals)

    assert left == (claim,)
    assert database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", claim) == maya.id


def test_only_a_supervisor_assigns(database, maya):
    a_claim(database)

    for act in (
        lambda: service(database, maya).loads(),
        lambda: service(database, maya).propose(()),
        lambda: service(database, maya).assign(()),
        lambda: service(database, maya).set_capacity(maya.id, 5),
    ):
        with pytest.raises(NotAllowed, match="Only a supervisor"):
            act()
