"""What a person is told of."""

import pytest

from app.access import Identity
from app.services.notices import NoticeService
from app.services.presence import PresenceService
from tests.factories import a_claim, a_person
from tests.server import Database


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


def give(database: Database, person: Identity) -> int:
    claim = a_claim(database)
    database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", person.id, claim)
    return claim


def test_one_thing_is_told_with_its_number_and_several_are_counted(database, maya):
    notices = NoticeService(database.sessions_as(maya), maya)
    claim = give(database, maya)
    number = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)

    (one,) = notices.unseen()
    more = give(database, maya)
    (both,) = notices.unseen()

    assert one.text == f"{number} was assigned to you"
    assert both.text == "2 claims were assigned to you"
    assert both.claims == (more, claim)


def test_what_was_seen_is_not_told_again(database, maya):
    notices = NoticeService(database.sessions_as(maya), maya)
    give(database, maya)

    notices.see(notices.unseen()[0].last)

    assert notices.unseen() == ()


def test_nobody_is_told_of_the_claims_of_others(database, maya):
    other = a_person(database)
    give(database, other)

    assert NoticeService(database.sessions_as(maya), maya).unseen() == ()


def test_a_work_that_was_taken_over_is_told_to_who_had_it(database, maya):
    other = a_person(database)
    claim = a_claim(database)
    PresenceService(database.sessions_as(maya), maya).begin_work(claim)

    PresenceService(database.sessions_as(other), other).begin_work(claim, take_over=True)

    (told,) = NoticeService(database.sessions_as(maya), maya).unseen()
    assert told.kind == "takeover"
