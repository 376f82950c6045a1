"""What is stored with a claim in English, said in the language of the desktop."""

import re
from decimal import Decimal

from app.words import fill, mark, say, say_n, tongue

_DAYS = re.compile(r"(\d+) days?")
_FIGURE = re.compile(r"(£?)([\d,]*\d)(?:\.(\d+))?(%?)")
_VOTE = re.compile(
    r"(?:All (?P<all>\d+)|(?P<some>\d+|None) of the (?P<of>\d+)) nearest settled claims "
    r"w(?:as|ere) substantiated \((?P<share>\d+)% of the vote of all (?P<voters>\d+), "
    r"against (?P<base>\d+)% among all settled claims\)\.(?P<end>.*)"
)
_HOURS = (mark("Night"), mark("Morning"), mark("Afternoon"), mark("Evening"))
_ENDING = mark(" Too few settled claims are comparable, so the engine makes no recommendation.")


def coded(code: str) -> str:
    """Return *code* as a person would write it: escape_of_water becomes Escape of water."""
    return say(code.replace("_", " ").capitalize()) if code else ""


def stored_value(value: str) -> str:
    """Return a value of an explanation, which is stored as words or as a figure with its unit."""
    days, figure = _DAYS.fullmatch(value), _FIGURE.fullmatch(value)
    if days:
        return say_n("{n:,} day", "{n:,} days", int(days[1]))
    return _figure(*figure.groups()) if figure and tongue() != "en" else say(value)


def _figure(sign: str, whole: str, rest: str | None, percent: str) -> str:
    value = Decimal(f"{whole.replace(',', '')}.{rest or 0}") / (100 if percent else 1)
    return sign + fill(f"{{value:,.{len(rest or '')}{percent or 'f'}}}", value=value)


def stored_sentence(sentence: str) -> str:
    """Return how the vote of the precedents went."""
    told = _VOTE.fullmatch(sentence) if tongue() != "en" else None
    if told is None:
        return sentence
    some = "0" if told["some"] == "None" else told["some"]
    return say(
        "{some} of the {of} nearest settled claims were substantiated ({share} % of the vote of "
        "all {voters}, against {base} % among all settled claims).",
        some=told["all"] or some,
        of=told["all"] or told["of"],
        share=told["share"],
        voters=told["voters"],
        base=told["base"],
    ) + say(told["end"])
