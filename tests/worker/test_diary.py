"""Claims that waited for an answer, and the day they come back."""

from datetime import date, timedelta

import pytest

from app.worker.diary import NOTE, bring_back
from tests.factories import a_claim, a_person
from tests.worker.stations import a_station, state_of

TODAY, DAY = date.today(), timedelta(days=1)  # noqa: DTZ011 - the day of the database's own clock


def a_waiting_claim(database, until: date) -> int:
    asked = {"what": "the invoice", "of_whom": "the claimant"}
    owner = a_person(database).id
    return a_claim(
        database, "pending_info", assigned_to=owner, hold_until=until, status_detail=asked
    )


@pytest.mark.parametrize("until", [TODAY - DAY, TODAY])
def test_a_claim_comes_back_when_its_day_has_come(database, until):
    claim = a_waiting_claim(database, until)

    assert bring_back(a_station(database)) == 1

    assert state_of(database, claim)[0] == "in_review"
    event = database.run(
        "SELECT actor_id, from_status, to_status, note FROM claims_event WHERE claim_id = %s", claim
    )
    assert event == [(None, "pending_info", "in_review", NOTE)]


def test_it_comes_back_to_the_person_who_asked_and_without_a_date(database):
    claim = a_waiting_claim(database, TODAY)
    before = database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", claim)

    bring_back(a_station(database))

    after = database.run(
        "SELECT assigned_to, hold_until, status_detail FROM claims_claim WHERE id = %s", claim
    )
    assert after == [(before, None, None)]


def test_a_claim_waits_on_until_its_day(database):
    claim = a_waiting_claim(database, TODAY + 2 * DAY)

    assert bring_back(a_station(database)) == 0

    assert state_of(database, claim)[0] == "pending_info"


def test_a_second_run_finds_nothing(database):
    a_waiting_claim(database, TODAY)
    station = a_station(database)

    assert (bring_back(station), bring_back(station)) == (1, 0)
