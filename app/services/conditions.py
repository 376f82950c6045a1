"""Conditions of red-flag rules: small expression trees of JSON, checked and then evaluated.

A tree is {"all": […]}, {"any": […]}, {"not": …} or a comparison of one fact with a value or with
another fact. Nothing in it is run: operators come from a closed list, facts from those given. A
comparison with a fact that is not known does not hold.
"""

import operator
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from app.errors import Invalid

Fact = float | str | bool | None
DEEPEST, MOST_PARTS, LONGEST_LIST = 6, 40, 40
WORDS = {
    "==": "is",
    "!=": "is not",
    "<": "below",
    "<=": "at most",
    ">": "above",
    ">=": "at least",
    "in": "one of",
}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_COMPARISON = ({"fact", "op", "value"}, {"fact", "op", "other"})


def check(condition: Any, facts: Collection[str]) -> None:
    """Raise Invalid, naming the part, unless *condition* is a tree over *facts*."""
    parts = 0
    for part, depth in _walk(condition, 1):
        parts += 1
        if depth > DEEPEST or parts > MOST_PARTS:
            raise Invalid("The condition is too large. Split it into rules of their own.")
        problem = _problem(part, facts)
        if problem:
            raise Invalid(f"The condition cannot be read: {problem}.")


def holds(condition: Mapping[str, Any], facts: Mapping[str, Fact]) -> bool:
    """Tell whether a checked condition holds for these facts."""
    if "all" in condition:
        return all(holds(part, facts) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, facts) for part in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], facts)
    mine = facts.get(condition["fact"])
    theirs = facts.get(condition["other"]) if "other" in condition else condition["value"]
    return _compared(mine, condition["op"], theirs)


def in_words(condition: Mapping[str, Any]) -> str:
    """Return a condition as a person reads it."""
    for join, between in (("all", " and "), ("any", " or ")):
        if join in condition:
            told = between.join(in_words(part) for part in condition[join])
            return f"({told})" if len(condition[join]) > 1 else told
    if "not" in condition:
        return f"not {in_words(condition['not'])}"
    against = condition["other"] if "other" in condition else condition["value"]
    told = ", ".join(map(str, against)) if isinstance(against, list) else str(against)
    words = f"{condition['fact']} {WORDS[condition['op']]} {told}"
    return words.replace("_", " ").replace("True", "yes").replace("False", "no")


def _walk(part: Any, depth: int) -> Iterator[tuple[Any, int]]:
    yield part, depth
    if not isinstance(part, dict) or depth > DEEPEST:
        return
    inner = [part["not"]] if "not" in part else part.get("all") or part.get("any") or []
    for one in inner if isinstance(inner, list) else ():
        yield from _walk(one, depth + 1)


def _problem(part: Any, facts: Collection[str]) -> str:
    if not isinstance(part, dict):
        return "a part is not an object"
    keys = set(part)
    if keys in ({"all"}, {"any"}):
        inner = next(iter(part.values()))
        return "" if isinstance(inner, list) and inner else "a group is empty"
    if keys == {"not"}:
        return ""
    if keys not in _COMPARISON:
        return f"{', '.join(sorted(map(str, keys))) or 'nothing'} is no comparison"
    return _wrong_comparison(part, facts)


def _wrong_comparison(part: Mapping[str, Any], facts: Collection[str]) -> str:
    named = [part["fact"], *([part["other"]] if "other" in part else [])]
    for name in named:
        if name not in facts:
            return f"{name} is not a fact that rules may look at"
    if part["op"] not in WORDS:
        return f"{part['op']} is not an operator"
    value = part.get("value", 0)
    if part["op"] == "in":
        fits = isinstance(value, list) and 0 < len(value) <= LONGEST_LIST
        return "" if fits and all(isinstance(one, str | int | float) for one in value) else "a list"
    return "" if isinstance(value, str | int | float | bool) else "a value is not a plain one"


def _compared(mine: Fact, how: str, theirs: Any) -> bool:
    if mine is None or theirs is None:
        return False
    if how == "in":
        return mine in theirs
    numbers = all(isinstance(one, int | float) for one in (mine, theirs))
    alike = numbers or type(mine) is type(theirs)
    if not alike:
        return how == "!="
    return _COMPARE[how](mine, theirs)
