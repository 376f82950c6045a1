"""What was done to people's accounts, as the audit tells it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import DirectoryEntry, PersonEvent
from app.services.audit_views import AuditEntry, AuditFilter
from app.services.figures import money
from app.words import say

PEOPLE_KINDS: dict[str, str] = {
    "added": say("Person added"),
    "changed": say("Person changed"),
    "disabled": say("Account disabled"),
    "enabled": say("Account enabled"),
    "reset": say("Password reset"),
    "password": say("Password changed"),
    "codes": say("One-time codes set up"),
    "session_ended": say("Session ended"),
    "reused": say("Sign-in used twice"),
}
_FIELDS: dict[str, str] = {
    "username": say("User name"),
    "full_name": say("Name"),
    "role": say("Role"),
    "region": say("Region"),
    "lines": say("Lines"),
    "authority_limit": say("Authority"),
    "siu": say("SIU investigator"),
    "supervisor": say("Supervisor"),
    "analyst": say("Analyst"),
    "is_active": say("May sign in"),
}
_NOTHING: tuple[Any, ...] = (None, [], False, 0)


def tells_of_people(query: AuditFilter) -> bool:
    """Tell whether events of people may match."""
    return not query.claim and (not query.kind or query.kind in PEOPLE_KINDS)


def people_entries(
    session: Session, query: AuditFilter, limit: int | None = None
) -> Iterator[AuditEntry]:
    """Yield the events of people that match, newest first."""
    if tells_of_people(query):
        for row in session.execute(_matching(query).limit(limit)).mappings():
            yield _entry(**row)


def _matching(query: AuditFilter) -> Select[*tuple[Any, ...]]:
    actor, person = aliased(DirectoryEntry), aliased(DirectoryEntry)
    told = PersonEvent
    either = or_(told.actor_id == query.actor_id, told.person_id == query.actor_id)
    wanted = [
        either if query.actor_id is not None else None,
        told.kind == query.kind if query.kind else None,
        told.at >= query.since if query.since else None,
        told.at < query.until if query.until else None,
        told.seq < query.before_person if query.before_person is not None else None,
    ]
    return (
        select(
            told.seq,
            told.at,
            func.coalesce(person.full_name, told.detail["full_name"].astext, "").label("name"),
            told.person_id,
            actor.full_name.label("actor"),
            told.kind,
            told.detail,
            func.encode(told.hash, "hex").label("hash"),
        )
        .outerjoin(actor, actor.id == told.actor_id)
        .outerjoin(person, person.id == told.person_id)
        .where(*(condition for condition in wanted if condition is not None))
        .order_by(told.seq.desc())
    )


def _entry(
    *, seq: int, name: str, person_id: int, detail: dict[str, Any], **told: Any
) -> AuditEntry:
    return AuditEntry(
        id=-seq,
        claim_id=None,
        number=name or say("Person {number}", number=person_id),
        seq=seq,
        from_status=None,
        to_status=None,
        reason=None,
        note=_words(detail) or None,
        **told,
    )


def _words(detail: dict[str, Any]) -> str:
    """Return what was entered or changed, field by field."""
    return " · ".join(
        f"{name}: {_told(detail[field])}"
        for field, name in _FIELDS.items()
        if field in detail and detail[field] not in _NOTHING
    )


def _told(value: Any) -> str:
    match value:
        case {"from": before, "to": after}:
            return f"{_told(before)} → {_told(after)}"
        case bool():
            return say("yes") if value else say("no")
        case list():
            return ", ".join(map(str, value)) or say("none")
        case int() | float():
            return money(Decimal(str(value)))
        case _:
            return str(value or say("none"))
