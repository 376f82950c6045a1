"""The register of models: which one is active."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import MLModel


@dataclass(frozen=True, slots=True)
class ModelView:
    """A registered model as About shows it; `activated_at` is None for one never active."""

    id: int
    name: str
    version: str
    sha256: str
    lines: tuple[str, ...]
    activated_at: datetime | None


class Registry:
    """Read the register of models."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def active(self) -> ModelView | None:
        """Return the active model, or None while there is none."""
        self._identity.require(Permission.MODEL_READ)
        with translate(), self._sessions.begin() as session:
            model = session.scalars(select(MLModel).where(MLModel.is_active)).one_or_none()
            return model_view(model) if model else None


def model_view(model: MLModel) -> ModelView:
    """Return the frozen view of a registered model."""
    return ModelView(
        id=model.id,
        name=model.name,
        version=model.version,
        sha256=model.sha256,
        lines=tuple(model.lines),
        activated_at=model.activated_at,
    )
