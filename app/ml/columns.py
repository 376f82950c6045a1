"""What the name of a column tells: words for people, and facts that must not be used."""

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_PROTECTED = frozenset(
    {
        "sex", "gender", "marital", "married", "spouse", "education", "income", "salary",
        "nationality", "citizenship", "postcode", "postal", "zip", "zipcode", "zip3", "race",
        "ethnicity", "ethnic", "religion", "disability", "disabled", "birth", "birthday",
        "birthdate", "dob", "language", "neighbourhood", "neighborhood", "pregnant",
    }
)  # fmt: skip
_AGE_OF_A_PERSON = frozenset(
    {"driver", "holder", "person", "insured", "claimant", "patient", "policyholder"}
)
_AGE_OF_A_THING = frozenset(
    {
        "vehicle", "car", "policy", "property", "building", "contract", "account", "claim",
        "roof", "item", "days", "months", "hours", "house", "home", "boat", "engine",
    }
)  # fmt: skip
_IDENTIFIER = frozenset(
    {"id", "ids", "uuid", "guid", "key", "number", "no", "num", "ref", "reference"}
)


def words(name: str) -> list[str]:
    """Split a column name in snake, camel or spaced form into lower-case words."""
    return [word.lower() for word in _WORD.findall(name)]


def humanise(name: str) -> str:
    """Return *name* as a label for people: ``days_to_report`` → ``Days to report``."""
    return " ".join(words(name)).capitalize() or name


def is_protected(name: str) -> bool:
    """Tell whether *name* looks like a protected fact about a person, or a proxy of one."""
    parts = set(words(name))
    if parts & _PROTECTED or {"living", "status"} <= parts:
        return True
    about_thing = parts & _AGE_OF_A_THING and not parts & _AGE_OF_A_PERSON
    return bool(parts & {"age", "ages", "aged"}) and not about_thing


def is_identifier(name: str) -> bool:
    """Tell whether the last word of *name* is one that people give to identifiers."""
    return bool(set(words(name)[-1:]) & _IDENTIFIER)
