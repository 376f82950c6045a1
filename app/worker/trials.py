"""The job of the trial that runs: shadow scores, a look every day, and its end by the rules."""

from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from app.database import translate
from app.errors import BadModel, Invalid
from app.models import MLModel, Trial
from app.services.facts import ClaimFacts, features, frame
from app.services.scoring import facts_of_claim
from app.services.trial_report import report, verdict
from app.worker.station import Station

if TYPE_CHECKING:
    from app.ml.model import TriageModel

BATCH, EVERY = 100, timedelta(days=1)
FAILED = "The challenger cannot be used: {}"
_WAITS = text("SELECT claim_id, score_id FROM shadow_waits(:trial, :limit)")
_RECORD = text("SELECT record_shadow(:trial, :claim, :score, :receipt, :ms, :old)").bindparams(
    bindparam("receipt", type_=JSONB)
)
_FIGURES = text("SELECT trial_figures(:trial)")
_LOOK = text("SELECT trial_look(:trial, :look, :verdict, :ending)").bindparams(
    bindparam("look", type_=JSONB)
)


def look_after_trial(station: Station) -> int:
    """Let the challenger in the shadow judge what it has not seen, and count the claims.

    Once a day its figures are kept, and the trial ends where its rules say so. A challenger that
    cannot be loaded ends its trial, so that no claim waits for it.
    """
    with translate(), station.sessions.begin() as session:
        trial = session.scalar(
            select(Trial).where(Trial.open.is_(True), Trial.began_at.is_not(None))
        )
    if trial is None:
        return 0
    try:
        models = _models(station, trial)
        judged = _shadow(station, trial, *models) if trial.kind == "shadow" else 0
    except (BadModel, Invalid) as error:
        _close(station, trial, FAILED.format(error.message))
        return 0
    if judged < BATCH:
        look(station, trial)
    return judged


def look(station: Station, trial: Trial, now: datetime | None = None) -> None:
    """Keep today's figures if none were kept yet, and end the trial by its rules."""
    now = now or datetime.now(UTC)
    began = trial.began_at or now
    if now - (trial.looked_at or began - EVERY) < EVERY:
        return
    with translate(), station.sessions.begin() as session:
        found = session.execute(_FIGURES, {"trial": trial.id}).scalar_one()
        told = report(trial.kind, trial.share, found)
        ended, why = verdict(trial.kind, told, (now - began) / EVERY, trial.longest)
        kept = {"at": now.isoformat(), **told.look}
        session.execute(_LOOK, {"trial": trial.id, "look": kept, "verdict": ended, "ending": why})


def _models(station: Station, trial: Trial) -> "tuple[TriageModel, TriageModel]":
    numbers = (trial.champion_id, trial.challenger_id)
    with translate(), station.sessions.begin() as session:
        found = session.execute(select(MLModel.id, MLModel.sha256).where(MLModel.id.in_(numbers)))
        seals = {row.id: row.sha256 for row in found}
    champion, challenger = (station.scoring.bundles.model(seals[number]) for number in numbers)
    return champion, challenger


def _close(station: Station, trial: Trial, why: str) -> None:
    with translate(), station.sessions.begin() as session:
        session.execute(_LOOK, {"trial": trial.id, "look": [], "verdict": "failed", "ending": why})


def _shadow(
    station: Station, trial: Trial, champion: "TriageModel", challenger: "TriageModel"
) -> int:
    with translate(), station.sessions.begin() as session:
        waits = session.execute(_WAITS, {"trial": trial.id, "limit": BATCH}).all()
    for claim, score in waits:
        with translate(), station.sessions.begin() as session:
            _judge(session, (trial.id, claim, score), champion, challenger)
    return len(waits)


def _judge(
    session: Session,
    place: tuple[int, int, int],
    champion: "TriageModel",
    challenger: "TriageModel",
) -> None:
    trial, claim, score = place
    facts = facts_of_claim(session, claim)
    receipt, spent = _timed(challenger, facts)
    _, old = _timed(champion, facts)
    given = {"trial": trial, "claim": claim, "score": score, "receipt": receipt}
    session.execute(_RECORD, {**given, "ms": spent, "old": old})


def _timed(model: "TriageModel", facts: ClaimFacts) -> tuple[dict[str, Any], float]:
    began = perf_counter()
    receipt = model.judge(frame([features(facts)])).receipt(0)
    return receipt, (perf_counter() - began) * 1000
