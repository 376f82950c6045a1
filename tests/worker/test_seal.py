"""The seals of the worker: what is new, once, whoever writes them."""

import json
import threading
from pathlib import Path

import pytest

from app.services.seals import SealFile
from app.worker import run
from app.worker.loop import JOBS
from app.worker.seal import seal_heads
from tests.factories import a_claim, a_person
from tests.server import Database, ask
from tests.worker.stations import a_station


@pytest.fixture
def claims(database: Database) -> list[int]:
    claims = [a_claim(database) for _ in range(3)]
    open_all(database, claims)
    return claims


def open_all(database: Database, claims: list[int]) -> None:
    """Add an event to each claim."""
    connection = database.connect_as(a_person(database))
    for claim in claims:
        ask(connection, "SELECT open_claim(%s)", claim)


def heads(path: Path) -> list[list[list[int]]]:
    """Return claim and seq of the heads, line by line."""
    lines = map(json.loads, path.read_text().splitlines())
    return [[head[:2] for head in line["heads"]] for line in lines]


def test_the_newest_link_of_each_claim_is_sealed_once(
    database: Database, claims: list[int], own_seal: Path
):
    open_all(database, claims)
    station = a_station(database)

    counts = [seal_heads(station), seal_heads(station)]

    assert counts == [3, 0]
    assert heads(own_seal) == [[[claim, 2] for claim in claims]]


def test_only_what_is_new_is_sealed(database: Database, claims: list[int], own_seal: Path):
    station = a_station(database)
    seal_heads(station)
    open_all(database, claims[1:2])

    seal_heads(station)

    assert heads(own_seal)[1:] == [[[claims[1], 2]]]


@pytest.mark.usefixtures("claims")
def test_a_worker_started_anew_seals_nothing_twice(database: Database, own_seal: Path):
    seal_heads(a_station(database))

    assert seal_heads(a_station(database)) == 0
    assert len(heads(own_seal)) == 1


def test_two_workers_seal_every_head_once(database: Database, claims: list[int], own_seal: Path):
    stations = [a_station(database) for _ in range(4)]
    threads = [threading.Thread(target=seal_heads, args=(station,)) for station in stations]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    seal_heads(stations[0])

    sealed = [head for line in heads(own_seal) for head in line]
    assert sorted(sealed) == [[claim, 1] for claim in claims]
    assert all(seal.fits for seal in SealFile(own_seal))


def test_a_line_cut_short_by_a_crash_is_written_again(
    database: Database, claims: list[int], own_seal: Path
):
    seal_heads(a_station(database))
    open_all(database, claims)
    seal_heads(a_station(database))
    whole = own_seal.read_bytes()
    own_seal.write_bytes(whole[:-20])

    sealed = seal_heads(a_station(database))

    assert sealed == 3
    assert all(seal.fits for seal in SealFile(own_seal))
    assert heads(own_seal)[1] == [[claim, 2] for claim in claims]


def test_what_is_sealed_is_never_sealed_anew(database: Database, claims: list[int], own_seal: Path):
    station = a_station(database)
    seal_heads(station)
    database.run(
        "ALTER TABLE claims_event DISABLE TRIGGER USER;"
        "UPDATE claims_event SET note = 'other', hash = sha256('other');"
        "ALTER TABLE claims_event ENABLE TRIGGER USER"
    )

    assert seal_heads(station) == 0
    assert len(heads(own_seal)) == 1
    assert claims


def test_a_long_list_of_heads_is_written_in_lines_of_moderate_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.services.seals.MOST_HEADS", 2)
    file = SealFile(tmp_path / "deep" / "seal.jsonl")

    file.append([(claim, 1, "ab") for claim in range(5)], 9)

    assert [len(seal.heads) for seal in file] == [2, 2, 1]
    assert all(seal.fits for seal in file)


def test_a_place_that_cannot_be_written_is_on_record(
    database: Database, claims: list[int], tmp_path: Path, expected_log
):
    expected_log.append("seal")
    (tmp_path / "file").write_text("")

    run(database.worker_dsn, once=True, seal=tmp_path / "file" / "seal.jsonl")

    told = "SELECT failures, last_error FROM worker_job WHERE name = 'seal'"
    ((failures, error),) = database.run(told)
    assert failures == 1
    assert error
    assert claims


@pytest.mark.usefixtures("claims")
def test_every_job_of_a_round_is_on_record(database: Database):
    run(database.worker_dsn, once=True)
    run(database.worker_dsn, once=True)

    jobs = database.run("SELECT name, runs, failures FROM worker_job")
    assert {name for name, *_ in jobs} == set(JOBS)
    assert {(runs, failures) for _, runs, failures in jobs} == {(2, 0)}
    assert database.value("SELECT done FROM worker_job WHERE name = 'seal'") == 3
