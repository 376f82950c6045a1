"""Property claims of the sample: honest ones, and the stories told about some."""

from app.sample.dice import Dice
from app.sample.draft import Cause, Day, Draft, begin
from app.sample.items import list_items
from app.sample.story import Story, changed_lately, early, late, near_limit, rounded
from app.sample.town import Town

CAUSES = {
    "escape_of_water": Cause("escape_of_water", 30, 3100, 0.7, 3.0),
    "storm": Cause("storm", 20, 1900, 0.75, 3.0),
    "accidental_damage": Cause("accidental_damage", 17, 620, 0.6, 3.0),
    "theft": Cause("theft", 17, 3000, 0.6, 1.0),
    "fire": Cause("fire", 6, 14500, 0.8, 1.0),
    "flood": Cause("flood", 6, 12000, 0.7, 2.0),
    "vandalism": Cause("vandalism", 4, 1150, 0.5, 1.5),
}
CONTENTS = ("theft", "accidental_damage")
SUSPECT, UNCLEAR, TWIN = 0.74, 0.36, 0.03


def honest(town: Town, *, kind: str | None, received: int, region: str) -> Draft:
    """Return an unremarkable property claim of *kind*, or of a common one."""
    dice = town.dice
    kind = kind or dice.weighted({name: cause.weight for name, cause in CAUSES.items()})
    claim = begin(town, "property", CAUSES[kind], kind=kind, received=received, region=region)
    contents = kind in CONTENTS or dice.chance(0.15)
    claim.coverage = "contents" if contents else "buildings"
    claim.limit = _limit(dice, kind, contents=contents)
    claim.deductible = dice.choice((100, 150, 200, 250, 350, 500))
    claim.amount = min(claim.amount, claim.limit * dice.uniform(0.5, 0.9))
    claim.firm_kind, claim.firm = "repairer", None if contents else town.firm("builder", region)
    claim.facts = _building(claim, dice)
    list_items(claim, town, dice.randrange(1, 7) if contents else dice.few(1.2), shown=0.72)
    return claim


def _limit(dice: Dice, kind: str, *, contents: bool) -> int:
    if kind == "accidental_damage":
        return dice.choice((1500, 2000, 2500, 5000))
    if contents:
        return dice.choice((5000, 7500, 10000, 15000, 25000, 40000))
    return dice.choice((25000, 50000, 100000, 150000, 250000))


def _building(claim: Draft, dice: Dice) -> dict[str, object]:
    facts: dict[str, object] = {
        "property_type": dice.weighted({"house": 68.0, "flat": 28.0, "commercial": 4.0}),
        "occupancy": dice.weighted({"owner": 68.0, "tenant": 29.0, "vacant": 3.0}),
        "date_discovered": Day(min(claim.delay, dice.few(0.4))),
        "probable_total": claim.amount * dice.uniform(1.0, 1.3),
        "habitable": claim.kind not in ("fire", "flood") or dice.chance(0.3),
        "emergency_repairs_done": dice.chance(0.3) if claim.kind != "theft" else False,
    }
    if claim.kind == "theft":
        claim.authority = "police" if dice.chance(0.93) else "none"
        facts["forced_entry"] = dice.chance(0.85)
    if claim.kind == "fire":
        claim.authority = "fire" if dice.chance(0.92) else "none"
        facts |= {
            "alarm_worked": dice.chance(0.82),
            "occupants_present": dice.chance(0.68),
            "pets_present": dice.chance(0.3),
        }
    if claim.kind == "vandalism":
        claim.authority = "police" if dice.chance(0.75) else "none"
    return facts


def _quiet_burglary(claim: Draft, town: Town) -> None:
    """No sign of entry, hardly a receipt, the cover raised and claimed in full."""
    dice = town.dice
    changed_lately(claim, dice, 45)
    near_limit(claim, dice)
    claim.facts["forced_entry"] = False
    claim.authority = "police" if dice.chance(0.45) else "none"
    late(claim, dice, 1, 9)
    list_items(claim, town, dice.randrange(5, 12), shown=0.12)


def _plain_burglary(claim: Draft, town: Town) -> None:
    """Many things and few receipts, but a broken door, the police and an old policy."""
    dice = town.dice
    claim.amount = min(claim.amount * 1.6, claim.limit * 0.99)
    claim.facts |= {"forced_entry": True}
    claim.authority, claim.delay = "police", min(claim.delay, 1)
    list_items(claim, town, dice.randrange(5, 12), shown=0.2)


def _empty_fire(claim: Draft, town: Town) -> None:
    """Nobody at home, the alarm silent, the cover young and used up."""
    dice = town.dice
    early(claim, dice, 70)
    near_limit(claim, dice)
    claim.limit = min(claim.limit, 50000)
    claim.amount = claim.limit * dice.uniform(0.93, 1.0)
    claim.hour = dice.choice((0, 1, 2, 3, 4, 22, 23))
    claim.facts |= {"alarm_worked": False, "occupants_present": False, "pets_present": False}
    if dice.chance(0.35):
        claim.facts["occupancy"] = "vacant"


def _fire_while_out(claim: Draft, town: Town) -> None:
    """Nobody at home, but the alarm rang and the neighbours called."""
    dice = town.dice
    claim.authority = "fire"
    claim.facts |= {"alarm_worked": True, "occupants_present": False}
    claim.amount = min(claim.amount * dice.uniform(1.0, 1.8), claim.limit * 0.95)


def _new_cover(claim: Draft, town: Town) -> None:
    """One dear thing broken days after the cover began, no receipt, a round sum."""
    dice = town.dice
    early(claim, dice, 22)
    late(claim, dice, 2, 14)
    claim.amount = claim.limit * dice.uniform(0.6, 0.98)
    rounded(claim, dice, 0.6)
    list_items(claim, town, 1, shown=0.05)


def _shown_accident(claim: Draft, town: Town) -> None:
    """One dear thing broken soon after the cover began, receipt at hand."""
    dice = town.dice
    early(claim, dice, 40)
    claim.amount = claim.limit * dice.uniform(0.4, 0.9)
    claim.delay = min(claim.delay, 3)
    list_items(claim, town, 1, shown=0.97)


def _second_home(claim: Draft, town: Town) -> None:
    """Found weeks later because nobody was there; large, slow and genuine."""
    dice = town.dice
    late(claim, dice, 25, 95)
    claim.facts["date_discovered"] = Day(claim.delay - 1)
    claim.amount = min(claim.amount * 1.5, claim.limit * 0.9)


def _thin_proof(claim: Draft, town: Town) -> None:
    """Tell of a burglary with half the receipts, told late, entry not clear."""
    dice = town.dice
    claim.facts["forced_entry"] = dice.chance(0.35)
    late(claim, dice, 2, 12)
    claim.amount = min(claim.amount * 1.4, claim.limit * 0.98)
    list_items(claim, town, dice.randrange(4, 9), shown=0.35)


def _slow_leak(claim: Draft, town: Town) -> None:
    """Tell of a leak in a young policy, repaired before anybody could look."""
    dice = town.dice
    early(claim, dice, 110)
    claim.facts["emergency_repairs_done"] = True
    list_items(claim, town, dice.randrange(2, 5), shown=0.3)
    rounded(claim, dice, 0.4)


STORIES = (
    Story("quiet burglary", "property", "theft", 0.024, SUSPECT, _quiet_burglary),
    Story("empty-house fire", "property", "fire", 0.016, SUSPECT, _empty_fire),
    Story("broken on new cover", "property", "accidental_damage", 0.021, SUSPECT, _new_cover),
    Story("thin proof", "property", "theft", 0.022, UNCLEAR, _thin_proof),
    Story("slow leak", "property", "escape_of_water", 0.022, UNCLEAR, _slow_leak),
    Story("plain burglary", "property", "theft", 0.026, TWIN, _plain_burglary),
    Story("fire while out", "property", "fire", 0.016, TWIN, _fire_while_out),
    Story("shown accident", "property", "accidental_damage", 0.02, TWIN, _shown_accident),
    Story("second home", "property", "escape_of_water", 0.022, TWIN, _second_home),
)
