"""One training from the command line: by the worker's process, or by hand."""

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from app.database import engine, translate
from app.models import Training
from app.progress import Progress
from app.services.model_store import Bundles
from app.services.retraining import Retraining

POLITE = 10


def train_waiting(
    dsn: str,
    workspace: Path,
    *,
    reason: str | None,
    progress: Progress,
    tell: Callable[[str], object],
) -> int:
    """Ask for a training, unless *reason* is None, and run the one that waits.

    Returns 0 when a candidate was registered or nothing waited, and 1 when the gate was shut.
    """
    os.nice(POLITE)
    pool = engine(dsn, pool_size=2)
    sessions = sessionmaker(pool, expire_on_commit=False)
    training = Retraining(sessions, workspace / "trainings", Bundles(sessions))
    try:
        if reason is not None:
            training.ask(reason)
        run = training.take()
        if run is None:
            tell("No training waits.")
            return 0
        made = training.run(run, progress)
        with translate(), sessions.begin() as session:
            tell(session.scalar(select(Training.message).where(Training.id == run)) or "")
        return 0 if made else 1
    finally:
        pool.dispose()
