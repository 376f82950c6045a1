"""The things that a sample claim lists as lost or broken."""

from app.sample.draft import Draft
from app.sample.town import Town


def list_items(claim: Draft, town: Town, count: int, *, shown: float) -> None:
    """List *count* things with their claimed values; *shown* is the usual share with receipts."""
    dice, things = town.dice, town.words.things
    names = things["luggage"] if claim.claim_type == "travel" else things["household"]
    weights = [dice.around(1.0, 0.6) for _ in range(count)]
    claim.facts["items"] = [
        {
            "name": item,
            "claimed": round(claim.amount * weight / sum(weights), 2),
            "receipt": dice.chance(shown),
        }
        for item, weight in zip(dice.sample(names, count), weights, strict=True)
    ]
