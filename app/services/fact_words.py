"""The engine's facts of a claim in words, as its explanations tell them."""

from collections.abc import Mapping

from app.services.facts import FEATURES, Feature, Value
from app.services.figures import NOT_GIVEN
from app.services.stored_words import coded
from app.words import fill, say, say_n

_LONG = 10
_UNITS = {"£": "£{}", "%": "{}%", "days": say("{} days")}


def fact_words(features: Mapping[str, Value]) -> dict[str, str]:
    """Return for every label of a fact what the claim says of it, the silent ones included."""
    return {say(feature.label): _words(feature, features.get(n)) for n, feature in FEATURES.items()}


def _words(feature: Feature, value: Value) -> str:
    if value is None or value == "":
        return NOT_GIVEN
    if feature.kind != "number":
        return coded(str(value))
    told = _figure(float(value))
    if feature.unit == "days" and told == "1":
        return say_n("{n:,} day", "{n:,} days", 1)
    return _UNITS.get(feature.unit, "{}").format(told)


def _figure(value: float) -> str:
    short = abs(value) >= _LONG or value == round(value)
    return fill("{value:,.0f}", value=value) if short else fill("{value:,.2f}", value=value)
