"""What the jobs of the worker work with."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.faults import FaultLog
from app.objects import Store
from app.services.scoring import ScoringService
from app.services.seals import SealFile
from app.settings import MODEL, Settings

if TYPE_CHECKING:
    from app.ml import TriageModel


@dataclass(slots=True)
class Station:
    """The worker's way into the database, the model's bundle, the seals and the documents."""

    sessions: sessionmaker[Session]
    bundle: Path = MODEL
    seal: SealFile = field(default_factory=lambda: SealFile(Settings.from_environment().seal))
    store: Store | None = None
    trainer: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    stock_due: float = 0.0
    copies_due: float = 0.0
    drift_due: float = 0.0
    measure_due: float = 0.0
    faults: FaultLog | None = None
    _scoring: ScoringService | None = field(default=None, init=False)

    @property
    def scoring(self) -> ScoringService:
        """Return the service that scores claims for nobody in particular."""
        if self._scoring is None:
            self._scoring = ScoringService(self.sessions, Identity.system(), self.bundle)
        return self._scoring

    @property
    def trains(self) -> bool:
        """Tell whether the process of a training is alive."""
        return self.trainer is not None and self.trainer.poll() is None

    @property
    def model(self) -> "TriageModel":
        """Return the model that ships, read on first use."""
        return self.scoring.bundles.shipped()
