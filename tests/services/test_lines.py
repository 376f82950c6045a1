"""Property, health and travel: what their claims need, what contradicts and what is unusual."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.errors import Invalid
from app.services.completeness import missing_for_submit
from app.services.decision_needs import missing_for_decision
from app.services.draft_reading import read_draft
from app.services.figures import today
from app.services.unusual import unusual_facts
from app.services.unusual_lines import npi_checks
from tests.services.drafts import health_form, motor_form, property_form, travel_form

Form = Callable[..., dict[str, Any]]
FORMS = (motor_form, property_form, health_form, travel_form)


def missing(form: dict[str, Any]) -> dict[str, str]:
    return {item.field: item.sentence for item in missing_for_submit(read_draft(form))}


def unusual(form: dict[str, Any]) -> dict[str, str]:
    return {item.field: item.sentence for item in unusual_facts(read_draft(form))}


def problems(form: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        read_draft(form)
    return caught.value.problems


@pytest.mark.parametrize("form", FORMS)
def test_a_complete_claim_of_each_line_lacks_nothing_and_is_not_unusual(form: Form):
    assert missing(form()) == {}
    assert unusual(form()) == {}


@pytest.mark.parametrize(
    ("form", "changes", "asked"),
    [
        (property_form, {"facts": {"risk_address": ""}}, "facts.risk_address"),
        (property_form, {"facts": {"occupancy": ""}}, "facts.occupancy"),
        (property_form, {"facts": {"habitable": None}}, "facts.habitable"),
        (health_form, {"facts": {"patient_born": ""}}, "facts.patient_born"),
        (health_form, {"facts": {"provider_id": ""}}, "facts.provider_id"),
        (health_form, {"facts": {"diagnosis_codes": []}}, "facts.diagnosis_codes"),
        (health_form, {"facts": {"discharge_date": ""}}, "facts.discharge_date"),
        (health_form, {"facts": {"visit_type": "referral"}}, "facts.referral_code"),
        (health_form, {"facts": {"service_lines": []}}, "facts.service_lines"),
        (travel_form, {"facts": {"booking_ref": ""}}, "facts.booking_ref"),
        (travel_form, {"facts": {"carrier_report_no": ""}}, "facts.carrier_report_no"),
        (motor_form, {"third_party": {"name": "Ann"}}, "facts.other_vehicle"),
        (motor_form, {"facts": {"holder_born": ""}}, "facts.holder_born"),
    ],
)
def test_what_a_line_needs_is_asked_for(form: Form, changes: dict[str, Any], asked: str):
    assert list(missing(form(**changes))) == [asked]


def test_a_theft_from_a_building_asks_for_its_security_and_a_fire_for_its_origin():
    theft = missing(property_form(cause="theft"))
    fire = missing(property_form(cause="fire"))

    assert list(theft) == ["facts.alarm", "facts.locks", "facts.forced_entry"]
    assert list(fire) == [
        "facts.fire_origin",
        "facts.alarm_worked",
        "facts.occupants_present",
        "facts.pets_present",
    ]


def test_a_cancelled_journey_asks_what_was_paid_and_an_illness_abroad_who_treated():
    cancelled = missing(travel_form(cause="cancellation", coverage="cancellation"))
    ill = missing(travel_form(cause="medical", coverage="medical"))

    assert list(cancelled) == ["facts.prepaid", "facts.refunds"]
    assert list(ill) == ["provider.name", "facts.primary_insurer"]


def test_a_firm_is_identified_by_its_company_number_instead_of_a_birthday():
    form = motor_form(facts={"holder_born": "", "holder_company": "07495895"})

    assert missing(form) == {}


@pytest.mark.parametrize("answer", [True, False, "unknown"])
def test_not_known_is_an_answer_and_a_blank_is_none(answer: bool | str):
    answered = missing(property_form(facts={"habitable": answer}))
    blank = missing(property_form(facts={"habitable": ""}))

    assert answered == {}
    assert list(blank) == ["facts.habitable"]


def test_what_went_wrong_with_a_journey_is_told_once():
    draft = read_draft(travel_form())

    assert getattr(draft.facts, "event_type", None) == "baggage_loss"


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        (
            property_form(
                facts={"date_discovered": (today() - timedelta(days=30)).isoformat()},
            ),
            "facts.date_discovered",
            "cannot be before the loss",
        ),
        (property_form(facts={"probable_total": "10"}), "facts.probable_total", "£840.00"),
        (
            travel_form(facts={"prepaid": "10", "refunds": "11"}),
            "facts.refunds",
            "cannot exceed what was paid",
        ),
        (motor_form(facts={"last_seen_at": "2126-01-01 10:00"}), "facts.last_seen_at", "after"),
        (property_form(facts={"property_type": "castle"}), "facts.property_type", "one of"),
        (health_form(facts={"diagnosis_codes": ["flu"]}), "facts.diagnosis_codes.0", "ICD-10"),
        (health_form(facts={"diagnosis_codes": ["S52"] * 13}), "facts.diagnosis_codes", "12"),
        (
            health_form(facts={"service_lines": [{"charge": "5", "units": "0"}]}),
            "facts.service_lines.0.units",
            "Row 1: Units must be at least 1.",
        ),
        (
            health_form(facts={"service_lines": [{"modifiers": "1 2 3 4 5"}]}),
            "facts.service_lines.0.modifiers",
            "at most 4 modifiers",
        ),
        (motor_form(facts={"driver_born": "2126-01-01"}), "facts.driver_born", "in the future"),
    ],
)
def test_what_cannot_be_true_is_named_with_the_mend(form: dict[str, Any], field: str, words: str):
    found = problems(form)

    assert list(found) == [field]
    assert words in found[field]


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        (property_form(facts={"emergency_repairs_done": True}), "emergency_repairs_done", "Repair"),
        (
            property_form(facts={"items": [{"name": "Ring", "claimed": "840"}]}),
            "items",
            "100% of the amount is claimed without a receipt",
        ),
        (health_form(facts={"provider_id": "1234567890"}), "provider_id", "check digit"),
        (health_form(facts={"patient_born": today().isoformat()}), "patient_born", "born after"),
        (
            health_form(facts=dict.fromkeys(("admission_date", "discharge_date"), today())),
            "service_lines",
            "2 services lie outside the stay",
        ),
        (
            travel_form(facts={"prepaid": "450", "refunds": "100"}),
            "prepaid",
            "Only £350.00 is left",
        ),
        (
            travel_form(facts={"policy_purchase_date": travel_form()["loss_date"]}),
            "policy_purchase_date",
            "bought on or after",
        ),
        (motor_form(policyholder={"postcode": "12345"}), "policyholder.postcode", "postcode"),
    ],
)
def test_what_is_unusual_asks_to_be_confirmed_and_never_stops(
    form: dict[str, Any], field: str, words: str
):
    found = unusual(form)

    assert list(found) == [field if "." in field else f"facts.{field}"]
    assert all(words in sentence for sentence in found.values())
    assert missing(form) == {}


def test_what_is_needed_to_decide_does_not_keep_from_submitting():
    needed = {
        form.__name__: [item.field for item in missing_for_decision(read_draft(form()))]
        for form in FORMS
    }

    assert needed == {
        "motor_form": [
            "facts.fault_rating",
            "facts.estimate_amount",
            "repairer.name",
            "facts.attested",
        ],
        "property_form": ["facts.attested"],
        "health_form": ["facts.attested"],
        "travel_form": ["facts.attested"],
    }


def test_people_who_were_hurt_are_named_before_a_decision():
    form = property_form(facts={"injuries": True, "injured_count": 2, "injured": [{"name": "A"}]})

    asked = [item.field for item in missing_for_decision(read_draft(form))]

    assert asked == ["facts.injured", "facts.attested"]
    assert missing(form) == {}


@pytest.mark.parametrize(("number", "fits"), [("1234567893", True), ("1234567890", False)])
def test_the_check_digit_of_a_provider(number: str, *, fits: bool):
    assert npi_checks(number) is fits
