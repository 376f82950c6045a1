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
from app.words import say


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to filter by: the field of the query, its title and the words of its values.

    `none` is the value that shows no chip, and `unset` its word.
    """

    field: str
    title: str
    values: Mapping[Any, str]
    none: Any = None
    unset: str = say("Any")

    def said(self, value: Any) -> str:
        """Return the word of a value, be it one that is offered no more."""
        return self.values.get(value) or (value if isinstance(value, str) else say("A colleague"))


KINDS = (
    Kind(
        "status",
        say("Status"),
        {
            StatusGroup.TO_DECIDE: say("To decide"),
            StatusGroup.OPEN: say("Open"),
            StatusGroup.WAITING: say("Waiting for information"),
            StatusGroup.REFERRED: say("With SIU"),
            StatusGroup.DECIDED: say("Decided"),
        },
        StatusGroup.ALL,
    ),
    Kind(
        "owner",
        say("Owner"),
        {
            Owner.ME: say("Me"),
            Owner.NOBODY: say("Unassigned"),
            Owner.ME_OR_NOBODY: say("Me or unassigned"),
        },
        Owner.ANYONE,
    ),
    Kind("claim_type", say("Type"), {kind: wording.CLAIM_TYPE[kind] for kind in ClaimType}),
    Kind(
        "risk",
        say("Risk"),
        {
            RiskBand.HIGH: say("High"),
            RiskBand.MEDIUM: say("Medium"),
            RiskBand.LOW: say("Low"),
            RiskBand.NOT_SCORED: say("Not scored"),
        },
    ),
    Kind(
        "due",
        say("Due"),
        {
            DueBand.LATE: say("Late"),
            DueBand.TODAY: say("Today or late"),
            DueBand.THREE_DAYS: say("Within 3 days"),
            DueBand.WEEK: say("Within 7 days"),
            DueBand.NONE: say("No clock"),
        },
    ),
    Kind("suggestion", say("Suggestion"), wording.RECOMMENDATION),
    Kind(
        "amount",
        say("Amount"),
        {
            AmountBand.SMALL: say("Under 1,000"),
            AmountBand.MIDDLE: say("1,000 to 10,000"),
            AmountBand.LARGE: say("10,000 or more"),
        },
    ),
    Kind(
        "received",
        say("Received"),
        {
            Period.DAY: say("In the last day"),
            Period.WEEK: say("In the last 7 days"),
            Period.MONTH: say("In the last 30 days"),
        },
    ),
    Kind(
        "diary",
        say("Put away"),
        {Diary.PUT_AWAY: say("Only these"), Diary.ANY: say("Shown as well")},
        Diary.READY,
        unset="Left out",
    ),
)


def all_kinds(offered: Offered) -> tuple[Kind, ...]:
    """Return the kinds, with the colleagues, tags and regions that there are to filter by."""
    names = {person.id: person.full_name for person in offered.colleagues}
    return (
        *KINDS,
        Kind("colleague", say("Colleague"), names),
        Kind("tag", say("Tag"), {tag: tag for tag in offered.tags}),
        Kind("region", say("Region"), {region: region for region in offered.regions}),
    )
