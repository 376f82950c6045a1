"""A token service killed between an object and its row: the document comes, and nothing is lost."""

import hashlib
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.codes import DocumentType
from app.database import engine
from app.errors import Offline
from app.objects import LocalStore, S3Store, Store, digest_of
from app.objects.s3 import Bucket
from app.services.documents import DocumentService
from app.services.transfers import Transfers
from app.tokens.keys import Access, Keys
from app.worker.documents import check_documents
from app.worker.station import Station
from app.worker.stock import Disagreement, take_stock
from tests.documents import Signed, a_file
from tests.factories import a_claim, a_person
from tests.hostile import pdf
from tests.seaweed import ACCESS, SECRET
from tests.server import Database
from tests.token_service import vault
from tests.tokens.barrier import until
from tests.tokens.running import Running

WAITING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
FIRST, LATER = pdf(b"% sent before"), pdf(b"% sent as the service was killed")


@dataclass
class Office:
    """A token service in a process of its own, the store it signs for, and a desk."""

    database: Database
    store: Store
    environment: dict[str, Any]
    folder: Path
    person: Identity
    claim: int
    running: Running
    desk: DocumentService

    def send(self, content: bytes) -> int:
        path = a_file(self.folder, "estimate.pdf", content)
        return self.desk.add(self.claim, path, DocumentType.ESTIMATE).document.newest.id

    def kill_between_object_and_row(self, content: bytes) -> None:
        """Kill the service once the object lies in the store and its row is not written."""
        with (
            ThreadPoolExecutor(1) as sender,
            closing(psycopg2.connect(self.database.owner_dsn)) as barrier,
        ):
            barrier.cursor().execute("LOCK TABLE claims_document_version IN SHARE MODE")
            sending = sender.submit(self.send, content)
            until(lambda: self.database.value(WAITING) == 1)
            self.running.kill()
            with pytest.raises(Offline):
                sending.result()

    def start_again(self) -> None:
        before, more = self.running, {"port": self.running.port, **self.environment}
        self.running = Running(self.database.tokens_dsn, self.folder / "tokens.log", **more).wait()
        before.client.close()

    def take_stock(self) -> list[str]:
        """Take stock as the worker does and return the keys of stray objects."""
        self.station.stock_due = 0.0
        with suppress(Disagreement):
            take_stock(self.station)
        stray = "SELECT object_key FROM claims_document_fault WHERE kind = 'stray'"
        assert self.database.value("SELECT count(*) FROM claims_document_fault") == len(
            self.database.run(stray)
        )
        return [key for (key,) in self.database.run(stray)]

    @property
    def station(self) -> Station:
        work: Any = sessionmaker(self.database.worker_engine(), expire_on_commit=False)
        return Station(work, store=self.store)

    def digests(self) -> set[str]:
        """Return the digests of what the desk shows, from the contents themselves."""
        while check_documents(self.station):
            pass
        listed = self.desk.list(self.claim)
        opened = [self.desk.open(document.newest.id) for document in listed]
        return {hashlib.sha256(one.data).hexdigest() for one in opened}


@pytest.fixture(params=["directory", "bucket"])
def office(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> Iterator[Office]:
    environment = {"PRECEDENT_OBJECTS": str(tmp_path / "objects")}
    store: Store = LocalStore(tmp_path / "objects")
    if request.param == "bucket":
        seaweed = request.getfixturevalue("seaweed")
        bucket = Bucket(f"killed-{uuid.uuid4().hex[:8]}", seaweed.endpoint, "us-east-1")
        environment = {
            "PRECEDENT_S3_BUCKET": bucket.name,
            "PRECEDENT_S3_ENDPOINT": seaweed.endpoint,
            "PRECEDENT_S3_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": ACCESS,
            "AWS_SECRET_ACCESS_KEY": SECRET,
        }
        store = S3Store(bucket, seaweed.client())
        store.prepare()
    more: dict[str, Any] = dict(environment)
    running = Running(database.tokens_dsn, tmp_path / "tokens.log", **more).wait()
    person = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=person.id)
    tokens = engine(database.tokens_dsn)
    access = Keys(tokens, vault()).sign(Access(person.id, "test", database.family_of(person)))
    session = Signed(running.url, access)
    desk = DocumentService(database.sessions_as(person), person, Transfers(session))
    made = Office(database, store, environment, tmp_path, person, claim, running, desk)
    yield made
    desk.close()
    session.close()
    tokens.dispose()
    made.running.close()


def test_what_was_sent_as_the_service_was_killed_comes_when_it_is_sent_again(office: Office):
    office.send(FIRST)
    office.kill_between_object_and_row(LATER)

    rows = len(office.desk.list(office.claim))
    objects = len(set(office.store.keys()))
    office.start_again()
    office.send(LATER)

    assert (rows, objects) == (1, 2)
    assert len(set(office.store.keys())) == 2
    assert office.digests() == {hashlib.sha256(one).hexdigest() for one in (FIRST, LATER)}
    assert office.take_stock() == []


def test_what_nobody_sends_again_is_reported_as_stray_and_kept(office: Office):
    office.send(FIRST)
    office.kill_between_object_and_row(LATER)
    office.start_again()

    fresh = office.take_stock()
    office.database.run("UPDATE claims_upload SET begun_at = now() - interval '2 days'")
    stray = office.take_stock()

    assert fresh == []
    assert [key[-64:] for key in stray] == [hashlib.sha256(LATER).hexdigest()]
    with office.store.open(stray[0]) as content:
        assert digest_of(content) == hashlib.sha256(LATER).hexdigest()
    office.send(LATER)
    assert office.take_stock() == []
    assert office.digests() == {hashlib.sha256(one).hexdigest() for one in (FIRST, LATER)}
