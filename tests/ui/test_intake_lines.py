"""The forms of property, health and travel: what they ask, and what goes along between them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.access import Identity
from app.codes import ClaimType, Status
from app.services.draft_reading import read_draft
from app.services.intake import IntakeService
from app.ui.intake.check import flat
from app.ui.intake.screen import IntakeScreen
from app.ui.intake.tables import Table
from tests.factories import a_person
from tests.server import Database
from tests.services.drafts import health_form, property_form, travel_form
from tests.ui.conftest import RunNow
from tests.ui.forms import a_screen, click, editor_of, enter, intake_of, points, press, problem

FORMS: dict[ClaimType, Callable[..., dict[str, Any]]] = {
    ClaimType.PROPERTY: property_form,
    ClaimType.HEALTH: health_form,
    ClaimType.TRAVEL: travel_form,
}


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def intake(shared_database: Database, maya: Identity) -> IntakeService:
    return intake_of(shared_database.sessions_as(maya), maya, Path("no-model"))


@pytest.fixture
def screen(run_now: RunNow, intake: IntakeService, maya: Identity) -> Iterator[IntakeScreen]:
    made = a_screen(intake, run_now, maya)
    yield made
    made.close()
    made.deleteLater()


def pour_line(screen: IntakeScreen, form: dict[str, Any]) -> None:
    """Put a claim of any line into the form at once."""
    screen.form_place.write(flat(read_draft(form)))


def table(screen: IntakeScreen, name: str) -> Table:
    found = editor_of(screen, name)
    assert isinstance(found, Table)
    return found


def last_facts(database: Database) -> dict[str, Any]:
    return dict(database.value("SELECT facts FROM claims_claim ORDER BY id DESC LIMIT 1"))


@pytest.mark.parametrize("kind", FORMS)
def test_a_complete_claim_of_each_line_is_ready_and_submitted_by_keyboard(
    shared_database: Database, screen: IntakeScreen, kind: ClaimType
):
    pour_line(screen, FORMS[kind]())
    heading = screen.rail.heading.text()
    screen.form.first().setFocus()
    press(screen, Qt.Key.Key_Return)

    stored = shared_database.run(
        "SELECT claim_type, status FROM claims_claim ORDER BY id DESC LIMIT 1"
    )
    assert heading == "Ready to submit"
    assert screen.done.isVisible()
    assert stored == [(kind, Status.SUBMITTED)]


def test_the_claim_type_is_chosen_first_and_the_form_adapts(screen: IntakeScreen):
    click(screen.head.kinds.buttons[ClaimType.HEALTH])

    assert screen.head.title.text() == "New health claim"
    assert "facts.service_lines" in screen.form.binder.bound
    assert "facts.vin" not in screen.form.binder.bound
    assert screen.form.accessibleName() == "Health claim"


def test_what_fits_goes_along_to_another_line_and_comes_back(screen: IntakeScreen):
    enter(screen, "policy_number", "POL-7")
    enter(screen, "facts.make", "Ford")
    click(screen.head.kinds.buttons[ClaimType.TRAVEL])
    there = screen.form.values()["policy_number"]
    enter(screen, "loss_city", "Porto")
    click(screen.head.kinds.buttons[ClaimType.MOTOR])

    values = screen.form.values()
    assert there == "POL-7"
    assert values["loss_city"] == "Porto"
    assert values["facts.make"] == "Ford"


def test_a_draft_opens_in_the_form_of_its_line(screen: IntakeScreen, intake: IntakeService):
    kept = intake.save_draft(read_draft(property_form()))
    screen.go_on(kept.id)

    assert screen.head.title.text() == "Property claim"
    assert screen.head.kinds.buttons[ClaimType.PROPERTY].isChecked()
    assert len(table(screen, "facts.items").rows) == 2
    assert not screen.changed


def test_rows_that_do_not_add_up_are_an_open_point_and_are_mended_by_one_press(
    screen: IntakeScreen,
):
    pour_line(screen, property_form(amount="900"))
    things = table(screen, "facts.items")
    before = points(screen)
    offer = things.take.text()
    click(things.take)

    assert before == ["facts.items"]
    assert things.sum.text() == "2 things, £840.00, 71% with receipt"
    assert offer == "Claim £840.00"
    assert screen.form.values()["amount"] == "840.00"
    assert screen.rail.heading.text() == "Ready to submit"
    assert things.take.isHidden()


def test_rows_are_filled_and_continued_by_keyboard(shared_database: Database, screen: IntakeScreen):
    pour_line(screen, property_form(facts={"items": []}))
    things = table(screen, "facts.items")
    QTest.keyClick(things.add, Qt.Key.Key_Space)
    QTest.keyClicks(things.rows[0].cells["name"], "Lamp")
    QTest.keyClicks(things.rows[0].cells["claimed"], "1,200")
    QTest.keyClick(things.rows[0].cells["claimed"], Qt.Key.Key_Return)
    QTest.keyClicks(things.rows[1].cells["name"], "Rug")
    press(screen, Qt.Key.Key_S)

    stored = last_facts(shared_database)["items"]
    assert [row["name"] for row in stored] == ["Lamp", "Rug"]
    assert stored[0]["claimed"] == "1200"
    assert things.rows[1].cells["name"].accessibleName() == "Thing, row 2"


def test_a_wrong_cell_is_told_with_its_row(screen: IntakeScreen):
    pour_line(screen, health_form())
    services = table(screen, "facts.service_lines")
    services.rows[1].cells["units"].setFocus()
    QTest.keyClicks(services.rows[1].cells["units"], "x")
    screen.form.first().setFocus()

    assert problem(screen, "facts.service_lines") == "Row 2: Units must be a whole number."


def test_a_row_is_removed_and_the_rest_keep_their_numbers(screen: IntakeScreen):
    pour_line(screen, travel_form())
    things = table(screen, "facts.items")
    click(things.rows[0].drop)

    assert [row["name"] for row in things.read()] == ["Camera"]
    assert things.rows[0].place.text() == "1"


def test_the_panel_tells_what_is_needed_to_decide_without_keeping_from_submitting(
    screen: IntakeScreen,
):
    pour_line(screen, property_form(facts={"items": []}))

    assert screen.rail.heading.text() == "Ready to submit"
    assert screen.rail.later.text() == "2 more to decide"
    assert set(screen.rail.deciding) == {"facts.items", "facts.attested"}
    click(screen.rail.deciding["facts.items"])
    assert table(screen, "facts.items").add.hasFocus()


def test_a_fire_asks_for_its_origin_and_a_flood_does_not(screen: IntakeScreen):
    click(screen.head.kinds.buttons[ClaimType.PROPERTY])
    enter(screen, "cause", "Fire")
    fire = editor_of(screen, "facts.fire_origin").isVisible()
    enter(screen, "cause", "Flood")

    assert fire
    assert not editor_of(screen, "facts.fire_origin").isVisible()


def test_building_and_patient_are_copied_from_the_policyholder(screen: IntakeScreen):
    pour_line(screen, property_form(facts={"risk_address": "", "risk_city": ""}))
    click(screen.form.copies["Where it stands"])
    building = screen.form.values()
    pour_line(screen, health_form(facts={"patient_name": "", "patient_born": ""}))
    click(screen.form.copies["Who was treated"])

    assert building["facts.risk_address"] == "14 Mill Lane"
    assert screen.form.values()["facts.patient_name"] == "Oliver Zielinski"
    assert screen.form.values()["facts.patient_born"] == "1971-06-14"


def test_every_field_of_every_line_has_a_name_and_a_place_in_the_rules(screen: IntakeScreen):
    unknown: list[str] = []
    for kind, form in FORMS.items():
        click(screen.head.kinds.buttons[kind])
        known = flat(read_draft(form())).keys()
        fields = {name for name in screen.form.binder.bound if "." not in name or "facts." in name}
        unknown += fields - known
        assert all(b.field.editor.accessibleName() for b in screen.form.binder.bound.values())

    assert unknown == []
