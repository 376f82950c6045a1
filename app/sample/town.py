"""The people, addresses and firms that the sample claims are about."""

from dataclasses import dataclass, replace
from typing import Any

from app.sample.dice import Deck, Dice
from app.sample.words import Words

POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
SAME_FAMILY = 0.8
KNOWN_AGAIN = 0.08

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name, a way to be reached and a home."""

    name: str
    phone: str
    email: str | None
    address_line: str
    city: str
    postcode: str

    @property
    def surname(self) -> str:
        """Return the last word of the name."""
        return self.name.rsplit(" ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Firm:
    """A repairer, builder or provider of treatment."""

    name: str
    phone: str
    city: str


class Town:
    """Everybody the recipe has met; draws new people and firms and remembers them."""

    def __init__(self, words: Words, dice: Dice) -> None:
        self.words = words
        self.dice = dice
        self._phones = Deck(_numbers(words.people["phones"]), dice)
        self._origins = {number: row["weight"] for number, row in enumerate(_origins(words))}
        self._cities = {
            region: {number: row["weight"] for number, row in enumerate(words.places[region])}
            for region in ("north", "south")
        }
        self._met: dict[str, list[Person]] = {"north": [], "south": []}
        self._firms: dict[tuple[str, str], list[Firm]] = {}

    def person(self, region: str) -> Person:
        """Return somebody of *region*, now and then one who claimed before."""
        met = self._met[region]
        if met and self.dice.chance(KNOWN_AGAIN):
            return self.dice.choice(met)
        somebody = self.stranger(region)
        met.append(somebody)
        return somebody

    def stranger(self, region: str) -> Person:
        """Return somebody nobody shares anything with."""
        name, city = self._name(), self._city(region)
        return Person(
            name=name,
            phone=self.phone(),
            email=self.email(name) if self.dice.chance(0.85) else None,
            address_line=f"{self.dice.randrange(1, 190)} {self.street()}",
            city=str(city["city"]),
            postcode=self._postcode(city),
        )

    def relative(self, person: Person) -> Person:
        """Return one who lives with *person*, perhaps under the same name."""
        name = self._name()
        if self.dice.chance(SAME_FAMILY):
            name = f"{name.split(' ')[0]} {person.surname}"
        phone = person.phone if self.dice.chance(0.3) else self.phone()
        return replace(person, name=name, phone=phone, email=self.email(name))

    def firm(self, kind: str, region: str) -> Firm:
        """Return a firm of that kind; the well-known ones come up more often."""
        firms = self._firms.setdefault((kind, region), [])
        if not firms:
            firms.extend(self._found(kind, region))
        return firms[int(len(firms) * self.dice.random() ** 1.3)]

    def phone(self) -> str:
        """Return a number from the ranges kept for fiction, not given out before."""
        return next(self._phones)

    def email(self, name: str) -> str:
        """Return an address made of *name*."""
        first, _, last = name.lower().partition(" ")
        last = last.replace(" ", "")
        local = self.dice.choice(
            (f"{first}.{last}", f"{first[0]}{last}", f"{first}{last}", f"{last}.{first}")
        )
        number = str(self.dice.randrange(2, 999))
        return f"{local}{number}@{self.dice.choice(self.words.people['mail'])}"

    def street(self) -> str:
        """Return the name of a street."""
        places = self.words.places
        return f"{self.dice.choice(places['streets'])} {self.dice.choice(places['ways'])}"

    def _found(self, kind: str, region: str) -> list[Firm]:
        lists = self.words.firms
        names = [f"{stem} {end}" for stem in lists["stems"] for end in lists[kind]]
        self.dice.shuffle(names)
        return [Firm(name, self.phone(), str(self._city(region)["city"])) for name in names]

    def _name(self) -> str:
        origins = _origins(self.words)
        first = origins[self.dice.weighted(self._origins)]
        last = first if self.dice.chance(0.85) else origins[self.dice.weighted(self._origins)]
        return f"{self.dice.choice(first['first'])} {self.dice.choice(last['last'])}"

    def _city(self, region: str) -> dict[str, Any]:
        rows: Rows = self.words.places[region]
        return rows[self.dice.weighted(self._cities[region])]

    def _postcode(self, city: dict[str, Any]) -> str:
        district = self.dice.randrange(1, city["districts"] + 1)
        letters = self.dice.choice(POSTCODE_LETTERS) + self.dice.choice(POSTCODE_LETTERS)
        return f"{city['area']}{district} {self.dice.randrange(10)}{letters}"


def _origins(words: Words) -> Rows:
    rows: Rows = words.people["origins"]
    return rows


def _numbers(prefixes: list[str]) -> list[str]:
    return [f"{prefix}{number:03}" for prefix in prefixes for number in range(1000)]
