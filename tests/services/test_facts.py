"""The facts of a claim as the engine sees them."""

import math
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from app.ml.columns import is_protected
from app.services.facts import FEATURES, ClaimFacts, features, frame

LOSS = date(2026, 11, 5)


def a_claim(**changes: Any) -> ClaimFacts:
    columns: dict[str, Any] = {
        "claim_type": "motor",
        "cause": "theft",
        "coverage": "comprehensive",
        "amount": Decimal("18087.50"),
        "policy_limit": Decimal("24000.00"),
        "deductible": Decimal("350.00"),
        "loss_date": LOSS,
        "loss_time": time(3, 20),
        "reported_date": date(2026, 11, 24),
        "policy_start": date(2026, 10, 13),
        "policy_expiry": date(2027, 10, 12),
        "prior_claims_declared": 3,
    }
    return ClaimFacts(**(columns | changes))


def one(name: str, **changes: Any) -> Any:
    return features(a_claim(**changes))[name]


def test_every_claim_has_a_value_or_none_for_every_feature():
    for line in ("motor", "property", "health", "travel", "pet"):
        assert set(features(ClaimFacts(claim_type=line))) == set(FEATURES)


def test_no_feature_looks_like_a_protected_fact_or_a_proxy():
    assert [name for name in FEATURES if is_protected(name)] == []


def test_every_feature_has_a_label_of_its_own():
    labels = [feature.label for feature in FEATURES.values()]

    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() and len(label) <= 24 for label in labels)


def test_days_are_counted_between_loss_report_and_policy():
    row = features(a_claim(policy_changed=date(2026, 10, 20)))

    days = ("days_to_report", "policy_age_days", "days_to_expiry", "days_since_change")
    assert [row[name] for name in days] == [19, 23, 341, 16]


def test_a_report_before_the_change_of_policy_counts_below_zero():
    assert one("days_since_change", policy_changed=date(2026, 11, 8)) == -3


@pytest.mark.parametrize(
    ("amount", "share", "near", "even"),
    [
        ("18087.50", 75.36, "no", "no"),
        ("22800.00", 95.0, "yes", "yes"),
        ("22799.99", 95.0, "no", "no"),
        ("900.00", 3.75, "no", "no"),
    ],
)
def test_the_amount_is_held_against_the_limit(amount, share, near, even):
    row = features(a_claim(amount=Decimal(amount)))

    assert (row["amount_to_limit"], row["near_limit"], row["round_amount"]) == (share, near, even)


def test_without_an_amount_nothing_is_said_about_it():
    row = features(a_claim(amount=None))

    assert {row[name] for name in ("amount", "amount_to_limit", "near_limit")} == {None}


@pytest.mark.parametrize(
    ("hour", "band"), [(0, "night"), (6, "morning"), (17, "afternoon"), (23, "evening")]
)
def test_the_time_of_day_is_a_band(hour, band):
    assert one("loss_hour", loss_time=time(hour, 59)) == band


def test_an_unknown_time_says_so():
    assert one("loss_hour", loss_time=None) == "unknown"


def test_links_that_nobody_counted_are_zero():
    row = features(ClaimFacts.of(a_claim(), [("phone", 4), ("vin", 1)]))

    shared = [row[f"shared_{kind}"] for kind in ("phone", "email", "address", "repairer", "vin")]
    assert shared == [4, 0, 0, 0, 1]


def test_the_injured_beyond_the_occupants_stand_out():
    facts = {"occupants_count": 2, "injured_count": 4}

    assert one("injured_beyond_occupants", facts=facts) == 2
    assert one("injured_beyond_occupants", facts={"occupants_count": 2}) is None


@pytest.mark.parametrize(("keys", "missing"), [(1, "yes"), (2, "no"), (None, None)])
def test_fewer_than_two_keys_are_missing_keys(keys, missing):
    assert one("keys_missing", facts={"keys_count": keys}) == missing


def test_an_answer_of_yes_no_and_not_yet_are_three():
    told = [one("drivable", facts={"drivable": answer}) for answer in (True, False, None)]

    assert told == ["yes", "no", None]


def test_receipts_count_by_value():
    items = [{"claimed": "900.00", "receipt": True}, {"claimed": 300, "receipt": False}]

    row = features(a_claim(claim_type="property", facts={"items": items}))

    assert (row["items"], row["receipt_share"]) == (2, 75)


def test_a_list_of_nothing_has_no_share_of_receipts():
    row = features(a_claim(claim_type="property", facts={"items": []}))

    assert (row["items"], row["receipt_share"]) == (0, None)


def test_tenants_and_owners_look_alike_and_an_empty_house_does_not():
    occupancies = ("owner", "tenant", "vacant")

    told = [one("vacant", claim_type="property", facts={"occupancy": o}) for o in occupancies]

    assert told == ["no", "no", "yes"]


def test_the_largest_service_is_held_against_the_bill():
    lines = [{"charge": "50.00"}, {"charge": "150.00"}]

    row = features(a_claim(claim_type="health", facts={"service_lines": lines}))

    assert (row["service_lines"], row["largest_service_share"]) == (2, 75)


def test_travel_cover_bought_just_before_the_loss_shows():
    facts = {"policy_purchase_date": "2026-11-03", "prepaid": "400", "refunds": "100.00"}

    row = features(a_claim(claim_type="travel", facts=facts))

    assert (row["days_purchase_to_loss"], row["refund_share"]) == (2, 25)
    assert row["carrier_report"] == "no"


@pytest.mark.parametrize(
    "broken",
    [
        {"occupants_count": "many", "estimate_amount": "1e999", "drivable": "yes"},
        {"items": "none", "service_lines": [1, None], "policy_purchase_date": 7},
        {"keys_count": True, "accident_type": 3, "estimate_amount": 0},
    ],
)
@pytest.mark.parametrize("line", ["motor", "property", "health", "travel"])
def test_facts_of_the_wrong_kind_count_as_not_told(line, broken):
    row = features(a_claim(claim_type=line, facts=broken))

    numbers = [value for value in row.values() if isinstance(value, float)]
    assert all(math.isfinite(number) for number in numbers)
    assert row["drivable"] is None
    assert row["keys_missing"] is None


def test_columns_are_read_off_anything_that_has_them():
    claim = a_claim()

    assert ClaimFacts.of(claim, []) == claim


def test_a_frame_holds_numbers_as_floats_and_codes_as_text():
    made = frame([features(a_claim()), features(ClaimFacts(claim_type="health"))])

    assert list(made.columns) == list(FEATURES)
    kinds = {feature.kind for name, feature in FEATURES.items() if made[name].dtype == "float64"}
    assert kinds == {"number"}
    assert made["amount"].isna().tolist() == [False, True]
    assert made["cause"].tolist() == ["theft", None]
