"""A habit that changed after the sample's model had learned: lately most claims come by portal."""

from collections.abc import Iterable

from app.sample.claim import SampleClaim

PORTAL, PART = "portal", 52


def turn_to_portal(claims: Iterable[SampleClaim]) -> None:
    """Let about half of *claims* come in by the portal, whichever way they came before."""
    for claim in claims:
        if claim.precedent_key.int % 100 < PART:
            claim.how_reported = PORTAL
