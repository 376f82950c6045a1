"""Travel claims of the sample: honest ones, and the stories told about some."""

from app.sample.dice import Dice
from app.sample.draft import Cause, Day, Draft, begin
from app.sample.items import list_items
from app.sample.story import Story, late, rounded
from app.sample.town import Firm, Town

CAUSES = {
    "cancellation": Cause("cancellation", 34, 1350, 0.6, 6.0),
    "baggage_loss": Cause("baggage_loss", 18, 780, 0.5, 7.0),
    "baggage_delay": Cause("baggage_delay", 12, 220, 0.4, 7.0),
    "delay": Cause("delay", 18, 260, 0.4, 6.0),
    "medical": Cause("medical", 18, 1150, 0.8, 9.0),
}
COVERAGES = {"baggage_loss": "baggage", "baggage_delay": "baggage"}
LIMITS = {
    "cancellation": (2500, 3500, 5000),
    "baggage_loss": (1000, 1500, 2000, 2500),
    "baggage_delay": (300, 500),
    "delay": (300, 500, 750),
    "medical": (10000, 25000, 50000),
}
SUSPECT, UNCLEAR, TWIN = 0.74, 0.36, 0.03


def honest(town: Town, *, kind: str | None, received: int, region: str) -> Draft:
    """Return an unremarkable travel claim of *kind*, or of a common one."""
    dice = town.dice
    kind = kind or dice.weighted({name: cause.weight for name, cause in CAUSES.items()})
    claim = begin(town, "travel", CAUSES[kind], kind=kind, received=received, region=region)
    claim.coverage = COVERAGES.get(kind, kind)
    claim.limit = dice.choice(LIMITS[kind])
    claim.deductible = dice.choice((0, 50, 75, 100, 150))
    claim.amount = min(claim.amount, claim.limit * dice.uniform(0.55, 0.92))
    bought(claim, 6 + int(dice.around(55, 0.8)))
    claim.changed = None
    city, country = dice.choice(town.words.places["abroad"])
    claim.facts |= {"destination": f"{city}, {country}", "booking_ref": dice.digits(8)}
    _trip(claim, town)
    if kind not in ("cancellation", "delay"):
        claim.city, claim.country = city, country
    return claim


def bought(claim: Draft, days: int) -> None:
    """Let the cover have been bought so many days before the event."""
    claim.age = min(days, claim.term - 1)
    claim.facts["policy_purchase_date"] = Day(-claim.age)


def _trip(claim: Draft, town: Town) -> None:
    dice = town.dice
    start = dice.randrange(3, 40) if claim.kind == "cancellation" else -dice.randrange(8)
    claim.facts |= {
        "event_type": claim.cause,
        "trip_start": Day(start),
        "trip_end": Day(max(start + 2, 1) + dice.randrange(3, 14)),
        "carrier": dice.choice(town.words.firms["carriers"]),
    }
    if claim.kind in ("baggage_loss", "baggage_delay", "delay"):
        report(claim, dice, 0.9)
    if claim.kind == "baggage_loss":
        list_items(claim, town, dice.randrange(3, 9), shown=0.6)
        claim.authority = "police" if dice.chance(0.3) else "none"
    if claim.kind == "cancellation":
        refunds = dice.uniform(0.05, 0.4) if dice.chance(0.5) else 0.0
        claim.facts |= {
            "prepaid": claim.amount / (1 - refunds),
            "refunds": claim.amount / (1 - refunds) * refunds,
        }
    if claim.kind == "medical":
        claim.firm_kind, claim.firm = "provider", _clinic_abroad(town)


def _clinic_abroad(town: Town) -> Firm:
    dice = town.dice
    stem = dice.choice(("San Rafael", "Santa Clara", "Akdeniz", "Delta", "Ibn Rushd", "Miramar"))
    city = dice.choice(town.words.places["abroad"])[0]
    return Firm(f"{stem} Clinic {city} {dice.randrange(1, 30)}", town.phone(), city)


def report(claim: Draft, dice: Dice, chance: float) -> None:
    """Let the carrier have confirmed the loss in writing, or not."""
    claim.facts.pop("carrier_report_no", None)
    if dice.chance(chance):
        claim.facts["carrier_report_no"] = f"PIR{dice.digits(8)}"


def _bought_for_it(claim: Draft, town: Town) -> None:
    """Cover bought a day or two before the loss, no carrier's report, few receipts."""
    dice = town.dice
    bought(claim, dice.randrange(4))
    claim.amount = claim.limit * dice.uniform(0.85, 1.0)
    report(claim, dice, 0.1)
    list_items(claim, town, dice.randrange(5, 11), shown=0.1)
    rounded(claim, dice, 0.4)


def _unseen_bag(claim: Draft, town: Town) -> None:
    """Dear things in a bag that nobody reported, told weeks later."""
    dice = town.dice
    claim.amount = claim.limit * dice.uniform(0.9, 1.0)
    claim.prior += dice.randrange(1, 4)
    late(claim, dice, 15, 45)
    report(claim, dice, 0.05)
    claim.authority = "none"
    list_items(claim, town, dice.randrange(4, 9), shown=0.1)


def _confirmed_bag(claim: Draft, town: Town) -> None:
    """Tell of a full bag lost, few receipts kept, but the carrier confirms it."""
    dice = town.dice
    claim.amount = claim.limit * dice.uniform(0.85, 1.0)
    report(claim, dice, 1.0)
    list_items(claim, town, dice.randrange(4, 11), shown=0.2)


def _paid_twice(claim: Draft, town: Town) -> None:
    """Most of the price was refunded already and is claimed again, late."""
    dice = town.dice
    refunded = dice.uniform(0.5, 0.9)
    claim.facts |= {"prepaid": claim.amount, "refunds": claim.amount * refunded}
    late(claim, dice, 12, 40)


def _last_minute(claim: Draft, town: Town) -> None:
    """Bought at the airport, lost on the way, reported at the desk with receipts."""
    dice = town.dice
    bought(claim, dice.randrange(5))
    report(claim, dice, 1.0)
    list_items(claim, town, dice.randrange(3, 8), shown=0.85)


def _no_report(claim: Draft, town: Town) -> None:
    """Tell of a bag lost without a report, with some receipts and much of the limit claimed."""
    dice = town.dice
    report(claim, dice, 0.2)
    claim.amount = claim.limit * dice.uniform(0.7, 1.0)
    list_items(claim, town, dice.randrange(3, 8), shown=0.4)


STORIES = (
    Story("bought for it", "travel", "baggage_loss", 0.024, SUSPECT, _bought_for_it),
    Story("unseen bag", "travel", "baggage_loss", 0.02, SUSPECT, _unseen_bag),
    Story("paid twice", "travel", "cancellation", 0.02, SUSPECT, _paid_twice),
    Story("no report", "travel", "baggage_loss", 0.028, UNCLEAR, _no_report),
    Story("confirmed bag", "travel", "baggage_loss", 0.025, TWIN, _confirmed_bag),
    Story("last minute", "travel", "baggage_loss", 0.025, TWIN, _last_minute),
)
