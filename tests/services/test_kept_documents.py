"""Documents at hand: read without a transfer, never without the right to, and let go in time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.access import Identity
from app.errors import NotFound, Refused
from app.services.document_cache import DocumentCache
from app.services.documents import DocumentService
from app.services.transfers import Altered, Transfers
from tests.documents import PAGE, Archive, a_file, archive
from tests.factories import a_claim, a_person
from tests.hostile import pdf
from tests.server import Database

KEY = b"k" * 32


@pytest.fixture(scope="module")
def held(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
        yield made


@pytest.fixture(scope="module")
def adjuster(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture
def claim(shared_database: Database, adjuster: Identity) -> int:
    return a_claim(shared_database, "in_review", assigned_to=adjuster.id)


@pytest.fixture
def cache(tmp_path: Path) -> DocumentCache:
    return DocumentCache(tmp_path / "kept", KEY)


@pytest.fixture(scope="module")
def sessions(shared_database: Database, adjuster: Identity) -> Any:
    return shared_database.sessions_as(adjuster)


@pytest.fixture
def desk(
    held: Archive, adjuster: Identity, sessions: Any, cache: DocumentCache
) -> Iterator[DocumentService]:
    made = DocumentService(sessions, adjuster, Transfers(held.session_of(adjuster)), cache)
    yield made
    made.close()


@pytest.fixture
def version(held: Archive, adjuster: Identity, claim: int, tmp_path: Path) -> int:
    return held.add_clean(adjuster, claim, a_file(tmp_path))


def looks(database: Database, claim: int) -> list[bool]:
    """Return the looks in a claim's history, and whether each was ahead of somebody's."""
    told: list[tuple[dict[str, Any]]] = database.run(
        "SELECT detail FROM claims_event WHERE claim_id = %s AND kind = 'opened' ORDER BY seq",
        claim,
    )
    return [detail.get("ahead", False) for (detail,) in told]


def give_away(database: Database, claim: int) -> None:
    """Let a colleague elsewhere have the claim, out of the adjuster's sight."""
    other = a_person(database, region="south")
    database.run(
        "UPDATE claims_claim SET assigned_to = %s, region = 'south' WHERE id = %s",
        other.id,
        claim,
    )


def test_a_document_that_was_read_is_read_again_without_the_store(
    held: Archive, desk: DocumentService, claim: int, version: int
):
    first = desk.open(version)
    held.alter(version, pdf(b"% forged"))

    again = desk.open(version)

    assert first.data == again.data == PAGE
    assert desk.kept.figures().rate == 0.5
    assert looks(held.database, claim) == [False, False]


def test_nothing_that_was_altered_is_kept_s29(
    held: Archive, desk: DocumentService, cache: DocumentCache, version: int
):
    held.alter(version, pdf(b"% forged"))

    with pytest.raises(Altered):
        desk.open(version)

    assert cache.figures().held == 0


def test_what_is_kept_is_not_opened_once_the_claim_is_out_of_sight(
    held: Archive, desk: DocumentService, cache: DocumentCache, claim: int, version: int
):
    desk.open(version)
    give_away(held.database, claim)

    with pytest.raises(NotFound):
        desk.open(version)

    desk.kept.hear(frozenset({claim}))
    assert cache.figures().held == 0


def test_what_is_kept_is_not_opened_once_it_is_in_quarantine_s30(
    held: Archive, desk: DocumentService, cache: DocumentCache, version: int
):
    desk.open(version)
    held.database.run(
        "UPDATE claims_document_version SET state = 'quarantined' WHERE id = %s", version
    )

    with pytest.raises(Refused, match="quarantine"):
        desk.open(version)

    desk.kept.hear(None)
    assert cache.figures().held == 0


def test_news_leave_what_may_still_be_opened(
    desk: DocumentService, cache: DocumentCache, claim: int, version: int
):
    desk.open(version)

    for news in (frozenset({claim}), frozenset({claim + 1}), None):
        desk.kept.hear(news)

    assert cache.figures().held == 1


def test_what_was_opened_longer_than_a_day_ago_is_let_go(
    held: Archive, desk: DocumentService, cache: DocumentCache, version: int
):
    desk.open(version)
    held.database.run("UPDATE claims_opening SET at = now() - interval '25 hours'")

    desk.kept.hear(None)

    assert cache.figures().held == 0


def test_the_documents_of_the_next_claim_are_fetched_ahead_once_and_on_record(
    held: Archive, desk: DocumentService, claim: int, version: int
):
    fetched = [desk.kept.fetch_ahead(claim) for _ in range(2)]
    held.alter(version, pdf(b"% forged"))

    opened = desk.open(version)

    assert fetched == [1, 0]
    assert opened.data == PAGE
    assert looks(held.database, claim) == [True, False]
    assert desk.kept.figures().rate == 1.0


def test_only_what_is_accepted_and_of_moderate_size_is_fetched_ahead(
    held: Archive,
    desk: DocumentService,
    claim: int,
    version: int,
    monkeypatch: pytest.MonkeyPatch,
):
    size = held.database.value("SELECT size FROM claims_document_version WHERE id = %s", version)

    monkeypatch.setattr("app.services.kept_documents.AHEAD_LARGEST", size - 1)
    assert desk.kept.fetch_ahead(claim) == 0

    monkeypatch.undo()
    held.database.run(
        "UPDATE claims_document_version SET state = 'rejected' WHERE id = %s", version
    )
    assert desk.kept.fetch_ahead(claim) == 0


def test_where_the_rules_forbid_it_nothing_is_kept_and_what_was_kept_is_let_go(
    held: Archive, desk: DocumentService, cache: DocumentCache, claim: int, version: int
):
    desk.open(version)
    held.database.run("UPDATE claims_document_policy SET kept_on_desks = false")

    try:
        ahead = desk.kept.fetch_ahead(claim)
        opened = desk.open(version)
    finally:
        held.database.run("UPDATE claims_document_policy SET kept_on_desks = true")

    assert ahead == 0
    assert opened.data == PAGE
    assert cache.figures().held == 0


def test_after_signing_out_nothing_is_left_and_nothing_comes(
    desk: DocumentService, version: int, tmp_path: Path
):
    desk.open(version)

    desk.kept.end()
    desk.open(version)

    assert not (tmp_path / "kept").exists()


def test_the_servers_count_how_many_looks_needed_no_transfer(
    held: Archive, desk: DocumentService, claim: int, version: int
):
    held.database.run("DELETE FROM claims_opening")
    desk.kept.fetch_ahead(claim)
    for _ in range(3):
        desk.open(version)
    held.database.run("UPDATE claims_opening SET at = now() - interval '1 minute'")

    ((looked, at_hand),) = held.database.run("SELECT looks, at_hand FROM document_looks()")

    assert (looked, at_hand) == (3, 3)


def test_a_desk_that_keeps_nothing_reads_all_the_same(
    held: Archive, adjuster: Identity, claim: int, version: int
):
    desk = held.desk_of(adjuster)

    assert desk.open(version).data == PAGE
    assert desk.kept.fetch_ahead(claim) == 0
    desk.kept.hear(None)
    assert desk.kept.figures().held == 0
