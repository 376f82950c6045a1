"""Values worth confirming, which never stop a claim."""

from datetime import timedelta
from typing import Any

import pytest

from app.services.draft_reading import read_draft
from app.services.figures import today
from app.services.unusual import unusual_facts, vin_checks
from tests.services.drafts import motor_form


def unusual(**changes: Any) -> dict[str, str]:
    found = unusual_facts(read_draft(motor_form(**changes)))
    return {item.field: item.sentence for item in found}


def ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


def test_an_everyday_claim_is_not_unusual():
    assert unusual() == {}


def test_a_late_report_is_told_in_days():
    found = unusual(loss_date=ago(19), reported_date=ago(0))

    assert found == {"reported_date": "19 days after the loss: unusual, please confirm."}


def test_without_a_day_of_the_report_today_is_taken_for_it_and_said():
    found = unusual(loss_date=ago(19), reported_date="")

    assert found == {"reported_date": "Today is 19 days after the loss: unusual, please confirm."}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"policy_start": ago(28)}, "policy_start", "23 days before the loss"),
        ({"policy_start": ago(4)}, "loss_date", "outside the policy term"),
        ({"policy_start": ago(90), "policy_expiry": ago(6)}, "loss_date", "outside the policy"),
        ({"policy_changed": ago(1)}, "policy_changed", "changed after the loss"),
        ({"amount": "24350.01"}, "amount", "More than the policy limit of £24,000.00"),
        ({"amount": "350"}, "amount", "Not above the excess of £350.00"),
        ({"description": "Card 4929 1234 5678 9012 was used."}, "description", "card number"),
        ({"facts": {"vin": "1M8GDM9A1KP042788"}}, "facts.vin", "check digit"),
        ({"facts": {"year": today().year + 2}}, "facts.year", "newer than the loss"),
        ({"facts": {"injuries": True, "injured_count": 3}}, "facts.injured_count", "3 injured"),
    ],
)
def test_an_unusual_value_asks_to_be_confirmed(changes, field, words):
    found = unusual(**changes)

    assert list(found) == [field]
    assert words in found[field]


def test_an_amount_up_to_limit_and_excess_is_usual():
    assert unusual(amount="24350.00") == {}


def test_a_policy_bought_on_the_day_of_the_loss_is_unusual():
    form = motor_form(claim_type="travel", cause="medical", coverage="medical")
    form["facts"] = {"policy_purchase_date": form["loss_date"]}

    fields = [item.field for item in unusual_facts(read_draft(form))]

    assert fields == ["facts.policy_purchase_date"]


@pytest.mark.parametrize(
    ("vin", "fits"),
    [("1M8GDM9AXKP042788", True), ("11111111111111111", True), ("1M8GDM9A5KP042788", False)],
)
def test_the_check_digit_of_a_vin(vin, fits):
    assert vin_checks(vin) is fits
