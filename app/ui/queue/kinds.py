"""Everything a queue can be filtered by, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.codes import ClaimType
from app.services import wording
from app.services.queue_filter import (
    AmountBand,
    Diary,
    DueBand,
    Owner,
    Period,
    RiskBand,
    StatusGroup,
)
from app.services.queue_offers import Offered


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to filter by: the field of the query, its title and the words of its values.

    `none` is the value that shows no chip, and `unset` its word.
    """

    field: str
    title: str
    values: Mapping[Any, str]
    none: Any = None
    unset: str = "Any"

    def said(self, value: Any) -> str:
        """Return the word of a value, be it one that is offered no more."""
        return self.values.get(value) or (value if isinstance(value, str) else "A colleague")


KINDS = (
    Kind(
        "status",
        "Status",
        {
            StatusGroup.TO_DECIDE: "To decide",
            StatusGroup.OPEN: "Open",
            StatusGroup.WAITING: "Waiting for information",
            StatusGroup.REFERRED: "With SIU",
            StatusGroup.DECIDED: "Decided",
        },
        StatusGroup.ALL,
    ),
    Kind(
        "owner",
        "Owner",
        {
            Owner.ME: "Me",
            Owner.NOBODY: "Unassigned",
            Owner.ME_OR_NOBODY: "Me or unassigned",
        },
        Owner.ANYONE,
    ),
    Kind("claim_type", "Type", {kind: wording.CLAIM_TYPE[kind] for kind in ClaimType}),
    Kind(
        "risk",
        "Risk",
        {
            RiskBand.HIGH: "High",
            RiskBand.MEDIUM: "Medium",
            RiskBand.LOW: "Low",
            RiskBand.NOT_SCORED: "Not scored",
        },
    ),
    Kind(
        "due",
        "Due",
        {
            DueBand.LATE: "Late",
            DueBand.TODAY: "Today or late",
            DueBand.THREE_DAYS: "Within 3 days",
            DueBand.WEEK: "Within 7 days",
            DueBand.NONE: "No clock",
        },
    ),
    Kind("suggestion", "Suggestion", wording.RECOMMENDATION),
    Kind(
        "amount",
        "Amount",
        {
            AmountBand.SMALL: "Under 1,000",
            AmountBand.MIDDLE: "1,000 to 10,000",
            AmountBand.LARGE: "10,000 or more",
        },
    ),
    Kind(
        "received",
        "Received",
        {
            Period.DAY: "In the last day",
            Period.WEEK: "In the last 7 days",
            Period.MONTH: "In the last 30 days",
        },
    ),
    Kind(
        "diary",
        "Put away",
        {Diary.PUT_AWAY: "Only these", Diary.ANY: "Shown as well"},
        Diary.READY,
        unset="Left out",
    ),
)


def all_kinds(offered: Offered) -> tuple[Kind, ...]:
    """Return the kinds, with the colleagues, tags and regions that there are to filter by."""
    names = {person.id: person.full_name for person in offered.colleagues}
    return (
        *KINDS,
        Kind("colleague", "Colleague", names),
        Kind("tag", "Tag", {tag: tag for tag in offered.tags}),
        Kind("region", "Region", {region: region for region in offered.regions}),
    )
