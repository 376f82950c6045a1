"""Labelled claims gathered from the database by the label rule, ready to learn from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Integer, bindparam, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.database import translate
from app.models import Claim
from app.progress import Progress, silent
from app.services.facts import ClaimFacts, Value, features

if TYPE_CHECKING:
    from pandas import DataFrame

RULE = 1
_CHUNK = 400
_LABELS = text("""
    SELECT claim_id, label FROM claim_label
    WHERE label IN ('substantiated', 'cleared', 'blind') AND submission_date IS NOT NULL
    ORDER BY submission_date, claim_id
""")
_PAID = text("SELECT count(*) FROM claim_label WHERE label IN ('paid', 'blind')")
_LINKS = text(
    "SELECT c.id, l.kind, l.claims FROM unnest(:ids) AS c (id), LATERAL claim_links(c.id) AS l"
).bindparams(bindparam("ids", type_=ARRAY(Integer)))


@dataclass(frozen=True, slots=True)
class Labelled:
    """Claims in the order in which they came in: features, 1 or 0, precedent keys, lines, days.

    *weights* tell for how many claims each stands; *rule* names the label rule.
    """

    rows: list[dict[str, Value]]
    outcomes: list[int]
    keys: list[str]
    lines: list[str]
    days: list[str]
    weights: list[float]
    rule: int = RULE

    def __len__(self) -> int:
        """Count the claims."""
        return len(self.keys)

    def frame(self) -> "DataFrame":
        """Return the features as the engine takes them."""
        from app.services.facts import frame

        return frame(self.rows)

    @property
    def until(self) -> date | None:
        """Return the day on which the last of them came in."""
        return date.fromisoformat(self.days[-1]) if self.days else None

    def save(self, path: Path) -> None:
        """Keep the claims in a file, whole or not at all."""
        partial = path.with_suffix(".part")
        told = {name: getattr(self, name) for name in self.__slots__}
        partial.write_text(json.dumps(told), "utf-8")
        partial.replace(path)

    @classmethod
    def read(cls, path: Path) -> "Labelled":
        """Return the claims that were kept in a file."""
        return cls(**json.loads(path.read_text("utf-8")))


def gather(sessions: sessionmaker[Session], progress: Progress = silent) -> Labelled:
    """Return all labelled claims that this login may see."""
    with translate(), sessions.begin() as session:
        labels = {claim: label for claim, label in session.execute(_LABELS)}  # noqa: C416 - rows
        paid = session.scalar(_PAID) or 0
    blind = sum(label == "blind" for label in labels.values())
    told: dict[int, tuple[Any, ...]] = {}
    for ids in _chunks([*labels]):
        with translate(), sessions.begin() as session:
            told |= dict(_read(session, ids))
        progress(len(told), len(labels))
    weight = {"blind": paid / blind if blind else 1.0}
    columns = [told[claim] for claim in labels]
    return Labelled(
        rows=[row for row, *_ in columns],
        outcomes=[int(label == "substantiated") for label in labels.values()],
        keys=[key for _, key, *_ in columns],
        lines=[line for *_, line, _ in columns],
        days=[day for *_, day in columns],
        weights=[weight.get(label, 1.0) for label in labels.values()],
    )


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _read(session: Session, ids: list[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    links: dict[int, list[tuple[str, int]]] = {}
    for claim, kind, count in session.execute(_LINKS, {"ids": ids}):
        links.setdefault(claim, []).append((kind, count))
    for claim in session.scalars(select(Claim).where(Claim.id.in_(ids))):
        facts = ClaimFacts.of(claim, links.get(claim.id, ()))
        day = claim.submission_date.date().isoformat() if claim.submission_date else ""
        yield claim.id, (features(facts), str(claim.precedent_key), claim.claim_type, day)
