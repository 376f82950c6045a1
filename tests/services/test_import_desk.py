"""Files of claims brought in through a dry run, and taken back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from app.access import Identity
from app.errors import AppError, Invalid, NotAllowed, Refused
from app.services.import_desk import ImportDesk, Trial
from app.services.import_memory import Memory
from tests.factories import a_person, an_identity
from tests.server import Database, ask

HEAD = "Our ref;Policy No;Line of business;Date of loss;Amount claimed;Claimant;Phone;Peril;Shade"
FILE = f"""{HEAD}
EXT-1;POL-1;Motor;27 Nov 2025;£1,250.50;Hana Fontaine;07700 900123;Collision;red
EXT-2;POL-2;property;03/02/2026;20;Bram Ghosh;;Escape of water;
EXT-3;POL-3;motor;yesterday;20;;;;
EXT-4;?;motor;03/02/2026;-5;;;;
EXT-5;POL-5;travel;03/02/2026;20;;;;
EXT-6;POL-6;motor;03/02/2026;;;;;
"""
MAPPED = {
    "Our ref": "claim_number",
    "Policy No": "policy_number",
    "Line of business": "claim_type",
    "Date of loss": "loss_date",
    "Amount claimed": "amount",
    "Claimant": "claimant.name",
    "Phone": "claimant.phone",
    "Peril": "cause",
    "Shade": "",
}


EDITED = (
    "INSERT INTO claims_event (claim_id, actor_id, kind)"
    " SELECT max(id), (SELECT max(id) FROM auth_user), 'edited' FROM claims_claim"
)


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, supervisor=True)


@pytest.fixture
def desk(database: Database, lead: Identity, tmp_path: Path) -> Iterator[ImportDesk]:
    memory = Memory(tmp_path / "memory.json")
    with closing(ImportDesk(database.sessions_as(lead), lead, memory)) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "march.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def tried(desk: ImportDesk, path: Path) -> Trial:
    return desk.check(path, MAPPED)


def test_columns_are_guessed_by_their_headings_and_shown_with_an_example(
    desk: ImportDesk, path: Path
):
    view = desk.look(path)

    guesses = {column.name: column.guess for column in view.columns}
    assert guesses == MAPPED
    assert view.columns[5].example == "Hana Fontaine"
    assert not view.remembered


def test_a_dry_run_stores_nothing_and_names_row_column_rule_and_mend(
    database: Database, desk: ImportDesk, path: Path
):
    trial = tried(desk, path)

    told = [(reject.row, reject.column, reject.reason) for reject in trial.prepared.rejects]
    assert (trial.fresh, trial.known, trial.prepared.refused) == (2, 0, 4)
    assert told[0] == (3, "Date of loss", "Date of loss must be a date, like 2026-11-05.")
    assert [row for row, _, _ in told] == [3, 4, 4, 5, 6]
    assert {told[1][1], told[2][1]} == {"Policy No", "Amount claimed"}
    assert "not one of your lines (motor, property)" in told[3][2]
    assert told[4][1:] == (
        "Amount claimed",
        "Claimed amount is needed. Enter it, or leave the row out.",
    )
    assert database.value("SELECT count(*) FROM claims_claim") == 0
    assert database.value("SELECT count(*) FROM claims_batch") == 0


def test_good_rows_come_in_with_their_people_and_wait_for_triage(
    database: Database, desk: ImportDesk, lead: Identity, path: Path
):
    batch = desk.bring_in(tried(desk, path))

    stored = database.run(
        "SELECT claim_number, claim_type, loss_date::text, amount, cause, status, how_reported,"
        " user_id, facts FROM claims_claim ORDER BY claim_number"
    )
    people = database.run("SELECT kind, name, phone FROM claims_party ORDER BY name DESC")
    assert (batch.inserted, batch.known, batch.source) == (2, 0, "march.csv")
    assert [row[:5] for row in stored] == [
        ("EXT-1", "motor", "2025-11-27", stored[0][3], "collision"),
        ("EXT-2", "property", "2026-02-03", stored[1][3], "escape_of_water"),
    ]
    assert str(stored[0][3]) == "1250.50"
    assert stored[0][5:8] == ("submitted", "batch", lead.id)
    assert people == [
        ("claimant", "Hana Fontaine", "+447700900123"),
        ("claimant", "Bram Ghosh", None),
    ]


def test_a_row_comes_in_once_whatever_the_file_is_called_or_how_it_is_ordered(
    database: Database, desk: ImportDesk, path: Path, tmp_path: Path
):
    desk.bring_in(tried(desk, path))
    head, first, *rest = FILE.splitlines()
    other = tmp_path / "april.csv"
    fresh = "EXT-7;POL-7;motor;03/02/2026;20;;;;"
    other.write_text("\n".join([head, fresh, *rest, first, first]), encoding="utf-8")

    trial = tried(desk, other)
    batch = desk.bring_in(trial)

    assert (trial.fresh, trial.known) == (1, 3)
    assert (batch.inserted, batch.known) == (1, 3)
    assert database.value("SELECT count(*) FROM claims_claim") == 3


def test_the_same_file_again_gives_the_batch_it_was(
    database: Database, desk: ImportDesk, path: Path
):
    first = desk.bring_in(tried(desk, path))
    again = desk.bring_in(tried(desk, path))

    assert again == first
    assert database.value("SELECT count(*) FROM claims_batch") == 1


def test_a_batch_is_taken_back_and_comes_in_again_corrected(
    database: Database, desk: ImportDesk, path: Path
):
    batch = desk.bring_in(tried(desk, path))
    count = desk.undo(batch.id)
    void = database.run("SELECT DISTINCT status FROM claims_claim")
    events = database.run("SELECT DISTINCT kind, to_status, reason FROM claims_event")
    again = desk.bring_in(tried(desk, path))

    assert (count, void) == (2, [("void",)])
    assert events == [("status", "void", "entered_in_error")]
    assert again.inserted == 2
    assert [(b.undone, b.inserted) for b in desk.batches()] == [(False, 2), (True, 2)]
    digests = "SELECT bool_and(digest = app.batch_digest(id)) FROM claims_batch"
    assert database.value(digests) is True


@pytest.mark.parametrize(
    "work",
    [
        "UPDATE claims_claim SET assigned_to = (SELECT max(id) FROM auth_user)",
        "UPDATE claims_claim SET status = 'in_review'",
        EDITED,
    ],
)
def test_a_batch_stays_once_somebody_worked_on_one_of_its_claims(
    database: Database, desk: ImportDesk, path: Path, work: str
):
    batch = desk.bring_in(tried(desk, path))
    database.run(work)

    with pytest.raises(Refused, match="has worked on claim"):
        desk.undo(batch.id)

    assert database.value("SELECT count(*) FROM claims_claim WHERE status = 'void'") == 0


def test_triage_and_looking_are_no_work(database: Database, desk: ImportDesk, path: Path):
    batch = desk.bring_in(tried(desk, path))
    database.run("UPDATE claims_claim SET status = 'triaged'")
    database.run(
        "INSERT INTO claims_event (claim_id, actor_id, kind) SELECT id,"
        " (SELECT max(id) FROM auth_user), kind FROM claims_claim,"
        " unnest(ARRAY['scored', 'opened']) AS kind"
    )

    assert desk.undo(batch.id) == 2


def test_a_batch_is_taken_back_once(desk: ImportDesk, path: Path):
    batch = desk.bring_in(tried(desk, path))
    desk.undo(batch.id)

    with pytest.raises(Refused, match="already"):
        desk.undo(batch.id)


def test_nobody_takes_back_the_batch_of_another(database: Database, desk: ImportDesk, path: Path):
    batch = desk.bring_in(tried(desk, path))
    other = database.connect_as(a_person(database, supervisor=True))

    with pytest.raises(psycopg2.Error, match="no such batch of yours"):
        ask(other, "SELECT undo_batch(%s)", str(batch.id))


def test_rejected_rows_are_kept_aside_and_come_in_mended(
    database: Database, desk: ImportDesk, path: Path, tmp_path: Path
):
    trial = tried(desk, path)
    desk.bring_in(trial)
    kept = desk.keep_rejects(trial, tmp_path / "rejected.csv")
    text = kept.read_text("utf-8-sig").replace("yesterday", "27 Nov 2025")
    kept.write_text(text, "utf-8")

    again = desk.check(kept, MAPPED | {"rejected row": "", "rejected because": ""})

    assert text.splitlines()[0].endswith("rejected row,rejected because")
    assert "Date of loss must be a date" in text
    assert (again.fresh, again.prepared.refused) == (1, 3)


def test_what_the_columns_meant_is_remembered_for_the_same_headings(desk: ImportDesk, path: Path):
    desk.bring_in(tried(desk, path))

    view = desk.look(path)

    assert view.remembered
    assert {column.name: column.guess for column in view.columns} == MAPPED


def test_days_written_month_first_are_told_by_the_file(desk: ImportDesk, tmp_path: Path):
    path = tmp_path / "us.csv"
    path.write_text(
        "policy_number,claim_type,loss_date,amount\n"
        "POL-1,motor,01/25/2026,5\nPOL-2,motor,02/03/2026,5\n"
    )
    same = ("policy_number", "claim_type", "loss_date", "amount")

    trial = desk.check(path, {name: name for name in same})

    assert trial.fresh == 2
    assert ",2026-02-03," in trial.prepared.staged.read_text()


def test_a_column_that_every_claim_needs_must_be_named(desk: ImportDesk, path: Path):
    with pytest.raises(Invalid, match="Say which column holds Date of loss"):
        desk.check(path, MAPPED | {"Date of loss": ""})


def test_a_file_without_rejects_keeps_nothing_aside(desk: ImportDesk, tmp_path: Path):
    path = tmp_path / "good.csv"
    path.write_text("\n".join(FILE.splitlines()[:2]), encoding="utf-8")
    trial = tried(desk, path)

    with pytest.raises(AppError, match="No row"):
        desk.keep_rejects(trial, tmp_path / "x.csv")


def test_who_may_not_import_is_refused_by_the_database_as_well(database: Database, path: Path):
    adjuster = a_person(database)
    with closing(ImportDesk(database.sessions_as(adjuster), adjuster)) as desk:
        trial = tried(desk, path)
        with pytest.raises(AppError):
            desk.bring_in(trial)

    assert database.value("SELECT count(*) FROM claims_claim") == 0


def test_an_administrator_brings_nothing_in(database: Database, path: Path):
    desk = ImportDesk(database.owner_sessions(), an_identity("admin"))
    with closing(desk), pytest.raises(NotAllowed):
        desk.look(path)
