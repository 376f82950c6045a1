"""Bringing a file of claims in through the window: matched, tried, stored, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from app.access import Identity
from app.services.import_desk import ImportDesk
from app.services.import_memory import Memory
from app.ui.changes import Changes
from app.ui.imports.screen import ImportScreen
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.forms import choose, click

FILE = """\
Policy No,Line of business,Date of loss,Amount claimed,Claimant,Mileage
POL-1,Motor,27 Nov 2025,"1,250.50",Hana Fontaine,17000
POL-2,Property,3 Feb 2026,20,Bram Ghosh,
POL-3,Motor,yesterday,20,Wes Ito,
"""


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, supervisor=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "march.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def screen(
    database: Database, lead: Identity, run_now: RunNow, tmp_path: Path
) -> Iterator[ImportScreen]:
    memory = Memory(tmp_path / "memory.json")
    desk = ImportDesk(database.sessions_as(lead), lead, memory)
    made = ImportScreen(desk, run_now, Changes())
    made.resize(1688, 1000)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    desk.close()
    made.close()
    made.deleteLater()


def count(database: Database, status: str) -> int:
    found: int = database.value("SELECT count(*) FROM claims_claim WHERE status = %s", status)
    return found


def test_a_file_comes_in_step_by_step_and_is_taken_back(
    database: Database, screen: ImportScreen, path: Path
):
    screen.look_at(path)
    matched = {n: c.currentText() for n, c in screen.mapping.choices.items() if c.read()}
    click(screen.mapping.check)
    tried = screen.tried.told.text()
    offered = screen.tried.bring_in.text()
    click(screen.tried.bring_in)
    came = screen.done.told.text(), count(database, "submitted")
    click(screen.done.undo)

    assert matched == {
        "Policy No": "Policy number",
        "Line of business": "Claim type",
        "Date of loss": "Date of loss",
        "Amount claimed": "Claimed amount",
        "Claimant": "Claimant, name",
    }
    assert tried == "2 can come in · 1 rejected · 1 column left out"
    assert offered == "Import 2 claims"
    assert came == ("2 claims came in with march.csv and wait for triage", 2)
    assert count(database, "void") == 2
    assert screen.home.isVisible()
    assert screen.banner.accessibleName() == "2 claims of march.csv are taken back."


def test_a_rejected_row_is_told_with_column_rule_and_mend_and_kept_beside_the_file(
    screen: ImportScreen, path: Path
):
    screen.look_at(path)
    screen.check()
    rows = [screen.tried.table.index(0, column).data() for column in range(3)]
    screen.bring_in()

    kept = path.with_name("march.csv.rejected.csv")
    assert rows == ["3", "Date of loss", "Date of loss must be a date, like 2026-11-05."]
    assert "Wes Ito" in kept.read_text("utf-8-sig")
    assert str(kept) in screen.done.more.text()


def test_columns_are_matched_by_hand_and_remembered(screen: ImportScreen, path: Path):
    screen.look_at(path)
    choose(screen.mapping.choices["Mileage"], "Odometer")
    screen.check()
    screen.bring_in()
    screen.look_at(path)

    assert screen.mapping.choices["Mileage"].read() == "facts.odometer"
    assert "as they came in last time" in screen.mapping._told.text()


def test_what_is_needed_is_told_until_a_column_holds_it(screen: ImportScreen, path: Path):
    screen.look_at(path)
    screen.mapping.choices["Date of loss"].setCurrentIndex(0)
    lacking = screen.mapping.needed.text(), screen.mapping.check.isEnabled()
    choose(screen.mapping.choices["Date of loss"], "Date of loss")

    assert lacking == (
        "Every claim needs Date of loss. Choose the columns that hold them.",
        False,
    )
    assert screen.mapping.check.isEnabled()


def test_a_fact_is_held_by_one_column_only(screen: ImportScreen, path: Path):
    screen.look_at(path)
    choose(screen.mapping.choices["Mileage"], "Policy number")

    assert screen.mapping.needed.text().startswith("Two columns hold Policy number.")
    assert not screen.mapping.check.isEnabled()


def test_batches_of_ones_own_are_listed_and_taken_back_once(
    database: Database, screen: ImportScreen, path: Path
):
    screen.look_at(path)
    screen.check()
    screen.bring_in()
    click(screen.done.other)
    listed = [screen.home.table.index(0, column).data() for column in (0, 2, 5)]
    click(screen.home.undo)

    assert listed == ["march.csv", "2", "In the queue"]
    assert screen.home.table.index(0, 5).data() == "Taken back"
    assert not screen.home.undo.isEnabled()
    assert count(database, "void") == 2


def test_work_on_a_claim_ends_the_way_back_and_is_said(
    database: Database, screen: ImportScreen, path: Path
):
    screen.look_at(path)
    screen.check()
    screen.bring_in()
    database.run("UPDATE claims_claim SET assigned_to = (SELECT max(id) FROM auth_user)")
    click(screen.done.undo)

    assert "has worked on claim" in screen.banner.accessibleName()
    assert count(database, "submitted") == 2


def test_a_file_that_is_no_table_is_refused_with_the_reason(screen: ImportScreen, tmp_path: Path):
    empty = tmp_path / "empty.csv"
    empty.touch()
    screen.look_at(empty)

    assert screen.banner.accessibleName() == "empty.csv is empty."
    assert screen.home.isVisible()


def test_a_workbook_comes_in_as_well(database: Database, screen: ImportScreen, tmp_path: Path):
    import pandas as pd

    path = tmp_path / "claims.xlsx"
    days = pd.to_datetime(["2026-02-03"])
    pd.DataFrame(
        {"policy": ["POL-9"], "type": ["motor"], "loss date": days, "amount": [12.5]}
    ).to_excel(path, index=False)
    screen.look_at(path)
    screen.check()
    screen.bring_in()

    assert database.value("SELECT loss_date::text FROM claims_claim") == "2026-02-03"
