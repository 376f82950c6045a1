"""What claims have in common: a shape laid over an honest claim, and how such claims end."""

from collections.abc import Callable
from dataclasses import dataclass

from app.sample.dice import Dice
from app.sample.draft import YEAR, Draft
from app.sample.town import Town

STEP = 100


@dataclass(frozen=True, slots=True)
class Story:
    """A recurring pattern: `share` of its line's claims, `odds` of ending substantiated."""

    name: str
    claim_type: str
    kind: str
    share: float
    odds: float
    shape: Callable[[Draft, Town], None]

    def tell(self, claim: Draft, town: Town) -> None:
        """Lay the pattern over *claim*."""
        claim.story, claim.odds = self.name, self.odds
        self.shape(claim, town)


def early(claim: Draft, dice: Dice, days: int) -> None:
    """Let the loss fall in the first *days* of the cover."""
    claim.age = dice.randrange(1, days)
    if claim.changed is not None and claim.changed >= claim.age:
        claim.changed = None


def late(claim: Draft, dice: Dice, first: int, last: int) -> None:
    """Let days pass before the report."""
    claim.delay = dice.randrange(first, last)


def near_limit(claim: Draft, dice: Dice) -> None:
    """Claim almost all that the cover pays."""
    claim.amount = claim.limit * dice.uniform(0.95, 1.0)


def changed_lately(claim: Draft, dice: Dice, days: int) -> None:
    """Let the cover have been changed shortly before the loss."""
    claim.changed = dice.randrange(1, days)
    claim.age = min(YEAR - 1, max(claim.age, claim.changed + 5))


def rounded(claim: Draft, dice: Dice, chance: float) -> None:
    """Claim a round sum, sometimes."""
    if dice.chance(chance):
        claim.amount = max(STEP, round(claim.amount / STEP) * STEP)
