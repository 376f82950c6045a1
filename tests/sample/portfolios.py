"""The portfolio, made once for all tests of the recipe."""

from datetime import date
from functools import cache

from app.sample.claim import SampleClaim
from app.sample.portfolio import Portfolio, portfolio
from app.services.facts import ClaimFacts, Value, features

AS_OF = date(2026, 11, 24)


@cache
def the_portfolio(as_of: date = AS_OF) -> Portfolio:
    return portfolio(as_of=as_of)


def features_of(claim: SampleClaim) -> dict[str, Value]:
    return features(ClaimFacts.of(claim, claim.links.items()))
