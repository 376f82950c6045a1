"""What a claimant of the sample writes about the loss, in words that fit the facts."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.sample.dice import Deck
from app.sample.draft import Draft
from app.sample.town import Town

PARTS = ("open", "more", "end")
HOW_MANY = ("Nobody", "One person", "Two people", "Three people", "Four people", "Five people")
HOURS = ("in the small hours", "in the morning", "in the afternoon", "in the evening")


class Narrator:
    """Tells claims one after the other, never twice with the same words in a row."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._decks: dict[str, Iterator[str]] = {
            f"{script}.{part}": Deck(lines, town.dice)
            for script, parts in town.words.phrases.items()
            for part, lines in parts.items()
        }

    def tell(self, claim: Draft) -> str:
        """Return the description of *claim*."""
        dice = self._town.dice
        parts = [next(self._decks[f"{claim.script}.{part}"]) for part in PARTS]
        if dice.chance(0.25):
            parts.pop()
        if dice.chance(0.4):
            parts.append(next(self._decks["any.aside"]))
        parts[1:1] = self._asides(claim)
        names = _names(claim, self._town)
        told = [part.format_map(names) for part in parts]
        return " ".join(sentence[:1].upper() + sentence[1:] for sentence in told)

    def _asides(self, claim: Draft) -> list[str]:
        dice, told = self._town.dice, []
        if claim.hour is not None and dice.chance(0.4):
            told.append(f"It happened {HOURS[claim.hour // 6]}.")
        hurt = min(claim.facts.get("injured_count", 0), len(HOW_MANY) - 1)
        if hurt and dice.chance(0.8):
            told.append(f"{HOW_MANY[hurt]} in the car {'was' if hurt == 1 else 'were'} hurt.")
        if claim.facts.get("witness_count") and dice.chance(0.5):
            told.append("There is a witness.")
        return told


def _names(claim: Draft, town: Town) -> Mapping[str, str]:
    dice, facts = town.dice, claim.facts
    things = [thing["name"] for thing in facts.get("items", [])]
    things += dice.sample(town.words.things["household"], 2)
    return {
        "city": claim.city,
        "street": claim.street,
        "junction": claim.junction,
        "vehicle": _vehicle(facts),
        "repairer": claim.firm.name if claim.firm else "a local firm",
        "room": dice.choice(town.words.things["rooms"]),
        "item": things[0],
        "item2": things[1],
        "destination": str(facts.get("destination", "")).partition(",")[0],
        "carrier": str(facts.get("carrier", "")),
    }


def _vehicle(facts: Mapping[str, Any]) -> str:
    return f"{facts['make']} {facts['model']}" if "make" in facts else "car"
