"""A primary that dies: the desktop reads on from a real standby, says so, and writes again."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import sessionmaker

from app import database as databases
from app.access import Identity
from app.database import Lease, engine
from app.errors import ReadOnly
from app.services import changes
from app.services.changes import Changes
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.queue_filter import QueueFilter
from tests.factories import a_person
from tests.server import Database, Server
from tests.services.desk import a_scored_claim, steps_of
from tests.services.test_read_only import everything
from tests.standby import Standby, kill
from tests.tokens.barrier import until

APPROVED = [("triaged", "in_review"), ("in_review", "approved")]


@pytest.fixture
def primary(tmp_path: Path) -> Iterator[Database]:
    """A database on a server of its own that may be killed."""
    server = Server(tmp_path / "primary")
    yield server.create()
    server.close()


@pytest.fixture
def standby(primary: Database, tmp_path: Path) -> Iterator[Standby]:
    made = Standby(tmp_path / "standby", primary)
    yield made
    made.cluster.remove()


@pytest.fixture
def maya(primary: Database) -> Identity:
    return a_person(primary, authority_limit=Decimal(25000))


@pytest.fixture
def claims(primary: Database) -> list[int]:
    return [a_scored_claim(primary, score) for score in (60, 40)]


@pytest.fixture
def lease(standby: Standby, maya: Identity, claims: list[int]) -> Lease:
    assert claims
    return standby.lease_of_both(maya)


@pytest.fixture
def opened(lease: Lease, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(databases, "DOUBT", 0.0)
    monkeypatch.setattr(changes, "DOUBT", 0.0)
    made = engine(lambda: lease)
    yield made
    made.dispose()


def port(opened: Engine) -> int:
    with opened.connect() as connection:
        found: int = connection.execute(text("SELECT inet_server_port()")).scalar_one()
        return found


def seen(opened: Engine, maya: Identity) -> list[int]:
    service = ClaimService(sessionmaker(opened), maya)
    return [row.id for row in service.queue(QueueFilter()).rows]


def test_a_desktop_reads_on_from_the_standby_and_decides_once_that_took_over_s33(
    primary: Database,
    standby: Standby,
    maya: Identity,
    claims: list[int],
    lease: Lease,
    opened: Engine,
):
    decisions = DecisionService(sessionmaker(opened), maya)
    with Changes(lambda: lease) as source:
        everything(source)
        before = source.read_only
        decisions.approve(claims[0], 2)
        standby.catch_up()

        kill(primary.server.cluster)
        everything(source)
        during = source.read_only
        rows = seen(opened, maya)
        with pytest.raises(ReadOnly):
            decisions.approve(claims[1], 2)

        standby.promote()
        until(lambda: bool(everything(source)) and not source.read_only)
        approved = decisions.approve(claims[1], 2)

    assert (before, during) == (False, True)
    assert rows == [claims[1]]
    assert approved.status == "approved"
    assert port(opened) == standby.port


def test_a_pool_leaves_the_standby_when_the_primary_is_back_s33(
    primary: Database, standby: Standby, maya: Identity, claims: list[int], opened: Engine
):
    there = port(opened)
    kill(primary.server.cluster)
    away = port(opened)
    primary.server.cluster.start(there)

    back = port(opened)

    assert (away, back) == (standby.port, there)
    DecisionService(sessionmaker(opened), maya).approve(claims[0], 2)
    assert steps_of(primary, claims[0]) == APPROVED


def test_a_standby_shows_a_person_what_the_primary_would_and_no_more_s33(
    primary: Database, standby: Standby, maya: Identity, claims: list[int], opened: Engine
):
    hidden = a_scored_claim(primary, 90, region="south")
    standby.catch_up()
    kill(primary.server.cluster)

    rows = seen(opened, maya)

    assert hidden not in rows
    assert set(rows) == set(claims)


def test_a_lease_that_ended_opens_nothing_at_the_standby_either_s33(
    primary: Database, standby: Standby, opened: Engine
):
    port(opened)
    primary.run("UPDATE auth.db_session SET revoked = true")
    standby.catch_up()
    kill(primary.server.cluster)

    with opened.connect() as connection:
        found = connection.execute(text("SELECT count(*) FROM claims_claim")).scalar_one()

    assert found == 0
