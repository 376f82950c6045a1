"""Rows and objects are compared, contents are read again, and nothing is ever removed."""

import hashlib
import io
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.access import Identity
from app.objects import Spec
from app.worker.stock import EVERY, Disagreement, take_stock
from tests.documents import PAGE, Archive, a_file, archive
from tests.factories import a_claim, a_person
from tests.hostile import pdf
from tests.server import Database, ask


@pytest.fixture
def held(database: Database, tmp_path: Path) -> Iterator[Archive]:
    with archive(database, tmp_path / "objects") as made:
        yield made


@pytest.fixture
def adjuster(database: Database) -> Identity:
    return a_person(database)


@pytest.fixture
def claim(database: Database, adjuster: Identity) -> int:
    return a_claim(database, "in_review", assigned_to=adjuster.id)


def faults(database: Database) -> list[tuple[str, str]]:
    statement = "SELECT kind, object_key FROM claims_document_fault ORDER BY kind"
    return [(kind, key) for kind, key in database.run(statement)]


def key_of(database: Database, version: int) -> str:
    statement = "SELECT object_key FROM claims_document_version WHERE id = %s"
    key: str = database.value(statement, version)
    return key


def count_again(held: Archive) -> int:
    held.station.stock_due = 0.0
    return take_stock(held.station)


def test_where_all_is_well_nothing_is_reported(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    held.add_clean(adjuster, claim, a_file(tmp_path))

    assert count_again(held) == 0
    assert faults(held.database) == []


def test_a_row_without_its_object_and_an_object_without_its_row_are_reported_and_kept(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    missing = key_of(held.database, version)
    stray = f"claims/{uuid.uuid4()}/{hashlib.sha256(b'stray').hexdigest()}"
    held.store.put(Spec(stray, 5, stray[-64:], "text/plain"), io.BytesIO(b"stray"))
    assert held.root
    kept = held.root / "keys" / missing
    kept.rename(tmp_path / "away")

    with pytest.raises(Disagreement, match="1 documents are missing from the store and 1 objects"):
        count_again(held)

    assert faults(held.database) == [("missing", missing), ("stray", stray)]
    assert held.database.value("SELECT count(*) FROM claims_document_version") == 1
    assert stray in set(held.store.keys())
    (tmp_path / "away").rename(kept)
    with pytest.raises(Disagreement):
        count_again(held)
    assert faults(held.database) == [("stray", stray)]


def test_what_is_being_sent_is_not_stray(held: Archive, adjuster: Identity, claim: int):
    digest = hashlib.sha256(PAGE).hexdigest()
    ((upload,),) = ask(
        held.database.connect_as(adjuster),
        "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type)"
        " VALUES (%s, 'photo', 'a', %s, %s, 'image/png') RETURNING id",
        claim,
        len(PAGE),
        digest,
    )
    key = f"claims/{upload}/{digest}"
    held.store.put(Spec(key, len(PAGE), digest, "image/png"), io.BytesIO(PAGE))

    assert count_again(held) == 0

    held.database.run("UPDATE claims_upload SET begun_at = now() - interval '2 days'")
    with pytest.raises(Disagreement):
        count_again(held)
    assert faults(held.database) == [("stray", key)]


def test_an_altered_content_is_quarantined_with_the_reason_s29(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    held.alter(version, pdf(b"% forged"))

    altered = count_again(held)

    (document,) = held.desk_of(adjuster).list(claim)
    assert altered == 1
    assert document.newest.state == "quarantined"
    assert document.newest.reason == "its content was altered in the store"


def test_contents_are_read_again_in_turn(
    held: Archive,
    adjuster: Identity,
    claim: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    versions = [
        held.add_clean(adjuster, claim, a_file(tmp_path, f"{n}.pdf", pdf(b"%% %d" % n)))
        for n in range(3)
    ]
    monkeypatch.setattr("app.worker.stock.READ_AGAIN", 1)

    seen = []
    for _ in versions:
        count_again(held)
        seen.append(
            held.database.value(
                "SELECT version_id FROM claims_document_check ORDER BY at DESC LIMIT 1"
            )
        )

    assert sorted(seen) == sorted(versions)


def test_stock_is_taken_once_an_hour(held: Archive):
    take_stock(held.station)
    due = held.station.stock_due

    take_stock(held.station)

    assert held.station.stock_due == due
    assert EVERY == 3600
