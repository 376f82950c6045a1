"""Files of claims with texts and names that break careless programs."""

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.access import Identity
from app.services.import_columns import targets
from app.services.import_desk import ImportDesk
from tests.factories import a_person
from tests.naughty import EVERYTHING, FILE_NAMES, PLAIN
from tests.server import Database

GOOD = {
    "policy_number": "POL-1",
    "claim_type": "motor",
    "loss_date": "27 Nov 2025",
    "amount": "20",
}
MAPPED = {name: name for name in (*GOOD, "description", "claimant.name", "facts.make")}


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, supervisor=True)


@pytest.fixture
def desk(database: Database, lead: Identity) -> Iterator[ImportDesk]:
    with closing(ImportDesk(database.sessions_as(lead), lead)) as made:
        yield made


def a_file(path: Path, rows: list[dict[str, str]], names: list[str]) -> Path:
    with path.open("w", newline="", encoding="utf-8", errors="surrogatepass") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_of_any_name_comes_in(
    database: Database, desk: ImportDesk, tmp_path: Path, name: str
):
    path = a_file(tmp_path / name, [GOOD], list(GOOD))

    view = desk.look(path)
    batch = desk.bring_in(desk.check(path, {c.name: c.guess for c in view.columns}))

    assert batch.inserted == 1
    assert batch.source.isprintable() or "\u202e" in batch.source or "\u200d" in batch.source
    assert database.value("SELECT count(*) FROM claims_batch") == 1


def test_texts_come_in_as_they_are(database: Database, desk: ImportDesk, tmp_path: Path):
    rows = [
        GOOD | {"policy_number": f"POL-{n}", "description": text, "claimant.name": text[:100]}
        for n, text in enumerate(PLAIN)
    ]
    path = a_file(tmp_path / "odd.csv", rows, list(MAPPED))

    trial = desk.check(path, MAPPED)
    batch = desk.bring_in(trial)

    kept = "SELECT description FROM claims_claim ORDER BY substr(policy_number, 5)::int"
    assert trial.prepared.rejects == ()
    assert batch.inserted == len(PLAIN)
    assert [text for (text,) in database.run(kept)] == [text.strip() for text in PLAIN]


def test_every_text_in_every_column_is_taken_or_told_with_row_and_mend(
    desk: ImportDesk, tmp_path: Path
):
    names = list(targets())
    rows = [GOOD | {name: text} for name in names for text in EVERYTHING if "\ud800" not in text]
    path = a_file(tmp_path / "all.csv", rows, names)

    trial = desk.check(path, {name: name for name in names})

    told = trial.prepared.rejects
    assert trial.prepared.good + trial.prepared.refused == len(rows)
    assert [reject for reject in told if not (reject.row and reject.column)] == []
    assert [reject for reject in told if not reject.reason.endswith((".", ")"))] == []
