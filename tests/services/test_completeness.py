"""What keeps a draft from being submitted."""

from typing import Any

import pytest

from app.services.completeness import missing_for_submit
from app.services.draft_reading import read_draft
from app.services.figures import today
from tests.services.drafts import motor_form


def missing(**changes: Any) -> list[str]:
    return [item.field for item in missing_for_submit(read_draft(motor_form(**changes)))]


def test_a_complete_claim_lacks_nothing():
    assert missing() == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"how_reported": ""}, "how_reported"),
        ({"amount": ""}, "amount"),
        ({"description": "Bumped."}, "description"),
        ({"authority_contacted": ""}, "authority_contacted"),
        ({"authority_contacted": "police"}, "authority_reference"),
        ({"notice_given": False}, "notice_given"),
        ({"reporter": {"phone": ""}}, "reporter.phone"),
        ({"reporter": {"relation": ""}}, "reporter.relation"),
        ({"policyholder": {"address_line": ""}}, "policyholder.address_line"),
        ({"driver": {"name": ""}}, "driver.name"),
        ({"facts": {"injuries": None}}, "facts.injuries"),
        ({"facts": {"injuries": True}}, "facts.injured_count"),
        ({"facts": {"other_insurance": True}}, "facts.other_insurer"),
        ({"facts": {"vin": ""}}, "facts.vin"),
        ({"facts": {"impact_points": []}}, "facts.impact_points"),
        ({"facts": {"drivable": None}}, "facts.drivable"),
    ],
)
def test_a_field_that_submission_needs_is_asked_for(changes, field):
    assert missing(**changes) == [field]


def test_a_theft_asks_for_keys_and_not_for_impact_points():
    facts: dict[str, Any] = {
        "accident_type": "theft",
        "impact_points": [],
        "airbags": None,
        "drivable": None,
    }

    asked = missing(facts=facts)

    assert asked == ["facts.keys_count", "facts.last_seen_at", "facts.recovered"]


def test_an_answer_of_no_is_an_answer():
    assert "facts.airbags" not in missing(facts={"airbags": False, "injuries": False})


@pytest.mark.parametrize(
    ("claim_type", "asked"),
    [
        ("property", "facts.occupancy"),
        ("health", "provider.name"),
        ("travel", "facts.policy_purchase_date"),
    ],
)
def test_each_line_asks_for_its_own_facts(claim_type, asked):
    draft = read_draft(
        {"policy_number": "POL-1", "claim_type": claim_type, "loss_date": today().isoformat()}
    )

    fields = [item.field for item in missing_for_submit(draft)]

    assert asked in fields
    assert "facts.vin" not in fields


def test_every_request_is_a_sentence():
    draft = read_draft(
        {"policy_number": "POL-1", "claim_type": "motor", "loss_date": today().isoformat()}
    )

    assert all(item.sentence.endswith(".") for item in missing_for_submit(draft))
