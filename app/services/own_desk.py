"""What became of an own claim, in plain words, and what a User can do about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Status
from app.database import translate
from app.errors import Conflict, Invalid, NotFound
from app.models import Claim, Event
from app.services import wording
from app.services.endings import EndingService
from app.words import amid, say

LONGEST = 4000
CHANGED = say("This claim has moved on meanwhile. Look at it again, then answer.")
NEXT: dict[Status, str] = {
    Status.DRAFT: say("Nobody but you sees it. Continue it and hand it in when it is complete."),
    Status.SUBMITTED: say("We have your claim and will look at it soon. Nothing is needed of you."),
    Status.IN_REVIEW: say("Somebody looks at your claim. We write if we need anything."),
    Status.PENDING_INFO: say("We cannot go on without an answer."),
    Status.APPROVED: say("Your claim was approved. The payment is on its way."),
    Status.DENIED: say("We cannot pay this claim. Our letter gives the reasons and how to object."),
    Status.SETTLED: say("Your claim was paid."),
    Status.CLOSED: say("This claim is closed. Write to us if something is left open."),
    Status.WITHDRAWN: say("You withdrew this claim. Nothing more happens with it."),
    Status.VOID: say("This claim is not pursued, because it was entered twice or by mistake."),
}
WITHDRAWABLE = frozenset({Status.SUBMITTED, Status.TRIAGED, Status.IN_REVIEW, Status.PENDING_INFO})
_ANSWER = text("SELECT answer_request(:claim, :version, :answer)")


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """What was asked, of whom, and until when."""

    what: str
    of_whom: str
    until: date | None


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One thing that happened to the claim, as its submitter is told."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class OwnDetail:
    """An own claim with what happens next; `request` is there while an answer is waited for."""

    id: int
    number: str
    version: int
    status: str
    next: str
    request: OwnRequest | None
    steps: tuple[OwnStep, ...]
    may_withdraw: bool


class OwnDesk:
    """Look after own claims, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity
        self._endings = EndingService(sessions, identity)

    def detail(self, claim_id: int) -> OwnDetail:
        """Return how an own claim stands; NotFound if it is nobody's or somebody else's."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        own = select(Claim).where(Claim.id == claim_id, Claim.user_id == self._identity.id)
        with translate(), self._sessions.begin() as session:
            claim = session.scalars(own).one_or_none()
            if claim is None:
                raise NotFound(say("This claim is not among your own."))
            return _detail(claim, _events(session, claim_id))

    def answer(self, claim_id: int, version: int, answer: str) -> None:
        """Send the answer to what was asked; Conflict if the claim has moved on."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        if not answer.strip() or len(answer) > LONGEST:
            sentence = say(
                "Write an answer of at most {longest:,} characters, then send it.", longest=LONGEST
            )
            raise Invalid(sentence, {"answer": sentence})
        told = {"claim": claim_id, "version": version, "answer": answer}
        with translate(), self._sessions.begin() as session:
            if not session.scalar(_ANSWER, told):
                raise Conflict(CHANGED)

    def withdraw(self, claim_id: int) -> None:
        """Say that an own claim is not pursued."""
        self._endings.withdraw_own(claim_id)


def _events(session: Session, claim_id: int) -> list[Any]:
    columns = (Event.at, Event.kind, Event.to_status, Event.detail)
    of_claim = select(*columns).where(Event.claim_id == claim_id)
    return list(session.execute(of_claim.order_by(Event.id.desc())))


def _detail(claim: Claim, events: list[Any]) -> OwnDetail:
    status = Status(claim.own_status or "")
    in_hand = status if status in NEXT else Status.IN_REVIEW
    steps = (OwnStep(event.at, _told(event)) for event in events if event.to_status)
    return OwnDetail(
        id=claim.id,
        number=claim.claim_number,
        version=claim.version,
        status=wording.OWN_STATUS[status],
        next=NEXT[in_hand],
        request=_request(events) if status is Status.PENDING_INFO else None,
        steps=_without_echo(tuple(steps)),
        may_withdraw=status in WITHDRAWABLE,
    )


def _request(events: list[Any]) -> OwnRequest | None:
    asked = next((e.detail for e in events if e.to_status == Status.PENDING_INFO), None) or {}
    until = asked.get("until")
    return OwnRequest(
        what=str(asked.get("what") or say("more information")),
        of_whom=str(asked.get("of_whom") or "you"),
        until=date.fromisoformat(until) if until else None,
    )


def _told(event: Any) -> str:
    status = Status(event.to_status)
    if status is Status.PENDING_INFO:
        return say(
            "We asked for {begin}",
            begin=_begin((event.detail or {}).get("what") or say("more information")),
        )
    return say("Begun as a draft") if status is Status.DRAFT else wording.OWN_STATUS[status]


def _begin(words: str) -> str:
    return amid(words)


def _without_echo(steps: tuple[OwnStep, ...]) -> tuple[OwnStep, ...]:
    """Leave out a step that says the same as the one before; the desk alone tells them apart."""
    older = (*steps[1:], None)
    return tuple(
        step
        for step, before in zip(steps, older, strict=False)
        if not before or before.text != step.text
    )
