"""The audit on paper: pages in order, long words that break, nothing that is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import AppError
from app.services.audit_views import AuditEntry
from app.ui.audit.pdf import EMPTY, write_pdf
from tests.paper import pages

pytestmark = pytest.mark.usefixtures("theme")


def an_entry(number: int, note: str | None = None) -> AuditEntry:
    return AuditEntry(
        id=number,
        at=datetime(2026, 3, 2, 14, 5, 9, tzinfo=UTC),
        claim_id=1,
        number="MOT-2026-000123-K",
        seq=number,
        actor=None,
        kind="status",
        from_status="triaged",
        to_status="in_review",
        reason=None,
        note=note,
        hash=f"{number:064x}",
    )


def test_every_event_is_on_one_of_the_pages_which_are_numbered(tmp_path: Path):
    path = tmp_path / "audit.pdf"

    written = write_pdf(
        path, [(an_entry(1), an_entry(2)), tuple(map(an_entry, range(3, 101)))], about="All events"
    )

    found = pages(path)
    assert (written, len(found)) == (100, 5)
    assert [page for number, page in enumerate(found, 1) if f"Page {number}" not in page] == []
    whole = " ".join(found)
    hashes = [f"{number:064x}" for number in range(1, 101)]
    assert [h for h in hashes if f"{h[:32]} {h[32:]}" not in whole] == []
    assert "02 Mar 2026, 14:05:09 MOT-2026-000123-K 100 Precedent Moved" in whole
    assert whole.count("100 events") == 1


def test_a_long_note_is_broken_between_words_and_a_long_word_within(tmp_path: Path):
    path = tmp_path / "audit.pdf"
    note = "The estimate names another car than the photographs do. " + "x" * 90

    write_pdf(path, [(an_entry(1, note),)], about="All events")

    [page] = pages(path)
    assert "The estimate names another car than the photographs do." in page
    assert page.count("x") >= 90
    assert "x" * 90 not in page


def test_an_export_of_nothing_says_so(tmp_path: Path):
    path = tmp_path / "audit.pdf"

    assert write_pdf(path, [], about="Opened") == 0

    assert EMPTY in pages(path)[0]


def test_a_failure_in_the_middle_leaves_the_former_file(tmp_path: Path):
    path = tmp_path / "audit.pdf"
    path.write_text("the former one")

    def broken() -> Iterator[tuple[AuditEntry, ...]]:
        yield (an_entry(1),)
        raise AppError("The database could not be reached.")

    with pytest.raises(AppError, match="reached"):
        write_pdf(path, broken(), about="All events")

    assert path.read_text() == "the former one"
    assert list(tmp_path.iterdir()) == [path]
