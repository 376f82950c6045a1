"""Which column of a file is which fact of a claim: the facts there are, and good guesses."""

import re
from collections.abc import Iterable

from app.services.claim_draft import ClaimDraft, PartyDraft
from app.services.line_facts import HealthFacts, MotorFacts, PropertyFacts, TravelFacts
from app.services.sentences import label

NUMBER = "claim_number"
NEEDED = ("policy_number", "claim_type", "loss_date", "amount")
PARTIES = ("claimant", "policyholder", "reporter", "driver", "repairer", "provider")
_APART = {*PARTIES, "third_party", "witnesses", "facts", "how_reported", "region"}
_LINES = (MotorFacts, PropertyFacts, HealthFacts, TravelFacts)
_NOT_IN_A_CELL = {
    "line",
    "items",
    "service_lines",
    "injured",
    "event_type",
    "notice_version",
    "notice_date",
    "attested",
    "attested_by",
    "attested_on",
}
SEVERAL = frozenset({"facts.impact_points", "facts.diagnosis_codes"})

# Written without what is no letter, as headings are compared.
_SYNONYMS = {
    NUMBER: "ourref claimno claimref claimid reference ref externalid number",
    "policy_number": "policy policyno polno policyid contract contractno policyref",
    "claim_type": "type line lob lineofbusiness product class",
    "loss_date": "dateofloss lossdate incidentdate accidentdate dateofaccident eventdate doloss",
    "loss_time": "timeofloss lossat",
    "reported_date": "reported reportdate reportedon notified notificationdate datereported",
    "policy_start": "inception inceptiondate policyfrom coverfrom effectivedate policystartdate",
    "policy_expiry": "expiry expirydate policyto coverto enddate policyenddate",
    "policy_limit": "limit suminsured insuredsum cover",
    "deductible": "excess",
    "amount": "amountclaimed claimamount claimedamount total totalclaimed value sum",
    "currency": "curr ccy",
    "cause": "causeofloss peril losscause kindofloss reason",
    "coverage": "coveragetype section",
    "description": "narrative details circumstances whathappened story text notes",
    "loss_city": "city town place placeofloss losslocation location",
    "loss_country": "country losscountry",
    "prior_claims_declared": "priorclaims previousclaims",
    "claimant.name": "claimant claimantname name customer insuredname",
    "claimant.phone": "phone telephone tel mobile phonenumber claimantphone",
    "claimant.email": "email mail emailaddress claimantemail",
    "policyholder.name": "policyholder insured holder policyholdername",
    "policyholder.address_line": "address street addressline",
    "policyholder.postcode": "postcode zip zipcode postalcode",
    "facts.plate_number": "plate registration regno licenceplate licenseplate",
    "facts.vin": "chassis chassisno vehicleid",
    "facts.year": "vehicleyear modelyear yearofmanufacture",
    "facts.make": "manufacturer brand",
}


def targets() -> dict[str, str]:
    """Return every fact that a column may hold, by its name, with what a person calls it."""
    found = {NUMBER: "Claim number of yours"}
    for name in ClaimDraft.model_fields:
        if name not in _APART:
            found[name] = label(name)
    for role in PARTIES:
        for name in PartyDraft.model_fields:
            found[f"{role}.{name}"] = f"{label(role)}, {_lower(label(name))}"
    for line in _LINES:
        for name in line.model_fields:
            if name not in _NOT_IN_A_CELL:
                found.setdefault(f"facts.{name}", label(name))
    return found


def guesses(columns: Iterable[str]) -> dict[str, str]:
    """Return for each column the fact that it most likely holds, each fact once; else nothing."""
    known, taken, found = _spellings(), set[str](), {}
    for column in columns:
        target = known.get(_letters(column), "")
        found[column] = "" if target in taken else target
        taken.add(target)
    return found


def _spellings() -> dict[str, str]:
    spelled: dict[str, str] = {}
    for name, words in targets().items():
        for spelling in (name, words, name.removeprefix("facts.")):
            spelled.setdefault(_letters(spelling), name)
    for name, more in _SYNONYMS.items():
        for spelling in more.split():
            spelled.setdefault(spelling, name)
    return spelled


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _lower(words: str) -> str:
    return words if words[:2].isupper() else f"{words[:1].lower()}{words[1:]}"
