"""Bundles of models on this machine: shipped, kept from before, or fetched and then verified."""

from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.database import translate
from app.errors import BadModel
from app.models import Bundle
from app.settings import MODEL, Settings
from app.words import say

if TYPE_CHECKING:
    from app.ml.model import TriageModel

MISSING = say(
    "The model that judges this claim cannot be found. Ask an administrator to register it."
)


class Bundles:
    """Finds the model of a seal: the *shipped* file, the folder of those fetched, the store.

    Each is verified by its seal and its golden claims, and by its signature where the settings
    name a trusted key, before it judges anything; a damaged copy is fetched anew.
    """

    def __init__(self, sessions: sessionmaker[Session], shipped: Path = MODEL) -> None:
        self._sessions = sessions
        self._path = shipped
        self._models: dict[str, TriageModel] = {}
        self._seal: str | None = None
        self._loading = Lock()
        settings = Settings.from_environment()
        self._folder, self._trusted = settings.models, settings.trusted_key

    def model(self, seal: str) -> "TriageModel":
        """Return the verified model; raises BadModel when there is none or it is not to be used."""
        with self._loading:
            self._read_shipped()
            if seal not in self._models:
                self._models[seal] = self._found(seal)
            return self._models[seal]

    def shipped(self) -> "TriageModel":
        """Return the model that came with the program."""
        with self._loading:
            return self._read_shipped()

    def _read_shipped(self) -> "TriageModel":
        if self._seal is None:
            shipped = self._loaded(self._path)
            self._seal = shipped.model_id
            self._models[self._seal] = shipped
        return self._models[self._seal]

    def _found(self, seal: str) -> "TriageModel":
        kept = self._folder / f"{seal}.bundle"
        if kept.exists():
            try:
                return self._named(kept, seal)
            except BadModel:
                kept.unlink(missing_ok=True)
        self._fetch(seal, kept)
        return self._named(kept, seal)

    def _fetch(self, seal: str, kept: Path) -> None:
        with translate(), self._sessions.begin() as session:
            data = session.scalar(select(Bundle.data).where(Bundle.sha256 == seal))
        if data is None:
            raise BadModel(MISSING)
        self._folder.mkdir(parents=True, exist_ok=True)
        partial = kept.with_name(f"{kept.name}.{sha256(str(id(self)).encode()).hexdigest()[:8]}")
        partial.write_bytes(data)
        partial.replace(kept)

    def _named(self, path: Path, seal: str) -> "TriageModel":
        model = self._loaded(path)
        if model.model_id != seal:
            raise BadModel(say("The model that was fetched is not the one that was asked for."))
        return model

    def _loaded(self, path: Path) -> "TriageModel":
        from app.ml.model import TriageModel

        key = self._trusted if path != self._path else None
        return TriageModel.load(path, trusted=key.read_bytes() if key else None)
