"""Where things are on this machine, read once from the environment."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

VERSION = "0.1.0"
ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
MODEL = RESOURCES / "model.bundle"

_REVISION = re.compile(r"^(down_revision|revision)\b[^=]*=\s*(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a process needs to know before it can ask a server."""

    workspace: Path
    dsn: str | None
    pg_bin: Path | None
    seal: Path
    objects: Path
    models: Path
    trusted_key: Path | None
    retrain_days: int
    token_keys: Path

    @classmethod
    def from_environment(cls, workspace: Path | None = None) -> "Settings":
        """Read PRECEDENT_* variables; the person's own workspace is the default."""
        override = os.environ.get("PRECEDENT_PG_BIN")
        place = workspace or _own_workspace()
        seal = os.environ.get("PRECEDENT_SEAL")
        objects = os.environ.get("PRECEDENT_OBJECTS")
        models = os.environ.get("PRECEDENT_MODELS")
        key = os.environ.get("PRECEDENT_MODEL_KEY")
        keys = os.environ.get("PRECEDENT_TOKEN_KEYS")
        return cls(
            workspace=place,
            dsn=os.environ.get("PRECEDENT_DSN"),
            pg_bin=Path(override) if override else None,
            seal=Path(seal) if seal else place / "seal.jsonl",
            objects=Path(objects) if objects else place / "objects",
            models=Path(models) if models else _own_cache() / "models",
            trusted_key=Path(key) if key else None,
            retrain_days=int(os.environ.get("PRECEDENT_RETRAIN_DAYS") or 0),
            token_keys=Path(keys) if keys else place / "tokens.keys",
        )


def schema_heads(versions: Path = ROOT / "alembic" / "versions") -> frozenset[str]:
    """Return the schema's newest revisions, read from the migrations without running any."""
    revisions: set[str] = set()
    parents: set[str] = set()
    for script in versions.glob("*.py"):
        for name, value in _REVISION.findall(script.read_text("utf-8")):
            (revisions if name == "revision" else parents).update(re.findall(r"[\w-]+", value))
    return frozenset(revisions - parents)


def _own_workspace() -> Path:
    from platformdirs import user_data_path

    return user_data_path("Precedent", appauthor=False) / "workspace"


def _own_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("Precedent", appauthor=False)
