"""Makes what the services return, for widgets that need no server."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from app.codes import ClaimType, Outcome, Recommendation, Status
from app.services.claim_views import (
    ClaimDetail,
    ClaimRow,
    EventView,
    FactorView,
    PrecedentView,
    ScoreView,
)

SERIAL = count(1)
NOW = datetime.now(UTC)


def a_row(**changes: Any) -> ClaimRow:
    serial = next(SERIAL)
    row = ClaimRow(
        id=serial,
        number=f"MOT-2026-{serial:06d}-K",
        policy="POL-10956121",
        claimant="Oliver Zielinski",
        claim_type=ClaimType.MOTOR,
        cause="theft",
        amount=Decimal("18087.50"),
        currency="GBP",
        status=Status.IN_REVIEW,
        score=Decimal("87.20"),
        confidence=Decimal(91),
        recommendation=Recommendation.REFER_SIU,
        assigned_to=5,
        owner="Maya Chen",
        flag="Late report",
        received=NOW - timedelta(hours=6, minutes=5),
        version=1,
        sample=False,
    )
    return replace(row, **changes)


def a_detail(row: ClaimRow | None = None, **changes: Any) -> ClaimDetail:
    detail = ClaimDetail(
        row=row or a_row(),
        facts=(),
        description="",
        parties=(),
        score=None,
        events=(),
        actions={},
    )
    return replace(detail, **changes)


def an_event(text: str = "Took the claim", **changes: Any) -> EventView:
    return replace(EventView(NOW, "Maya Chen", text, "status"), **changes)


def a_precedent(rank: int = 1, outcome: Outcome = Outcome.CLEARED, **changes: Any) -> PrecedentView:
    precedent = PrecedentView(
        rank=rank,
        key=f"key-{rank}",
        claim_id=rank,
        number=f"MOT-2025-{rank:06d}-A",
        claim_type=ClaimType.MOTOR,
        amount=Decimal("18950.49"),
        outcome=outcome,
        similarity=0.96,
        share=0.041,
        contribution=0.0,
    )
    return replace(precedent, **changes)


def a_factor(**changes: Any) -> FactorView:
    factor = FactorView(
        label="Days from loss to report",
        value="19 days",
        position=0.5,
        low=0.1,
        high=0.3,
        outside=True,
    )
    return replace(factor, **changes)


def a_score(**changes: Any) -> ScoreView:
    score = ScoreView(
        score=Decimal("87.20"),
        probability=0.4,
        confidence=Decimal(91),
        recommendation=Recommendation.REFER_SIU,
        model="1.0",
        scored_at=NOW,
        voters=240,
        sentence="9 of the 10 nearest settled claims were substantiated (87% of the vote).",
        prior_share=0.03,
        precedents=(),
        factors=(),
    )
    return replace(score, **changes)
