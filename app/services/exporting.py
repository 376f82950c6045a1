"""Queues written to files: every claim the query finds, with the query and the hour beside it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.files import TableWriter
from app.progress import Progress, silent
from app.services import wording
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.queue_filter import QueueFilter
from app.words import say

AT_ONCE = 2_000
COLUMNS = (
    "claim",
    "policy",
    "claimant",
    "type",
    "cause",
    "amount",
    "currency",
    "status",
    "score",
    "suggestion",
    "owner",
    "received",
    "remark",
)


class ExportService:
    """Write what the signed-in person sees to CSV and XLSX files."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._identity = identity
        self._claims = ClaimService(sessions, identity)

    def queue(self, path: Path, query: QueueFilter, progress: Progress = silent) -> int:
        """Write every claim that *query* finds, in its order; return their number.

        Cells that a spreadsheet would run are escaped. A last row tells what was asked and when.
        """
        from pandas import DataFrame

        self._identity.require(Permission.QUEUE_READ)
        written, after, more = 0, None, True
        with TableWriter(path) as table:
            while more:
                page = self._claims.queue(query, after=after, limit=AT_ONCE)
                rows = [_row(claim) for claim in page.rows]
                table.write(DataFrame(rows, columns=COLUMNS, dtype=object))
                written += len(rows)
                after, more = page.after, page.after is not None
                progress(written, max(page.total, written))
            table.write(DataFrame([_about(query)], columns=COLUMNS, dtype=object))
        return written


def _row(claim: ClaimRow) -> tuple[Any, ...]:
    suggestion = wording.RECOMMENDATION[claim.recommendation] if claim.recommendation else ""
    return (
        claim.number,
        claim.policy,
        claim.claimant,
        wording.CLAIM_TYPE[claim.claim_type],
        claim.cause.replace("_", " "),
        float(claim.amount),
        claim.currency,
        wording.STATUS[claim.status],
        None if claim.score is None else float(claim.score),
        suggestion,
        claim.owner or "",
        claim.received.isoformat(timespec="minutes"),
        claim.flag,
    )


def _about(query: QueueFilter) -> tuple[Any, ...]:
    asked = say(
        "Exported {now:%d %b %Y, %H:%M}: {described}",
        now=datetime.now(UTC).astimezone(),
        described=described(query),
    )
    return (asked, *([None] * (len(COLUMNS) - 1)))


def described(query: QueueFilter) -> str:
    """Return in words what a queue was asked for."""
    parts = [
        say("status {status}", status=query.status.replace("_", " ")),
        say("owner {owner}", owner=query.owner.replace("_", " ")),
        say("type {claim_type}", claim_type=query.claim_type) if query.claim_type else "",
        say("risk {risk}", risk=query.risk.replace("_", " ")) if query.risk else "",
        say("text “{text}”", text=query.text) if query.text else "",
        say(
            "by {sort}, {value}",
            sort=query.sort.replace("_", " "),
            value="falling" if query.descending else "rising",
        ),
    ]
    return "; ".join(filter(None, parts))
