"""Tables add up to what is claimed, row by row."""

from typing import Any

import pytest

from app.services.completeness import missing_for_submit
from app.services.draft_reading import read_draft
from tests.services.drafts import health_form, property_form, travel_form


def asked(form: dict[str, Any]) -> dict[str, str]:
    return {item.field: item.sentence for item in missing_for_submit(read_draft(form))}


def test_rows_that_fall_short_name_the_sum_and_the_difference():
    found = asked(property_form(facts={"items": [{"name": "Sofa", "claimed": "800"}]}))

    assert found == {
        "facts.items": "The rows add up to £800.00, £40.00 less than the claimed £840.00."
        " Correct a row or the claimed amount."
    }


def test_a_bill_that_exceeds_the_claim_is_told_in_the_claims_currency():
    found = asked(health_form(amount="1020", currency="EUR"))

    assert "€1,020.50, €0.50 more than the claimed €1,020.00" in found["facts.service_lines"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"claimed": "5"}, "Row 1: say what it is"),
        ({"name": "Sofa"}, "Row 1: say the amount claimed"),
    ],
)
def test_a_half_filled_row_is_kept_in_a_draft_and_asked_for(row: dict[str, str], words: str):
    assert words in asked(property_form(facts={"items": [row]}))["facts.items"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"procedure": "1", "charge": "5"}, "the day of the service"),
        ({"day": "2026-11-01", "charge": "5"}, "the procedure code"),
        ({"day": "2026-11-01", "procedure": "1"}, "the charge"),
        ({"day": "2026-11-01", "procedure": "1", "charge": "5", "pointer": "3"}, "between 1 and 2"),
    ],
)
def test_a_half_filled_service_names_what_it_lacks(row: dict[str, str], words: str):
    assert words in asked(health_form(facts={"service_lines": [row]}))["facts.service_lines"]


def test_things_need_not_add_up_where_a_building_is_claimed():
    form = property_form(coverage="buildings", facts={"items": [{"name": "A", "claimed": "1"}]})

    assert asked(form) == {}


def test_luggage_adds_up_as_well():
    assert "facts.items" in asked(travel_form(amount="499.99"))
