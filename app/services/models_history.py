"""What was done to models, thresholds, rules and group facts, as the audit tells it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.models import DirectoryEntry, MLModel, ModelEvent
from app.services.audit_views import MODELS, AuditEntry, AuditFilter
from app.words import say

MODEL_KINDS: dict[str, str] = {
    "registered": say("Registered"),
    "proposed": say("Proposed"),
    "activated": say("Activated"),
    "dropped": say("Proposal dropped"),
    "rolled_back": say("Rolled back"),
    "shadowed": say("Put in shadow"),
    "retired": say("Retired"),
    "returned": say("Candidate again"),
    "refused": say("Gate not passed"),
    "trial_asked": say("Trial asked for"),
    "trial_began": say("Trial began"),
    "trial_ended": say("Trial ended"),
    "threshold": say("Threshold changed"),
    "threshold_asked": say("Threshold proposed"),
    "threshold_dropped": say("Threshold dropped"),
    "alert": say("Drift noticed"),
    "settled": say("Alert settled"),
    "rule": say("Red-flag rule changed"),
    "fast_track": say("Fast track limits changed"),
    "fairness_read": say("Fairness looked at"),
    "groups_loaded": say("Group facts loaded"),
}


def model_entries(
    session: Session, query: AuditFilter, limit: int | None = None
) -> Iterator[AuditEntry]:
    """Yield the events of models that match, newest first."""
    if not query.claim and (not query.kind or query.kind in MODEL_KINDS):
        for row in session.execute(_matching(query).limit(limit)).mappings():
            yield _entry(**row)


def _matching(query: AuditFilter) -> Select[*tuple[Any, ...]]:
    told = ModelEvent
    wanted = [
        told.actor_id == query.actor_id if query.actor_id is not None else None,
        told.kind == query.kind if query.kind else None,
        told.at >= query.since if query.since else None,
        told.at < query.until if query.until else None,
        told.id < query.before_model if query.before_model is not None else None,
    ]
    return (
        select(
            told.id,
            told.at,
            MLModel.name,
            MLModel.version,
            DirectoryEntry.full_name.label("actor"),
            told.kind,
            told.reason,
            told.detail,
            func.encode(told.hash, "hex").label("hash"),
        )
        .outerjoin(MLModel, MLModel.id == told.model_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == told.actor_id)
        .where(*(condition for condition in wanted if condition is not None))
        .order_by(told.id.desc())
    )


def _entry(*, id: int, name: str | None, version: str | None, **told: Any) -> AuditEntry:  # noqa: A002 - the column's name
    detail = told.pop("detail")
    return AuditEntry(
        id=-(MODELS + id),
        claim_id=None,
        number=f"{name} {version}" if name else _about(detail),
        seq=id,
        from_status=None,
        to_status=None,
        note=told.pop("reason"),
        reason=None,
        **told,
    )


def _about(detail: dict[str, Any]) -> str:
    """Return what an event is about that is about no model."""
    known = ("rule", "line", "grouping")
    told = (str(detail[name]).capitalize() for name in known if detail.get(name))
    return next(told, say("Models"))
