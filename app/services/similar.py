"""Claims that may tell of the same loss as the one being entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.services.days import read_day
from app.services.texts import is_strange
from app.words import say

VIN, SERIAL, POLICY = 17, 4, 3
REASONS = {
    "loss": say("same policy and day"),
    "vin": say("same vehicle"),
    "serial": say("same serial number"),
    "document": say("same document"),
}
_FIND = text("SELECT * FROM similar_claims(:policy, :loss, :cause, :vin, :serials, :beside)")


@dataclass(frozen=True, slots=True)
class Keys:
    """By what a claim is compared; empty where too little is entered yet."""

    policy: str = ""
    loss: date | None = None
    cause: str = ""
    vin: str = ""
    serials: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Tell whether anything can be found by them."""
        return bool((self.policy and self.loss) or self.vin or self.serials)


@dataclass(frozen=True, slots=True)
class Similar:
    """A claim that may be the same one, as far as the person may see it."""

    id: int
    number: str
    loss: date
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return why it may be the same one."""
        return ", ".join(self.reasons).capitalize()


def keys_of(values: Mapping[str, Any]) -> Keys:
    """Return by what the entries of a form, by field, can be compared while it is filled."""
    policy = _plain(values.get("policy_number")).upper()
    vin = _plain(values.get("facts.vin")).upper()
    rows = values.get("facts.items") or ()
    serials = {_plain(row.get("serial")).upper() for row in rows}
    return Keys(
        policy=policy if len(policy) >= POLICY else "",
        loss=read_day(_plain(values.get("loss_date"))),
        cause=_plain(values.get("cause")),
        vin=vin if len(vin) == VIN else "",
        serials=tuple(sorted(serial for serial in serials if len(serial) >= SERIAL)),
    )


class SimilarClaims:
    """Look for such claims, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def find(self, keys: Keys, *, beside: int | None = None) -> tuple[Similar, ...]:
        """Return at most ten claims the person may see, the likeliest first, never *beside*."""
        self._identity.require(Permission.CLAIM_SUBMIT)
        if not keys.enough and beside is None:
            return ()
        asked = {
            "policy": keys.policy or None,
            "loss": keys.loss,
            "cause": keys.cause or None,
            "vin": keys.vin or None,
            "serials": list(keys.serials),
            "beside": beside,
        }
        with translate(), self._sessions.begin() as session:
            return tuple(
                Similar(row.claim_id, row.claim_number, row.loss_date, _words(row.reasons))
                for row in session.execute(_FIND, asked)
            )


def _words(reasons: list[str]) -> tuple[str, ...]:
    return tuple(words for code, words in REASONS.items() if code in reasons)


def _plain(value: Any) -> str:
    typed = str(value or "").strip()
    return "" if any(is_strange(mark) for mark in typed) else typed
