"""The one rule set of a claim, as a form or a batch row meets it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.errors import Invalid
from app.services.draft_reading import read_draft
from app.services.figures import today
from app.services.line_facts import MotorFacts, TravelFacts
from tests.services.drafts import motor_form


def problems(form: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        read_draft(form)
    return caught.value.problems


def test_typed_texts_become_dates_amounts_and_codes():
    draft = read_draft(motor_form())

    assert draft.policy_number == "POL-10956121"
    assert draft.amount == Decimal("2480.50")
    assert draft.reported_date == draft.loss_date + timedelta(days=2)
    assert isinstance(draft.facts, MotorFacts)
    assert draft.facts.plate_number == "LS11 ABC"


def test_phone_numbers_are_kept_in_international_form_and_mail_domains_in_lower_case():
    draft = read_draft(motor_form())

    assert draft.reporter
    assert draft.claimant
    assert draft.reporter.phone == "+447700900123"
    assert draft.claimant.email == "Oliver@example.org"


def test_policy_number_type_and_loss_date_are_enough_for_a_draft():
    draft = read_draft(
        {"policy_number": "POL-1", "claim_type": "travel", "loss_date": today().isoformat()}
    )

    assert isinstance(draft.facts, TravelFacts)
    assert draft.amount is None


def test_a_draft_without_its_least_facts_names_each_of_them():
    found = problems({})

    assert found == {
        "policy_number": "Policy number is needed.",
        "claim_type": "Claim type is needed.",
        "loss_date": "Date of loss is needed.",
    }


def test_blank_entries_count_as_not_given():
    form = motor_form(amount="  ", witnesses=[], third_party={"name": "", "country": "France"})

    draft = read_draft(form)

    assert draft.amount is None
    assert draft.third_party is None


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"amount": "a lot"}, "amount", "Claimed amount must be an amount, like 1250.00."),
        ({"amount": "-3"}, "amount", "Claimed amount must be above zero."),
        ({"amount": "1.005"}, "amount", "Claimed amount takes at most 2 digits after the point."),
        (
            {"deductible": "30000"},
            "deductible",
            "Excess must lie between zero and the policy limit.",
        ),
        ({"loss_date": "yesterday"}, "loss_date", "Date of loss must be a date, like 2026-11-05."),
        ({"loss_date": "1999-01-01"}, "loss_date", "more than ten years back"),
        ({"policy_number": "?"}, "policy_number", "like POL-10956121."),
        ({"claim_type": "boat"}, "claim_type", "Claim type must be one of motor, property"),
        ({"cause": "flood"}, "cause", "Cause must be one of collision, theft"),
        ({"claimant": {"phone": "12"}}, "claimant.phone", "like +44 7700 900123."),
        ({"claimant": {"email": "me@home"}}, "claimant.email", "like name@example.org."),
        ({"claimant": {"name": ""}}, "claimant.name", "Name is needed."),
        ({"facts": {"vin": "O" * 17}}, "facts.vin", "never I, O or Q"),
        ({"facts": {"year": 1900}}, "facts.year", "Year must be at least 1950."),
        ({"facts": {"wings": 2}}, "facts.wings", "is not a field of this claim type"),
        (
            {"facts": {"drivable": "perhaps"}},
            "facts.drivable",
            "yes, no or not known.",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_the_rule_and_how_to_mend_it(changes, field, sentence):
    found = problems(motor_form(**changes))

    assert list(found) == [field]
    assert sentence in found[field]


def test_the_loss_cannot_lie_in_the_future():
    found = problems(motor_form(loss_date=(today() + timedelta(days=1)).isoformat()))

    assert "cannot lie in the future" in found["loss_date"]


def test_the_report_cannot_come_before_the_loss_or_from_the_future():
    early = problems(motor_form(reported_date=(today() - timedelta(days=30)).isoformat()))
    late = problems(motor_form(reported_date=(today() + timedelta(days=1)).isoformat()))

    assert "before it happened" in early["reported_date"]
    assert "future" in late["reported_date"]


def test_dates_that_belong_together_must_be_in_order():
    term = problems(motor_form(policy_expiry="2020-01-01"))
    stay = problems(
        motor_form(
            claim_type="health",
            cause="illness",
            coverage="in_patient",
            facts={},
        )
        | {"facts": {"admission_date": "2026-05-02", "discharge_date": "2026-05-01"}}
    )
    trip = problems(
        motor_form(claim_type="travel", cause="medical", coverage="medical")
        | {"facts": {"trip_start": "2026-05-02", "trip_end": "2026-05-01"}}
    )

    assert "cannot expire before it starts" in term["policy_expiry"]
    assert "Discharge cannot be before admission" in stay["facts.discharge_date"]
    assert "The trip cannot end before it starts" in trip["facts.trip_end"]


def test_every_wrong_entry_is_reported_at_once_and_counted():
    with pytest.raises(Invalid) as caught:
        read_draft(motor_form(amount="x", loss_time="late", facts={"vin": "1"}))

    assert caught.value.message == "3 entries need correction."
    assert set(caught.value.problems) == {"amount", "loss_time", "facts.vin"}
