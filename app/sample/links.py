"""Links of the sample's claims to earlier ones, counted as the database's `claim_links` does."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from app.sample.claim import SampleClaim, SampleParty

WINDOW = timedelta(days=365)
FIRMS = ("repairer", "provider")
NOT_CONTACTS = (*FIRMS, "witness")

Seen = deque[tuple[datetime, str, int]]


def count_links(claims: Iterable[SampleClaim]) -> None:
    """Set `links` of every claim to the earlier claims of others, per kind of link."""
    seen: defaultdict[tuple[str, str], Seen] = defaultdict(deque)
    ordered = sorted(claims, key=lambda claim: claim.submission_date)
    for number, claim in enumerate(ordered):
        found: defaultdict[str, set[int]] = defaultdict(set)
        who = claim.claimant.lower()
        for key in sorted(set(_keys(claim))):
            earlier = seen[key]
            while earlier and earlier[0][0] < claim.submission_date - WINDOW:
                earlier.popleft()
            found[key[0]].update(other for _, name, other in earlier if name != who)
            earlier.append((claim.submission_date, who, number))
        claim.links = {kind: len(others) for kind, others in found.items() if others}


def _keys(claim: SampleClaim) -> Iterator[tuple[str, str]]:
    for party in claim.parties:
        if party.kind in FIRMS:
            yield "repairer", party.name.lower()
        elif party.kind not in NOT_CONTACTS:
            yield from _contacts(party)
    if vin := claim.facts.get("vin"):
        yield "vin", vin


def _contacts(party: SampleParty) -> Iterator[tuple[str, str]]:
    if party.phone:
        yield "phone", party.phone
    if party.email:
        yield "email", party.email.lower()
    if party.address_line and party.postcode:
        yield "address", f"{party.address_line.lower()}|{party.postcode.upper()}"
