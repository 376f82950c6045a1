"""The motor form: filling it by keyboard, what is missing, wrong or unusual, and submitting it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access import Identity
from app.codes import Status
from app.services.figures import day, today
from app.services.intake import IntakeService
from app.ui.intake.choices import YesNo
from app.ui.intake.screen import IntakeScreen
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.forms import (
    a_screen,
    an_active_model,
    answers,
    click,
    editor_of,
    enter,
    fill,
    has_focus,
    intake_of,
    leave,
    points,
    pour,
    press,
    problem,
    said,
)


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def grace(shared_database: Database) -> Identity:
    return a_person(shared_database, "user", full_name="Grace Hall")


@pytest.fixture(scope="module")
def model(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return an_active_model(shared_database, tmp_path_factory.mktemp("model") / "model.bundle")


@pytest.fixture(scope="module")
def staff_intake(shared_database: Database, maya: Identity, model: Path) -> IntakeService:
    return intake_of(shared_database.sessions_as(maya), maya, model)


@pytest.fixture(scope="module")
def user_intake(shared_database: Database, grace: Identity, model: Path) -> IntakeService:
    return intake_of(shared_database.sessions_as(grace), grace, model)


@pytest.fixture
def screen(run_now: RunNow, staff_intake: IntakeService, maya: Identity) -> Iterator[IntakeScreen]:
    made = a_screen(staff_intake, run_now, maya)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def users(run_now: RunNow, user_intake: IntakeService, grace: Identity) -> Iterator[IntakeScreen]:
    made = a_screen(user_intake, run_now, grace)
    yield made
    made.close()
    made.deleteLater()


def last_claim(database: Database, column: str) -> object:
    return database.value(f"SELECT {column} FROM claims_claim ORDER BY id DESC LIMIT 1")


def test_staff_fill_the_form_by_keyboard_and_read_the_score(
    shared_database: Database, screen: IntakeScreen, maya: Identity
):
    fill(screen, answers())
    press(screen, Qt.Key.Key_Return)

    number, score = (
        last_claim(shared_database, "claim_number"),
        last_claim(shared_database, "ml_score"),
    )
    assert screen.done.isVisible()
    assert screen.done.number.text() == f"{number} is submitted"
    assert screen.done.told.text().startswith(f"Scored {score:.0f} – ")
    assert last_claim(shared_database, "status") == Status.TRIAGED
    assert last_claim(shared_database, "user_id") == maya.id


def test_what_was_entered_is_what_is_stored(shared_database: Database, screen: IntakeScreen):
    fill(screen, answers(amount="£2,480.5", **{"facts.plate_number": "ls11 abc"}))
    press(screen, Qt.Key.Key_Return)

    facts = last_claim(shared_database, "facts")
    assert isinstance(facts, dict)
    assert str(last_claim(shared_database, "amount")) == "2480.50"
    assert last_claim(shared_database, "loss_date") == today() - timedelta(days=5)
    assert facts["plate_number"] == "LS11 ABC"
    assert facts["impact_points"] == ["rear"]
    assert facts["airbags"] is False
    assert "tracker" not in facts


def test_a_user_reads_that_the_claim_waits_and_nothing_of_a_score(
    shared_database: Database, users: IntakeScreen
):
    pour(users)
    click(users.submit_button)

    assert users.done.told.text().startswith("Waiting for triage")
    assert users.done.chip.isHidden()
    assert users.done.open.text() == "My submissions"
    assert last_claim(shared_database, "status") == Status.SUBMITTED


def test_submitting_an_empty_form_goes_to_its_first_gap(screen: IntakeScreen):
    click(screen.submit_button)

    assert has_focus(screen, "policy_number")
    assert problem(screen, "policy_number") == "Policy number is needed, even for a draft."
    assert "is needed to submit" in problem(screen, "amount")
    assert screen.submit_button.isEnabled()


def test_an_empty_form_blames_nobody(screen: IntakeScreen):
    for _ in range(6):
        leave(screen)

    bound = screen.form.binder.bound.values()
    assert [each.name for each in bound if each.field.problem] == []


def test_the_panel_lists_what_is_missing_and_leads_there(screen: IntakeScreen):
    pour(screen, amount="", description="short")

    assert screen.rail.heading.text() == "2 things missing to submit"
    assert points(screen) == ["description", "amount"]
    click(screen.rail.points["amount"])
    assert has_focus(screen, "amount")


def test_the_panel_says_when_nothing_is_missing(screen: IntakeScreen):
    pour(screen)

    assert screen.rail.heading.text() == "Ready to submit"
    assert points(screen) == []
    names = [pointer.accessibleName() for pointer in screen.rail.sections.values()]
    assert names[0] == "Section Policy, complete"


def test_the_panel_names_whose_entry_is_missing(screen: IntakeScreen):
    pour(screen, claimant={"email": ""}, facts={"airbags": None})

    told = [(point.text(), point.accessibleName()) for point in screen.rail.points.values()]
    assert told == [
        ("Airbags released", "Airbags released: Airbags released is needed to submit."),
        ("Claimant, phone", "Claimant, phone: Give a phone number or e-mail of the claimant."),
    ]


def test_a_wrong_entry_is_counted_apart_from_missing_ones(screen: IntakeScreen):
    pour(screen, description="")
    enter(screen, "amount", "a lot")

    assert screen.rail.heading.text() == "1 entry to correct, 1 missing"
    assert screen.rail.sections["Amounts"].accessibleName() == "Section Amounts, 1 to fill"


def test_the_columns_stand_one_above_the_other_where_it_is_narrow(screen: IntakeScreen):
    wide = _left(screen, "People") > _left(screen, "Policy")
    screen.resize(968, 600)
    QApplication.processEvents()

    assert wide
    assert _left(screen, "People") == _left(screen, "Policy")


def _left(screen: IntakeScreen, section: str) -> int:
    return screen.form.cards[section].x()


def test_a_section_of_the_index_leads_to_its_first_field(screen: IntakeScreen):
    click(screen.rail.sections["People"])

    assert has_focus(screen, "policyholder.name")
    top = editor_of(screen, "policyholder.name").mapTo(
        screen.form.viewport(), screen.rect().topLeft()
    )
    assert 0 <= top.y() < screen.form.viewport().height()


def test_a_wrong_value_is_named_when_its_field_is_left_and_praised_at_once(screen: IntakeScreen):
    enter(screen, "facts.vin", "123")
    while_typing = problem(screen, "facts.vin")
    leave(screen)
    after_leaving = problem(screen, "facts.vin")
    enter(screen, "facts.vin", "1M8GDM9AXKP042788")

    assert while_typing == ""
    assert after_leaving.startswith("VIN has 17 letters and digits")
    assert said(screen, "facts.vin") == ""
    assert problem(screen, "facts.vin") == ""


def test_a_problem_is_heard_with_the_field(screen: IntakeScreen):
    enter(screen, "claimant.phone", "call me")
    leave(screen)

    assert said(screen, "claimant.phone").startswith("Problem: Write the phone number")
    assert editor_of(screen, "claimant.phone").accessibleName() == "Claimant, phone, required"


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("amount", "a lot", "Claimed amount must be an amount, like 1250.00."),
        ("amount", "-5", "Claimed amount must be above zero. Enter it without a sign."),
        ("amount", "1.234", "Claimed amount takes at most 2 digits after the point. Round it."),
        ("facts.year", "19", "Year must be at least 1950. Correct it."),
        ("facts.occupants_count", "x", "People in the vehicle must be a whole number."),
        ("loss_date", "31/02/2026", "Date of loss must be a date, like 2026-11-05."),
        ("loss_time", "25:00", "Time of loss must be a time, like 14:30."),
        ("claimant.email", "me at home", "Write the e-mail address like name@example.org."),
    ],
)
def test_each_wrong_value_has_its_sentence(screen: IntakeScreen, name: str, typed: str, told: str):
    enter(screen, name, typed)
    leave(screen)

    assert problem(screen, name) == told


def test_rules_across_fields_wait_until_the_section_is_left(screen: IntakeScreen):
    enter(screen, "policy_start", "01/03/2026")
    enter(screen, "policy_expiry", "01/02/2026")
    enter(screen, "policy_changed", "")
    inside = problem(screen, "policy_expiry")
    enter(screen, "loss_city", "Leeds")

    assert inside == ""
    assert problem(screen, "policy_expiry").startswith("The policy cannot expire before it starts")


def test_an_unusual_value_is_remarked_and_does_not_block(
    shared_database: Database, screen: IntakeScreen
):
    late = today() - timedelta(days=40)
    pour(screen, reported_date="", policy_start="2024-01-01")
    enter(screen, "loss_date", day(late))
    enter(screen, "reported_date", "")
    leave(screen)
    remark = said(screen, "reported_date")
    press(screen, Qt.Key.Key_Return)

    assert remark == "Today is 40 days after the loss: unusual, please confirm."
    assert screen.done.isVisible()
    assert last_claim(shared_database, "reported_date") == today()


def test_what_is_asked_follows_the_answers(screen: IntakeScreen):
    before = [name for name, bound in screen.form.binder.bound.items() if bound.field.isVisible()]
    enter(screen, "facts.accident_type", "Theft")
    enter(screen, "authority_contacted", "Police")
    now = [name for name, bound in screen.form.binder.bound.items() if bound.field.isVisible()]

    assert set(before) - set(now) == {
        "facts.impact_points",
        "facts.airbags",
        "facts.drivable",
        "facts.towed",
    }
    assert {"facts.keys_count", "facts.last_seen_at", "authority_reference"} <= set(now)


def test_an_answer_to_what_is_not_asked_any_more_is_not_sent(
    shared_database: Database, screen: IntakeScreen
):
    pour(screen, facts={"injuries": True, "injured_count": 2})
    answer = editor_of(screen, "facts.injuries")
    assert isinstance(answer, YesNo)
    answer.setFocus()
    QTest.keyClick(answer.buttons[0], Qt.Key.Key_Right)
    press(screen, Qt.Key.Key_Return)

    facts = last_claim(shared_database, "facts")
    assert isinstance(facts, dict)
    assert facts["injuries"] is False
    assert "injured_count" not in facts


def test_the_policyholder_is_copied_to_other_people(screen: IntakeScreen):
    enter(screen, "policyholder.name", "Oliver Zielinski")
    enter(screen, "policyholder.phone", "07700 900123")
    for role in ("claimant", "reporter", "driver"):
        click(screen.form.copies[role])

    values = screen.form.values()
    assert values["claimant.name"] == values["driver.name"] == "Oliver Zielinski"
    assert values["reporter.relation"] == "self"
    assert screen.form.copies["driver"].accessibleName() == "Driver is the policyholder"


def test_witnesses_are_added_and_removed_by_keyboard(screen: IntakeScreen):
    witnesses = editor_of(screen, "witnesses")
    QTest.keyClick(witnesses.add, Qt.Key.Key_Space)  # type: ignore[attr-defined]
    focused = screen.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Wes Witness")
    told = screen.form.values()["witnesses"]
    click(witnesses.lines[0]._drop)  # type: ignore[attr-defined]

    assert told == [{"name": "Wes Witness", "phone": ""}]
    assert screen.form.values()["witnesses"] == []


def test_the_tab_key_walks_the_form_in_its_order(screen: IntakeScreen):
    screen.form.first().setFocus()
    walked = []
    for _ in range(11):
        names = [name for name in screen.form.binder.bound if has_focus(screen, name)]
        walked += names
        leave(screen)

    assert walked == [*screen.form.binder.bound][:11]


def test_a_new_claim_asks_nothing_when_the_form_is_unchanged(screen: IntakeScreen):
    click(screen.new)

    assert screen.banner.isHidden()
    assert not screen.changed


def test_a_new_claim_asks_before_entries_are_lost(screen: IntakeScreen):
    enter(screen, "policy_number", "POL-1")
    click(screen.new)
    asked, kept = screen.banner.accessibleName(), screen.form.values()["policy_number"]
    click(screen.banner.action)

    assert asked == "This claim has entries that are not saved."
    assert kept == "POL-1"
    assert screen.form.values()["policy_number"] == ""
    assert screen.banner.isHidden()


def test_an_unsaved_form_is_still_there_when_one_comes_back(screen: IntakeScreen):
    enter(screen, "loss_city", "Leeds")
    screen.hide()
    screen.show()

    assert screen.form.values()["loss_city"] == "Leeds"
    assert screen.panes()[0] is editor_of(screen, "loss_city")


def test_coming_back_after_a_submission_begins_the_next_claim(screen: IntakeScreen):
    pour(screen)
    screen.submit()
    screen.hide()
    screen.show()

    assert screen.done.isHidden()
    assert screen.form.values()["policy_number"] == ""
    assert not screen.changed


def test_the_submitted_claim_is_opened_in_the_queue(
    shared_database: Database, screen: IntakeScreen
):
    went: list[object] = []
    screen._changes.wanted.connect(went.append)
    screen._changes.opened.connect(went.append)
    pour(screen)
    screen.submit()
    click(screen.done.open)

    assert went == ["go.queue", last_claim(shared_database, "id")]


def test_everything_that_takes_the_focus_has_a_name(screen: IntakeScreen, qapp: QApplication):
    nameless = [
        bound.name
        for bound in screen.form.binder.bound.values()
        if not bound.field.editor.accessibleName()
    ]

    assert nameless == []
    assert all(pointer.accessibleName() for pointer in screen.rail.points.values())
