"""Seals copied to a bucket whose objects are locked: they stay, and tell what was changed."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from app.access import Identity
from app.cli import main
from app.objects import Bucket, LocalStore, S3Store
from app.objects.copies import PREFIX, SealCopies
from app.services.audit import AuditService
from app.worker.copying import copy_seals
from app.worker.seal import seal_heads
from app.worker.station import Station
from tests.factories import a_claim, a_person
from tests.seaweed import ACCESS, SECRET, Seaweed
from tests.server import Database, ask
from tests.worker.stations import a_station

OFF, ON = (f"ALTER TABLE claims_event {what} TRIGGER USER" for what in ("DISABLE", "ENABLE"))


@pytest.fixture
def bucket(seaweed: Seaweed) -> Bucket:
    return Bucket(f"sealed-{uuid.uuid4().hex[:8]}", seaweed.endpoint, "us-east-1", locked_days=1)


@pytest.fixture
def store(bucket: Bucket, seaweed: Seaweed) -> S3Store:
    made = S3Store(bucket, seaweed.client())
    made.prepare()
    return made


@pytest.fixture
def claims(database: Database) -> list[int]:
    return [a_claim(database) for _ in range(3)]


@pytest.fixture
def station(database: Database, store: S3Store, claims: list[int]) -> Station:
    made = a_station(database)
    made.store = store
    seal(made, database, claims)
    return made


def seal(station: Station, database: Database, claims: list[int]) -> None:
    """Let something happen to the claims, and seal it."""
    connection = database.connect_as(a_person(database))
    for claim in claims:
        ask(connection, "SELECT open_claim(%s)", claim)
    seal_heads(station)


def copy(station: Station) -> int:
    station.copies_due = 0.0
    return copy_seals(station)


def keys(store: S3Store) -> list[str]:
    return list(store.keys(PREFIX))


def verify(database: Database, store: S3Store, seal: Path | None) -> tuple[str, ...]:
    service = AuditService(database.owner_sessions(), Identity.system())
    return service.verify(seal, list(SealCopies(store).lines())).faults


def test_each_sealed_line_is_copied_once(
    database: Database, station: Station, store: S3Store, claims: list[int], own_seal: Path
):
    first = [copy(station), copy(station)]
    seal(station, database, claims)

    later = copy(station)

    assert (first, later) == ([1, 0], 1)
    assert [line for _, line in SealCopies(store).lines()] == own_seal.read_bytes().splitlines(
        keepends=True
    )


def test_a_copy_cannot_be_removed_or_be_overlaid_unseen(
    database: Database, station: Station, store: S3Store, seaweed: Seaweed, own_seal: Path
):
    copy(station)
    client, (key,) = seaweed.client(), keys(store)
    (version,) = [version for _, version in store.first_versions(PREFIX)]
    at: dict[str, Any] = {"Bucket": store._bucket.name, "Key": key}

    with pytest.raises(ClientError, match="AccessDenied"):
        client.delete_object(**at, VersionId=version)
    client.put_object(**at, Body=b"{}\n")
    client.delete_object(**at)

    assert [line for _, line in SealCopies(store).lines()] == [own_seal.read_bytes()]
    assert verify(database, store, own_seal) == ()


def test_a_history_cut_with_its_seal_file_is_found_by_the_copy_s20(
    database: Database, station: Station, store: S3Store, claims: list[int], own_seal: Path
):
    copy(station)
    own_seal.unlink()
    database.run(f"{OFF}; DELETE FROM claims_event WHERE claim_id = {claims[2]}; {ON}")

    faults = verify(database, store, None)

    assert len(faults) == 1
    assert faults[0].endswith("event 1 was sealed and is missing.")


def test_a_seal_file_written_anew_is_found_by_the_copy_s20(
    database: Database, station: Station, store: S3Store, claims: list[int], own_seal: Path
):
    copy(station)
    seal(station, database, claims)
    copy(station)
    first, _ = own_seal.read_bytes().splitlines(keepends=True)
    own_seal.write_bytes(first)

    faults = verify(database, store, own_seal)

    assert faults == ("1 line of the seal file is not as the bucket keeps it.",)


def test_a_seal_file_that_was_begun_anew_is_another_series(
    database: Database, station: Station, store: S3Store, claims: list[int], own_seal: Path
):
    copy(station)
    own_seal.rename(own_seal.with_suffix(".2025"))
    seal(station, database, claims)

    copied = copy(station)

    assert copied == 1
    assert len({series for series, _ in SealCopies(store).lines()}) == 2
    assert verify(database, store, own_seal) == ()


def test_where_nothing_is_locked_nothing_is_copied(
    database: Database, seaweed: Seaweed, claims: list[int], tmp_path: Path
):
    station = a_station(database)
    seal(station, database, claims)
    plain = S3Store(Bucket(f"plain-{uuid.uuid4().hex[:8]}"), seaweed.client())
    plain.prepare()

    copied = []
    for store in (None, LocalStore(tmp_path / "objects"), plain):
        station.store = store
        copied.append(copy(station))

    assert copied == [0, 0, 0]
    assert keys(plain) == []


def test_the_command_verifies_by_the_bucket_s_copies_s20(
    database: Database,
    station: Station,
    bucket: Bucket,
    claims: list[int],
    own_seal: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    copy(station)
    settings = {
        "PRECEDENT_DSN": database.owner_dsn,
        "PRECEDENT_S3_BUCKET": bucket.name,
        "PRECEDENT_S3_ENDPOINT": bucket.endpoint or "",
        "PRECEDENT_S3_REGION": "us-east-1",
        "PRECEDENT_S3_LOCK_DAYS": "1",
        "AWS_ACCESS_KEY_ID": ACCESS,
        "AWS_SECRET_ACCESS_KEY": SECRET,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    own_seal.unlink()

    sound = main(["audit", "verify"])
    database.run(f"{OFF}; DELETE FROM claims_event WHERE claim_id = {claims[0]}; {ON}")
    cut = main(["audit", "verify"])

    assert (sound, cut) == (0, 1)
    assert "event 1 was sealed and is missing" in capsys.readouterr().err
