"""The recipe of the sample portfolio: settled claims to learn from and open ones to work on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid5

from app.codes import Outcome
from app.sample import health, motor, motor_stories, travel
from app.sample import property as home
from app.sample.claim import SampleClaim, finish
from app.sample.dice import Dice
from app.sample.draft import Draft
from app.sample.links import count_links
from app.sample.narrative import Narrator
from app.sample.odds import graded, odds
from app.sample.people import PEOPLE, SamplePerson
from app.sample.register import enter
from app.sample.rings import DAY, SPAN, Ring, found, moments
from app.sample.standing import stand
from app.sample.story import Story
from app.sample.town import Town
from app.sample.words import load_words

SETTLED, OPEN = 12000, 600
SETTLED_DAYS, OPEN_DAYS = (12, SPAN), (0, 9)
OPEN_RINGS, COPIES, OPEN_COPIES = 6, 60, 5
NAMESPACE = UUID("6f0b3c1e-9a54-4c77-8d3b-2f1f7c0c5e11")
LINES = {"motor": 45.0, "property": 28.0, "health": 12.0, "travel": 15.0}
MAKERS = {
    "motor": motor.honest,
    "property": home.honest,
    "health": health.honest,
    "travel": travel.honest,
}
STORIES = (*motor_stories.STORIES, *home.STORIES, *health.STORIES, *travel.STORIES)
NORTH = 0.9
MONEY = 1000
OPENING, CLOSING = 2 * 3600, 17 * 3600
FIRST_POST = 7


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The sample: who works on it, what is settled and what is open."""

    people: tuple[SamplePerson, ...]
    settled: list[SampleClaim]
    open: list[SampleClaim]


def portfolio(seed: int = 7, *, as_of: date) -> Portfolio:
    """Return the portfolio of *seed* as seen on *as_of*; only its dates depend on the day."""
    dice = Dice(seed)
    town = Town(load_words(), dice)
    narrator = Narrator(town)
    drafts = _drafts(town)
    claims = [
        finish(
            draft,
            narrator.tell(draft),
            key=uuid5(NAMESPACE, f"{seed}/{number}"),
            as_of=as_of,
            dice=dice,
        )
        for number, draft in enumerate(drafts)
    ]
    count_links(claims)
    settled, still_open = claims[:SETTLED], claims[SETTLED:]
    for claim, draft in zip(settled, drafts, strict=False):
        claim.outcome = Outcome.SUBSTANTIATED if dice.chance(draft.odds) else Outcome.CLEARED
    stand(settled, still_open, as_of=as_of, dice=dice)
    enter(still_open, Dice(seed + MONEY))
    return Portfolio(PEOPLE, settled, still_open)


def _drafts(town: Town) -> list[Draft]:
    """Return all drafts in the order they came in: first the settled, then the open ones."""
    dice, rings = town.dice, found(town)
    settled = [
        (moment, ring) for ring in rings for moment in moments(ring, dice, settled=SETTLED_DAYS)
    ]
    running = [ring for ring in rings if ring.ends == 0]
    current = [(_moment(dice, *OPEN_DAYS), ring) for ring in running for _ in range(OPEN_RINGS)]
    slots = _slots(settled, SETTLED - COPIES, SETTLED_DAYS, dice)
    slots += _slots(current, OPEN - OPEN_COPIES, OPEN_DAYS, dice)
    drafts = [_draft(town, moment, ring) for moment, ring in sorted(slots, key=_oldest)]
    drafts += _copies(drafts, COPIES, SETTLED_DAYS, town)
    drafts += _copies(drafts, OPEN_COPIES, OPEN_DAYS, town)
    return sorted(_apart(drafts), key=lambda draft: -draft.received)


Slot = tuple[int, Ring | None]


def _oldest(slot: Slot) -> int:
    return -slot[0]


def _slots(
    taken: list[tuple[int, Ring]], total: int, days: tuple[int, int], dice: Dice
) -> list[Slot]:
    free: list[Slot] = [(_moment(dice, *days), None) for _ in range(total - len(taken))]
    return [*taken, *free]


def _moment(dice: Dice, first: int, last: int) -> int:
    """Return seconds before now, at an hour when people report claims."""
    return dice.randrange(first, last) * DAY + dice.randrange(OPENING, CLOSING)


def _draft(town: Town, received: int, ring: Ring | None) -> Draft:
    dice = town.dice
    line = ring.scheme.claim_type if ring else dice.weighted(LINES)
    region = "north" if ring or dice.chance(NORTH) else "south"
    story = None if ring else _story(line, dice)
    kind = ring.scheme.kind if ring else story.kind if story else None
    claim = MAKERS[line](town, kind=kind, received=received, region=region)
    if ring:
        ring.join(claim, town)
    elif story:
        story.tell(claim, town)
        claim.odds = graded(claim, claim.odds)
    else:
        claim.odds = odds(claim)
    if claim.delay == 0 and claim.hour is not None and claim.hour >= FIRST_POST:
        claim.delay = 1
    return claim


def _story(line: str, dice: Dice) -> Story | None:
    left = dice.random()
    for story in STORIES:
        if story.claim_type == line:
            left -= story.share
            if left < 0:
                return story
    return None


def _copies(drafts: list[Draft], count: int, days: tuple[int, int], town: Town) -> list[Draft]:
    """Return claims made a second time, weeks later, under a name spelt another way."""
    dice = town.dice
    first, last = days[0] * DAY, days[1] * DAY
    again = [draft for draft in drafts if first + 60 * DAY < draft.received < last + 60 * DAY]
    copies = []
    for original in dice.sample(again, count):
        moment = max(original.received - dice.randrange(8, 55) * DAY, first + OPENING)
        if days == OPEN_DAYS:
            moment = _moment(dice, *days)
        copies.append(_copy(original, moment, dice))
    return copies


def _copy(original: Draft, moment: int, dice: Dice) -> Draft:
    first, _, last = original.claimant.name.partition(" ")
    name = dice.choice((f"{first[0]}. {last}", f"{last} {first}", f"{first} {last}-{first[0]}"))
    later = round((original.received - moment) / DAY)
    return replace(
        original,
        received=moment,
        claimant=replace(original.claimant, name=name),
        reporter=None,
        relation="self",
        amount=original.amount * dice.uniform(0.97, 1.06),
        delay=original.delay + later,
        facts=dict(original.facts),
        story="second claim",
        odds=0.8,
    )


def _apart(drafts: Iterable[Draft]) -> list[Draft]:
    """Give every claim a second of its own, so that earlier and later are always plain."""
    taken: set[int] = set()
    apart = []
    for draft in drafts:
        while draft.received in taken:
            draft.received += 1
        taken.add(draft.received)
        apart.append(draft)
    return apart
