"""The keys outside the database that encrypt what nobody may read in a copy of it."""

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import AppError

# Long enough to bring the file to every machine before anything is encrypted with a new key.
NOTICE = timedelta(days=1)
_MARK, _NONCE, _LENGTH = "v1", 12, 32


class Undecipherable(AppError):
    """A stored value whose key is not here."""


class Tampered(Undecipherable):
    """A stored value that was changed, or put into another row."""


@dataclass(frozen=True, slots=True, repr=False)
class VaultKey:
    """A key and when it was made."""

    made: datetime
    value: bytes

    @classmethod
    def new(cls) -> "VaultKey":
        """Make a key."""
        return cls(datetime.now(UTC), secrets.token_bytes(_LENGTH))

    @classmethod
    def read(cls, line: str) -> "VaultKey":
        """Read a line of the file; raise ValueError when it is none."""
        made, _, told = line.partition(" ")
        value = base64.b64decode(told, validate=True)
        if len(value) != _LENGTH:
            raise ValueError("a key has 32 bytes")
        return cls(datetime.fromisoformat(made), value)

    @property
    def name(self) -> str:
        """Return what tells the key from others without telling anything of it."""
        return hashlib.sha256(b"precedent vault\0" + self.value).hexdigest()[:12]

    @property
    def line(self) -> str:
        """Return the line of the file."""
        made = self.made.isoformat(timespec="seconds")
        return f"{made} {base64.b64encode(self.value).decode()}\n"


class Vault:
    """Encrypts texts for their row with AES-256-GCM, and reads its file again when it changes.

    The newest key that is a day old encrypts, or the oldest one; every key decrypts.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp = 0
        self._keys: dict[str, VaultKey] = {}
        self._read()

    @property
    def keys(self) -> tuple[VaultKey, ...]:
        """Return every key, in the order of the file."""
        return tuple(self._keys.values())

    @property
    def current(self) -> VaultKey:
        """Return the key that encrypts."""
        self._look()
        keys = sorted(self._keys.values(), key=lambda key: key.made)
        known = [key for key in keys if key.made + NOTICE <= datetime.now(UTC)]
        return known[-1] if known else keys[0]

    def encrypt(self, text: str, *, row: str) -> str:
        """Return *text* as it is stored in *row*, and in no other."""
        key, nonce = self.current, secrets.token_bytes(_NONCE)
        hidden = AESGCM(key.value).encrypt(nonce, text.encode(), row.encode())
        return f"{_MARK}.{key.name}.{base64.b64encode(nonce + hidden).decode()}"

    def decrypt(self, stored: str, *, row: str) -> str:
        """Return the text that was stored in *row*, or raise Undecipherable or Tampered."""
        if not is_encrypted(stored):
            raise Tampered(f"The stored {row} is not encrypted.")
        name, told = _parts(stored)
        key = self._find(name)
        if key is None:
            raise Undecipherable(f"The key that the stored {row} was encrypted with is not here.")
        try:
            hidden = base64.b64decode(told, validate=True)
            plain = AESGCM(key.value).decrypt(hidden[:_NONCE], hidden[_NONCE:], row.encode())
        except (InvalidTag, ValueError) as error:
            raise Tampered(f"The stored {row} was changed.") from error
        return plain.decode()

    def knows(self, stored: str) -> bool:
        """Tell whether the key of a value that is encrypted is here."""
        return self._find(_parts(stored)[0]) is not None

    def is_current(self, stored: str) -> bool:
        """Tell whether the value is encrypted with the key that encrypts now."""
        return is_encrypted(stored) and _parts(stored)[0] == self.current.name

    def _find(self, name: str) -> VaultKey | None:
        if name not in self._keys:
            self._look()
        return self._keys.get(name)

    def _look(self) -> None:
        """Read the file again if it changed; one that is away leaves the keys as they are."""
        if self.path.exists() and self.path.stat().st_mtime_ns != self._stamp:
            self._read()

    def _read(self) -> None:
        try:
            self._stamp = self.path.stat().st_mtime_ns
            lines = self.path.read_text("utf-8").splitlines()
            keys = [VaultKey.read(line) for line in lines if line.strip()]
        except OSError as error:
            raise AppError(f"The key file {self.path} cannot be read: {error.strerror}.") from error
        except ValueError as error:
            raise AppError(f"The key file {self.path} is damaged; restore it.") from error
        if not keys:
            raise AppError(f"The key file {self.path} is empty; restore it.")
        self._keys = {key.name: key for key in keys}


def make(path: Path) -> None:
    """Make the file with a first key, unless another service is faster."""
    scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(scratch, [VaultKey.new()])
        os.link(scratch, path)
    except FileExistsError:
        pass
    except OSError as error:
        raise AppError(f"The key file {path} cannot be written: {error.strerror}.") from error
    finally:
        scratch.unlink(missing_ok=True)


def add_key(path: Path) -> VaultKey:
    """Add a key, which encrypts from the next day on; until then it has to be on every machine."""
    known, added = Vault(path), VaultKey.new()
    scratch = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    _write(scratch, [*known.keys, added])
    scratch.replace(path)
    return added


def is_encrypted(stored: str) -> bool:
    """Tell whether a value has been encrypted at all."""
    return stored.startswith(f"{_MARK}.")


def _parts(stored: str) -> tuple[str, str]:
    _, name, told = stored.split(".", 2) if stored.count(".") >= 2 else ("", "", "")  # noqa: PLR2004
    return name, told


def _write(path: Path, keys: list[VaultKey]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("".join(key.line for key in keys))
        file.flush()
        os.fsync(file.fileno())
