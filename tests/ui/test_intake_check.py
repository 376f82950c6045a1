"""The rules of a claim applied to a half-filled form: what is wrong, missing and unusual."""

from datetime import timedelta
from typing import Any

import pytest

from app.services.draft_reading import read_draft
from app.services.figures import today
from app.ui.intake.check import check, flat, nested, wrong_alone
from tests.services.drafts import motor_form


def form(**changes: Any) -> dict[str, Any]:
    """Return the values of a complete form by dotted names, with *changes* to some of them."""
    return flat(read_draft(motor_form())) | {
        name.replace("__", "."): value for name, value in changes.items()
    }


def entered(**changes: Any) -> dict[str, Any]:
    """Return only what the form would hold as texts: no blanks, no line."""
    values = {name: value for name, value in form(**changes).items() if value not in (None, ())}
    values.pop("facts.line")
    return values


def test_a_complete_form_is_a_draft_without_open_points():
    found = check(entered())

    assert found.draft == read_draft(motor_form())
    assert found.open_points == {}


def test_an_empty_form_misses_the_least_first_and_is_not_wrong():
    found = check({})

    assert found.draft is None
    assert found.wrong == {}
    assert list(found.missing)[:2] == ["policy_number", "loss_date"]
    assert "amount" in found.missing


def test_what_is_missing_is_known_although_something_is_wrong():
    found = check(entered(amount="", facts__vin="123"))

    assert found.draft is None
    assert list(found.wrong) == ["facts.vin"]
    assert list(found.missing) == ["amount"]


@pytest.mark.parametrize("loss_date", ["", "soon"])
def test_a_loss_without_its_day_hides_nothing_and_invents_nothing(loss_date: str):
    found = check(entered(loss_date=loss_date, amount=""))

    assert set(found.open_points) == {"loss_date", "amount"}
    assert found.unusual == {}


def test_what_is_wrong_is_not_called_missing_as_well():
    found = check(entered(claimant__email="me", claimant__phone=""))

    assert list(found.wrong) == ["claimant.email"]
    assert "claimant.email" not in found.missing
    assert list(found.missing) == ["claimant.phone"]


def test_a_person_without_a_name_is_wrong_in_the_name():
    found = check(entered(third_party__phone="+447700900123"))

    assert found.wrong == {"third_party.name": "Name is needed."}


def test_a_wrong_witness_is_told_at_the_list_of_them():
    found = check(entered(witnesses=[{"name": "", "phone": "+447700900123"}]))

    assert list(found.wrong) == ["witnesses"]


def test_a_wrong_answer_of_several_is_told_at_their_field():
    found = check(entered(facts__impact_points=["bonnet"]))

    assert list(found.wrong) == ["facts.impact_points"]


def test_what_is_unusual_is_told_although_something_is_wrong():
    late = today() - timedelta(days=60)
    found = check(
        entered(loss_date=late, reported_date=today(), policy_start="2024-01-01", amount="-1")
    )

    assert list(found.wrong) == ["amount"]
    assert found.unusual["reported_date"].startswith("60 days after the loss")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("facts.vin", "123"),
        ("claimant.phone", "call me"),
        ("amount", "-1"),
        ("loss_date", "soon"),
        ("prior_claims_declared", "-2"),
    ],
)
def test_a_value_that_is_wrong_by_itself_is_known_alone(name: str, value: str):
    assert wrong_alone(name, value) != ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("deductible", "900000"),
        ("policy_expiry", "2019-01-01"),
        ("reported_date", "2020-01-01"),
        ("claimant.phone", "+447700900123"),
        ("policy_number", "POL-1"),
    ],
)
def test_a_value_that_only_others_contradict_is_right_alone(name: str, value: str):
    assert wrong_alone(name, value) == ""


def test_dotted_names_and_nested_values_are_the_same_thing():
    values = {"amount": "5", "claimant.name": "Ann", "facts.vin": "X"}

    assert nested(values) == {
        "amount": "5",
        "claimant": {"name": "Ann"},
        "facts": {"vin": "X"},
    }


def test_a_draft_is_laid_flat_and_read_again():
    draft = read_draft(motor_form(witnesses=[{"name": "Wes", "phone": "+447700900999"}]))

    values = {name: value for name, value in flat(draft).items() if name != "facts.line"}

    assert check(values).draft == draft
