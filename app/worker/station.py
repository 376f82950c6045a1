"""What the jobs of the worker work with."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.services.scoring import ScoringService
from app.services.seals import SealFile
from app.settings import MODEL, Settings

if TYPE_CHECKING:
    from app.ml import TriageModel


@dataclass(slots=True)
class Station:
    """The worker's way into the database, the model's bundle and the seals on this machine."""

    sessions: sessionmaker[Session]
    bundle: Path = MODEL
    seal: SealFile = field(default_factory=lambda: SealFile(Settings.from_environment().seal))
    _scoring: ScoringService | None = field(default=None, init=False)
    _model: "TriageModel | None" = field(default=None, init=False)

    @property
    def scoring(self) -> ScoringService:
        """Return the service that scores claims for nobody in particular."""
        if self._scoring is None:
            self._scoring = ScoringService(self.sessions, Identity.system(), self.bundle)
        return self._scoring

    @property
    def model(self) -> "TriageModel":
        """Return the model of the bundle, read on first use."""
        if self._model is None:
            from app.ml import TriageModel

            self._model = TriageModel.load(self.bundle)
        return self._model
