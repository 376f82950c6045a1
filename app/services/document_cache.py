"""Contents that were opened lately, encrypted on this machine with the person's own key.

A name in the folder tells nothing: it is keyed, and so is its first half, which says to which
claim the content belongs. Whoever opens a document has asked the database before a content is
taken from here, so that a right that was lost, or a document in quarantine, opens nothing.
"""

import hashlib
import hmac
import os
import secrets
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ROOM = 512 * 2**20
LARGEST = 64 * 2**20
_NONCE = 12
_HALF = 20


@dataclass(frozen=True, slots=True)
class CacheFigures:
    """How well the cache serves, since it was opened."""

    hits: int
    misses: int
    held: int
    size: int

    @property
    def rate(self) -> float:
        """Return which share of the openings needed no transfer."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 0.0


class DocumentCache:
    """At most *room* bytes of contents; the one that was used longest ago leaves first."""

    def __init__(self, folder: Path, key: bytes, *, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._key = hmac.digest(key, b"precedent documents", "sha256")
        self._cipher = AESGCM(self._key)
        self._turn = threading.Lock()
        self._hits = self._misses = 0

    def get(self, claim: int, sha256: str) -> bytes | None:
        """Return a content whose digest is right, or None; anything else there is removed."""
        path = self._path(claim, sha256)
        data = self._read(path, sha256)
        with self._turn:
            if data is None:
                self._misses += 1
                return None
            self._hits += 1
        with suppress(OSError):
            os.utime(path)
        return data

    def put(self, claim: int, sha256: str, data: bytes) -> None:
        """Keep a content; a disk that is full or away keeps none, and nobody has to know."""
        if len(data) > LARGEST:
            return
        nonce = secrets.token_bytes(_NONCE)
        sealed = nonce + self._cipher.encrypt(nonce, data, sha256.encode())
        path = self._path(claim, sha256)
        scratch = path.with_name(f".{secrets.token_hex(8)}")
        with self._turn:
            if len(data) > self._room:
                return
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                with open(scratch, "xb", opener=_private) as file:
                    file.write(sealed)
                scratch.replace(path)
            except OSError:
                with suppress(OSError):
                    scratch.unlink()
            self._make_room()

    def holds(self, claim: int, sha256: str) -> bool:
        """Tell whether the content is here, without counting it as a use."""
        return self._path(claim, sha256).exists()

    def has_any(self, claims: Iterable[int]) -> bool:
        """Tell whether something of one of these claims is here."""
        held = {path.name.partition("-")[0] for path in self._files()}
        return bool(held) and not held.isdisjoint(self._name(f"claim {claim}") for claim in claims)

    def retain(self, contents: Iterable[tuple[int, str]]) -> None:
        """Let go of everything but these contents, each a claim and a digest."""
        kept = {self._path(claim, sha256) for claim, sha256 in contents}
        with self._turn:
            for path in self._files():
                if path not in kept:
                    path.unlink(missing_ok=True)

    def end(self) -> None:
        """Let go of everything, and take nothing more."""
        with self._turn:
            self._room = 0
        self.empty()

    def empty(self) -> None:
        """Let go of everything."""
        for path in self._files():
            path.unlink(missing_ok=True)
        with suppress(OSError):
            self._folder.rmdir()

    def figures(self) -> CacheFigures:
        """Return how well it serves."""
        sizes = [size for _, size, _ in self._used()]
        return CacheFigures(self._hits, self._misses, len(sizes), sum(sizes))

    def _read(self, path: Path, sha256: str) -> bytes | None:
        try:
            sealed = path.read_bytes()
            data = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], sha256.encode())
        except OSError:
            return None
        except (InvalidTag, ValueError):
            path.unlink(missing_ok=True)
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def _make_room(self) -> None:
        used = sorted(self._used())
        total = sum(size for _, size, _ in used)
        for _, size, path in used:
            if total <= self._room:
                return
            path.unlink(missing_ok=True)
            total -= size

    def _used(self) -> list[tuple[int, int, Path]]:
        """Return every file with when it was used and its size."""
        found = []
        for path in self._files():
            with suppress(OSError):
                told = path.stat()
                found.append((told.st_mtime_ns, told.st_size, path))
        return found

    def _files(self) -> list[Path]:
        return list(self._folder.iterdir()) if self._folder.is_dir() else []

    def _path(self, claim: int, sha256: str) -> Path:
        return self._folder / f"{self._name(f'claim {claim}')}-{self._name(sha256)}"

    def _name(self, told: str) -> str:
        return hmac.new(self._key, told.encode(), "sha256").hexdigest()[:_HALF]


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
