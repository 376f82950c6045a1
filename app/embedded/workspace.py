"""The files of a workspace that its servers and its desktops meet at."""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.embedded.locks import FileLock


@dataclass(frozen=True, slots=True)
class Workspace:
    """A directory of one person on one machine."""

    root: Path

    @property
    def published(self) -> Path:
        """Return the file that names the servers, there while they run."""
        return self.root / "serve.json"

    @property
    def people(self) -> Path:
        """Return the file that keeps the sample people and their password."""
        return self.root / "sample.json"

    @property
    def owner(self) -> Path:
        """Return the file that holds the superuser's address and password."""
        return self.root / "owner.dsn"

    @property
    def token_keys(self) -> Path:
        """Return the file of keys that the database's secrets are encrypted with."""
        return self.root / "tokens.keys"

    @property
    def log(self) -> Path:
        """Return the log of the servers."""
        return self.root / "serve.log"

    @property
    def cluster(self) -> Path:
        """Return the place of PostgreSQL."""
        return self.root / "pg"

    @property
    def objects(self) -> Path:
        """Return the place of the documents."""
        return self.root / "objects"

    def servers_lock(self) -> FileLock:
        """Return the lock that the one server of this workspace holds while it lives."""
        return FileLock(self.root / "start.lock")

    def clients_lock(self) -> FileLock:
        """Return the lock that every desktop shares while it is open."""
        return FileLock(self.root / "clients.lock")


def write_secret(path: Path, content: str) -> None:
    """Write a file only its owner may read, at once or not at all."""
    scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
    scratch.replace(path)


def read_json(path: Path) -> dict[str, Any]:
    """Return what a JSON file holds, or nothing when it is missing or cut off."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
