"""What every document store can do; the desk sees only the signed requests."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from app.errors import AppError

PART = 16 * 2**20


class StoreError(AppError):
    """The store refuses, or does not answer."""

    title = "The document store failed"


class ObjectMissing(StoreError):
    """There is no such object in the store."""

    title = "Document missing"


class NoRoom(StoreError):
    """The store is full; nothing of the object was kept."""

    title = "The document store is full"


@dataclass(frozen=True, slots=True)
class Spec:
    """What an object was announced to be."""

    key: str
    size: int
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an object by its number, from 1 on; `tag` is what the store answered to it."""

    number: int
    size: int
    sha256: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A signed request that whoever holds it can make for a minute or two."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as the store keeps it; `version` is the store's own name for it, if it has any."""

    size: int
    version: str | None = None


class Store(Protocol):
    """Where objects lie. A key is never used twice, and an object is never changed."""

    def begin(self, spec: Spec) -> str | None:
        """Begin an object of several parts and return its name, None for one that fits in one."""

    def request_part(self, spec: Spec, part: Part, multipart: str | None) -> Request:
        """Return the request that sends one part, bound to its size, digest and place."""

    def parts(self, spec: Spec, multipart: str | None) -> list[Part]:
        """Return the parts that have arrived, to go on from there."""

    def complete(
        self, spec: Spec, multipart: str | None, digests: Mapping[int, str] | None = None
    ) -> Stored:
        """Make the object of its parts; when it is one already, return it.

        *digests* are those of the parts by number, where there are several.
        """

    def abort(self, spec: Spec, multipart: str | None) -> None:
        """Forget the parts."""

    def request_object(self, key: str, version: str | None) -> Request:
        """Return the request that fetches an object."""

    def open(self, key: str, version: str | None = None) -> BinaryIO:
        """Open an object to read it at the servers; raise ObjectMissing."""

    def put(self, spec: Spec, content: BinaryIO) -> Stored:
        """Store an object from the servers."""

    def keys(self) -> Iterator[str]:
        """Yield the key of every object."""


def parts_of(size: int) -> int:
    """Return in how many parts an object of *size* is sent."""
    return max(1, -(-size // PART))


def digest_of(content: BinaryIO) -> str:
    """Return the SHA-256 of a content, read piece by piece."""
    digest = hashlib.sha256()
    while chunk := content.read(2**20):
        digest.update(chunk)
    return digest.hexdigest()
