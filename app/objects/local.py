"""Objects in a directory of the servers: one file for each content, one name for each key.

A content lies under its digest in `content`; a key is another name of the same file in `keys`.
Whatever is written is flushed to the disk before it gets its name.
"""

import errno
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.errors import AppError
from app.objects.signing import Signer
from app.objects.store import (
    NoRoom,
    ObjectMissing,
    Part,
    Request,
    Spec,
    Stored,
    StoreError,
    parts_of,
)

KEY = re.compile(r"[a-z]+/[0-9a-f-]{36}/[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PART_NAME = re.compile(r"(\d+)\.([0-9a-f]{64})")
_READ = 2**20


class LocalStore:
    """A document store in a directory, reached through signed addresses of the token service."""

    def __init__(self, root: Path, signer: Signer | None = None) -> None:
        self._root = root
        self._signer = signer

    def begin(self, spec: Spec) -> str | None:
        """Return the name of the parts' directory when there are several."""
        return spec.key.split("/")[1] if parts_of(spec.size) > 1 else None

    def request_part(self, spec: Spec, part: Part, multipart: str | None) -> Request:
        """Return the address that takes the part, once and exactly as announced."""
        bound: dict[str, str | int] = {"size": part.size, "sha256": part.sha256}
        if multipart:
            bound |= {"part": part.number}
        headers = {"Content-Type": spec.media_type}
        return Request("PUT", self._address("PUT", spec.key, **bound), headers)

    def parts(self, spec: Spec, multipart: str | None) -> list[Part]:
        """Return the parts that lie in their directory."""
        folder = self._parts(spec.key) if multipart else None
        if folder is None or not folder.is_dir():
            return []
        found = ((path, _PART_NAME.fullmatch(path.name)) for path in folder.iterdir())
        parts = [
            Part(int(told[1]), path.stat().st_size, told[2], told[2])
            for path, told in found
            if told
        ]
        return sorted(parts, key=lambda part: part.number)

    def complete(
        self,
        spec: Spec,
        multipart: str | None,
        digests: Mapping[int, str] | None = None,  # noqa: ARG002 - the names of the parts say them
    ) -> Stored:
        """Join the parts, if there are any, and check the whole."""
        if multipart and not self._name(spec.key).exists():
            folder = self._parts(spec.key)
            parts = self.parts(spec, multipart)
            if [part.number for part in parts] != list(range(1, parts_of(spec.size) + 1)):
                raise StoreError("Parts of the document are missing. Send them, then finish.")
            self._write(spec.key, _joined(folder, parts), spec.size, spec.sha256)
            shutil.rmtree(folder, ignore_errors=True)
        return self._stored(spec)

    def abort(self, spec: Spec, multipart: str | None) -> None:
        """Remove the parts."""
        if multipart:
            shutil.rmtree(self._parts(spec.key), ignore_errors=True)

    def request_object(self, key: str, version: str | None) -> Request:  # noqa: ARG002 - has none
        """Return the address of the object."""
        return Request("GET", self._address("GET", key))

    def open(self, key: str, version: str | None = None) -> BinaryIO:  # noqa: ARG002 - has none
        """Open the object."""
        return self.path(key).open("rb")

    def path(self, key: str) -> Path:
        """Return where the object lies; raise ObjectMissing."""
        name = self._name(key)
        if not name.is_file():
            raise _missing()
        return name

    def put(self, spec: Spec, content: BinaryIO) -> Stored:
        """Store an object of the servers' own."""
        self._write(spec.key, iter(lambda: content.read(_READ), b""), spec.size, spec.sha256)
        return self._stored(spec)

    def keys(self) -> Iterator[str]:
        """Yield the keys that have a name."""
        names = self._root / "keys"
        yield from (path.relative_to(names).as_posix() for path in sorted(names.glob("*/*/*")))

    @contextmanager
    def receiving(self, key: str, size: int, sha256: str, part: str) -> Iterator["Incoming"]:
        """Take an object, or a part of one, as an address announced it; keep it if it is that."""
        target = self._parts(key) / f"{int(part)}.{sha256}" if part else self._content(sha256)
        with self._incoming(target, size, sha256) as incoming:
            yield incoming
        if not part:
            self._give_name(key, target)

    def _write(self, key: str, chunks: Iterable[bytes], size: int, sha256: str) -> None:
        with self.receiving(key, size, sha256, "") as incoming:
            for chunk in chunks:
                incoming.write(chunk)

    @contextmanager
    def _incoming(self, target: Path, size: int, sha256: str) -> Iterator["Incoming"]:
        scratch = self._root / "incoming" / secrets.token_hex(12)
        with _disk():
            scratch.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with _disk(), scratch.open("xb") as file:
                incoming = Incoming(file, size)
                yield incoming
                incoming.finish(sha256)
            with _disk():
                # What lies there already stays, for other names of it, unless it was altered.
                if not _is(target, sha256):
                    scratch.replace(target)
                    _flush(target.parent)
        finally:
            scratch.unlink(missing_ok=True)

    def _give_name(self, key: str, content: Path) -> None:
        name = self._name(key)
        with _disk():
            name.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                os.link(content, name)
            except FileExistsError:
                return
            _flush(name.parent)

    def _stored(self, spec: Spec) -> Stored:
        try:
            size = self._name(spec.key).stat().st_size
        except FileNotFoundError as error:
            raise _missing() from error
        if size != spec.size:
            raise StoreError("The stored document is not what was announced. Send it again.")
        return Stored(size)

    def _name(self, key: str) -> Path:
        return self._root / "keys" / checked(key)

    def _content(self, sha256: str) -> Path:
        return self._root / "content" / sha256[:2] / sha256

    def _parts(self, key: str) -> Path:
        return self._root / "parts" / checked(key).split("/")[1]

    def _address(self, method: str, key: str, **bound: str | int) -> str:
        if self._signer is None:
            raise StoreError("This process may not sign addresses of documents.")
        return self._signer.address(method, checked(key), **bound)


class Incoming:
    """A file being written, never more than was announced, with its digest."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._left = size
        self._digest = hashlib.sha256()

    def write(self, chunk: bytes) -> None:
        """Write a piece; raise StoreError when it is too much."""
        self._left -= len(chunk)
        if self._left < 0:
            raise StoreError("The document is larger than announced. Send it again.")
        self._digest.update(chunk)
        self._file.write(chunk)

    def finish(self, sha256: str) -> None:
        """Flush to the disk what is complete; raise StoreError for anything else."""
        if self._left or self._digest.hexdigest() != sha256:
            raise StoreError("The document arrived incomplete or altered. Send it again.")
        self._file.flush()
        os.fsync(self._file.fileno())


def checked(key: str) -> str:
    """Return a key of the form that the servers make, or raise ObjectMissing."""
    if not KEY.fullmatch(key):
        raise _missing()
    return key


def _joined(folder: Path, parts: list[Part]) -> Iterator[bytes]:
    for part in parts:
        with (folder / f"{part.number}.{part.sha256}").open("rb") as file:
            yield from iter(lambda: file.read(_READ), b"")


def _is(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def _missing() -> ObjectMissing:
    return ObjectMissing("The document is not in the store. Tell an administrator.")


@contextmanager
def _disk() -> Iterator[None]:
    try:
        yield
    except AppError:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom("The document store is full. Tell an administrator.") from error
        raise StoreError("The document store cannot write. Tell an administrator.") from error


def _flush(folder: Path) -> None:
    """Make a new name last; where directories cannot be flushed, the system does it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
