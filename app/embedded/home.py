"""The place of a workspace's cluster: inside it, or, for root, where another user may go."""

import hashlib
import json
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

SHARED = Path("/var/lib/precedent")


@dataclass(frozen=True, slots=True)
class Account:
    """The user and group that PostgreSQL runs as when we are root."""

    uid: int
    gid: int

    def own(self, *paths: Path) -> None:
        """Give *paths* to this account."""
        for path in paths:
            os.chown(path, self.uid, self.gid)


def account() -> Account | None:
    """Return the unprivileged account to drop to, or None when we are not root."""
    if os.name == "nt" or os.geteuid() != 0:
        return None
    import pwd

    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def locate(place: Path, *, create: bool = False) -> Path | None:
    """Return the directory of the cluster kept at *place*; as root, follow or make a pointer."""
    if account() is None:
        if create:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if place.is_dir() else None
    pointer = pointer_of(place)
    if pointer.exists():
        home = Path(pointer.read_text().strip())
        if home.is_dir():
            _claim(home, place)
            return home
    return _make(place) if create else None


def pointer_of(place: Path) -> Path:
    """Return the file in the workspace that names the cluster's directory."""
    return place.with_name(f"{place.name}.path")


def shared_parent() -> Path:
    """Return the root-owned directory that everyone may enter, made when missing."""
    SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
    return SHARED


def is_temporary(place: Path) -> bool:
    """Tell whether *place* lies where nothing is meant to last."""
    return place.resolve().is_relative_to(Path(tempfile.gettempdir()).resolve())


def orphans() -> list[Path]:
    """Return the clusters of temporary workspaces that are gone; only root has such."""
    found: list[Path] = []
    if account() is None:
        return found
    for note in SHARED.glob("*/workspace.json"):
        told = json.loads(note.read_text())
        pointer = pointer_of(Path(told["place"]))
        here = pointer.exists() and pointer.read_text().strip() == str(note.parent)
        if told["temporary"] and not here:
            found.append(note.parent)
    return found


def discard(home: Path, place: Path | None = None) -> None:
    """Delete the cluster's directory and its pointer."""
    shutil.rmtree(home, ignore_errors=True)
    if place is not None:
        pointer_of(place).unlink(missing_ok=True)


def _make(place: Path) -> Path:
    # The pointer comes first, so that nobody takes the new cluster for an orphan.
    path = place.absolute()
    key = hashlib.sha256(str(path).encode()).hexdigest()[:16]
    home = shared_parent() / f"{key}-{secrets.token_hex(3)}"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    pointer_of(path).write_text(f"{home}\n")
    home.mkdir(mode=0o755)
    _claim(home, path)
    return home


def _claim(home: Path, place: Path) -> None:
    """Write back where the workspace is now; it may have been moved."""
    note = json.dumps({"place": str(place.absolute()), "temporary": is_temporary(place)})
    target = home / "workspace.json"
    if not target.exists() or target.read_text() != note:
        target.write_text(note)
