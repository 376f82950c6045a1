"""Lines that are cut, stores that are full: the desk says so in a sentence and loses nothing."""

import errno
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest
from PIL import Image

from app.access import Identity
from app.codes import DocumentType
from app.errors import AppError, BadFile, Offline, Refused
from app.objects import PART, NoRoom, S3Store, Spec, digest_of
from app.progress import Cancelled
from app.services.documents import DocumentService
from app.services.pieces import Digests, digests_of
from app.services.transfers import Transfers
from tests.cut_line import Diverted, Line, a_line
from tests.documents import Archive, a_file, archive, bucket_archive
from tests.factories import a_claim, a_person
from tests.server import Database

TENTHS = [*range(0, 100, 10), 99]
FULL = b"HTTP/1.1 507 Insufficient Storage\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module", params=["directory", "bucket"])
def held(
    request: pytest.FixtureRequest,
    shared_database: Database,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Archive]:
    if request.param == "directory":
        with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
            yield made
    else:
        with bucket_archive(shared_database, request.getfixturevalue("seaweed")) as made:
            yield made


@pytest.fixture(scope="module")
def adjuster(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture
def claim(shared_database: Database, adjuster: Identity) -> int:
    return a_claim(shared_database, "in_review", assigned_to=adjuster.id)


@pytest.fixture(scope="module")
def line(held: Archive) -> Iterator[Line]:
    with a_line(held.client.meta.endpoint_url if held.client else held.place) as made:
        yield made


@pytest.fixture(scope="module")
def desk(held: Archive, adjuster: Identity, line: Line) -> Iterator[DocumentService]:
    """A desk whose contents travel over a line that can be cut."""
    sessions = held.database.sessions_as(adjuster)
    session: Any = Diverted(held.session_of(adjuster), line)
    made = DocumentService(sessions, adjuster, Transfers(session))
    yield made
    made.close()


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan that is sent in two parts."""
    path = tmp_path_factory.mktemp("scans") / "scan.png"
    side = 2500
    noise = Image.effect_noise((side, side), 50).convert("RGB")
    noise.save(path, compress_level=0)
    assert PART < path.stat().st_size < 2 * PART
    return path


@pytest.fixture(autouse=True)
def mended(line: Line) -> Iterator[None]:
    yield
    line.mend()
    line.answer_with(b"")


def the_one_version(database: Database, claim: int) -> tuple[int, str, str]:
    """Return id, key and digest of the only version of the only document."""
    statement = (
        "SELECT v.id, v.object_key, v.sha256 FROM claims_document_version v"
        " JOIN claims_document d ON d.id = v.document_id WHERE d.claim_id = %s"
    )
    ((version, key, digest),) = database.run(statement, claim)
    return version, key, digest


def accept(database: Database, version: int) -> None:
    database.run("UPDATE claims_document_version SET state = 'clean' WHERE id = %s", version)


def arrived(held: Archive, claim: int) -> int:
    """Return how much of the claim's unfinished upload lies in the store."""
    statement = "SELECT id, sha256, size, media_type, multipart FROM claims_upload WHERE {}"
    ((upload, digest, size, kind, multipart),) = held.database.run(
        statement.format("claim_id = %s AND version_id IS NULL"), claim
    )
    spec = Spec(f"claims/{upload}/{digest}", size, digest, kind)
    return sum(part.size for part in held.store.parts(spec, multipart))


@pytest.mark.parametrize("tenth", TENTHS)
def test_an_upload_that_is_cut_loses_nothing_and_goes_on_where_it_was(
    held: Archive, desk: DocumentService, claim: int, line: Line, scan: Path, tenth: int
):
    size = scan.stat().st_size
    line.cut_after(size * tenth // 100)

    with pytest.raises(Offline, match=r"was cut\. Try again; what arrived is kept"):
        desk.add(claim, scan, DocumentType.PHOTO)
    nothing = desk.list(claim)
    missing = size - arrived(held, claim)
    line.mend()
    desk.add(claim, scan, DocumentType.PHOTO)

    version, key, digest = the_one_version(held.database, claim)
    with held.store.open(key) as content:
        assert digest_of(content) == digest == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert nothing == ()
    assert line.carried < missing + 2**16
    accept(held.database, version)
    assert desk.open(version).data == scan.read_bytes()


@pytest.mark.parametrize("number", [1, 2])
def test_a_part_that_arrived_before_is_not_sent_again(
    held: Archive,
    adjuster: Identity,
    desk: DocumentService,
    claim: int,
    line: Line,
    scan: Path,
    number: int,
):
    line.cut_after(0)
    with pytest.raises(Offline):
        desk.add(claim, scan, DocumentType.PHOTO)
    part = scan.read_bytes()[(number - 1) * PART : number * PART]
    send_part(held, adjuster, claim, number, part)
    line.mend()

    desk.add(claim, scan, DocumentType.PHOTO)

    version, _, _ = the_one_version(held.database, claim)
    accept(held.database, version)
    assert line.carried < scan.stat().st_size - len(part) + 2**16
    assert desk.open(version).data == scan.read_bytes()


def send_part(held: Archive, person: Identity, claim: int, number: int, content: bytes) -> None:
    """Send one part of the claim's unfinished upload past the line."""
    session = held.session_of(person)
    upload = held.database.value("SELECT id FROM claims_upload WHERE claim_id = %s", claim)
    wanted = {"number": number, "sha256": hashlib.sha256(content).hexdigest()}
    asked = {"parts": [wanted]}
    (told,) = session.call("POST", f"/v1/uploads/{upload}/parts", json=asked)["parts"]
    url = urljoin(session.place, told["url"])
    assert httpx.put(url, headers=told["headers"], content=content).is_success


def test_a_person_who_stops_an_upload_finds_what_arrived_when_it_is_sent_again(
    held: Archive, desk: DocumentService, claim: int, scan: Path
):
    def stop(done: int, total: int, /) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.add(claim, scan, DocumentType.PHOTO, progress=stop)
    nothing = desk.list(claim)
    desk.add(claim, scan, DocumentType.PHOTO)

    version, _, _ = the_one_version(held.database, claim)
    accept(held.database, version)
    assert nothing == ()
    assert desk.open(version).data == scan.read_bytes()


def test_a_file_that_changes_while_it_is_sent_is_refused_in_a_sentence(
    desk: DocumentService, claim: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = a_file(tmp_path, "notes.txt", b"a" * (PART + 2**20))

    def change(path: Path, **more: Any) -> Digests:
        found = digests_of(path, **more)
        path.write_bytes(b"b" * found.size)
        return found

    monkeypatch.setattr("app.services.announcing.digests_of", change)

    with pytest.raises(BadFile, match="changed while it was sent"):
        desk.add(claim, path, DocumentType.OTHER)

    assert desk.list(claim) == ()


@pytest.fixture(scope="module")
def stored(held: Archive, adjuster: Identity, desk: DocumentService, line: Line, scan: Path) -> int:
    line.mend()
    claim = a_claim(held.database, "in_review", assigned_to=adjuster.id)
    version = desk.add(claim, scan, DocumentType.PHOTO).document.newest.id
    accept(held.database, version)
    return version


@pytest.mark.parametrize("tenth", TENTHS)
def test_a_download_that_is_cut_shows_nothing_and_comes_whole_when_the_line_is_back(
    desk: DocumentService, stored: int, line: Line, scan: Path, tmp_path: Path, tenth: int
):
    line.cut_after(scan.stat().st_size * tenth // 100)

    with pytest.raises(Offline, match="was cut"):
        desk.save(stored, tmp_path / "copy.png")
    left = list(tmp_path.iterdir())
    line.mend()

    assert left == []
    assert desk.open(stored).data == scan.read_bytes()


def test_a_download_that_is_cut_once_goes_on_from_there_by_itself(
    desk: DocumentService, stored: int, line: Line, scan: Path
):
    size = scan.stat().st_size
    line.cut_after(size // 2, once=True)

    opened = desk.open(stored)

    assert opened.data == scan.read_bytes()
    assert size < line.carried < 1.25 * size


def test_a_store_that_is_full_says_so_and_takes_the_document_once_there_is_room(
    held: Archive, desk: DocumentService, claim: int, line: Line, scan: Path
):
    line.answer_with(FULL)

    with pytest.raises(Refused, match=r"document store is full\. Nothing was lost"):
        desk.add(claim, scan, DocumentType.PHOTO)

    assert desk.list(claim) == ()
    line.answer_with(b"")
    desk.add(claim, scan, DocumentType.PHOTO)
    version, _, _ = the_one_version(held.database, claim)
    accept(held.database, version)
    assert desk.open(version).data == scan.read_bytes()


def test_a_full_disk_of_the_servers_is_told_in_a_sentence_and_nothing_half_is_kept(
    held: Archive,
    desk: DocumentService,
    claim: int,
    scan: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("app.objects.local.os.fsync", _full_disk)
    monkeypatch.setattr(S3Store, "_join", _full_bucket)
    before = set(held.store.keys())

    with pytest.raises(AppError, match="The document store is full"):
        desk.add(claim, scan, DocumentType.PHOTO)

    monkeypatch.undo()
    assert desk.list(claim) == ()
    assert set(held.store.keys()) == before
    desk.add(claim, scan, DocumentType.PHOTO)
    version, _, _ = the_one_version(held.database, claim)
    accept(held.database, version)
    assert desk.open(version).data == scan.read_bytes()


def _full_disk(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _full_bucket(*_told: object) -> None:
    raise NoRoom("The document store is full. Tell an administrator.")
