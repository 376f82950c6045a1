"""Claims that are not finished: saved, gone on with, changed elsewhere, and cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.access import Identity
from app.codes import Status
from app.services.draft_reading import read_draft
from app.services.intake import IntakeService
from app.services.kept_draft import KeptDraft
from app.ui.changes import Changes
from app.ui.intake.screen import KEPT, IntakeScreen
from tests.factories import a_person
from tests.server import Database
from tests.services.drafts import motor_form
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, outage
from tests.ui.forms import (
    a_screen,
    click,
    editor_of,
    enter,
    has_focus,
    intake_of,
    open_form,
    pour,
    press,
    problem,
)


@pytest.fixture
def grace(database: Database) -> Identity:
    return a_person(database, "user", full_name="Grace Hall")


@pytest.fixture
def intake(database: Database, grace: Identity, run_now: RunNow) -> IntakeService:
    return intake_of(Desks(database, run_now).sign_in(grace), grace, Path("no-model"))


@pytest.fixture
def screen(intake: IntakeService, grace: Identity, run_now: RunNow) -> Iterator[IntakeScreen]:
    made = a_screen(intake, run_now, grace)
    yield made
    made.close()
    made.deleteLater()


def stored(database: Database, column: str) -> object:
    return database.value(f"SELECT {column} FROM claims_claim ORDER BY id DESC LIMIT 1")


def test_the_least_of_a_claim_is_kept_as_a_draft(database: Database, screen: IntakeScreen):
    enter(screen, "policy_number", "POL-7")
    enter(screen, "loss_date", "02/03/2026")
    press(screen, Qt.Key.Key_S)

    assert stored(database, "status") == Status.DRAFT
    assert f"Draft {stored(database, 'claim_number')}, saved at" in screen.head.state.text()
    assert not screen.changed


def test_a_draft_without_its_least_goes_to_what_is_lacking(
    database: Database, screen: IntakeScreen
):
    enter(screen, "policy_number", "POL-7")
    press(screen, Qt.Key.Key_S)

    assert has_focus(screen, "loss_date")
    assert problem(screen, "loss_date") == "Date of loss is needed, even for a draft."
    assert problem(screen, "amount") == ""
    assert database.value("SELECT count(*) FROM claims_claim") == 0


def test_saving_twice_keeps_one_draft(database: Database, screen: IntakeScreen):
    enter(screen, "policy_number", "POL-7")
    enter(screen, "loss_date", "02/03/2026")
    press(screen, Qt.Key.Key_S)
    enter(screen, "amount", "900")
    changed = screen.changed
    press(screen, Qt.Key.Key_S)

    assert changed
    assert str(stored(database, "amount")) == "900.00"
    assert database.value("SELECT count(*) FROM claims_claim") == 1


def test_a_saved_draft_is_gone_on_with_and_submitted(
    database: Database, intake: IntakeService, screen: IntakeScreen
):
    saved = intake.save_draft(read_draft(motor_form(amount="", witnesses=[{"name": "Wes"}])))
    screen._changes.continued.emit(saved.id)
    shown = screen.form.values()
    enter(screen, "amount", "2480.50")
    press(screen, Qt.Key.Key_Return)

    assert shown["facts.vin"] == "1M8GDM9AXKP042788"
    assert shown["witnesses"] == [{"name": "Wes", "phone": ""}]
    assert shown["facts.injuries"] is False
    assert screen.done.isVisible()
    assert stored(database, "status") == Status.SUBMITTED
    assert database.value("SELECT count(*) FROM claims_claim") == 1


def test_a_draft_comes_back_as_it_was_saved(intake: IntakeService, screen: IntakeScreen):
    pour(screen)
    click(screen.save_button)
    saved = screen.state.stored
    assert saved is not None
    screen.begin()
    screen.go_on(saved.id)

    assert not screen.changed
    assert screen.form.binder.verdict.draft == intake.load_draft(saved.id).draft.model_copy(
        update={"region": ""}
    )


def test_a_draft_asks_before_unsaved_entries_are_lost(intake: IntakeService, screen: IntakeScreen):
    saved = intake.save_draft(read_draft(motor_form()))
    enter(screen, "policy_number", "POL-OTHER")
    screen.go_on(saved.id)
    asked, kept = screen.banner.accessibleName(), screen.form.values()["policy_number"]
    click(screen.banner.action)

    assert asked.startswith("This claim has entries that are not saved.")
    assert kept == "POL-OTHER"
    assert screen.form.values()["policy_number"] == "POL-10956121"


def test_a_draft_changed_elsewhere_is_opened_again_on_demand(
    intake: IntakeService, screen: IntakeScreen
):
    saved = intake.save_draft(read_draft(motor_form()))
    screen.go_on(saved.id)
    intake.save_draft(
        read_draft(motor_form(amount="77.00")), claim_id=saved.id, version=saved.version
    )
    enter(screen, "loss_city", "York")
    press(screen, Qt.Key.Key_S)
    told, kept = screen.banner.accessibleName(), screen.form.values()["loss_city"]
    click(screen.banner.action)

    assert "changed elsewhere" in told
    assert kept == "York"
    assert screen.form.values()["amount"] == "77.00"


def test_a_lost_connection_keeps_the_form_and_trying_again_submits_it(
    database: Database, screen: IntakeScreen
):
    pour(screen)
    with outage(database):
        click(screen.submit_button)
        told, again = screen.banner.accessibleName(), screen.banner.action.text()
        kept = screen.form.values()
    click(screen.banner.action)

    assert told.endswith(KEPT)
    assert again == "Try again"
    assert kept["facts.vin"] == "1M8GDM9AXKP042788"
    assert screen.done.isVisible()
    assert database.value("SELECT count(*) FROM claims_claim") == 1


def test_a_draft_that_could_not_be_saved_is_saved_by_trying_again(
    database: Database, screen: IntakeScreen
):
    enter(screen, "policy_number", "POL-7")
    enter(screen, "loss_date", "02/03/2026")
    with outage(database):
        press(screen, Qt.Key.Key_S)
        changed = screen.changed
    click(screen.banner.action)

    assert changed
    assert not screen.changed
    assert stored(database, "status") == Status.DRAFT
    assert screen.submit_button.isEnabled()


def test_a_draft_that_is_gone_is_told(screen: IntakeScreen):
    screen.go_on(4711)

    assert "no such draft" in screen.banner.accessibleName()
    assert editor_of(screen, "policy_number").isVisible()


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[KeptDraft]:
    made = KeptDraft.open(tmp_path / "grace.form", bytes(32))
    yield made
    made.close()


def test_entries_are_kept_when_the_form_is_left_and_let_go_when_they_are_saved(
    intake: IntakeService, grace: Identity, run_now: RunNow, keeper: KeptDraft
):
    screen = open_form(IntakeScreen(intake, run_now, Changes(), grace, keeper=keeper))
    enter(screen, "policy_number", "POL-7")
    enter(screen, "loss_date", "02/03/2026")
    screen.hide()
    left = keeper.load()
    screen.show()
    screen.save()

    assert left
    assert left.values["policy_number"] == "POL-7"
    assert keeper.load() is None
    screen.close()


def test_changes_to_a_stored_draft_come_back_as_changes_to_it(
    intake: IntakeService, grace: Identity, run_now: RunNow, keeper: KeptDraft
):
    saved = intake.save_draft(read_draft(motor_form()))
    first = open_form(IntakeScreen(intake, run_now, Changes(), grace, keeper=keeper))
    first.go_on(saved.id)
    enter(first, "loss_city", "Hull")
    first.close()

    second = open_form(IntakeScreen(intake, run_now, Changes(), grace, keeper=keeper))
    told = second.head.state.text()
    second.save()

    assert told == f"Draft {saved.number}, with changes"
    assert intake.load_draft(saved.id).draft.loss_city == "Hull"
    second.close()


def test_entries_that_the_disk_does_not_take_are_told(
    intake: IntakeService, grace: Identity, run_now: RunNow, keeper: KeptDraft, tmp_path: Path
):
    (tmp_path / "grace.new").mkdir()
    screen = open_form(IntakeScreen(intake, run_now, Changes(), grace, keeper=keeper))
    enter(screen, "policy_number", "POL-7")
    screen.hide()

    assert screen.banner.accessibleName().startswith("What you enter could not be kept")
    screen.close()
