"""The audit: its events, its verification against tampering, and its export."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.cli import main
from app.errors import AppError, NotAllowed
from app.services.audit import AuditService
from app.services.audit_views import AuditFilter
from app.worker.seal import seal_heads
from tests.factories import a_claim, a_person, an_identity
from tests.paper import pages
from tests.server import Database, ask
from tests.worker.stations import a_station

OFF, ON = (f"ALTER TABLE claims_event {what} TRIGGER USER" for what in ("DISABLE", "ENABLE"))
DISABLED = f"{OFF}; {{}}; {ON}"


@pytest.fixture
def claims(database: Database) -> list[int]:
    """Three claims, opened by three people each."""
    claims = [a_claim(database) for _ in range(3)]
    for _ in range(3):
        with database.connect_as(a_person(database)) as connection:
            for claim in claims:
                ask(connection, "SELECT open_claim(%s)", claim)
    return claims


@pytest.fixture
def admin(database: Database) -> AuditService:
    person = a_person(database, "admin")
    return AuditService(database.sessions_as(person), person)


@pytest.fixture
def auditor(database: Database) -> AuditService:
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    return AuditService(sessions, Identity.system())


@pytest.fixture
def sealed(database: Database, claims: list[int], own_seal: Path) -> Path:
    """The seal file after the worker sealed what there is."""
    seal_heads(a_station(database))
    return own_seal


def number(database: Database, claim: int) -> str:
    told: str = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)
    return told


@pytest.mark.usefixtures("claims")
def test_an_untouched_audit_has_no_fault_s20(auditor: AuditService, admin: AuditService, sealed):
    reports = [auditor.verify(sealed), admin.verify()]

    assert [report.faults for report in reports] == [(), ()]
    assert [report.events for report in reports] == [9, 9]
    assert reports[0].heads == 3


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE claims_event SET actor_id = NULL WHERE seq = 2", "event 2 was changed after"),
        ("UPDATE claims_event SET at = at - interval '1 s' WHERE seq = 3", "event 3 was changed"),
        ("DELETE FROM claims_event WHERE seq = 2", "an event before event 3 is missing"),
        ("DELETE FROM claims_event WHERE seq = 1", "an event before event 2 is missing"),
        (
            (
                "UPDATE claims_event SET prev_hash = 'x'; "
                "UPDATE claims_event e SET hash = app.event_digest(e)"
            ),
            "event 1 does not follow from the event before it",
        ),
    ],
)
def test_tampering_is_found_s20(
    database: Database, claims: list[int], auditor: AuditService, tampering: str, fault: str
):
    only = f" AND claim_id = {claims[1]}"
    wanted = "; ".join(
        part + (only if "WHERE" in part else only.replace(" AND", " WHERE", 1))
        for part in tampering.split("; ")
    )
    database.run(DISABLED.format(wanted))

    faults = auditor.verify().faults

    assert faults[0].startswith(f"Claim {number(database, claims[1])}: {fault}")


def test_a_missing_tail_is_found_by_its_seal_s20(
    database: Database, claims: list[int], auditor: AuditService, sealed: Path
):
    database.run(DISABLED.format(f"DELETE FROM claims_event WHERE claim_id = {claims[2]}"))

    without, with_seal = auditor.verify().faults, auditor.verify(sealed).faults

    assert without == ()
    told = f"Claim {number(database, claims[2])}: event 3 was sealed and is missing."
    assert with_seal == (told,)


def test_a_history_written_anew_is_found_by_its_seal_s20(
    database: Database, claims: list[int], auditor: AuditService, sealed: Path
):
    anew = (
        f"DELETE FROM claims_event WHERE claim_id = {claims[0]} AND seq = 3;"
        "ALTER TABLE claims_event ENABLE TRIGGER t20_chain;"
        f"INSERT INTO claims_event (claim_id, kind) VALUES ({claims[0]}, 'edited')"
    )
    database.run(DISABLED.format(anew))
    seal_heads(a_station(database))

    faults = auditor.verify(sealed).faults

    told = f"Claim {number(database, claims[0])}: event 3 is not the one that was sealed."
    assert faults == (told,)


@pytest.mark.parametrize("change", ["alter", "remove", "cut"])
def test_a_changed_seal_file_is_found_s20(
    database: Database, claims: list[int], auditor: AuditService, sealed: Path, change: str
):
    with database.connect_as(a_person(database)) as connection:
        ask(connection, "SELECT open_claim(%s)", claims[0])
    seal_heads(a_station(database))
    lines = sealed.read_text().splitlines(keepends=True)
    first = {
        "alter": [lines[0].replace('"upto":9', '"upto":8')],
        "remove": [],
        "cut": [lines[0][:40] + "\n"],
    }
    sealed.write_text("".join([*first[change], *lines[1:]]))

    faults = auditor.verify(sealed).faults

    assert faults
    assert all(fault.startswith("Line ") for fault in faults)


def test_without_its_seal_file_a_verification_says_so(auditor: AuditService, tmp_path: Path):
    with pytest.raises(AppError, match=r"gone\.jsonl cannot be read"):
        auditor.verify(tmp_path / "gone.jsonl")


def test_a_claim_of_a_batch_that_was_changed_is_found(database: Database, auditor: AuditService):
    claim, lead = a_claim(database), a_person(database, supervisor=True)
    batch = (
        "INSERT INTO claims_batch (id, source, sha256, loaded_by, merged_at)"
        " VALUES (gen_random_uuid(), 'march.csv', sha256('x'), %s, now()) RETURNING id"
    )
    made = database.value(batch, lead.id)
    database.run("UPDATE claims_claim SET batch_id = %s WHERE id = %s", made, claim)
    database.run("UPDATE claims_batch SET digest = app.batch_digest(id)")
    before = auditor.verify().faults

    database.run("UPDATE claims_claim SET amount = 1 WHERE id = %s", claim)

    assert before == ()
    assert "The claims of the batch march.csv of" in auditor.verify().faults[0]


def people_told(database: Database, *kinds: str) -> int:
    """Let something happen to a person's account several times, and return their number."""
    wilma = a_person(database, full_name="Wilma Ford").id
    for kind in kinds:
        database.run(
            "INSERT INTO person_event (kind, person_id, detail) VALUES (%s, %s, %s)",
            kind,
            wilma,
            json.dumps({"role": {"from": "user", "to": "staff"}, "region": None}),
        )
    return wilma


REGISTER_OFF, REGISTER_ON = (
    f"ALTER TABLE person_event {what} TRIGGER USER" for what in ("DISABLE", "ENABLE")
)


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE person_event SET actor_id = 1 WHERE seq = 2", "event 2 was changed after"),
        ("DELETE FROM person_event WHERE seq = 2", "an event before event 3 is missing"),
        (
            (
                "UPDATE person_event SET prev_hash = 'x', hash = sha256('x' || convert_to(ROW("
                "seq, extract(epoch FROM at), actor_id, kind, person_id, detail)::text, 'UTF8'))"
                " WHERE seq = 3"
            ),
            "event 3 does not follow",
        ),
    ],
)
def test_tampering_with_the_history_of_people_is_found_s20(
    database: Database, auditor: AuditService, tampering: str, fault: str
):
    people_told(database, "added", "changed", "reset")
    before = auditor.verify()
    database.run(f"{REGISTER_OFF}; {tampering}; {REGISTER_ON}")

    faults = auditor.verify().faults

    assert (before.events, before.faults) == (3, ())
    assert faults[0].startswith(f"The history of people: {fault}")


def test_a_missing_tail_of_the_history_of_people_is_found_by_its_seal_s20(
    database: Database, auditor: AuditService, own_seal: Path
):
    people_told(database, "added", "changed", "reset")
    seal_heads(a_station(database))
    database.run(f"{REGISTER_OFF}; DELETE FROM person_event WHERE seq = 3; {REGISTER_ON}")

    without, with_seal = auditor.verify().faults, auditor.verify(own_seal).faults

    assert without == ()
    assert with_seal == ("The history of people: event 3 was sealed and is missing.",)


def test_tampering_with_the_history_of_models_is_found_s20(
    database: Database, auditor: AuditService, own_seal: Path
):
    database.run(
        "INSERT INTO ml_engine_event (kind, reason) VALUES ('threshold', 'a'), ('threshold', 'b')"
    )
    seal_heads(a_station(database))
    off, on = (
        REGISTER_OFF.replace("person", "ml_engine"),
        REGISTER_ON.replace("person", "ml_engine"),
    )
    before = auditor.verify(own_seal).faults
    database.run(f"{off}; UPDATE ml_engine_event SET reason = 'c' WHERE reason = 'a'; {on}")
    changed = auditor.verify(own_seal).faults
    database.run(f"{off}; DELETE FROM ml_engine_event WHERE reason = 'b'; {on}")

    cut = auditor.verify(own_seal).faults

    assert before == ()
    assert ["was changed after" in fault for fault in changed] == [True]
    assert "was sealed and is missing" in cut[-1]


@pytest.mark.usefixtures("claims")
def test_what_happened_to_people_stands_among_what_happened_to_claims(
    database: Database, admin: AuditService, tmp_path: Path
):
    wilma = people_told(database, "added", "changed")
    path = tmp_path / "audit.csv"

    everything = admin.events(AuditFilter())
    pages = [admin.events(AuditFilter(), limit=4)]
    while pages[-1]:
        seen = [entry for page in pages for entry in page]
        pages.append(admin.events(AuditFilter().older(seen), limit=4))
    admin.export(path, AuditFilter())

    newest = everything[0]
    assert (newest.number, newest.kind, newest.claim_id) == ("Wilma Ford", "changed", None)
    assert newest.note == "Role: user → staff"
    assert len(everything) == 11
    assert tuple(entry for page in pages for entry in page) == everything
    assert [entry.kind for entry in admin.events(AuditFilter(kind="added"))] == ["added"]
    assert {e.number for e in admin.events(AuditFilter(actor_id=wilma))} == {"Wilma Ford"}
    assert len(admin.events(AuditFilter(claim=everything[-1].number))) == 3
    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert [row["hash"] for row in rows] == [entry.hash for entry in everything]


def test_events_are_found_by_claim_person_kind_and_time(
    database: Database, claims: list[int], admin: AuditService
):
    everything = admin.events(AuditFilter())
    first = everything[-1]

    assert len(everything) == 9
    assert [entry.seq for entry in admin.events(AuditFilter(claim=first.number))] == [3, 2, 1]
    assert len(admin.events(AuditFilter(kind="opened"))) == 9
    assert admin.events(AuditFilter(kind="status")) == ()
    assert admin.events(AuditFilter(until=first.at)) == ()
    assert len(admin.events(AuditFilter(since=first.at))) == 9
    page = admin.events(AuditFilter(), limit=4)
    assert admin.events(AuditFilter(before=page[-1].id)) == everything[4:]
    actor = database.value("SELECT actor_id FROM claims_event WHERE id = %s", first.id)
    assert {entry.claim_id for entry in admin.events(AuditFilter(actor_id=actor))} == set(claims)


@pytest.mark.usefixtures("claims")
def test_the_export_holds_every_event_with_its_hash(admin: AuditService, tmp_path: Path):
    path = tmp_path / "audit.csv"

    written = admin.export(path, AuditFilter())

    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert written == len(rows) == 9
    assert [row["hash"] for row in rows] == [entry.hash for entry in admin.events(AuditFilter())]
    assert rows[0]["kind"] == "opened"


def test_an_export_of_nothing_is_a_table_of_no_rows(admin: AuditService, tmp_path: Path):
    assert admin.export(tmp_path / "audit.csv", AuditFilter(kind="edited")) == 0

    assert (tmp_path / "audit.csv").read_text().startswith("at,claim,seq,actor,kind")


def test_the_jobs_tell_their_last_run_and_failure(database: Database, admin: AuditService):
    worker = database.connect_worker()
    ask(worker, "SELECT job_ran('seal', 3, NULL)")
    ask(worker, "SELECT job_ran('score', 0, 'The model is not here.')")
    ask(worker, "SELECT job_ran('diary', 0, 'lost')")
    ask(worker, "SELECT job_ran('diary', 1, NULL)")

    jobs = {job.name: job for job in admin.jobs()}

    assert (jobs["seal"].runs, jobs["seal"].failures, jobs["seal"].last_failure) == (1, 0, None)
    assert jobs["score"].error == "The model is not here."
    assert (jobs["diary"].runs, jobs["diary"].failures, jobs["diary"].error) == (2, 1, None)
    assert jobs["diary"].last_failure is not None


@pytest.mark.parametrize("role", ["user", "staff"])
def test_only_administrators_read_the_audit(database: Database, role: str, tmp_path: Path):
    service = AuditService(database.owner_sessions(), an_identity(role))

    for asked in (
        lambda: service.events(AuditFilter()),
        service.verify,
        service.jobs,
        lambda: service.export(tmp_path / "a.csv", AuditFilter()),
    ):
        with pytest.raises(NotAllowed):
            asked()


def test_the_command_verifies_and_exports(
    database: Database, claims: list[int], sealed: Path, tmp_path: Path, capsys, monkeypatch
):
    monkeypatch.setenv("PRECEDENT_DSN", database.worker_dsn)
    out = tmp_path / "events.csv"

    codes = [main(["audit", "verify"]), main(["audit", "export", "--out", str(out)])]
    database.run(DISABLED.format(f"DELETE FROM claims_event WHERE claim_id = {claims[0]}"))
    codes.append(main(["audit", "verify", "--seal", str(sealed)]))

    told = capsys.readouterr()
    assert codes == [0, 0, 1]
    assert "Checked 9 events and 3 sealed heads" in told.out
    assert "event 3 was sealed and is missing." in told.err
    assert len(out.read_text().splitlines()) == 10


def test_the_command_prints_the_events_and_the_state_of_their_chains(
    qapp: QApplication,
    database: Database,
    claims: list[int],
    tmp_path: Path,
    capsys,
    monkeypatch,
):
    monkeypatch.setenv("PRECEDENT_DSN", database.worker_dsn)
    out = tmp_path / "events.pdf"
    number = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claims[0])

    code = main(["audit", "export", "--out", str(out)])

    assert (code, capsys.readouterr().out) == (0, f"Wrote 9 events: {out}\n")
    [page] = pages(out)
    assert "All events · Chains of 9 events checked: no fault" in page
    assert number in page


def test_the_command_finds_database_and_seal_of_a_workspace(
    database: Database, sealed: Path, tmp_path: Path, capsys, monkeypatch
):
    monkeypatch.delenv("PRECEDENT_SEAL")
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (workspace / "owner.dsn").write_text(f"{database.owner_dsn}\n")
    (workspace / "seal.jsonl").write_bytes(sealed.read_bytes())

    code = main(["audit", "verify", "--workspace", str(workspace)])

    assert code == 0
    assert "3 sealed heads" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["verify", "--workspace", "nowhere"], ["export"]])
def test_the_command_says_what_it_lacks(database: Database, arguments: list[str], monkeypatch):
    monkeypatch.setenv("PRECEDENT_DSN", database.worker_dsn)

    assert main(["audit", *arguments]) == 2


def test_a_line_of_seals_is_plain_json(sealed: Path):
    (line,) = sealed.read_text().splitlines()

    told = json.loads(line)

    assert told.keys() == {"at", "upto", "heads", "before"}
    assert [seq for _, seq, _ in told["heads"]] == [3, 3, 3]
