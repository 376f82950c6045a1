"""Every field that a claim is asked for stands in the form of its line, and is asked in time."""

import pytest

from app.codes import ClaimType
from app.services.completeness import missing_for_submit
from app.services.draft_reading import read_draft
from app.ui.intake.form import IntakeForm
from app.ui.theme import Theme

DRAFT = "policy_number loss_date"
SUBMIT = (
    "how_reported reporter.name reporter.phone policyholder.name policyholder.address_line"
    " claimant.name policy_start policy_expiry coverage policy_limit deductible cause description"
    " loss_city loss_country amount authority_contacted facts.other_insurance notice_given"
)
OPTIONAL = (
    "loss_time reported_date policyholder.email policy_changed currency authority_reference"
    " witnesses facts.other_insurer facts.other_insurance_policy"
    " prior_claims_declared facts.catastrophe_code facts.attested facts.attested_by"
    " facts.holder_born facts.holder_company facts.loss_coordinates"
)
LINES: dict[ClaimType, tuple[str, str]] = {
    ClaimType.MOTOR: (
        (
            "facts.injuries facts.vin facts.plate_number facts.make facts.model facts.year"
            " facts.body driver.name facts.purpose_of_use facts.accident_type facts.occupants_count"
        ),
        (
            "facts.plate_region facts.odometer facts.owner_name facts.driver_licence"
            " facts.driver_relation facts.driver_has_permission facts.fault_rating"
            " facts.impact_points facts.airbags facts.drivable facts.towed_to facts.estimate_amount"
            " repairer.name facts.other_vehicle facts.other_vehicle_insurer facts.keys_count"
            " facts.tracker facts.last_seen_at facts.finance_company third_party.name"
        ),
    ),
    ClaimType.PROPERTY: (
        (
            "facts.injuries facts.risk_address facts.property_type facts.occupancy"
            " facts.date_discovered facts.probable_total facts.habitable"
            " facts.emergency_repairs_done"
        ),
        (
            "facts.items facts.mortgagee facts.alarm facts.locks facts.forced_entry"
            " facts.fire_origin facts.alarm_worked facts.occupants_present"
        ),
    ),
    ClaimType.HEALTH: (
        (
            "facts.member_id facts.patient_name provider.name facts.provider_id"
            " facts.diagnosis_codes facts.service_lines facts.visit_type facts.care_type"
            " facts.accident_related"
        ),
        "facts.admission_date facts.discharge_date facts.pre_authorization_no facts.referral_code",
    ),
    ClaimType.TRAVEL: (
        (
            "facts.injuries facts.trip_start facts.trip_end facts.destination facts.booking_ref"
            " facts.policy_purchase_date"
        ),
        (
            "facts.carrier facts.carrier_report_no facts.prepaid facts.refunds"
            " facts.items provider.name facts.primary_insurer"
        ),
    ),
}
ONCE_NAMED = {
    "policyholder.address_line",
    "reporter.phone",
    "loss_country",
    "facts.patient_name",
}


@pytest.mark.parametrize("line", LINES)
def test_every_field_of_a_line_stands_in_its_form(theme: Theme, line: ClaimType):
    needed, more = LINES[line]
    wanted = [*DRAFT.split(), *SUBMIT.split(), *OPTIONAL.split(), *needed.split(), *more.split()]

    form = IntakeForm(line)
    bound = form.binder.bound

    assert [name for name in wanted if not _stands(name, set(bound))] == []


@pytest.mark.parametrize("line", LINES)
def test_every_field_for_submitting_is_asked_for_when_it_is_empty(line: ClaimType):
    today = {"policy_number": "POL-1", "claim_type": str(line), "loss_date": "2026-03-02"}
    draft = read_draft({**today, "facts": {}})

    asked = {item.field for item in missing_for_submit(draft)}

    wanted = {*SUBMIT.split(), *LINES[line][0].split()} - ONCE_NAMED
    assert sorted(name for name in wanted if not _stands(name, asked)) == []


@pytest.mark.parametrize("line", LINES)
def test_no_field_that_may_stay_empty_is_asked_for(line: ClaimType):
    today = {"policy_number": "POL-1", "claim_type": str(line), "loss_date": "2026-03-02"}
    draft = read_draft({**today, "facts": {}})

    asked = {item.field for item in missing_for_submit(draft)}

    free = {"loss_time", "policy_changed", "prior_claims_declared", "facts.catastrophe_code"}
    assert asked & (free | {"witnesses", "facts.attested", "policyholder.email"}) == set()


def _stands(name: str, known: set[str]) -> bool:
    """Tell whether a field is there, by itself or as the party or table that holds it."""
    return name in known or name.partition(".")[0] in known
