"""Every decision, as a call that makes it."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import text

from app.codes import DenialReason, ReferralReason, Status
from app.services.claim_views import ClaimRow
from app.services.decisions import DecisionService
from app.services.figures import today

TOMORROW = today() + timedelta(days=1)


def _read_and_denied(desk: DecisionService, claim: int, version: int) -> ClaimRow:
    read(desk, claim)
    wording = "Wear and tear is excluded."
    return desk.deny(claim, version, reason=DenialReason.EXCLUSION, wording=wording)


def read(desk: DecisionService, claim: int) -> None:
    """Open the claim as the person who decides, which its history keeps."""
    with desk._moves._sessions.begin() as session:
        session.execute(text("SELECT open_claim(:claim)"), {"claim": claim})


DECISIONS: dict[Status, Callable[[DecisionService, int, int], ClaimRow]] = {
    Status.APPROVED: lambda desk, claim, version: desk.approve(claim, version),
    Status.SIU_REVIEW: lambda desk, claim, version: desk.refer(
        claim, version, reason=ReferralReason.LATE_REPORT
    ),
    Status.PENDING_INFO: lambda desk, claim, version: desk.ask(
        claim, version, what="the invoice", of_whom="the repairer", until=TOMORROW
    ),
    Status.DENIED: _read_and_denied,
}
