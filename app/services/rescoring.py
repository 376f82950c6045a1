"""Open claims scored anew, many at a time, when another model judges them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Integer, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, sessionmaker

from app.database import translate
from app.errors import Invalid
from app.models import Claim
from app.services.facts import ClaimFacts, Value, features, frame
from app.services.model_store import Bundles

if TYPE_CHECKING:
    from app.ml import TriageModel

_DUE = text("SELECT claim_id, version, seal FROM scores_due(:after, :most)")
_LINKS = text("SELECT claim_id, kind, claims FROM links_of_claims(:ids)").bindparams(
    bindparam("ids", type_=ARRAY(Integer))
)
_RECORD = text("SELECT record_scores(:ids, :versions, :receipts)").bindparams(
    bindparam("ids", type_=ARRAY(Integer)),
    bindparam("versions", type_=ARRAY(Integer)),
    bindparam("receipts", type_=ARRAY(JSONB)),
)
_FACTS = [getattr(Claim, one.name) for one in fields(ClaimFacts) if one.name != "links"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Claims that wait for their new score, as they were read, and the seal of their model."""

    seal: str
    ids: tuple[int, ...]
    versions: tuple[int, ...]
    rows: tuple[dict[str, Value], ...]


class Rescoring:
    """Reads claims that are due, judges and records them; only the worker may."""

    def __init__(self, sessions: sessionmaker[Session], bundles: Bundles) -> None:
        self._sessions, self._bundles = sessions, bundles

    def due(self, after: int, most: int) -> tuple[Waiting, ...]:
        """Return the claims that are due next by their id, together by the model that judges."""
        with translate(), self._sessions.begin() as session:
            found = session.execute(_DUE, {"after": after, "most": most}).all()
            told = rows_of(session, [claim for claim, *_ in found])
        by_seal: dict[str, list[tuple[int, int]]] = {}
        for claim, version, seal in found:
            by_seal.setdefault(seal, []).append((claim, version))
        return tuple(_waiting(seal, claims, told) for seal, claims in by_seal.items())

    def judged(self, waiting: Waiting) -> list[dict[str, Any]]:
        """Return a receipt for each, without its explanation: that is made when it is asked for."""
        return receipts_of(self._bundles.model(waiting.seal), waiting.rows)

    def record(self, waiting: Waiting, receipts: Sequence[Mapping[str, Any]]) -> int:
        """Write scores down at once, and count them; what changed meanwhile stays due."""
        given = {"ids": waiting.ids, "versions": waiting.versions, "receipts": receipts}
        with translate(), self._sessions.begin() as session:
            return session.scalar(_RECORD, {name: [*told] for name, told in given.items()}) or 0


def rows_of(session: Session, ids: Sequence[int]) -> dict[int, dict[str, Value]]:
    """Return what the engine is told of claims, by their ids."""
    links: dict[int, list[tuple[str, int]]] = {}
    for claim, kind, count in session.execute(_LINKS, {"ids": [*ids]}):
        links.setdefault(claim, []).append((kind, count))
    found = session.execute(select(Claim.id, *_FACTS).where(Claim.id.in_(ids)))
    return {row.id: features(ClaimFacts.of(row, links.get(row.id, ()))) for row in found}


def receipts_of(model: "TriageModel", rows: Sequence[Mapping[str, Value]]) -> list[dict[str, Any]]:
    """Judge claims together, or one by one where one of them cannot be read."""
    try:
        judged = model.judge(frame(rows))
    except Invalid as error:
        if len(rows) == 1:
            return [{"model_sha256": model.model_id, "not_scorable": error.message}]
        return [receipt for row in rows for receipt in receipts_of(model, [row])]
    return [judged.receipt(place) for place in range(len(rows))]


def _waiting(
    seal: str, claims: Sequence[tuple[int, int]], told: Mapping[int, dict[str, Value]]
) -> Waiting:
    ids, versions = zip(*claims, strict=True)
    return Waiting(seal, ids, versions, tuple(told[claim] for claim in ids))
