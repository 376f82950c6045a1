"""Rings of the sample: claims of different people that share phones, addresses and a repairer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.sample.dice import Dice
from app.sample.draft import Draft
from app.sample.health import padded
from app.sample.items import list_items
from app.sample.story import early, late, rounded
from app.sample.town import Firm, Person, Town

DAY = 86400
ODDS = (0.45, 0.78, 0.92, 0.96)
SPAN = 1095


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the claims of one kind of ring look, and how many rings there are."""

    claim_type: str
    kind: str
    firm_kind: str
    script: str
    rings: int
    shape: Callable[[Draft, Town], None]


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: its time, in days before now, and what its members have in common."""

    scheme: Scheme
    begins: int
    ends: int
    firm: Firm
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    homes: tuple[Person, ...]
    place: tuple[str, str]

    def join(self, claim: Draft, town: Town) -> None:
        """Make *claim* one of the ring's."""
        dice = town.dice
        claim.story = f"ring {self.scheme.script}"
        claim.claimant, shared = self._member(town)
        claim.odds = ODDS[shared]
        if self.scheme.claim_type != "travel":
            claim.city = claim.claimant.city
        claim.street, claim.junction = self.place
        claim.script = self.scheme.script
        self.scheme.shape(claim, town)
        if dice.chance(0.92):
            claim.firm = self.firm

    def _member(self, town: Town) -> tuple[Person, int]:
        """Return a member, and how many contacts of the ring the member uses."""
        dice, member = town.dice, town.stranger("north")
        uses = [dice.chance(share) for share in (0.4, 0.66, 0.38)]
        if uses[0]:
            home = dice.choice(self.homes)
            member = replace(
                member, address_line=home.address_line, city=home.city, postcode=home.postcode
            )
        if uses[1]:
            member = replace(member, phone=dice.choice(self.phones))
        if uses[2]:
            member = replace(member, email=dice.choice(self.emails))
        return member, sum(uses)


def found(town: Town) -> list[Ring]:
    """Return all rings, the last of each scheme still at work today."""
    firms = {kind: [town.firm(kind, "north") for _ in range(3)] for kind in ("repairer", "builder")}
    return [
        _ring(scheme, town, firms, running=number == 0)
        for scheme in SCHEMES
        for number in range(scheme.rings)
    ]


def _ring(scheme: Scheme, town: Town, firms: dict[str, list[Firm]], *, running: bool) -> Ring:
    dice = town.dice
    length = dice.randrange(150, 330)
    ends = 0 if running else dice.randrange(10, SPAN - length)
    known = firms.get(scheme.firm_kind)
    firm = dice.choice(known) if known else town.firm(scheme.firm_kind, "north")
    heads = [town.stranger("north") for _ in range(3)]
    return Ring(
        scheme=scheme,
        begins=ends + length,
        ends=ends,
        firm=firm,
        phones=tuple(town.phone() for _ in range(dice.randrange(1, 3))),
        emails=tuple(town.email(head.name) for head in heads[:2]),
        homes=tuple(heads[:2]),
        place=(town.street(), dice.choice(town.words.places["junctions"])),
    )


def _staged(claim: Draft, town: Town) -> None:
    dice = town.dice
    early(claim, dice, 130)
    occupants = dice.randrange(2, 5)
    beyond = dice.randrange(1, 3) if dice.chance(0.35) else 0
    claim.facts |= {
        "occupants_count": occupants,
        "injured_count": max(2, occupants - dice.randrange(2)) + beyond,
        "witness_count": 0,
        "airbags": False,
        "drivable": True,
        "towed": False,
    }
    claim.amount = min(dice.around(6400, 0.3), claim.limit * 0.95)
    claim.facts["estimate_amount"] = claim.amount / dice.uniform(1.0, 1.35)
    claim.authority = "none" if dice.chance(0.85) else "police"
    claim.hour = dice.choice((18, 19, 20, 21, 22, 23))
    late(claim, dice, 1, 12)
    rounded(claim, dice, 0.35)


def _inflated(claim: Draft, town: Town) -> None:
    dice = town.dice
    claim.amount = min(dice.around(5200, 0.3), claim.limit * 0.97)
    claim.facts["estimate_amount"] = claim.amount / dice.uniform(1.25, 1.7)
    claim.facts |= {"drivable": True, "towed": False, "airbags": False}
    claim.prior += dice.randrange(3)
    rounded(claim, dice, 0.55)


def _wet_room(claim: Draft, town: Town) -> None:
    dice = town.dice
    early(claim, dice, 150)
    claim.amount = min(dice.around(6800, 0.3), claim.limit * 0.97)
    claim.facts["emergency_repairs_done"] = True
    list_items(claim, town, dice.randrange(3, 8), shown=0.1)
    late(claim, dice, 4, 20)
    rounded(claim, dice, 0.6)


def _padded(claim: Draft, town: Town) -> None:
    padded(claim, town.dice, town)


def _clinic_abroad(claim: Draft, town: Town) -> None:
    dice = town.dice
    claim.amount = dice.around(3900, 0.3)
    claim.prior += dice.randrange(3)
    late(claim, dice, 8, 30)
    rounded(claim, dice, 0.5)


SCHEMES = (
    Scheme("motor", "rear_end", "repairer", "motor.staged", 11, _staged),
    Scheme("motor", "side", "repairer", "motor.side", 6, _inflated),
    Scheme("property", "escape_of_water", "builder", "property.escape_of_water", 5, _wet_room),
    Scheme("health", "physiotherapy", "provider", "health.physiotherapy", 5, _padded),
    Scheme("travel", "medical", "provider", "travel.medical", 3, _clinic_abroad),
)


def moments(ring: Ring, dice: Dice, *, settled: tuple[int, int]) -> list[int]:
    """Return when a ring's settled claims came in, in seconds before now."""
    first, last = max(ring.ends, settled[0]) * DAY, min(ring.begins, settled[1]) * DAY
    return [dice.randrange(first, last) for _ in range(dice.randrange(10, 17))]
