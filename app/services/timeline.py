"""The timeline of a claim, each event as a sentence."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.orm import aliased

from app.codes import (
    DenialReason,
    Disposition,
    ReferralReason,
    ReopenReason,
    ReviewOutcome,
    Status,
)
from app.models import DirectoryEntry, Event, Score
from app.services import wording
from app.services.claim_views import EventView
from app.services.document_words import document_sentence
from app.services.figures import day, points
from app.services.money_words import entered, letter, viewed
from app.services.work_words import BESIDE, work_sentence
from app.words import amid, say_n

OPENED, DOCUMENT, DISPUTED, FLAGGED = "opened", "document", "disputed", "flagged"
# What these tell acts on no decision, so that it can be undone all the same.
_NO_ACTS = frozenset(
    {"scored", FLAGGED, "exported", "viewed", "removed", DOCUMENT, DISPUTED, *BESIDE}
)
_SIMPLE = {
    "created": "Entered",
    "submitted": "Submitted",
    "exported": "Made the packet of the referral",
    DISPUTED: "Disputed a precedent",
}
_assignee = aliased(DirectoryEntry)
_ICONS = {
    "scored": "score",
    "assigned": "owner",
    "edited": "edit",
    "viewed": "view",
    DISPUTED: "compare",
}
# A letter says in words whom it went to.
_assigned = case((Event.kind == "assigned", Event.detail["to"].as_integer()))


def events_of(claim_id: int) -> Select[*tuple[Any, ...]]:
    """Return the query of a claim's events, oldest first, with names and scores."""
    return (
        select(
            Event.at,
            Event.actor_id,
            DirectoryEntry.full_name.label("actor"),
            Event.kind,
            Event.from_status,
            Event.to_status,
            Event.reason,
            Event.note,
            Event.detail,
            _assignee.full_name.label("assignee"),
            Score.score,
            func.shown_version(Score.model_id).label("model"),
        )
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Event.actor_id)
        .outerjoin(_assignee, _assignee.id == _assigned)
        .outerjoin(Score, Score.id == Event.score_id)
        .where(Event.claim_id == claim_id, Event.kind != OPENED)
        .order_by(Event.seq)
    )


def step_events(claim_id: int) -> Select[*tuple[Any, ...]]:
    """Return the query of who did what kind of thing, for `last_step`."""
    acted = (Event.claim_id == claim_id, Event.kind != OPENED)
    return select(Event.actor_id, Event.kind).where(*acted).order_by(Event.seq)


def timeline(found: list[RowMapping]) -> tuple[EventView, ...]:
    """Return the events in words, the newest first."""
    told: list[EventView] = []
    former = None
    for event in found:
        text = _sentence(event, former)
        former = event["score"] if event["kind"] == "scored" else former
        if text:
            icon = _ICONS.get(event["kind"], event["kind"])
            told.append(EventView(event["at"], _actor(event), text, icon))
    return tuple(reversed(told))


def last_step(found: list[RowMapping]) -> tuple[int | None, bool]:
    """Return who took the last step of status, and whether another person acted since."""
    author, acted = None, False
    for event in found:
        if event["kind"] in {"status", "submitted"}:
            author, acted = event["actor_id"], False
        elif event["kind"] not in _NO_ACTS and event["actor_id"] != author:
            acted = True
    return author, acted


def _actor(event: RowMapping) -> str:
    if event["actor_id"] is None:
        return wording.who(event["kind"], None)
    return event["actor"] or "A colleague"


def _sentence(event: RowMapping, former: Any) -> str:
    told = _TOLD.get(event["kind"])
    if told:
        return told(event["detail"] or {})
    if event["kind"] == "scored":
        return _scored(event, former)
    if event["kind"] in BESIDE:
        return work_sentence(event["kind"], event["detail"] or {}, event["note"])
    if event["kind"] == "assigned":
        return f"Assigned to {event['assignee']}" if event["assignee"] else "Left unassigned"
    simple = _SIMPLE.get(event["kind"])
    return _closing(simple, event["note"]) if simple else _moved(event)


def _scored(event: RowMapping, former: Any) -> str:
    detail = event["detail"] or {}
    if detail.get("not_scorable"):
        without = f", so that it has no score any more; it was {points(former)}" if former else ""
        return f"Could not be scored: {event['note']}{without}"
    if "replay" in detail:
        return f"Score {points(event['score'])} could not be reproduced"
    told = f"Scored {points(event['score'])} by model {event['model']}"
    return told if former is None else f"{told}, replacing {points(former)}"


def _flagged(detail: Mapping[str, Any]) -> str:
    count = len(detail.get("rules", ()))
    if not count:
        return "Found no indicator any more"
    return say_n(
        "Found {n} indicator, {points} points together",
        "Found {n} indicators, {points} points together",
        count,
        points=detail.get("points", 0),
    )


def _investigated(detail: Mapping[str, Any]) -> str:
    found = detail.get("disposition") or detail.get("siu_status") or "changed"
    return f"Investigation: {str(found).replace('_', ' ')}"


def _moved(event: RowMapping) -> str:
    end = Status(event["to_status"])
    start = Status(event["from_status"]) if event["from_status"] else None
    if (start, end) == (Status.SUBMITTED, Status.TRIAGED) and event["note"]:
        return f"Could not be scored: {event['note']}"
    told = _STEPS.get((start, end)) or _ENDS.get(end) or wording.STATUS[end]
    return _closing(told.format_map(_words(event)), event["note"])


_TOLD: dict[str, Callable[[Mapping[str, Any]], str]] = {
    DOCUMENT: document_sentence,
    "edited": _investigated,
    "money": entered,
    "letter": letter,
    "viewed": viewed,
    FLAGGED: _flagged,
}
_STEPS: dict[tuple[Status | None, Status], str] = {
    (Status.SUBMITTED, Status.TRIAGED): "Put the claim up for review",
    (Status.TRIAGED, Status.IN_REVIEW): "Took the claim",
    (Status.IN_REVIEW, Status.TRIAGED): "Released to the queue",
    (Status.IN_REVIEW, Status.PENDING_INFO): "Asked {of_whom} for {what}, until {until}",
    (Status.PENDING_INFO, Status.IN_REVIEW): "Resumed the review",
    (Status.IN_REVIEW, Status.SIU_REVIEW): "Referred to SIU: {referral}",
    (Status.SIU_REVIEW, Status.IN_REVIEW): "{returned}",
    (Status.IN_REVIEW, Status.APPROVED): "Approved",
    (Status.APPROVED, Status.IN_REVIEW): "Undid the approval",
    (Status.IN_REVIEW, Status.DENIED): 'Denied: {denial}, "{wording}"',
    (Status.DENIED, Status.IN_REVIEW): "Undid the denial",
    (Status.IN_REVIEW, Status.PENDING_APPROVAL): "Sent for approval",
    (Status.PENDING_APPROVAL, Status.IN_REVIEW): "Took it back from approval",
    (Status.PENDING_APPROVAL, Status.APPROVED): "Approved as the second person",
    (Status.REOPENED, Status.IN_REVIEW): "Took up the review again",
}
_ENDS: dict[Status, str] = {
    Status.SETTLED: "Settled: everything due is paid",
    Status.CLOSED: "Closed{outcome}",
    Status.REOPENED: "Opened again: {reopening}",
    Status.WITHDRAWN: "Withdrawn by {by_whom}",
    Status.VOID: "Void: {voided}",
}


def _words(event: RowMapping) -> dict[str, str]:
    detail, reason = event["detail"] or {}, event["reason"] or ""
    found = detail.get("disposition")
    until = detail.get("until")
    return {
        "of_whom": detail.get("of_whom", "the claimant"),
        "what": detail.get("what", "information"),
        "until": day(date.fromisoformat(until)) if until else "further notice",
        "referral": _word(wording.REFERRAL_REASON, ReferralReason, reason),
        "denial": _word(wording.DENIAL_REASON, DenialReason, reason),
        "wording": detail.get("wording", ""),
        "reopening": _word(wording.REOPEN_REASON, ReopenReason, reason),
        "outcome": f": {_word(wording.REVIEW_OUTCOME, ReviewOutcome, reason)}" if reason else "",
        "by_whom": detail.get("by_whom", "the claimant"),
        "voided": f"{detail['survivor']} survives" if "survivor" in detail else "entered in error",
        "returned": f"Back from SIU: {_word(wording.DISPOSITION, Disposition, found)}"
        if found
        else "Withdrew the referral",
    }


def _word(words: Mapping[Any, str], codes: Any, code: str) -> str:
    return amid(words[codes(code)]) if code in set(codes) else code.replace("_", " ")


def _closing(told: str, note: str | None) -> str:
    return f"{told}. {note}" if note else told
