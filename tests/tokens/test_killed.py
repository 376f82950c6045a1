"""A token service killed while people decide and import: nothing is lost, nothing half done."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.errors import Offline
from app.services.audit import AuditService
from app.services.decisions import DecisionService
from app.services.imports import ImportService
from app.services.session import Session, sign_in
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.token_service import HASHED, PASSWORD
from tests.tokens.barrier import held_up
from tests.tokens.running import Running

HEADER = "claim_number,policy_number,claim_type,loss_date,amount\n"
APPROVED = [("triaged", "in_review"), ("in_review", "approved")]


class Mortal:
    """A token service that is killed, and started again where it was."""

    def __init__(self, database: Database, log: Path) -> None:
        self._database, self._log = database, log
        self.running = Running(database.tokens_dsn, log).wait()

    def kill(self) -> None:
        self.running.kill()

    def start_again(self) -> None:
        before = self.running
        self.running = Running(self._database.tokens_dsn, self._log, port=before.port).wait()
        before.client.close()


@pytest.fixture
def service(database: Database, tmp_path: Path) -> Iterator[Mortal]:
    made = Mortal(database, tmp_path / "tokens.log")
    yield made
    made.running.close()


@pytest.fixture
def wilma(database: Database) -> Identity:
    person = a_person(database, supervisor=True, authority_limit=Decimal(25000))
    database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, HASHED)
    return person


@pytest.fixture
def session(service: Mortal, wilma: Identity) -> Iterator[Session]:
    made = sign_in(service.running.url, wilma.username, PASSWORD)
    yield made
    made.close()


def decisions(session: Session) -> DecisionService:
    return DecisionService(sessionmaker(session.engine), session.identity)


def age(session: Session, left: timedelta) -> None:
    """Let the lease have so long to go."""
    held = session.source()
    session.source._lease = replace(held, expires_at=datetime.now(UTC) + left)


def killed_in_a_lease(database: Database, service: Mortal, work: Callable[[], object]) -> object:
    """Do *work*, which asks for a lease, and kill the service in the middle of that."""
    with ThreadPoolExecutor(1) as desk, held_up(database, "auth.refresh_token") as waits_for:
        working = desk.submit(work)
        waits_for(1)
        service.kill()
        return working.result()


def test_a_decision_outlives_the_service_that_was_to_renew_its_lease(
    database: Database, service: Mortal, session: Session
):
    first, second = a_claim(database), a_claim(database)
    age(session, timedelta(minutes=2))

    approved = killed_in_a_lease(
        database, service, lambda: decisions(session).approve(first, 1).status
    )
    service.start_again()

    assert approved == "approved"
    assert steps_of(database, first) == APPROVED
    age(session, timedelta(0))
    assert decisions(session).approve(second, 1).status == "approved"


def test_a_decision_whose_lease_dies_with_the_service_is_refused_whole_and_made_later(
    database: Database, service: Mortal, session: Session
):
    claim = a_claim(database)
    age(session, timedelta(0))

    with pytest.raises(Offline):
        killed_in_a_lease(database, service, lambda: decisions(session).approve(claim, 1))
    before = steps_of(database, claim)
    service.start_again()

    assert before == []
    assert decisions(session).approve(claim, 1).status == "approved"
    assert steps_of(database, claim) == APPROVED


def test_a_sign_in_that_dies_with_the_service_leaves_no_session_and_can_be_repeated(
    database: Database, service: Mortal, wilma: Identity
):
    with (
        ThreadPoolExecutor(1) as desk,
        held_up(database, "auth.password") as waits_for,
    ):
        signing = desk.submit(sign_in, service.running.url, wilma.username, PASSWORD)
        waits_for(1)
        service.kill()
        with pytest.raises(Offline):
            signing.result()
    left = database.value("SELECT count(*) FROM auth.refresh_token")
    service.start_again()

    again = sign_in(service.running.url, wilma.username, PASSWORD)

    assert left == 0
    assert again.identity == wilma
    again.close()


def test_an_import_goes_on_without_the_service_and_comes_in_once(
    database: Database, service: Mortal, session: Session, tmp_path: Path
):
    path = tmp_path / "march.csv"
    lines = [f"EXT-{number},POL-1,motor,2026-01-02,10\n" for number in range(300)]
    path.write_text(HEADER + "".join(lines))
    imports = ImportService(sessionmaker(session.engine), session.identity)
    killed: list[int] = []

    def kill(done: int, _total: int, /) -> None:
        service.kill()
        killed.append(done)

    first = imports.bring_in(path, progress=kill)
    service.start_again()
    age(session, timedelta(0))
    second = imports.bring_in(path)

    assert killed == [300]
    assert (first.inserted, second) == (300, first)
    assert database.value("SELECT count(*) FROM claims_claim") == 300
    auditor = AuditService(sessionmaker(database.worker_engine()), Identity.system())
    assert auditor.verify().faults == ()
