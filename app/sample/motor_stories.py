"""What some motor claims of the sample have in common: those to look at, and honest look-alikes."""

from app.sample.draft import Draft
from app.sample.story import Story, early, late, rounded
from app.sample.town import Town

SUSPECT, UNCLEAR, TWIN = 0.74, 0.36, 0.03


def _phantom(claim: Draft, town: Town) -> None:
    """Let nobody have seen the other car, nobody was told, and the cover is young."""
    dice = town.dice
    early(claim, dice, 75)
    late(claim, dice, 4, 22)
    claim.amount = dice.around(3600, 0.35)
    claim.authority = "none" if dice.chance(0.85) else "unknown"
    claim.facts |= {"witness_count": 0, "drivable": True, "towed": False}
    claim.prior += dice.randrange(1, 4)
    rounded(claim, dice, 0.5)


def _seen_phantom(claim: Draft, town: Town) -> None:
    """Tell the same loss, but reported at once with a witness or a police reference."""
    dice = town.dice
    early(claim, dice, 75)
    claim.amount = dice.around(3600, 0.35)
    claim.authority = "police" if dice.chance(0.8) else "none"
    claim.facts["witness_count"] = 1 + dice.few(0.4)


def _given_up(claim: Draft, town: Town) -> None:
    """Hand over one key only, cover changed lately, reported after days, the full value claimed."""
    dice = town.dice
    claim.changed = dice.randrange(2, 40)
    claim.age = max(claim.age, claim.changed + dice.randrange(1, 200))
    claim.amount = claim.limit * dice.uniform(0.96, 1.0)
    claim.hour = dice.randrange(5)
    claim.facts |= {"keys_count": 1, "tracker": False, "recovered": False}
    late(claim, dice, 2, 12)


def _plain_theft(claim: Draft, town: Town) -> None:
    """Tell of a stolen car after a change of cover, with both keys and a report on the day."""
    dice = town.dice
    claim.changed = dice.randrange(2, 40)
    claim.age = max(claim.age, claim.changed + dice.randrange(1, 200))
    claim.amount = claim.limit * dice.uniform(0.94, 1.0)
    claim.hour = dice.randrange(5)
    claim.facts |= {"keys_count": 2, "tracker": dice.chance(0.4)}
    claim.authority = "police"
    claim.delay = min(claim.delay, 1)


def _burnt_out(claim: Draft, town: Town) -> None:
    """Burn at night near the end of the cover, value claimed in full."""
    dice = town.dice
    claim.age = dice.randrange(340, 364)
    claim.amount = claim.limit * dice.uniform(0.97, 1.0)
    claim.hour = dice.randrange(5)
    claim.authority = "fire" if dice.chance(0.4) else "none"
    claim.facts |= {"occupants_count": 0, "witness_count": 0}
    late(claim, dice, 1, 8)


def _family_crash(claim: Draft, town: Town) -> None:
    """Tell of a real crash with several people hurt: police, witnesses, airbags, a tow."""
    dice = town.dice
    occupants = dice.randrange(3, 6)
    claim.facts |= {
        "occupants_count": occupants,
        "injured_count": dice.randrange(2, occupants + 1),
        "witness_count": 1 + dice.few(0.6),
        "airbags": dice.chance(0.7),
        "drivable": False,
        "towed": True,
    }
    claim.authority = "police"
    claim.amount = min(dice.around(8200, 0.35), float(claim.limit))


def _after_holiday(claim: Draft, town: Town) -> None:
    """Tell of a dent found and reported weeks later, small and explained."""
    dice = town.dice
    late(claim, dice, 18, 70)
    claim.amount = dice.around(850, 0.35)
    claim.facts["witness_count"] = dice.few(0.3)


def _write_off(claim: Draft, town: Town) -> None:
    """Tell of a genuine total loss: big, near the value, with everybody called."""
    dice = town.dice
    claim.amount = claim.limit * dice.uniform(0.9, 1.0)
    claim.authority = "police"
    claim.facts |= {"airbags": True, "drivable": False, "towed": True}


def _sore_necks(claim: Draft, town: Town) -> None:
    """Let one or two be hurt in a light bump that nobody else saw."""
    dice = town.dice
    claim.facts["occupants_count"] = max(claim.facts["occupants_count"], 2)
    claim.facts |= {
        "injured_count": dice.randrange(1, 3),
        "witness_count": 0,
        "drivable": True,
        "towed": False,
    }
    claim.authority = "none" if dice.chance(0.7) else "police"
    claim.amount = min(dice.around(4300, 0.35), claim.limit * 0.9)


def _dear_repair(claim: Draft, town: Town) -> None:
    """Claim clearly more than the estimate says, some days late."""
    dice = town.dice
    claim.facts["estimate_amount"] = claim.amount / dice.uniform(1.12, 1.35)
    late(claim, dice, 3, 25)


STORIES = (
    Story("phantom hit and run", "motor", "hit_and_run", 0.018, SUSPECT, _phantom),
    Story("given-up car", "motor", "theft", 0.016, SUSPECT, _given_up),
    Story("burnt at the end", "motor", "fire", 0.01, SUSPECT, _burnt_out),
    Story("sore necks", "motor", "rear_end", 0.019, UNCLEAR, _sore_necks),
    Story("dear repair", "motor", "side", 0.019, UNCLEAR, _dear_repair),
    Story("seen hit and run", "motor", "hit_and_run", 0.014, TWIN, _seen_phantom),
    Story("plain theft", "motor", "theft", 0.016, TWIN, _plain_theft),
    Story("family crash", "motor", "rear_end", 0.016, TWIN, _family_crash),
    Story("after the holiday", "motor", "parked", 0.018, TWIN, _after_holiday),
    Story("write-off", "motor", "head_on", 0.012, TWIN, _write_off),
)
