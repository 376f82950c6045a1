"""Decisions that wait for the server, in an encrypted file that survives the process."""

import base64
import json
import os
import secrets
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.codes import Action, DenialReason, Disposition, ReferralReason
from app.errors import AppError, Refused
from app.services.holding import hold
from app.words import fill, say

KEY_BYTES = 32
MEMORY_ONLY = say(
    "The outbox is in memory only here: what it holds is lost when Precedent closes. "
    "Keep it open until all is sent."
)
SECOND = say(
    "Another window of yours holds the outbox on this computer, so decisions kept here are lost "
    "when this one closes. Keep it open until they are sent."
)
DAMAGED = say(
    "A part of the outbox could not be read and was set aside as {name}. "
    "Check your last decisions in the queue."
)
UNWRITTEN = say("The outbox could not be written: is the disk full? Leave the decision open.")
_NONCE = 12
_TITLE = b"precedent outbox 1 "


@dataclass(frozen=True, slots=True)
class Held:
    """A decision on the *version* of a claim that a person saw; `was` tells how it looked.

    `problem` is the sentence with which the server refused it, or empty while it waits.
    """

    claim_id: int
    number: str
    version: int
    action: Action
    words: dict[str, Any]
    was: str
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    problem: str = ""


class Outbox:
    """Appends each change, encrypted and flushed to the disk, before anybody is told of it.

    Without a path all is kept in memory. `notice` is a sentence to say aloud, or empty.
    """

    def __init__(self, path: Path | None = None, key: bytes = b"", *, notice: str = "") -> None:
        self.notice = notice
        self._path, self._turn = path, threading.Lock()
        self._cipher = AESGCM(key) if path else None
        self._held: dict[str, Held] = {}
        self._lines = 0
        self._lock: IO[bytes] | None = None

    @classmethod
    def open(cls, path: Path, key: bytes | None) -> "Outbox":
        """Return the outbox at *path* with what waits in it, or one in memory that says so."""
        if key is None:
            return cls(notice=MEMORY_ONLY)
        lock = hold(path.with_suffix(".lock"))
        if lock is None:
            return cls(notice=SECOND)
        made = cls(path, key)
        made._lock = lock
        made._load()
        return made

    @property
    def durable(self) -> bool:
        """Tell whether what is kept survives the process."""
        return self._path is not None

    def held(self) -> tuple[Held, ...]:
        """Return what is kept, the first decision first."""
        with self._turn:
            return tuple(self._held.values())

    def add(self, held: Held) -> None:
        """Keep a decision; raise Refused while another one on the same claim waits."""
        with self._turn:
            if any(other.claim_id == held.claim_id for other in self._held.values()):
                raise Refused(say("A decision of yours on this claim waits in the outbox already."))
            self._record({"op": "add", "held": asdict(held) | {"at": held.at.isoformat()}})

    def mark(self, identifier: str, problem: str) -> None:
        """Note why the server refused a decision, which is then not sent by itself any more."""
        with self._turn:
            if identifier in self._held:
                self._record({"op": "mark", "id": identifier, "problem": problem})

    def renew(self, identifier: str, version: int) -> None:
        """Let a decision wait again, for the *version* the claim has now."""
        with self._turn:
            if identifier in self._held:
                self._record({"op": "renew", "id": identifier, "version": version})

    def remove(self, identifier: str) -> None:
        """Let go of a decision, because it arrived or was dropped."""
        with self._turn:
            if identifier in self._held:
                self._record({"op": "remove", "id": identifier})
                if not self._held and self._path:
                    self._path.unlink(missing_ok=True)
                    self._lines = 0

    def close(self) -> None:
        """Let another window have the outbox."""
        lock, self._lock = self._lock, None
        if lock:
            lock.close()

    def _record(self, change: dict[str, Any]) -> None:
        if self._path and self._cipher:
            nonce = os.urandom(_NONCE)
            plain = json.dumps(change, default=str).encode()
            sealed = nonce + self._cipher.encrypt(nonce, plain, _place(self._lines))
            _append(self._path, base64.b64encode(sealed) + b"\n")
            self._lines += 1
        self._apply(change)

    def _apply(self, change: dict[str, Any]) -> None:
        if change["op"] == "add":
            held = _held(change["held"])
            self._held[held.id] = held
        elif change["op"] == "remove":
            self._held.pop(change["id"], None)
        elif change["id"] in self._held:
            held = self._held[change["id"]]
            problem, version = change.get("problem", ""), change.get("version", held.version)
            self._held[held.id] = replace(held, problem=problem, version=version)

    def _load(self) -> None:
        """Read what was written; a last line that was cut off was never acknowledged."""
        path, whole = self._path, b""
        if path is None or not path.exists():
            return
        found = path.read_bytes()
        for line in found.splitlines(keepends=True):
            change = self._opened(line)
            if change is None:
                break
            self._apply(change)
            self._lines += 1
            whole += line
        if whole != found:
            self._mend(path, whole, found)

    def _opened(self, line: bytes) -> dict[str, Any] | None:
        if not line.endswith(b"\n") or self._cipher is None:
            return None
        try:
            sealed = base64.b64decode(line[:-1], validate=True)
            plain = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(self._lines))
        except (ValueError, InvalidTag):
            return None
        change: dict[str, Any] = json.loads(plain)
        return change

    def _mend(self, path: Path, whole: bytes, found: bytes) -> None:
        """Go on after the last good line; what is more than a torn last line is set aside."""
        if b"\n" in found[len(whole) :]:
            aside = path.with_suffix(f".damaged-{secrets.token_hex(4)}")
            _append(aside, found)
            self.notice = fill(DAMAGED, name=aside.name)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        _append(fresh, whole)
        fresh.replace(path)


def _append(path: Path, line: bytes) -> None:
    """Write to the end of a file of the person's own, and wait until the disk has it."""
    fresh = not path.exists()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        _write(descriptor, line)
    finally:
        os.close(descriptor)
    if fresh and sys.platform != "win32":
        _flush_folder(path.parent)


def _write(descriptor: int, line: bytes) -> None:
    """Write the whole line or nothing, so that what comes later stays readable."""
    before = os.fstat(descriptor).st_size
    try:
        whole = os.write(descriptor, line) == len(line)
        os.fsync(descriptor)
    except OSError:
        whole = False
    if not whole:
        os.ftruncate(descriptor, before)
        raise AppError(UNWRITTEN)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _place(line: int) -> bytes:
    """Bind a line to its place, so that none can be moved, doubled or left out unseen."""
    return _TITLE + str(line).encode()


def _held(told: dict[str, Any]) -> Held:
    action = Action(told["action"])
    words = dict(_words(action, told["words"]))
    at = datetime.fromisoformat(told["at"])
    return Held(**told | {"action": action, "words": words, "at": at})


def _words(action: Action, told: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    reasons = DenialReason if action is Action.DENY else ReferralReason
    for name, value in told.items():
        if name == "reason":
            yield name, reasons(value)
        elif name == "disposition":
            yield name, Disposition(value)
        elif name == "reserve":
            yield name, Decimal(value)
        elif name == "until":
            yield name, date.fromisoformat(str(value))
        else:
            yield name, value
