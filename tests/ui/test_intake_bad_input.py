"""Whatever is typed or pasted is kept as it is, or named with the rule and how to mend it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.access import Identity
from app.codes import ClaimType
from app.errors import Invalid
from app.services.draft_reading import read_draft
from app.services.intake import IntakeService
from app.services.sentences import label
from app.ui.intake.check import check, flat
from app.ui.intake.screen import IntakeScreen
from tests.factories import a_person
from tests.naughty import CONTROL, EVERYTHING, LONG, ONE, PLAIN
from tests.server import Database
from tests.services.drafts import health_form, motor_form, property_form, travel_form
from tests.ui.conftest import RunNow
from tests.ui.forms import a_screen, click, editor_of, intake_of, press, problem

FORMS = {
    ClaimType.MOTOR: motor_form,
    ClaimType.PROPERTY: property_form,
    ClaimType.HEALTH: health_form,
    ClaimType.TRAVEL: travel_form,
}
ROWS = {"facts.items", "facts.service_lines", "facts.injured", "witnesses"}
LARGEST = "9999999999.99"


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


def entered(kind: ClaimType, **changes: Any) -> dict[str, Any]:
    values = flat(read_draft(FORMS[kind]()))
    kept = {name: value for name, value in values.items() if value not in (None, ())}
    kept.pop("facts.line")
    return kept | changes


def fields_of(screen: IntakeScreen, kind: ClaimType) -> list[str]:
    click(screen.head.kinds.buttons[kind])
    bound = screen.form.binder.bound.values()
    return [b.name for b in bound if isinstance(b.field.editor, QLineEdit | QPlainTextEdit)]


def mends(sentence: str, name: str) -> bool:
    """Tell whether a sentence names its field and is one, with a full stop."""
    words = label(name).lower().split()
    return any(word in sentence.lower() for word in words) and sentence.endswith(".")


@pytest.mark.parametrize("kind", FORMS)
def test_every_text_in_every_field_is_taken_or_named_with_its_mend(
    screen: IntakeScreen, kind: ClaimType
):
    names = fields_of(screen, kind)
    found: list[tuple[str, str, str]] = []
    for name in names:
        for text in EVERYTHING:
            wrong = check(entered(kind, **{name: text}), kind).wrong
            found += [(name, field, told) for field, told in wrong.items()]

    assert [each for each in found if not mends(each[2], each[1])] == []
    assert len(names) > 30


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_that_is_taken_comes_back_as_it_was(intake: IntakeService, text: str):
    parties = {role: {"name": text, "city": text} for role in ("claimant", "reporter", "driver")}
    form = motor_form(
        description=text,
        loss_city=text,
        authority_reference=text,
        **parties,
        facts={"make": text[:80], "towed_to": text[:80]},
    )

    draft = read_draft(form)
    saved = intake.save_draft(draft)

    assert intake.load_draft(saved.id).draft == draft.model_copy(update={"region": "north"})
    assert draft.description == text.strip()


@pytest.mark.parametrize("text", CONTROL)
@pytest.mark.parametrize("name", ["policy_number", "description", "claimant.name", "facts.make"])
def test_a_character_that_cannot_be_kept_is_named(name: str, text: str):
    wrong = check(entered(ClaimType.MOTOR, **{name: text}), ClaimType.MOTOR).wrong

    assert list(wrong) == [name]
    assert "holds a character that cannot be kept (U+" in wrong[name]
    assert wrong[name].endswith("Delete it and type the text again.")


def test_a_name_of_one_letter_is_a_name_and_one_of_4000_is_too_long():
    short = check(entered(ClaimType.MOTOR, **{"claimant.name": ONE}), ClaimType.MOTOR)
    long = check(entered(ClaimType.MOTOR, **{"claimant.name": LONG}), ClaimType.MOTOR)

    assert short.draft is not None
    assert long.wrong == {"claimant.name": "Name takes at most 120 characters. Shorten it."}


def test_a_pasted_name_of_4000_letters_is_not_cut_in_silence(screen: IntakeScreen):
    editor = editor_of(screen, "policyholder.name")
    assert isinstance(editor, QLineEdit)
    QApplication.clipboard().setText(LONG)
    editor.setFocus()
    press(screen, Qt.Key.Key_V)
    QTest.keyClick(editor, Qt.Key.Key_Tab)

    assert len(editor.text()) >= len(LONG.strip())
    assert problem(screen, "policyholder.name").startswith("Name takes at most 120 characters.")


def test_the_description_takes_4000_characters_and_no_more():
    fits = check(entered(ClaimType.MOTOR, description="x" * 4000), ClaimType.MOTOR)
    beyond = check(entered(ClaimType.MOTOR, description="x" * 4001), ClaimType.MOTOR)

    assert fits.draft is not None
    assert beyond.wrong == {"description": "Description takes at most 4000 characters. Shorten it."}


def test_the_largest_amount_is_stored(intake: IntakeService):
    form = motor_form(amount=LARGEST, policy_limit=LARGEST, deductible="0")

    saved = intake.save_draft(read_draft(form))

    assert str(intake.load_draft(saved.id).draft.amount) == LARGEST


@pytest.mark.parametrize("name", ["amount", "policy_limit", "deductible", "facts.estimate_amount"])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("10000000000.00", "takes at most 10 digits before the point. Shorten it."),
        ("1e400", "digits"),
        ("NaN", "must be an amount, like 1250.00."),
        ("Infinity", "must be an amount, like 1250.00."),
        ("0.001", "takes at most 2 digits after the point. Round it."),
        ("--5", "must be an amount, like 1250.00."),
        ("1O.5x", "must be an amount, like 1250.00."),
    ],
)
def test_an_amount_beyond_the_column_is_named_with_the_mend(name: str, typed: str, told: str):
    wrong = check(entered(ClaimType.MOTOR, **{name: typed}), ClaimType.MOTOR).wrong

    assert told in wrong[name]
    assert wrong[name].startswith(label(name))


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_first_and_the_last_year_are_named_in_every_day(kind: ClaimType, year: str):
    days = [
        name
        for name, value in flat(read_draft(FORMS[kind]())).items()
        if name.endswith(("_date", "_born", "_start", "_end", "_expiry", "_changed", "_discovered"))
        and (value is not None or name == "policy_changed")
    ]
    told = {name: check(entered(kind, **{name: f"{year}-06-30"}), kind).wrong for name in days}

    assert days
    assert {name: list(wrong) for name, wrong in told.items()} == {name: [name] for name in days}
    assert all("Correct the year." in wrong[name] for name, wrong in told.items())


@pytest.mark.parametrize("day", ["31 Dec 9999", "1 Jan 0001"])
def test_arrows_stop_at_the_ends_of_the_calendar(screen: IntakeScreen, day: str):
    editor = editor_of(screen, "policy_start")
    assert isinstance(editor, QLineEdit)
    editor.setText(day)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        QTest.keyClick(editor, key)

    assert editor.text()


@pytest.mark.parametrize("kind", [kind for kind in FORMS if kind is not ClaimType.MOTOR])
def test_a_table_names_the_row_of_a_text_that_cannot_be_kept(kind: ClaimType):
    name = "facts.service_lines" if kind is ClaimType.HEALTH else "facts.items"
    cell = "procedure" if kind is ClaimType.HEALTH else "name"
    rows = [{cell: "ok"}, {cell: "bell \x07"}, {cell: LONG}]

    with pytest.raises(Invalid) as caught:
        read_draft(FORMS[kind](facts={name.removeprefix("facts."): rows}))

    assert list(caught.value.problems) == [f"{name}.1.{cell}"]
    assert "cannot be kept" in caught.value.problems[f"{name}.1.{cell}"]
