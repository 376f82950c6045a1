"""What a person is told of."""

from datetime import time, timedelta

import pytest

from app.access import Identity
from app.services.desk_work import DeskWorkService
from app.services.figures import today
from app.services.notices import Choices, NoticeService
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


def notices_of(database: Database, person: Identity) -> NoticeService:
    return NoticeService(database.sessions_as(person), person)


def kinds_told(database: Database, person: Identity) -> list[str]:
    return [line.kind for line in notices_of(database, person).latest()]


def note(database: Database, author: Identity, claim: int, words: str) -> None:
    DeskWorkService(database.sessions_as(author), author).note(claim, words)


def test_a_claim_sent_for_approval_is_told_to_who_may_decide_it_and_the_answer_back(database, maya):
    lead = a_person(database, supervisor=True)
    elsewhere = a_person(database, supervisor=True, region="south")
    claim = a_claim(database, "in_review", assigned_to=maya.id)
    step = "UPDATE claims_claim SET status = %s, assigned_to = %s WHERE id = %s"
    database.run(step, "pending_approval", maya.id, claim)
    database.run(
        "INSERT INTO claims_event (claim_id, actor_id, kind, to_status)"
        " VALUES (%s, %s, 'status', 'pending_approval')",
        claim,
        maya.id,
    )

    database.run(step, "in_review", maya.id, claim)

    assert kinds_told(database, lead) == ["approval"]
    assert kinds_told(database, elsewhere) == []
    assert kinds_told(database, maya) == ["decided"]


def test_a_note_tells_who_it_names_and_nobody_else(database, maya):
    tom, ann = a_person(database), a_person(database)
    claim = a_claim(database)

    note(database, maya, claim, f"@{tom.username.upper()}: call the garage, not x@{ann.username}.")

    (told,) = notices_of(database, tom).latest()
    assert told.text.endswith("names you")
    assert (told.claim, told.seen) == (claim, False)
    assert kinds_told(database, ann) == kinds_told(database, maya) == []


def test_a_note_on_a_claim_out_of_sight_tells_nothing(database, maya):
    tom = a_person(database, region="south")
    claim = a_claim(database, "in_review", assigned_to=maya.id)

    note(database, maya, claim, f"Ask @{tom.username}.")

    assert kinds_told(database, tom) == []


def test_a_claim_back_from_the_diary_says_why_it_was_away(database, maya):
    claim = a_claim(database, "in_review", assigned_to=maya.id)
    work = DeskWorkService(database.sessions_as(maya), maya)
    work.put_away(claim, today() + timedelta(days=1), "The garage answers then")
    database.run("UPDATE claims_claim SET diary_until = %s WHERE id = %s", today(), claim)

    with database.connect_worker().cursor() as cursor:
        cursor.execute("SELECT wake_claims()")

    (told,) = notices_of(database, maya).latest()
    assert told.text.endswith("is back from your diary: The garage answers then")
    assert work.of(claim).diary is None


def test_one_notice_is_seen_when_its_claim_is_opened(database, maya):
    give(database, maya)
    give(database, maya)
    notices = notices_of(database, maya)
    first = notices.latest()[-1]

    notices.see_one(first.id)

    assert [line.seen for line in notices.latest()] == [False, True]
    assert notices.unseen()[0].numbers == (notices.latest()[0].number,)


def test_nobody_sees_another_s_notice_away(database, maya):
    give(database, maya)
    (line,) = notices_of(database, maya).latest()

    notices_of(database, a_person(database)).see_one(line.id)

    assert not notices_of(database, maya).latest()[0].seen


def test_a_kind_that_was_silenced_is_told_no_more(database, maya):
    give(database, maya)
    notices = notices_of(database, maya)
    chosen = Choices(frozenset({"assigned"}), desktop=False, quiet_from=time(20))

    notices.choose(chosen)

    assert notices.latest() == ()
    assert notices.unseen() == ()
    assert notices.choices() == chosen


@pytest.mark.parametrize(
    ("start", "end", "now", "quiet"),
    [
        (time(18), time(8), time(23), True),
        (time(18), time(8), time(7, 59), True),
        (time(18), time(8), time(8), False),
        (time(12), time(13), time(12, 30), True),
        (time(12), time(13), time(13), False),
        (time(0), time(0), time(3), False),
    ],
)
def test_quiet_hours_may_pass_midnight(start, end, now, quiet):
    assert Choices(quiet_from=start, quiet_until=end).is_quiet(now) is quiet
