"""Compares recent claims with those the judging models learned from, and records what moved."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, sessionmaker

from app.database import translate
from app.ml.arrays import Facts, Flags
from app.models import Judge, MLModel
from app.services.drift_claims import (
    EPOCH,
    YEAR,
    Told,
    day_number,
    learned_until,
    month_day,
    month_number,
    read_outcomes,
    read_substantiated,
    read_told,
)
from app.services.drift_distance import Distances, distances
from app.services.drift_outcomes import Turned, turned_out
from app.services.drift_words import Finding, found_in, of_distance, of_outcomes
from app.services.figures import today
from app.services.model_store import Bundles

if TYPE_CHECKING:
    from app.ml import TriageModel
    from app.ml.stability import Shift, Spans

RECENT, FEWEST, BEHIND, MONTHS = 60, 100, 500, 12
GROUP = "claim_type"
_RECORD = text("SELECT record_drift(:model, :report, :found)").bindparams(
    bindparam("report", type_=JSONB), bindparam("found", type_=JSONB)
)


@dataclass(frozen=True, slots=True)
class Judging:
    """A model that judges, by id and seal, and the lines it judges."""

    id: int
    seal: str
    lines: tuple[str, ...]


class DriftWatch:
    """Looks at every judging model; *sessions* belong to the worker or the owner."""

    def __init__(self, sessions: sessionmaker[Session], bundles: Bundles) -> None:
        self._sessions, self._bundles = sessions, bundles

    def judging(self) -> list[Judging]:
        """Return the models that judge."""
        query = (
            select(Judge.line, MLModel.id, MLModel.sha256)
            .join(MLModel, MLModel.id == Judge.model_id)
            .order_by(MLModel.id, Judge.line)
        )
        found: dict[tuple[int, str], list[str]] = {}
        with translate(), self._sessions.begin() as session:
            for line, number, seal in session.execute(query):
                found.setdefault((number, seal), []).append(line)
        return [Judging(number, seal, tuple(lines)) for (number, seal), lines in found.items()]

    def look(self, judging: Judging, *, now: date | None = None) -> int | None:
        """Compare, record the report and what was found; return how many alerts are new.

        None where there are too few claims to say anything.
        """
        model, day = self._bundles.model(judging.seal), now or today()
        with translate(), self._sessions.begin() as session:
            learned = learned_until(session, model)
            since = min(learned or day, day) - timedelta(days=YEAR)
            told = read_told(session, model, judging.lines, since)
            turned = turned_out(read_outcomes(session, judging.lines, since, day), learned)
        if told is None:
            return None
        times = _times(told, learned, day)
        if int(times.spans.recent.sum()) < FEWEST:
            return None
        report, found = _compare(model, told, times)
        report |= {"since": str(since), "until": str(day), "learned": str(learned or "")}
        report |= {"outcomes": turned.document()}
        found += self._of_outcomes(judging, turned, learned or since)
        return self._record(judging, report, found)

    def _of_outcomes(self, judging: Judging, turned: Turned, since: date) -> list[Finding]:
        said = of_outcomes(turned)
        if not said:
            return []
        with translate(), self._sessions.begin() as session:
            behind = read_substantiated(session, judging.lines, since, BEHIND)
        return [Finding(one.kind, one.subject, one.told, behind) for one in said]

    def _record(self, judging: Judging, report: dict[str, Any], found: list[Finding]) -> int:
        told = {"model": judging.id, "report": report, "found": [one.document() for one in found]}
        with translate(), self._sessions.begin() as session:
            return int(session.execute(_RECORD, told).scalar_one())


@dataclass(frozen=True, slots=True)
class Times:
    """The claims by time; *before* are those of the model's learning, *first* the month shown."""

    spans: "Spans"
    before: Flags
    first: int


def _times(told: Told, learned: date | None, day: date) -> Times:
    from app.ml.stability import Spans

    end = day_number(day)
    border = day_number(learned) if learned else end - RECENT
    months = np.array([month_number(EPOCH + timedelta(days=int(d))) for d in told.days])
    last = month_number(day)
    shown = min(MONTHS, last - int(months.min()) + 1)
    first = last - shown + 1
    recent = (told.days > max(border, end - RECENT)) & (told.days <= end)
    spans = Spans(recent, np.clip(months - first, 0, shown - 1), shown)
    return Times(spans, told.days <= border, first)


def _compare(
    model: "TriageModel", told: Told, times: Times
) -> tuple[dict[str, Any], list[Finding]]:
    from app.ml.stability import shifts

    earlier, spans = _earlier(model, told, times.before), times.spans
    moved = shifts(model.schema, earlier, told.facts, spans, group=GROUP)
    far = distances(model, told.facts, spans.recent)
    report = {
        "claims": int(spans.recent.sum()),
        "reference": len(next(iter(earlier.values()))),
        "months": [str(month_day(times.first + n)) for n in range(spans.months)],
        "features": [_document(shift) for shift in moved],
        "distance": far.document(),
    }
    found = [
        Finding(f.kind, f.subject, f.told, _newest(told, shift.behind(spans.recent)))
        for shift in moved
        if (f := found_in(shift))
    ]
    return report, [*found, *_far(told, far)]


def _earlier(model: "TriageModel", told: Told, before: Flags) -> Facts:
    """Return what claims told in the year before the model had learned, or what it learned from."""
    if int(before.sum()) >= FEWEST:
        return {name: column[before] for name, column in told.facts.items()}
    return model.archive.facts(model.schema)


def _far(told: Told, far: Distances) -> list[Finding]:
    said = of_distance(far)
    return [Finding(said.kind, said.subject, said.told, _newest(told, far.behind))] if said else []


def _newest(told: Told, places: np.ndarray) -> list[int]:
    newest = places[np.argsort(-told.days[places], kind="stable")][:BEHIND]
    return [int(number) for number in told.ids[newest]]


def _document(shift: "Shift") -> dict[str, Any]:
    names = ("name", "label", "kind", "index", "noise", "gap", "likely", "missing", "unseen")
    more = ("values", "levels", "then", "now", "trend", "cause")
    return {name: getattr(shift, name) for name in (*names, *more)}
