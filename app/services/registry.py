"""The register of models: where each stands, which one judges, and the steps of two people."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, aliased, sessionmaker

from app.access import Identity, Permission
from app.codes import ClaimType
from app.database import translate
from app.errors import NotFound
from app.models import DirectoryEntry, Judge, MLModel, ModelEvent, Proposal, Score, Training
from app.words import say

HISTORY = 200
# On record, and no step in the life of a model.
_BESIDE = ("fairness_read", "groups_loaded")


@dataclass(frozen=True, slots=True)
class ModelView:
    """A registered model; `judges` are the lines it judges now, `scores` the rows that name it."""

    id: int
    name: str
    version: str
    sha256: str
    lines: tuple[str, ...]
    activated_at: datetime | None
    status: str = "candidate"
    judges: tuple[str, ...] = ()
    created_at: datetime | None = None
    activated_by: str | None = None
    scores: int = 0
    metrics: dict[str, Any] = field(default_factory=dict)
    card: str = ""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """An activation that waits for a second person."""

    id: int
    model_id: int
    lines: tuple[str, ...]
    reason: str
    proposed_by: int
    proposer: str
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class ModelEventView:
    """One step in the history of the models."""

    id: int
    at: datetime
    actor: str | None
    kind: str
    model_id: int | None
    model: str
    reason: str
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TrainingView:
    """The last training: where it stands, how far its step is, and what came of it."""

    id: int
    state: str
    reason: str
    asked_by: str | None
    asked_at: datetime
    ended_at: datetime | None
    message: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Versions:
    """The whole register: models from the newest, the open proposal, what can be taken back."""

    models: tuple[ModelView, ...]
    proposal: ProposalView | None
    last: int | None
    history: tuple[ModelEventView, ...]
    training: TrainingView | None = None


class Registry:
    """Read the register, and take the steps that administrators take."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def active(self) -> ModelView | None:
        """Return the model that judges most lines, or None while there is none."""
        self._identity.require(Permission.MODEL_READ)
        with translate(), self._sessions.begin() as session:
            judging = [view for view in _models(session) if view.judges]
            return max(judging, key=lambda view: len(view.judges), default=None)

    def versions(self) -> Versions:
        """Return every model, the proposal that waits and what happened to them."""
        self._identity.require(Permission.MODEL_READ)
        with translate(), self._sessions.begin() as session:
            last = session.scalar(
                select(Proposal.model_id)
                .where(Proposal.state == "confirmed")
                .order_by(Proposal.settled_at.desc(), Proposal.id.desc())
                .limit(1)
            )
            parts = _models(session), _proposal(session), last, _history(session)
            return Versions(*parts, _training(session))

    def propose(self, model: int, reason: str, lines: tuple[str, ...] = ()) -> None:
        """Ask for a model to judge *lines*, or all its lines; another person confirms."""
        self._step(
            "propose_model(:model, :lines, :reason)", model=model, lines=[*lines], reason=reason
        )

    def confirm(self, proposal: int) -> None:
        """Let the proposed model judge from now on."""
        self._step("confirm_model(:proposal)", proposal=proposal)

    def drop(self, proposal: int, reason: str) -> None:
        """Let things be as they are."""
        self._step("drop_proposal(:proposal, :reason)", proposal=proposal, reason=reason)

    def roll_back(self, reason: str) -> None:
        """Let the models judge again that judged before the last activation."""
        self._step("roll_back_model(:reason)", reason=reason)

    def move(self, model: int, status: str, reason: str = "") -> None:
        """Put a model that judges nothing into the shadow, back to the candidates, or away."""
        self._step(
            "move_model(:model, :status, :reason)", model=model, status=status, reason=reason
        )

    def retrain(self, reason: str) -> None:
        """Have the worker learn anew; raises Refused while it does."""
        self._step("ask_training(:reason)", reason=reason)

    def _step(self, call: str, **given: Any) -> None:
        self._identity.require(Permission.MODEL_ACTIVATE)
        with translate(), self._sessions.begin() as session:
            session.execute(text(f"SELECT {call}"), given)


def find(versions: Versions, model: int) -> ModelView:
    """Return a model of the register; NotFound if it is not there."""
    found = next((view for view in versions.models if view.id == model), None)
    if found is None:
        raise NotFound(say("There is no such model."))
    return found


def _models(session: Session) -> tuple[ModelView, ...]:
    judges: dict[int, list[str]] = {}
    for line, model in session.execute(select(Judge.line, Judge.model_id)):
        judges.setdefault(model, []).append(line)
    counted = select(Score.model_id, func.count()).group_by(Score.model_id)
    scores = {model: int(count) for model, count in session.execute(counted)}
    rows = session.execute(
        select(MLModel, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == MLModel.activated_by)
        .order_by(MLModel.id.desc())
    )
    order = [*ClaimType]
    return tuple(
        ModelView(
            id=model.id,
            name=model.name,
            version=model.version,
            sha256=model.sha256,
            lines=tuple(model.lines),
            activated_at=model.activated_at,
            status=model.status,
            judges=tuple(line for line in order if line in judges.get(model.id, ())),
            created_at=model.created_at,
            activated_by=person,
            scores=scores.get(model.id, 0),
            metrics=model.performance_metrics,
            card=model.card,
        )
        for model, person in rows
    )


def _proposal(session: Session) -> ProposalView | None:
    row = session.execute(
        select(Proposal, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Proposal.proposed_by)
        .where(Proposal.state == "open")
    ).one_or_none()
    if row is None:
        return None
    found, name = row
    return ProposalView(
        found.id,
        found.model_id,
        tuple(found.lines),
        found.reason,
        found.proposed_by,
        name or "",
        found.proposed_at,
    )


def _history(session: Session) -> tuple[ModelEventView, ...]:
    model, person = aliased(MLModel), aliased(DirectoryEntry)
    rows = session.execute(
        select(ModelEvent, model.name, model.version, person.full_name)
        .outerjoin(model, model.id == ModelEvent.model_id)
        .outerjoin(person, person.id == ModelEvent.actor_id)
        .where(ModelEvent.kind.not_in(_BESIDE))
        .order_by(ModelEvent.id.desc())
        .limit(HISTORY)
    )
    return tuple(
        ModelEventView(
            id=event.id,
            at=event.at,
            actor=actor,
            kind=event.kind,
            model_id=event.model_id,
            model=f"{name} {version}" if name else "",
            reason=event.reason or "",
            detail=event.detail,
        )
        for event, name, version, actor in rows
    )


def _training(session: Session) -> TrainingView | None:
    row = session.execute(
        select(Training, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Training.asked_by)
        .order_by(Training.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    found, name = row
    return TrainingView(
        id=found.id,
        state=found.state,
        reason=found.reason,
        asked_by=name,
        asked_at=found.asked_at,
        ended_at=found.ended_at,
        message=found.message,
        done=int(found.detail.get("done", 0)),
        total=int(found.detail.get("total", 0)),
    )
