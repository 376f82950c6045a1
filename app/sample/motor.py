"""Motor claims of the sample: honest ones, and the stories told about some."""

from app.sample.dice import Dice
from app.sample.draft import Cause, Draft, Moment, begin
from app.sample.town import Town

CAUSES = {
    "rear_end": Cause("collision", 18, 2100, 0.6),
    "side": Cause("collision", 14, 2600, 0.65),
    "head_on": Cause("collision", 3, 6800, 0.6),
    "single_vehicle": Cause("collision", 9, 2900, 0.75),
    "parked": Cause("collision", 9, 1150, 0.5),
    "hit_and_run": Cause("collision", 5, 1500, 0.55),
    "theft": Cause("theft", 7, 0, 0.0, 1.0),
    "fire": Cause("fire", 1.5, 0, 0.0, 1.0),
    "glass": Cause("glass", 14, 390, 0.4, 3.0),
    "weather": Cause("weather", 7, 1600, 0.6, 2.5),
    "vandalism": Cause("vandalism", 6, 950, 0.55, 2.0),
    "animal": Cause("animal", 4, 1900, 0.5),
}
TOTAL_LOSS = ("theft", "fire")
VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
PLATE_LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY"
USES = {"private": 60.0, "commute": 28.0, "business": 8.0, "ride_share": 3.0, "hire": 1.0}
IMPACTS = {"rear_end": ["rear"], "head_on": ["front"], "side": ["left"], "parked": ["right"]}
BODIES = {"hatchback": 55.0, "suv": 22.0, "estate": 12.0, "saloon": 11.0}
COVERAGES = {"comprehensive": 82.0, "third_party_fire_theft": 18.0}


def honest(town: Town, *, kind: str | None, received: int, region: str) -> Draft:
    """Return an unremarkable motor claim of *kind*, or of a common one."""
    dice = town.dice
    kind = kind or dice.weighted({name: cause.weight for name, cause in CAUSES.items()})
    claim = begin(town, "motor", CAUSES[kind], kind=kind, received=received, region=region)
    make, model, value = dice.choice(town.words.things["vehicles"])
    claim.limit = round(dice.around(value, 0.35) / 100) * 100
    claim.deductible = dice.choice((100, 150, 250, 250, 350, 500, 750))
    claim.coverage = dice.weighted(COVERAGES) if kind in TOTAL_LOSS else "comprehensive"
    _vehicle(claim, dice, make, model)
    _circumstances(claim, town)
    _price(claim, town)
    return claim


def _vehicle(claim: Draft, dice: Dice, make: str, model: str) -> None:
    claim.facts = {
        "vin": "".join(dice.choices(VIN_LETTERS, k=17)),
        "plate_number": _plate(dice),
        "make": make,
        "model": model,
        "year": dice.randrange(2012, 2025),
        "body": dice.weighted(BODIES),
        "odometer": round(dice.around(41000, 0.6)),
        "purpose_of_use": dice.weighted(USES),
        "accident_type": claim.kind if claim.kind != "vandalism" else "parked",
    }


def _plate(dice: Dice) -> str:
    letters = "".join(dice.choices(PLATE_LETTERS, k=5))
    return f"{letters[:2]}{dice.randrange(11, 75)} {letters[2:]}"


def _circumstances(claim: Draft, town: Town) -> None:
    dice, kind = town.dice, claim.kind
    collision = claim.cause == "collision"
    standing = kind in ("parked", "theft", "vandalism", "glass", "weather")
    heavy = kind in ("head_on", "single_vehicle", "side")
    occupants = 0 if standing else 1 + dice.few(0.7)
    hurt = collision and not standing and dice.chance(0.3 if kind == "head_on" else 0.1)
    damaged = collision and dice.chance(0.35 if heavy else 0.15)
    claim.facts |= {
        "impact_points": IMPACTS.get(kind, ["front"]),
        "occupants_count": occupants,
        "injured_count": dice.randrange(1, occupants + 1) if hurt else 0,
        "witness_count": dice.few(0.5) if collision else 0,
        "airbags": collision and dice.chance(0.55 if kind == "head_on" else 0.07),
        "drivable": not damaged and kind not in ("theft", "fire"),
        "towed": (damaged and dice.chance(0.8)) or kind == "fire",
    }
    if kind in ("rear_end", "side", "head_on", "parked"):
        _other_driver(claim, town)
    if kind == "theft":
        missing = dice.chance(0.06)
        claim.facts |= {
            "keys_count": 1 if missing else 2,
            "last_seen_at": Moment(claim.hour or 0),
            "tracker": dice.chance(0.3),
            "recovered": dice.chance(0.15),
        }
    claim.authority = _authority(claim, dice)


def _authority(claim: Draft, dice: Dice) -> str:
    likely = {"theft": 0.96, "hit_and_run": 0.62, "head_on": 0.8, "vandalism": 0.6}
    if claim.kind == "fire":
        return "fire"
    if dice.chance(0.75 if claim.facts["injured_count"] else likely.get(claim.kind, 0.08)):
        return "police"
    return "unknown" if dice.chance(0.05) else "none"


def _other_driver(claim: Draft, town: Town) -> None:
    dice = town.dice
    claim.third = town.stranger(claim.region)
    claim.facts |= {
        "other_vehicle": _plate(dice),
        "other_insurance": True,
        "other_insurer": dice.choice(town.words.firms["insurers"]),
    }


def _price(claim: Draft, town: Town) -> None:
    dice = town.dice
    if claim.kind in TOTAL_LOSS:
        claim.amount = claim.limit * dice.uniform(0.82, 1.0)
        return
    if claim.facts["injured_count"]:
        claim.amount += claim.facts["injured_count"] * dice.around(1500, 0.5)
    claim.amount = min(claim.amount, claim.limit * dice.uniform(0.75, 1.0))
    claim.facts["estimate_amount"] = claim.amount / dice.uniform(0.95, 1.08)
    claim.firm = town.firm("repairer", claim.region)
