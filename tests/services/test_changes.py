"""News of claims that changed elsewhere."""

from collections.abc import Iterator
from select import select
from time import monotonic

import pytest

from app.services.changes import Change, Changes
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from tests.factories import a_claim, a_person
from tests.server import Database

PATIENCE = 10


def heard(changes: Changes, *, everything: bool = False) -> Change:
    """Poll as an event loop does, until there is news of the kind."""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        watched = [changes] if changes.fileno() >= 0 else []
        select(watched, [], [], 0.05)
        change = changes.poll()
        if change.everything == everything and (change.ids or everything):
            return change
    raise AssertionError("no news came")


@pytest.fixture
def changes(shared_database: Database) -> Iterator[Changes]:
    person = a_person(shared_database, "user")
    with Changes(lambda: shared_database.lease_as(person)) as made:
        heard(made, everything=True)
        yield made


def test_a_new_connection_begins_with_everything(shared_database):
    person = a_person(shared_database)
    with Changes(lambda: shared_database.lease_as(person)) as made:
        before = made.fileno()

        change = heard(made, everything=True)

        assert before == -1
        assert change == Change(everything=True)
        assert made.fileno() >= 0


def test_a_decision_made_elsewhere_wakes_the_listener_with_its_claim(shared_database, changes):
    staff = a_person(shared_database)
    claim = a_claim(shared_database)
    assert heard(changes).ids == {claim}

    DecisionService(shared_database.sessions_as(staff), staff).approve(claim, 1)

    assert select([changes], [], [], 1) == ([changes], [], [])
    assert changes.poll() == Change(frozenset({claim}))


def test_without_news_a_poll_returns_at_once_and_empty(changes):
    assert changes.poll() == Change()


def test_several_claims_come_in_one_message(shared_database, changes):
    claims = {a_claim(shared_database) for _ in range(3)}
    seen = set[int]()
    while seen < claims:
        seen |= heard(changes).ids

    shared_database.run(
        "UPDATE claims_claim SET loss_city = 'York' WHERE id = ANY (%s)", list(claims)
    )

    assert heard(changes).ids == claims


@pytest.mark.parametrize("payload", ["*", "17; DROP TABLE", ""])
def test_a_forged_or_vague_message_only_leads_to_asking_again_s26(
    shared_database, changes, payload
):
    shared_database.run("SELECT pg_notify('claims', %s)", payload)

    assert heard(changes, everything=True) == Change(everything=True)


def test_a_forged_message_of_a_person_only_names_claims_to_ask_for_s26(shared_database, changes):
    staff, forger = a_person(shared_database), a_person(shared_database, "user")
    claim = a_claim(shared_database)
    while claim not in heard(changes).ids:
        pass
    service = ClaimService(shared_database.sessions_as(staff), staff)
    before = service.detail(claim)

    with shared_database.connect_as(forger).cursor() as cursor:
        cursor.execute("SELECT pg_notify('claims', %s)", (str(claim),))

    assert heard(changes) == Change(frozenset({claim}))
    assert service.detail(claim) == before


def test_a_lost_connection_is_made_again_and_asks_for_everything(shared_database, changes):
    first = changes.fileno()
    shared_database.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%'"
        " AND datname = current_database()"
    )

    change = heard(changes, everything=True)

    assert first >= 0
    assert change == Change(everything=True)
    assert changes.fileno() >= 0


def test_while_the_server_is_away_polling_stays_quiet():
    with Changes("postgresql://nobody:x@127.0.0.1:9/nothing") as made:
        found = {made.poll() for _ in range(3)}

        assert found == {Change()}
        assert made.fileno() == -1
