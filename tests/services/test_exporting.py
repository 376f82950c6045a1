"""Queues as files: every claim of the query, and no cell that a spreadsheet would run."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.errors import NotAllowed
from app.services.exporting import COLUMNS, ExportService
from app.services.queue_filter import QueueFilter, StatusGroup
from tests.factories import a_claim, a_party, a_person, an_identity


@pytest.fixture(scope="module")
def exports(shared_database) -> ExportService:
    maya = a_person(shared_database, full_name="Maya Chen")
    for number in range(3):
        claim = a_claim(shared_database, policy_number=f"POL-{number}")
        a_party(shared_database, claim, kind="claimant", name="=HYPERLINK(1)")
    a_claim(shared_database, "triaged", claim_type="travel", region="south")
    return ExportService(shared_database.sessions_as(maya), maya)


def test_a_view_is_written_as_it_is_seen_with_what_was_asked(exports, tmp_path: Path):
    path = tmp_path / "claims.csv"

    written = exports.queue(path, QueueFilter(status=StatusGroup.TO_DECIDE, text="POL"))

    head, *rows, about = list(csv.reader(path.read_text("utf-8").splitlines()))
    assert written == len(rows) == 3
    assert tuple(head) == COLUMNS
    assert {row[1] for row in rows} == {"POL-0", "POL-1", "POL-2"}
    assert "status to decide" in about[0]
    assert "text “POL”" in about[0]


def test_a_cell_that_a_spreadsheet_would_run_is_escaped(exports, tmp_path: Path):
    path = tmp_path / "claims.csv"

    exports.queue(path, QueueFilter())

    claimants = {row[2] for row in csv.reader(path.read_text("utf-8").splitlines())}
    assert "'=HYPERLINK(1)" in claimants
    assert "=HYPERLINK(1)" not in claimants


def test_a_workbook_holds_numbers_as_numbers(exports, tmp_path: Path):
    path = tmp_path / "claims.xlsx"

    exports.queue(path, QueueFilter())

    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert rows[1][COLUMNS.index("amount")] == 1250.0


def test_who_has_no_queue_exports_none(shared_database, tmp_path: Path):
    service = ExportService(shared_database.owner_sessions(), an_identity("user"))

    with pytest.raises(NotAllowed):
        service.queue(tmp_path / "claims.csv", QueueFilter())
