"""The red-flag rules: what each looks for, how it fared, and the steps that change it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType, RuleState
from app.database import translate
from app.errors import Conflict, NotAllowed
from app.models import DirectoryEntry, RedFlagRule
from app.services.rule_words import in_words
from app.words import say

_RECORD = text("SELECT code, fired, judged, justified FROM rule_record()")
_CHANGE = text("SELECT change_rule(:code, :version, :state, :points, :why)")
STALE = say("Somebody else changed this rule just now. Look at it again, then decide.")


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One version of a rule: what it was, by whom and why."""

    version: int
    state: RuleState
    points: int
    why: str
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in force; its precision is *justified* of *judged* reviews of claims it fired on."""

    code: str
    name: str
    line: ClaimType | None
    condition: str
    source: str
    owner: str
    versions: tuple[RuleVersion, ...]
    fired: int = 0
    judged: int = 0
    justified: int = 0

    @property
    def now(self) -> RuleVersion:
        """Return the version in force."""
        return self.versions[0]

    def precision(self) -> tuple[float, float, float] | None:
        """Return the share of reviews that were justified between the ends of its interval."""
        from app.ml.intervals import wilson

        if not self.judged:
            return None
        share = wilson(self.justified, self.judged)
        return share.low, share.value, share.high


class RuleService:
    """Read the rules and change how they work, as the signed-in person."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    @property
    def may_change(self) -> bool:
        """Tell whether the person changes rules: analysts and administrators do."""
        identity = self._identity
        return identity.may(Permission.RULE_READ) and (
            identity.analyst or identity.may(Permission.MODEL_ACTIVATE)
        )

    def rules(self) -> tuple[RuleView, ...]:
        """Return every rule with its versions, newest first, and its record."""
        self._identity.require(Permission.RULE_READ)
        if not (self.may_change or self._identity.supervisor):
            raise NotAllowed(say("Rules are watched by supervisors and analysts."))
        with translate(), self._sessions.begin() as session:
            record = {code: figures for code, *figures in session.execute(_RECORD)}
            return tuple(
                _rule(versions, record.get(code, (0, 0, 0)))
                for code, versions in _versions(session).items()
            )

    def change(self, rule: RuleView, state: RuleState, *, why: str) -> None:
        """Make a new version of a rule in another state; Conflict when somebody was faster."""
        self._identity.require(Permission.RULE_READ)
        told = {
            "code": rule.code,
            "version": rule.now.version,
            "state": state,
            "points": rule.now.points,
            "why": why,
        }
        with translate(), self._sessions.begin() as session:
            if session.scalar(_CHANGE, told) is None:
                raise Conflict(STALE)


Found = tuple[RedFlagRule, str | None]


def _versions(session: Session) -> dict[str, list[Found]]:
    known: dict[str, list[Found]] = {}
    query = (
        select(RedFlagRule, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == RedFlagRule.made_by)
        .order_by(RedFlagRule.code, RedFlagRule.version.desc())
    )
    for rule, name in session.execute(query):
        known.setdefault(rule.code, []).append((rule, name))
    return known


def _rule(found: list[Found], record: tuple[int, int, int] | list[int]) -> RuleView:
    rule, _name = found[0]
    return RuleView(
        code=rule.code,
        name=rule.name,
        line=ClaimType(rule.line) if rule.line else None,
        condition=in_words(rule.condition),
        source=rule.source,
        owner=rule.owner,
        versions=tuple(
            RuleVersion(one.version, RuleState(one.state), one.points, one.why, by, one.made_at)
            for one, by in found
        ),
        fired=record[0],
        judged=record[1],
        justified=record[2],
    )
