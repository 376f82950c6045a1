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
    Recommendation,
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
from app.words import amid, say, say_n

OPENED, DOCUMENT, DISPUTED, FLAGGED = "opened", "document", "disputed", "flagged"
# What these tell acts on no decision, so that it can be undone all the same.
_NO_ACTS = frozenset(
    {"scored", FLAGGED, "exported", "viewed", "removed", DOCUMENT, DISPUTED, *BESIDE}
)
_SIMPLE = {
    "created": say("Entered"),
    "submitted": say("Submitted"),
    "exported": say("Made the packet of the referral"),
    DISPUTED: say("Disputed a precedent"),
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
    return event["actor"] or say("A colleague")


def _sentence(event: RowMapping, former: Any) -> str:
    told = _TOLD.get(event["kind"])
    if told:
        return told(event["detail"] or {})
    if event["kind"] == "scored":
        return _scored(event, former)
    if event["kind"] in BESIDE:
        return work_sentence(event["kind"], event["detail"] or {}, event["note"])
    if event["kind"] == "assigned":
        return (
            say("Assigned to {assignee}", assignee=event["assignee"])
            if event["assignee"]
            else "Left unassigned"
        )
    simple = _SIMPLE.get(event["kind"])
    return _closing(simple, event["note"]) if simple else _moved(event)


def _scored(event: RowMapping, former: Any) -> str:
    detail = event["detail"] or {}
    if detail.get("not_scorable"):
        without = (
            say(", so that it has no score any more; it was {former}", former=points(former))
            if former
            else ""
        )
        return say("Could not be scored: {note}{without}", note=event["note"], without=without)
    if "suggested" in detail:
        return _suggested(detail)
    if "replay" in detail:
        return say("Score {score} could not be reproduced", score=points(event["score"]))
    told = say(
        "Scored {score} by model {model}", score=points(event["score"]), model=event["model"]
    )
    return (
        told
        if former is None
        else say("{told}, replacing {former}", told=told, former=points(former))
    )


def _suggested(detail: Mapping[str, Any]) -> str:
    now, was = (
        wording.RECOMMENDATION[Recommendation(detail[name])] for name in ("suggested", "was")
    )
    return say(
        "Suggestion changed from “{was}” to “{now}”: claims of this line are suggested for"
        " referral from {score} on",
        was=was,
        now=now,
        score=detail["refer_from"],
    )


def _flagged(detail: Mapping[str, Any]) -> str:
    count = len(detail.get("rules", ()))
    if not count:
        return say("Found no indicator any more")
    return say_n(
        "Found {n} indicator, {points} points together",
        "Found {n} indicators, {points} points together",
        count,
        points=detail.get("points", 0),
    )


def _investigated(detail: Mapping[str, Any]) -> str:
    found = detail.get("disposition") or detail.get("siu_status") or "changed"
    return say("Investigation: {found}", found=str(found).replace("_", " "))


def _moved(event: RowMapping) -> str:
    end = Status(event["to_status"])
    start = Status(event["from_status"]) if event["from_status"] else None
    if (start, end) == (Status.SUBMITTED, Status.TRIAGED) and event["note"]:
        return say("Could not be scored: {note}", note=event["note"])
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
    (Status.SUBMITTED, Status.TRIAGED): say("Put the claim up for review"),
    (Status.TRIAGED, Status.IN_REVIEW): say("Took the claim"),
    (Status.IN_REVIEW, Status.TRIAGED): say("Released to the queue"),
    (Status.IN_REVIEW, Status.PENDING_INFO): say("Asked {of_whom} for {what}, until {until}"),
    (Status.PENDING_INFO, Status.IN_REVIEW): say("Resumed the review"),
    (Status.IN_REVIEW, Status.SIU_REVIEW): say("Referred to SIU: {referral}"),
    (Status.SIU_REVIEW, Status.IN_REVIEW): "{returned}",
    (Status.IN_REVIEW, Status.APPROVED): say("Approved"),
    (Status.APPROVED, Status.IN_REVIEW): say("Undid the approval"),
    (Status.IN_REVIEW, Status.DENIED): say('Denied: {denial}, "{wording}"'),
    (Status.DENIED, Status.IN_REVIEW): say("Undid the denial"),
    (Status.IN_REVIEW, Status.PENDING_APPROVAL): say("Sent for approval"),
    (Status.PENDING_APPROVAL, Status.IN_REVIEW): say("Took it back from approval"),
    (Status.PENDING_APPROVAL, Status.APPROVED): say("Approved as the second person"),
    (Status.REOPENED, Status.IN_REVIEW): say("Took up the review again"),
}
_ENDS: dict[Status, str] = {
    Status.SETTLED: say("Settled: everything due is paid"),
    Status.CLOSED: say("Closed{outcome}"),
    Status.REOPENED: say("Opened again: {reopening}"),
    Status.WITHDRAWN: say("Withdrawn by {by_whom}"),
    Status.VOID: say("Void: {voided}"),
}


def _words(event: RowMapping) -> dict[str, str]:
    detail, reason = event["detail"] or {}, event["reason"] or ""
    found = detail.get("disposition")
    until = detail.get("until")
    return {
        "of_whom": detail.get("of_whom", say("the claimant")),
        "what": detail.get("what", "information"),
        "until": day(date.fromisoformat(until)) if until else say("further notice"),
        "referral": _word(wording.REFERRAL_REASON, ReferralReason, reason),
        "denial": _word(wording.DENIAL_REASON, DenialReason, reason),
        "wording": detail.get("wording", ""),
        "reopening": _word(wording.REOPEN_REASON, ReopenReason, reason),
        "outcome": f": {_word(wording.REVIEW_OUTCOME, ReviewOutcome, reason)}" if reason else "",
        "by_whom": detail.get("by_whom", say("the claimant")),
        "voided": say("{survivor} survives", survivor=detail["survivor"])
        if "survivor" in detail
        else say("entered in error"),
        "returned": say(
            "Back from SIU: {word}", word=_word(wording.DISPOSITION, Disposition, found)
        )
        if found
        else say("Withdrew the referral"),
    }


def _word(words: Mapping[Any, str], codes: Any, code: str) -> str:
    return amid(words[codes(code)]) if code in set(codes) else code.replace("_", " ")


def _closing(told: str, note: str | None) -> str:
    return f"{told}. {note}" if note else told
