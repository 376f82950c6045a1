"""The job that computes every score once more from its receipt and says whether it agrees."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Boolean, Integer, bindparam, select, text

from app.database import translate
from app.errors import BadModel
from app.models import Claim, MLModel, Score
from app.services.facts import ClaimFacts, features
from app.worker.station import Station

if TYPE_CHECKING:
    from app.ml import TriageModel

BATCH = 500
ELSEWHERE = 1e-6
DISPLAYED = 0.005
FIGURES = ("score", "probability", "confidence")

_VERIFY = text(
    "SELECT verify_score(found.id, found.agrees) FROM unnest(:ids, :agree) AS found (id, agrees)"
).bindparams(bindparam("ids", type_=ARRAY(Integer)), bindparam("agree", type_=ARRAY(Boolean)))


def replay_scores(station: Station) -> int:
    """Replay scores that nobody has verified, mark each as true or false, and count them.

    A score holds if its receipt gives the same figures again, if they are those of the row, and
    if the receipt's facts are the claim's own. Links to earlier claims are taken as recorded.
    Scores of models whose bundle cannot be had are left for a worker that has theirs.
    """
    return next(filter(None, (_replay(station, *of) for of in _unverified(station))), 0)


def _unverified(station: Station) -> list[tuple[int, str]]:
    """Return the models that gave scores nobody has verified, as (id, seal)."""
    waiting = select(Score.model_id).where(Score.verified.is_(None))
    models = select(MLModel.id, MLModel.sha256).where(MLModel.id.in_(waiting))
    with translate(), station.sessions.begin() as session:
        return [
            (number, seal) for number, seal in session.execute(models.order_by(MLModel.id.desc()))
        ]


def _replay(station: Station, number: int, seal: str) -> int:
    try:
        model = station.scoring.bundles.model(seal)
    except BadModel:
        return 0
    with translate(), station.sessions.begin() as session:
        unverified = (
            select(Score, Claim)
            .join(Claim, Claim.id == Score.claim_id)
            .where(Score.verified.is_(None), Score.model_id == number)
            .order_by(Score.id)
            .limit(BATCH)
        )
        found = [(score, claim) for score, claim in session.execute(unverified)]
        if found:
            ids = [score.id for score, _ in found]
            session.execute(_VERIFY, {"ids": ids, "agree": agreements(model, found)})
        return len(found)


def agreements(model: "TriageModel", scored: Sequence[tuple[Score, Claim]]) -> list[bool]:
    """Tell for each score whether it holds."""
    readable = [place for place, (score, _) in enumerate(scored) if _readable(model, score)]
    again = _receipts(model, [scored[place][0].receipt["features"] for place in readable])
    holds = [False] * len(scored)
    for place, now in zip(readable, again, strict=True):
        score, claim = scored[place]
        holds[place] = _same(score.receipt, now) and _as_recorded(score) and _own(score, claim)
    return holds


def _readable(model: "TriageModel", score: Score) -> bool:
    """Tell whether the receipt has exactly the model's features, each of a kind it can read."""
    from pandas import DataFrame

    told = score.receipt.get("features")
    if not isinstance(told, dict) or set(told) != set(model.schema.names):
        return False
    if any(isinstance(value, dict | list) for value in told.values()):
        return False
    return not model.schema.read(DataFrame([told], columns=model.schema.names, dtype=object))[1]


def _receipts(model: "TriageModel", told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from pandas import DataFrame

    if not told:
        return []
    judged = model.judge(DataFrame(told, columns=model.schema.names, dtype=object))
    return [judged.receipt(place) for place in range(len(told))]


def _same(then: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Compare receipts: to the last digit with the same libraries, else to one millionth."""
    room = 0.0 if then.get("versions") == now["versions"] else ELSEWHERE
    figures = all(_near(then.get(name), now[name], room) for name in FIGURES)
    return figures and then.get("recommendation") == now["recommendation"]


def _near(then: Any, now: float, room: float) -> bool:
    return isinstance(then, int | float) and abs(then - now) <= room


def _as_recorded(score: Score) -> bool:
    told = score.receipt
    return bool(
        abs(float(score.score) - told["score"]) <= DISPLAYED
        and abs(float(score.confidence) - told["confidence"]) <= DISPLAYED
        and score.probability == told["probability"]
        and score.recommendation == told["recommendation"]
    )


def _own(score: Score, claim: Claim) -> bool:
    own = features(ClaimFacts.of(claim))
    return all(
        value == own.get(name)
        for name, value in score.receipt["features"].items()
        if not name.startswith("shared_")
    )
