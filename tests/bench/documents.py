"""Times documents: a large one sent and fetched in parts, and a claim with ten thousand of them.

The store is a real S3 server; its own client's transfer manager does the same for comparison.
"""

import argparse
import hashlib
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import psutil

from app.codes import DocumentType
from app.objects import PART
from app.services.documents import DocumentService
from tests.documents import Archive, bucket_archive
from tests.factories import a_claim, a_person
from tests.hostile import pdf
from tests.seaweed import shared_seaweed
from tests.server import Database, Server

GIGABYTE, MANY, TIMES = 2**30, 10_000, 9


class Watch:
    """Looks at the memory of this process all the time."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._stop = threading.Event()
        self.first = self.most = self._now()

    def _now(self) -> int:
        return int(self._process.memory_info().rss)

    def __enter__(self) -> Self:
        self.first = self.most = self._now()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stop.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stop.wait(0.05):
            self.most = max(self.most, self._now())


def main() -> None:
    """Print one line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed")
    parser.add_argument("--size", type=int, default=GIGABYTE, help="bytes of the large document")
    parser.add_argument("--many", type=int, default=MANY, help="documents of the one claim")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, shared_seaweed(Path(folder) / "s3") as seaweed:
        server = Server(Path(folder) / "pg")
        try:
            database = server.create()
            with bucket_archive(database, seaweed) as held:
                for line in transfers(database, held, Path(folder), asked.size):
                    print(line, flush=True)
            print(listing(database, asked.many))
        finally:
            server.close()


def transfers(database: Database, held: Archive, folder: Path, size: int) -> Iterator[str]:
    """Send and fetch one large document by the desk, and an object as large by boto3."""
    database.run("UPDATE claims_document_policy SET largest = 2147483648")
    person = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=person.id)
    desk, path, copy = held.desk_of(person), folder / "large.pdf", folder / "copy.pdf"
    write(path, size)
    ours = rates("desk", path, copy, *by_desk(database, desk, claim))
    yield ours[0]
    for name, threads in (("boto3, one thread", False), ("boto3, its ten threads", True)):
        theirs = rates(name, path, copy, *by_boto(held, threads=threads))
        yield theirs[0]
        up, down = (mine / other for mine, other in zip(ours[1], theirs[1], strict=True))
        yield f"the desk against {name}: sent {up:.2f} x, fetched {down:.2f} x"


Move = Callable[[Path], object]


def by_desk(database: Database, desk: DocumentService, claim: int) -> tuple[Move, Move]:
    """Return how a desk sends and fetches, digests and checks included."""

    def fetch(copy: Path) -> None:
        (document,) = desk.list(claim)
        version = document.newest.id
        database.run("UPDATE claims_document_version SET state = 'clean' WHERE id = %s", version)
        desk.save(version, copy)

    return lambda path: desk.add(claim, path, DocumentType.OTHER), fetch


def by_boto(held: Archive, *, threads: bool) -> tuple[Move, Move]:
    """Return how boto3's transfer manager does it, in parts of the same size."""
    from boto3.s3.transfer import TransferConfig

    config = TransferConfig(multipart_threshold=PART, multipart_chunksize=PART, use_threads=threads)
    at: dict[str, Any] = {"Bucket": held.bucket, "Key": "large"}
    more = {"ChecksumAlgorithm": "SHA256"}

    def send(path: Path) -> None:
        held.client.upload_file(str(path), *at.values(), ExtraArgs=more, Config=config)

    def fetch(copy: Path) -> None:
        held.client.download_file(*at.values(), str(copy), Config=config)

    return send, fetch


def rates(
    who: str, path: Path, copy: Path, send: Move, fetch: Move
) -> tuple[str, tuple[float, float]]:
    """Return a line and the bytes a second, sent and fetched."""
    told, found = [], []
    for name, work, place in (("sent", send, path), ("fetched", fetch, copy)):
        with Watch() as watch, timed() as took:
            work(place)
        rate = path.stat().st_size / took[0]
        found.append(rate)
        grown = (watch.most - watch.first) / 1e6
        told.append(f"{name} {rate / 1e6:.0f} MB/s, memory + {grown:.0f} MB")
    assert digest(copy) == digest(path)
    copy.unlink()
    size = path.stat().st_size / 2**20
    return f"{who} {size:,.0f} MiB: {'; '.join(told)}", (found[0], found[1])


@contextmanager
def timed() -> Iterator[list[float]]:
    """Fill in the seconds that the block takes."""
    took, since = [0.0], time.perf_counter()
    yield took
    took[0] = time.perf_counter() - since


def write(path: Path, size: int) -> None:
    """Write a PDF of one page, as large as asked, with noise in front of its end."""
    head, _, tail = pdf().partition(b"\nxref")
    with path.open("wb") as file:
        file.write(head + b"\n")
        while file.tell() < size:
            file.write(b"% " + os.urandom(2**19).hex().encode() + b"\n")
        file.write(b"xref" + tail)


def digest(path: Path) -> str:
    """Return the digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listing(database: Database, many: int) -> str:
    """Return how long the list of a claim with many documents takes, and to filter it."""
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from app.services.transfers import Transfers
    from app.ui.documents.rows import DocumentRows

    person = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=person.id)
    fill(database, claim, many)
    nobody: Any = None
    desk = DocumentService(database.sessions_as(person), person, Transfers(nobody))
    application = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    assert application
    holder = QObject()
    rows = DocumentRows(holder)
    found = desk.list(claim)
    assert len(found) == many
    asked = median(lambda: desk.list(claim))

    def show() -> None:
        rows.show_documents(())
        rows.show_documents(found)

    def seek() -> None:
        rows.show_documents(found, "photo 77")
        rows.show_documents(found)

    shown, sought = median(show), median(seek)
    return (
        f"{many:,} documents of a claim: listed in {asked:.0f} ms, shown in {shown:.0f} ms, "
        f"filtered in {sought:.0f} ms"
    )


def fill(database: Database, claim: int, many: int) -> None:
    """Give a claim many documents of one version each."""
    database.run(
        "WITH made AS (INSERT INTO claims_document (claim_id, document_type)"
        " SELECT %s, 'photo' FROM generate_series(1, %s) RETURNING id)"
        " INSERT INTO claims_document_version (document_id, claim_id, number, object_key, name,"
        " size, sha256, media_type, state)"
        " SELECT id, %s, 1, 'claims/' || gen_random_uuid() || '/' || repeat('a', 64),"
        " 'photo ' || id || '.jpg', 3, repeat('a', 64), 'image/jpeg', 'clean' FROM made",
        claim,
        many,
        claim,
    )


def median(work: Callable[[], object]) -> float:
    """Return the median of some calls in milliseconds."""
    took = []
    for _ in range(TIMES):
        with timed() as seconds:
            work()
        took.append(seconds[0] * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
