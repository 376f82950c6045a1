"""Documents for the tests: a token service with a store, the desk's services, files to send."""

import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.codes import DocumentType
from app.database import engine
from app.objects import Bucket, LocalStore, S3Store, Signer, Store
from app.services.document_cache import DocumentCache
from app.services.documents import DocumentService
from app.services.token_client import TokenClient
from app.services.transfers import Transfers
from app.tokens.app import create_app
from app.tokens.keys import Access, Keys
from app.tokens.leases import Address
from app.tokens.objects import local_store
from app.tokens.passwords import Passwords
from app.tokens.service import Service
from app.worker.documents import check_documents
from app.worker.station import Station
from tests.hostile import pdf
from tests.seaweed import Seaweed
from tests.server import Database
from tests.token_service import QUICK, served, vault

PAGE = pdf(b"BT ET")


class Signed:
    """A session of a person at the token service, without a sign-in."""

    def __init__(self, place: str, access: str) -> None:
        self.place = place
        self._client = TokenClient(place)
        self._access = access

    def call(self, method: str, path: str, **request: Any) -> dict[str, Any]:
        return self._client.call(method, path, access=self._access, **request)

    def close(self) -> None:
        self._client.close()


@dataclass
class Archive:
    """A store behind a token service, and the worker that checks what arrives."""

    database: Database
    place: str
    keys: Keys
    store: Store
    root: Path | None = None
    bucket: str = ""
    client: Any = None
    keeping: DocumentCache | None = None
    _open: ExitStack = field(default_factory=ExitStack)
    _desks: dict[int, DocumentService] = field(default_factory=dict)
    _station: Station | None = None

    def session_of(self, person: Identity) -> Signed:
        access = Access(person.id, "test", self.database.family_of(person))
        signed = Signed(self.place, self.keys.sign(access))
        self._open.callback(signed.close)
        return signed

    def desk_of(self, person: Identity) -> DocumentService:
        if person.id not in self._desks:
            transfers = Transfers(self.session_of(person))
            sessions = self.database.sessions_as(person)
            service = DocumentService(sessions, person, transfers, self.keeping)
            self._open.callback(service.close)
            self._desks[person.id] = service
        return self._desks[person.id]

    @property
    def station(self) -> Station:
        if self._station is None:
            work: sessionmaker[Session] = sessionmaker(
                self.database.worker_engine(), expire_on_commit=False
            )
            self._station = Station(work, store=self.store)
        return self._station

    def check(self) -> int:
        return check_documents(self.station)

    def add_clean(self, person: Identity, claim: int, path: Path, **more: Any) -> int:
        """Add a file, let the worker accept it, and return the id of its version."""
        added = self.desk_of(person).add(claim, path, more.pop("type", DocumentType.PHOTO), **more)
        self.check()
        return added.document.newest.id

    def alter(self, version: int, content: bytes) -> None:
        """Change an object behind everybody's back."""
        statement = "SELECT object_key FROM claims_document_version WHERE id = %s"
        key = self.database.value(statement, version)
        if self.root:
            (self.root / "keys" / key).write_bytes(content)
        else:
            self.client.put_object(Bucket=self.bucket, Key=key, Body=content)

    def close(self) -> None:
        self._open.close()


@contextmanager
def archive(database: Database, root: Path) -> Iterator[Archive]:
    """Serve a local store over a real socket."""
    tokens = engine(database.tokens_dsn, pool_size=4)
    store, signer = local_store(tokens, root)
    with _serving(database, tokens, store, (store, signer)) as made:
        made.root = root
        yield made
    tokens.dispose()


@contextmanager
def bucket_archive(
    database: Database, seaweed: Seaweed, *, versions: bool = True
) -> Iterator[Archive]:
    """Serve a bucket of its own on a real S3 server."""
    tokens = engine(database.tokens_dsn, pool_size=4)
    client, name = seaweed.client(), f"docs-{uuid.uuid4().hex[:12]}"
    store = S3Store(Bucket(name), client)
    store.prepare() if versions else client.create_bucket(Bucket=name)
    with _serving(database, tokens, store, None) as made:
        made.bucket, made.client = name, client
        yield made
    tokens.dispose()


@contextmanager
def _serving(
    database: Database,
    tokens: Any,
    store: Store,
    local: tuple[LocalStore, Signer] | None,
) -> Iterator[Archive]:
    service = Service(tokens, Address.of(database.tokens_dsn), Passwords(QUICK), vault(), store)
    with served(create_app(service, local)) as place:
        made = Archive(database, place, service.keys, store)
        try:
            yield made
        finally:
            made.close()


def a_file(folder: Path, name: str = "report.pdf", content: bytes = PAGE) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
