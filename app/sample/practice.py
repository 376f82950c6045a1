"""Settled claims of the sample for the practice, judged by the model that had not seen them."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.codes import ClaimType, Outcome
from app.models import Claim, Score
from app.sample.claim import SampleClaim
from app.sample.dice import Dice
from app.sample.judging import judge
from app.sample.portfolio import portfolio
from app.sample.training import EARLIER, YEAR
from app.services import wording
from app.services.claim_facts import facts_of
from app.services.practice import CLAIMS, COUNT, PracticeClaim
from app.services.why import score_view
from app.settings import MODEL

AS_OF = date(2026, 11, 2)
FOUND = 4
SEED = 11
JUDGE = "Model 0.9"
OWNER = "Owner"
_LEFT_OUT = frozenset({"links", "entries", "standing", "parties", "story", "suspect", "outcome"})
_COLUMNS = [one.name for one in fields(SampleClaim) if one.name not in _LEFT_OUT | {"user"}]


def write_practice(out: Path) -> None:
    """Keep the ten claims in *out*, for making the portfolio takes longer than anybody waits."""
    out.write_bytes(CLAIMS.dump_json(make_practice(), indent=1))


def make_practice() -> tuple[PracticeClaim, ...]:
    """Return ten claims of one year, four of which were substantiated, in a fixed order."""
    since = AS_OF - timedelta(days=YEAR)
    late = [one for one in portfolio(as_of=AS_OF).settled if one.submission_date.date() >= since]
    chosen = _chosen(late)
    judged = judge(chosen, MODEL.with_name(EARLIER))
    return tuple(_claim(*pair) for pair in zip(chosen, judged.receipts, strict=True))


def _chosen(settled: Sequence[SampleClaim]) -> list[SampleClaim]:
    dice = Dice(SEED)
    found = [claim for claim in settled if claim.outcome is Outcome.SUBSTANTIATED]
    cleared = [claim for claim in settled if claim.outcome is Outcome.CLEARED]
    chosen = [*dice.sample(found, FOUND), *dice.sample(cleared, COUNT - FOUND)]
    return dice.sample(chosen, COUNT)


def _claim(claim: SampleClaim, receipt: dict[str, Any]) -> PracticeClaim:
    assert claim.outcome is not None  # noqa: S101 - only settled claims are chosen
    line, cause = wording.CLAIM_TYPE[ClaimType(claim.claim_type)], claim.cause.replace("_", " ")
    score = Score(
        score=Decimal(str(receipt["score"])),
        probability=receipt["probability"],
        confidence=Decimal(str(receipt["confidence"])),
        recommendation=receipt["recommendation"],
        explanation=receipt["explanation"],
        created_at=claim.submission_date,
    )
    record = Claim(currency="GBP", **{name: getattr(claim, name) for name in _COLUMNS})
    return PracticeClaim(
        number=claim.policy_number,
        title=f"{line} · {cause} · {claim.claimant}",
        description=claim.description,
        facts=tuple(one for one in facts_of(record, None) if one.label != OWNER),
        score=score_view(score, score.explanation, JUDGE, ()),
        outcome=claim.outcome,
    )
