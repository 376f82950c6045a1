"""Health claims of the sample: honest ones, and the stories told about some."""

from app.sample.dice import Dice
from app.sample.draft import Cause, Day, Draft, begin
from app.sample.story import Story, early
from app.sample.town import Town

CAUSES = {
    "illness": Cause("illness", 22, 1500, 0.7, 12.0),
    "injury": Cause("injury", 16, 900, 0.6, 10.0),
    "dental": Cause("dental", 22, 480, 0.5, 9.0),
    "physiotherapy": Cause("physiotherapy", 18, 620, 0.4, 14.0),
    "surgery": Cause("surgery", 10, 6200, 0.5, 16.0),
    "diagnostics": Cause("diagnostics", 12, 780, 0.5, 10.0),
}
STAY = ("surgery", "illness")
SUSPECT, UNCLEAR, TWIN = 0.74, 0.36, 0.03


def honest(town: Town, *, kind: str | None, received: int, region: str) -> Draft:
    """Return an unremarkable health claim of *kind*, or of a common one."""
    dice = town.dice
    kind = kind or dice.weighted({name: cause.weight for name, cause in CAUSES.items()})
    claim = begin(town, "health", CAUSES[kind], kind=kind, received=received, region=region)
    stays = kind in STAY and dice.chance(0.6)
    claim.coverage = "dental" if kind == "dental" else "in_patient" if stays else "out_patient"
    claim.limit = dice.choice((10000, 20000, 30000) if stays else (1500, 2500, 5000, 7500))
    claim.deductible = dice.choice((0, 0, 50, 100, 150, 250))
    claim.amount = min(claim.amount, claim.limit * dice.uniform(0.6, 0.9))
    claim.firm_kind, claim.firm = "provider", town.firm("provider", region)
    claim.facts = _visit(claim, town, stays=stays)
    bill(claim, town, dice.randrange(1, 6), even=True)
    return claim


def _visit(claim: Draft, town: Town, *, stays: bool) -> dict[str, object]:
    dice = town.dice
    nights = 1 + dice.few(1.5)
    emergency = claim.kind in ("injury", "illness") and dice.chance(0.5)
    facts: dict[str, object] = {
        "member_id": f"H{dice.digits(8)}",
        "provider_id": dice.digits(10),
        "diagnosis_codes": [dice.choice(town.words.things["diagnoses"][claim.kind])],
        "visit_type": "emergency" if emergency else dice.choice(("referral", "referral", "other")),
        "care_type": "in_patient" if stays else "out_patient",
        "accident_related": "auto" if claim.kind == "injury" and dice.chance(0.1) else "no",
    }
    if stays:
        claim.delay = max(claim.delay, nights + 1)
        facts |= {"admission_date": Day(0), "discharge_date": Day(nights)}
    if not emergency and dice.chance(0.85 if stays else 0.3):
        facts["pre_authorization_no"] = f"PA-{dice.digits(7)}"
    return facts


def bill(claim: Draft, town: Town, lines: int, *, even: bool) -> None:
    """Split the amount over services; an uneven bill has one line that outweighs the rest."""
    dice = town.dice
    codes = town.words.things["procedures"][claim.kind]
    weights = [dice.uniform(0.7, 1.4) for _ in range(lines)]
    if not even:
        weights[0] = 2.6 * sum(weights[1:])
    claim.facts["service_lines"] = [
        {
            "day": Day(dice.randrange(claim.delay + 1)),
            "procedure": dice.choice(codes),
            "units": 1 + dice.few(0.5),
            "charge": round(claim.amount * weight / sum(weights), 2),
        }
        for weight in weights
    ]


def _early_operation(claim: Draft, town: Town) -> None:
    """Tell of a planned operation weeks after joining, nobody asked beforehand, limit used up."""
    dice = town.dice
    early(claim, dice, 45)
    claim.amount = claim.limit * dice.uniform(0.88, 1.0)
    claim.facts.pop("pre_authorization_no", None)
    claim.facts["visit_type"] = "other"
    bill(claim, town, dice.randrange(2, 5), even=False)


def _urgent_operation(claim: Draft, town: Town) -> None:
    """Tell of an operation weeks after joining that could not wait."""
    dice = town.dice
    early(claim, dice, 60)
    claim.facts["visit_type"] = "emergency"
    claim.facts.pop("pre_authorization_no", None)
    claim.amount = claim.limit * dice.uniform(0.6, 0.95)
    bill(claim, town, dice.randrange(3, 8), even=True)


def _long_course(claim: Draft, town: Town) -> None:
    """Tell of a long course of treatment, authorised and billed evenly."""
    dice = town.dice
    claim.facts["pre_authorization_no"] = f"PA-{dice.digits(7)}"
    claim.amount = min(claim.amount * 2.2, claim.limit * 0.95)
    bill(claim, town, dice.randrange(8, 15), even=True)


def _many_services(claim: Draft, town: Town) -> None:
    """Bill many services in one go, none of them authorised."""
    dice = town.dice
    claim.facts.pop("pre_authorization_no", None)
    claim.amount = claim.limit * dice.uniform(0.5, 0.9)
    bill(claim, town, dice.randrange(6, 11), even=dice.chance(0.6))


STORIES = (
    Story("early operation", "health", "surgery", 0.028, SUSPECT, _early_operation),
    Story("many services", "health", "diagnostics", 0.036, UNCLEAR, _many_services),
    Story("urgent operation", "health", "surgery", 0.025, TWIN, _urgent_operation),
    Story("long course", "health", "physiotherapy", 0.03, TWIN, _long_course),
)


def padded(claim: Draft, dice: Dice, town: Town) -> None:
    """Pad a clinic's bill: many lines, one of them outweighing all, nothing authorised."""
    claim.facts.pop("pre_authorization_no", None)
    claim.facts["visit_type"] = "other"
    claim.amount = claim.limit * dice.uniform(0.55, 0.9)
    bill(claim, town, dice.randrange(6, 13), even=False)
