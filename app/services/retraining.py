"""Retraining: gather, compare forward in time, train on everything, register a candidate."""

import json
import logging
import math
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, sessionmaker

from app.database import translate
from app.errors import AppError
from app.models import Judge, MLModel
from app.progress import Progress, silent
from app.services.card_figures import card_figures
from app.services.facts import FEATURES, VERIFIABLE
from app.services.labelled import Labelled, gather
from app.services.model_store import Bundles
from app.services.tried import comparison_card, try_forward
from app.tracing import TRACE, trace, tracing

if TYPE_CHECKING:
    from app.ml import TriageModel
    from app.ml.gate import Verdict

log = logging.getLogger(__name__)
_ASK = text("SELECT ask_training(:reason)")
_TAKE = text("SELECT take_training()")
_STEP = text("SELECT training_step(:run, :state, :detail, :message)").bindparams(
    bindparam("detail", type_=JSONB)
)
_REGISTER = text("SELECT register_model(:told, :data)").bindparams(bindparam("told", type_=JSONB))
SETTLED, VERDICT, BUNDLE = "settled.json", "verdict.json", "model.bundle"
ENDED = "The training ended with an error: {}"


class Retraining:
    """Runs one training at a time; each step leaves a file, so that a killed one is gone on with.

    *sessions* belong to the worker or the owner; *folder* keeps the files of open trainings.
    """

    def __init__(self, sessions: sessionmaker[Session], folder: Path, bundles: Bundles) -> None:
        self._sessions, self._folder, self._bundles = sessions, folder, bundles

    def ask(self, reason: str) -> int:
        """Ask for a training; raises Refused while another is under way."""
        with translate(), self._sessions.begin() as session:
            return int(session.execute(_ASK, {"reason": reason}).scalar_one())

    def take(self) -> int | None:
        """Return a training that waits or whose runner died, and make it ours."""
        with translate(), self._sessions.begin() as session:
            return session.execute(_TAKE).scalar()

    def run(self, run: int, progress: Progress = silent) -> int | None:
        """Go through a training that is ours; return the new candidate, or None if there is none.

        Whatever fails is told in the register, and nothing is half registered. The log's lines and
        the queries carry one number: that of the job which began it, or an own one.
        """
        with tracing(trace() or os.environ.get(TRACE)):
            return self._run(run, progress)

    def _run(self, run: int, progress: Progress) -> int | None:
        place = self._folder / f"training-{run}"
        place.mkdir(parents=True, exist_ok=True)
        try:
            made = self._through(run, place, progress)
        except AppError as error:
            self._tell(run, "failed", message=error.message)
            raise
        except Exception as error:
            self._tell(run, "failed", message=ENDED.format(type(error).__name__))
            raise
        for file in place.iterdir():
            file.unlink()
        place.rmdir()
        return made

    def _through(self, run: int, place: Path, progress: Progress) -> int | None:
        def beat(done: int, total: int, /) -> None:
            progress(done, total)
            self._tell(run, state, {"done": done, "total": total})

        state = "gathering"
        settled = self._gathered(run, place / SETTLED, beat)
        state = "comparing"
        verdict = self._compared(run, settled, place / VERDICT, beat)
        if verdict["faults"]:
            self._tell(run, "refused", verdict["figures"], " ".join(verdict["faults"]))
            return None
        state = "training"
        model = self._trained(run, settled, place / BUNDLE, beat)
        self._tell(run, "registering")
        return self._register(run, model, settled, verdict)

    def _gathered(self, run: int, path: Path, progress: Progress) -> Labelled:
        if not path.exists():
            self._tell(run, "gathering")
            gather(self._sessions, progress).save(path)
        return Labelled.read(path)

    def _compared(
        self, run: int, settled: Labelled, path: Path, progress: Progress
    ) -> dict[str, Any]:
        if not path.exists():
            self._tell(run, "comparing", {"labelled": len(settled)})
            judges = self._judges()
            verdict: Verdict = try_forward(settled, judges, learn, progress)
            told = {"figures": verdict.figures, "faults": list(verdict.faults)}
            path.write_text(json.dumps(told), "utf-8")
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return found

    def _trained(
        self, run: int, settled: Labelled, path: Path, progress: Progress
    ) -> "TriageModel":
        from app.ml import TriageModel

        if not path.exists():
            self._tell(run, "training")
            learn(settled, progress).save(path)
        return TriageModel.load(path)

    def _register(
        self, run: int, model: "TriageModel", settled: Labelled, verdict: dict[str, Any]
    ) -> int:
        from app.ml import bundle

        figures = verdict["figures"]
        card = model.card + comparison_card(figures)
        learned = {"settled_claims": len(settled), "label_rule": settled.rule}
        now = datetime.now(UTC)
        told = {
            "name": "Claims",
            "version": f"{now:%Y.%m}.{run}",
            "sha256": model.model_id,
            "lines": sorted(set(settled.lines)),
            "metrics": card_figures(model.card) | figures.get("new", {}) | learned,
            "card": card,
            "why": f"Learned from {len(settled):,} labelled claims until {settled.until:%d %b %Y}.",
            "gate": figures,
        }
        with translate(), self._sessions.begin() as session:
            made = session.execute(_REGISTER, {"told": told, "data": bundle.pack(model)}).scalar()
            done = {"run": run, "state": "done", "message": told["why"]}
            session.execute(_STEP, done | {"detail": figures | {"model_id": made}})
        line = {"job": "retrain", "registered": made, "tried": figures["tried"], "trace": trace()}
        log.info("%s", json.dumps(line))
        return int(made or 0)

    def _judges(self) -> dict[str, "TriageModel"]:
        judging = select(Judge.line, MLModel.sha256).join(MLModel, MLModel.id == Judge.model_id)
        with translate(), self._sessions.begin() as session:
            seals = [tuple(row) for row in session.execute(judging)]
        return {line: self._bundles.model(seal) for line, seal in seals}

    def _tell(
        self, run: int, state: str, detail: dict[str, Any] | None = None, message: str | None = None
    ) -> None:
        told = {"run": run, "state": state, "detail": detail or {}, "message": message}
        with translate(), self._sessions.begin() as session:
            session.execute(_STEP, told)


def learn(settled: Labelled, progress: Progress = silent) -> "TriageModel":
    """Train on labelled claims; the probabilities are those of all claims, not of the labelled.

    Cleared claims are the rarer to be labelled: the log-odds are shifted by how many claims each
    of them stands for (G. King, L. Zeng: Logistic regression in rare events data, 2001).
    """
    from app.ml import train

    model = train(
        settled.frame(),
        settled.outcomes,
        ids=settled.keys,
        titles={name: feature.label for name, feature in FEATURES.items()},
        verifiable=VERIFIABLE,
        group="claim_type" if len(set(settled.lines)) > 1 else None,
        progress=progress,
    )
    pairs = [*zip(settled.outcomes, settled.weights, strict=True)]
    cleared = [weight for outcome, weight in pairs if not outcome]
    shift = model.calibration.shift - math.log(sum(cleared) / len(cleared))
    return replace(model, calibration=replace(model.calibration, shift=shift))
