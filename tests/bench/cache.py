"""Times the opening of documents: fetched, at hand, and the question that is always asked.

The last figure is the bound: whoever opens a document asks the database for the right to and is put
on record, so no cache anywhere can answer faster than that.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from app.codes import DocumentType
from app.services.document_cache import DocumentCache
from app.services.documents import DocumentService
from app.services.transfers import Transfers
from tests.documents import Archive, archive
from tests.factories import a_claim, a_person
from tests.server import Database, Server

COUNT, SIZE = 20, 2_000_000


def main() -> None:
    """Print one line of medians in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed")
    parser.add_argument("--size", type=int, default=SIZE, help="bytes of each document")
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory() as place:
        server = Server(Path(place) / "pg")
        try:
            database = server.create()
            with archive(database, Path(place) / "objects") as held:
                print(measure(database, held, Path(place), size))
        finally:
            server.close()


def measure(database: Database, held: Archive, place: Path, size: int) -> str:
    """Return how long a document takes to open, by where its content is."""
    person = a_person(database)
    claim = a_claim(database, "in_review", assigned_to=person.id)
    sender = held.desk_of(person)
    for number in range(COUNT):
        sender.add(claim, a_photo(place / f"{number}.jpg", size), DocumentType.PHOTO)
    while held.check():
        pass
    ids = [document.newest.id for document in sender.list(claim)]
    cache = DocumentCache(place / "kept", os.urandom(32))
    desk = DocumentService(sender._sessions, person, Transfers(held.session_of(person)), cache)
    told = {
        "fetched": median(desk.open, ids),
        "at hand": median(desk.open, ids),
        "the question alone": median(desk._ask, ids),
    }
    desk.close()
    figures = ", ".join(f"{name} {value:.1f} ms" for name, value in told.items())
    return f"{COUNT} documents of {size / 1e6:.1f} MB: {figures}"


def a_photo(path: Path, size: int) -> Path:
    """Write a photo of noise of about *size* bytes."""
    side = int((size / 1.9) ** 0.5)
    Image.frombytes("RGB", (side, side), os.urandom(3 * side * side)).save(path, quality=90)
    return path


def median(work: Callable[[int], object], ids: Sequence[int]) -> float:
    """Return the median of one call for each document."""
    took = []
    for version in ids:
        since = time.perf_counter()
        work(version)
        took.append((time.perf_counter() - since) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main()
