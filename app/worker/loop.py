"""The worker's day: do every job, wait for news, begin again; a lost database is waited for."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import sessionmaker

from app.database import Listener, engine, listen, translate
from app.errors import AppError, BadModel, Offline
from app.faults import told_to, watching
from app.objects import Store, store_of
from app.services.seals import SealFile
from app.settings import MODEL, Settings
from app.tracing import trace, tracing
from app.worker.clocks import watch_clocks
from app.worker.copying import copy_seals
from app.worker.counting import count_cells
from app.worker.diary import bring_back
from app.worker.documents import check_documents
from app.worker.drift import watch_drift
from app.worker.flags import look_again
from app.worker.measuring import measure
from app.worker.reaping import reap
from app.worker.replay import replay_scores
from app.worker.rescoring import rescore
from app.worker.seal import seal_heads
from app.worker.signals import Stopping
from app.worker.stage import sweep_stage
from app.worker.station import Station
from app.worker.stock import take_stock
from app.worker.thresholds import follow_thresholds
from app.worker.training import look_after_training
from app.worker.trials import look_after_trial
from app.worker.waiting import GRACE, score_waiting

log = logging.getLogger(__name__)

Job = Callable[[Station], int]

JOBS: dict[str, Job] = {
    "reap": reap,
    "score": score_waiting,
    "rescore": rescore,
    "flags": look_again,
    "thresholds": follow_thresholds,
    "diary": bring_back,
    "clocks": watch_clocks,
    "replay": replay_scores,
    "seal": seal_heads,
    "copies": copy_seals,
    "sweep": sweep_stage,
    "train": look_after_training,
    "trial": look_after_trial,
    "documents": check_documents,
    "stock": take_stock,
    "count": count_cells,
    "drift": watch_drift,
    "measure": measure,
}


class Ran(NamedTuple):
    """What a job did, as the database keeps it."""

    name: str
    done: int
    error: str | None


_RAN = text("SELECT job_ran(:name, :done, :error)")
CHANNEL = "claims"
POLL, FIRST_WAIT, LONGEST_WAIT = 10.0, 0.25, 30.0
SOON = GRACE.total_seconds() + 0.5


def run(
    dsn: str,
    *,
    once: bool = False,
    bundle: Path = MODEL,
    seal: Path | None = None,
    objects: Path | None = None,
    stopping: Stopping | None = None,
) -> None:
    """Do the jobs until SIGTERM or SIGINT; with *once*, do each once and return."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    own = Settings.from_environment()
    places = SealFile(seal or own.seal), store_of(objects or own.objects)
    if once:
        with _station(dsn, bundle, *places) as station:
            work(station)
        return
    with stopping or Stopping() as end:
        _tell("worker", state="started")
        _until(end, dsn, bundle, places)
        _tell("worker", state="stopped")


def work(station: Station) -> int:
    """Do every job once and count what was done; a job that fails does not stop the others."""
    ran = [_tried(name, job, station) for name, job in JOBS.items()]
    with translate(), station.sessions.begin() as session:
        session.execute(_RAN, [run._asdict() for run in ran])
    return sum(run.done for run in ran)


def _tried(name: str, job: Job, station: Station) -> Ran:
    """Run a job under a number of its own, which its lines in the log and its queries carry."""
    with tracing():
        return _ran(name, job, station)


def _ran(name: str, job: Job, station: Station) -> Ran:
    try:
        count = job(station)
    except Offline:
        raise
    except AppError as error:
        _warn(name, error=type(error).__name__, reason=_reason(error))
        return Ran(name, 0, _reason(error))
    except Exception as error:  # noqa: BLE001 - one job's fault is not the others'
        _warn(name, error=type(error).__name__, place=_place(error))
        if station.faults:
            station.faults.take(error)
        return Ran(name, 0, f"{type(error).__name__} at {_place(error)}")
    if count:
        _tell(name, done=count)
    return Ran(name, count, None)


def _until(end: Stopping, dsn: str, bundle: Path, places: tuple[SealFile, Store]) -> None:
    wait = FIRST_WAIT
    while not end.asked:
        try:
            with listen(dsn, CHANNEL) as news, _station(dsn, bundle, *places) as station:
                wait = FIRST_WAIT
                _attend(end, station, news)
        except Offline:
            _warn("worker", state="no database", again_in=wait)
            end.wait(wait)
            wait = min(2 * wait, LONGEST_WAIT)


def _attend(end: Stopping, station: Station, news: Listener) -> None:
    """Work whenever there is news, a moment after it, and every few seconds besides."""
    while not end.asked:
        heard = news.poll()
        done = work(station)
        end.wait(SOON if heard or done else POLL, news.fileno())


@contextmanager
def _station(dsn: str, bundle: Path, seal: SealFile, store: Store) -> Iterator[Station]:
    pool = engine(dsn, pool_size=1)
    faults, teller = watching("worker"), told_to(pool)
    faults.tellers.append(teller)
    made = Station(sessionmaker(pool, expire_on_commit=False), bundle, seal, store)
    made.faults = faults
    try:
        yield made
    finally:
        faults.tellers.remove(teller)
        pool.dispose()


def _tell(job: str, **figures: Any) -> None:
    """Log one line of JSON; counts and codes only, never what a claim says."""
    log.info("%s", _line(job, figures))


def _warn(job: str, **figures: Any) -> None:
    log.warning("%s", _line(job, figures))


def _line(job: str, figures: dict[str, Any]) -> str:
    number = {"trace": trace()} if trace() else {}
    return json.dumps({"job": job, **figures} | number)


def _reason(error: AppError) -> str:
    return error.message if isinstance(error, BadModel) else error.title


def _place(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"
