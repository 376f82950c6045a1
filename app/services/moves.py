"""The one way a claim moves: checked, versioned, in a single transaction."""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import null, select, update
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import Action, Status
from app.database import translate
from app.errors import Busy, Conflict, NotAllowed, Refused
from app.models import Claim, DirectoryEntry, Event
from app.services.claim_rows import claim_row, claim_rows
from app.services.claim_views import ClaimRow
from app.services.register import read_money
from app.services.steps import DECISIONS, EDGES, Standing, reason_against
from app.services.timeline import OPENED, last_step, step_events
from app.services.work_words import BESIDE
from app.words import say

GONE = say("This claim is no longer among those you may see; a colleague may have taken it.")


First = Callable[[Session, ClaimRow], int]
TRIES = 4
_PAUSE = 0.02


class _Stale(Exception):
    """The version the person saw is not the stored one any more."""


class Moves:
    """Move claims as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def move(
        self,
        action: Action,
        claim_id: int,
        version: int,
        *,
        first: First | None = None,
        **said: Any,
    ) -> ClaimRow:
        """Take the step of *action* with what was *said*, and return the claim as it is then.

        *first* happens in the same transaction before it and returns the claim's new version. A
        transaction that gave way to another one is tried again, a few times; nothing else is.
        """
        self._identity.require(Permission.CLAIM_DECIDE)
        for earlier in range(TRIES - 1):
            try:
                return self._once(action, claim_id, version, said, first)
            except Busy:
                time.sleep(random.uniform(0.5, 1.5) * _PAUSE * 2**earlier)  # noqa: S311 - jitter
        return self._once(action, claim_id, version, said, first)

    def _once(
        self,
        action: Action,
        claim_id: int,
        version: int,
        said: dict[str, Any],
        first: First | None,
    ) -> ClaimRow:
        try:
            with translate(), self._sessions.begin() as session:
                row = self._read(session, claim_id, version)
                return self._step(session, action, row, said, first)
        except _Stale:
            raise Conflict(self._who_changed(claim_id)) from None

    def _read(self, session: Session, claim_id: int, version: int) -> ClaimRow:
        found = session.execute(claim_rows().where(Claim.id == claim_id)).mappings().one_or_none()
        if found is None or found["version"] != version:
            raise _Stale
        return claim_row(found)

    def _step(
        self,
        session: Session,
        action: Action,
        row: ClaimRow,
        said: dict[str, Any],
        first: First | None,
    ) -> ClaimRow:
        self._allow(session, action, row)
        if action in DECISIONS and row.status is Status.TRIAGED:
            row = self._write(session, row, Action.TAKE, {})
        if first:
            row = replace(row, version=first(session, row))
        return self._write(session, row, action, said)

    def _allow(self, session: Session, action: Action, row: ClaimRow) -> None:
        author, acted = None, False
        if action is Action.UNDO or row.status is Status.PENDING_APPROVAL:
            author, acted = last_step(list(session.execute(step_events(row.id)).mappings()))
        money = read_money(session, row.id) if action in _MONEYED else None
        standing = Standing.of(row, author=author, acted_since=acted, money=money)
        reason = reason_against(action, self._identity, standing)
        if reason:
            over = action is Action.APPROVE and row.amount > self._identity.authority_limit
            raise (NotAllowed if over else Refused)(reason)

    def _write(
        self, session: Session, row: ClaimRow, action: Action, said: dict[str, Any]
    ) -> ClaimRow:
        values = {"status": EDGES[action][1], **_SILENCE, **said}
        if action in {Action.TAKE, Action.RELEASE}:
            values["assigned_to"] = self._identity.id if action is Action.TAKE else None
        same = (Claim.id == row.id, Claim.version == row.version)
        stored = session.execute(
            update(Claim).where(*same).values(values).returning(Claim.version, Claim.assigned_to)
        ).one_or_none()
        if stored is None:
            raise _Stale
        mine = stored.assigned_to == self._identity.id
        owner = self._identity.full_name if mine else row.owner if stored.assigned_to else None
        return replace(
            row,
            status=EDGES[action][1],
            version=stored.version,
            assigned_to=stored.assigned_to,
            owner=owner,
        )

    def _who_changed(self, claim_id: int) -> str:
        latest = (
            select(Event.actor_id, DirectoryEntry.full_name)
            .outerjoin(DirectoryEntry, DirectoryEntry.id == Event.actor_id)
            .where(Event.claim_id == claim_id, Event.kind.not_in({OPENED, *BESIDE}))
            .order_by(Event.seq.desc())
            .limit(1)
        )
        with translate(), self._sessions.begin() as session:
            found = session.execute(latest).one_or_none()
        if found is None:
            return GONE
        who = say("You") if found.actor_id == self._identity.id else found.full_name or "Precedent"
        return say(
            "{who} changed this claim since you opened it. Look at it again, then decide.", who=who
        )


_MONEYED = frozenset({Action.APPROVE, Action.PROPOSE, Action.SETTLE, Action.CLOSE, Action.UNDO})
_SILENCE = {"status_reason": null(), "status_note": null(), "status_detail": null()}
