"""Files of claims brought in through the service."""

from pathlib import Path

import pytest

from app.access import Identity
from app.errors import BadFile, Conflict, NotAllowed
from app.services.imports import Imported, ImportService
from tests.factories import a_person, an_identity
from tests.server import Database

FILE = """\
claim_number,policy_number,claim_type,loss_date,amount,description,odometer
EXT-1,POL-1,motor,2026-01-02,100.50,"Rear, bumper",17000
EXT-2,POL-2,motor,2026-01-03,20,,
EXT-3,POL-3,motor,yesterday,20,,
EXT-4,POL-4,health,2026-01-03,20,,
"""


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, supervisor=True)


@pytest.fixture
def service(database: Database, lead: Identity) -> ImportService:
    return ImportService(database.sessions_as(lead), lead)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "march.csv"
    path.write_text(FILE)
    return path


def test_good_rows_come_in_and_the_others_are_told(
    database: Database, service: ImportService, path: Path
):
    imported = service.bring_in(path)

    assert (imported.inserted, imported.known, imported.refused) == (2, 0, 1)
    assert [(reject.row, reject.column) for reject in imported.rejects] == [(3, "loss_date")]
    told = "SELECT claim_number, amount, description, facts FROM claims_claim ORDER BY id LIMIT 1"
    ((number, amount, description, facts),) = database.run(told)
    assert (number, str(amount), description) == ("EXT-1", "100.50", "Rear, bumper")
    assert facts == {"odometer": "17000"}


def test_the_same_file_again_writes_nothing_s25(
    database: Database, service: ImportService, path: Path
):
    first = service.bring_in(path)

    second = service.bring_in(path)

    assert second == Imported(first.inserted, first.known, first.refused)
    assert database.value("SELECT count(*) FROM claims_claim") == 2


def test_a_file_that_a_colleague_brought_in_is_not_brought_in_again(
    database: Database, service: ImportService, path: Path
):
    service.bring_in(path)
    other = a_person(database, analyst=True)

    with pytest.raises(Conflict):
        ImportService(database.sessions_as(other), other).bring_in(path)


def test_a_file_without_a_needed_column_is_refused(service: ImportService, tmp_path: Path):
    path = tmp_path / "short.csv"
    path.write_text("policy_number,claim_type\nPOL-1,motor\n")

    with pytest.raises(BadFile, match="no column loss_date, amount"):
        service.bring_in(path)


def test_an_interrupted_import_leaves_nothing(
    database: Database, service: ImportService, path: Path
):
    def interrupted(_done: int, _total: int, /) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        service.bring_in(path, progress=interrupted)

    assert database.value("SELECT count(*) FROM claims_batch") == 0
    assert service.bring_in(path).inserted == 2


def test_an_administrator_brings_no_claims_in(database: Database, path: Path):
    service = ImportService(database.owner_sessions(), an_identity("admin"))

    with pytest.raises(NotAllowed):
        service.bring_in(path)
