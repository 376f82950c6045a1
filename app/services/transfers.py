"""Documents on their way between this machine and the store, by signed requests alone."""

import hashlib
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypedDict
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import httpx

from app.errors import AppError, BadFile, Offline, Refused
from app.progress import Progress, silent
from app.words import say

TRIES = 4
_CHUNK = 2**18
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_CUT = say("The connection to the document store was cut. Try again; what arrived is kept.")
_FULL = say(
    "The document store is full. Nothing was lost; tell an administrator, then add it again."
)
_ALTERED = say(
    "The document is not what was stored: its content was altered. It is not shown. "
    "Tell an administrator."
)


class Caller(Protocol):
    """What asks the token service in the session, as LeaseSource does."""

    @property
    def place(self) -> str:
        """Return the address of the token service."""

    def call(self, method: str, path: str, **request: Any) -> dict[str, Any]:
        """Ask for something."""


class _Part(TypedDict):
    number: int
    sha256: str


class Altered(BadFile):
    """A content whose digest is not the one that was stored."""

    title = say("This document was altered")


class Transfers:
    """Send and fetch contents."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._http: httpx.Client | None = None

    def send(self, upload: UUID, path: Path, progress: Progress = silent) -> int:
        """Send a file that was announced as *upload*; return the id of its version.

        Goes on from where an earlier try ended.
        """
        told = self._caller.call("POST", "/v1/uploads", json={"upload": str(upload)})
        if told["version"] is None:
            arrived = {part["number"] for part in told["done"]}
            with path.open("rb") as file:
                sent = self._send_parts(upload, file, told, arrived, progress)
            finish = {"parts": sent}
            told = self._caller.call("POST", f"/v1/uploads/{upload}/complete", json=finish)
        version: int = told["version"]
        return version

    def cancel(self, upload: UUID) -> None:
        """Forget an upload at the servers."""
        self._caller.call("DELETE", f"/v1/uploads/{upload}")

    def fetch(self, opening: UUID, target: BinaryIO, progress: Progress = silent) -> None:
        """Fetch what *opening* was given for into *target*; raise Altered unless it is that."""
        ticket = {"opening": str(opening)}
        digest, done = hashlib.sha256(), 0
        for left in reversed(range(TRIES)):
            told = self._caller.call("POST", "/v1/presign", json=ticket)
            try:
                for chunk in self._received(told, done):
                    done += len(chunk)
                    if done > told["size"]:
                        raise Altered(_ALTERED)
                    digest.update(chunk)
                    target.write(chunk)
                    progress(done, told["size"])
            except httpx.TransportError as error:
                if not left:
                    raise Offline(_CUT) from error
            else:
                break
        if digest.hexdigest() != told["sha256"]:
            raise Altered(_ALTERED)

    def close(self) -> None:
        """Close the connections."""
        if self._http:
            self._http.close()

    def _send_parts(
        self,
        upload: UUID,
        file: BinaryIO,
        told: dict[str, Any],
        arrived: set[int],
        progress: Progress,
    ) -> list[_Part]:
        size, total = told["part_size"], file.seek(0, 2)
        sent = []
        for number in range(1, told["parts"] + 1):
            start = (number - 1) * size
            piece = _Piece(file, start, min(size, total - start), total, progress)
            sent.append(_Part(number=number, sha256=piece.digest()))
            if number not in arrived:
                self._send_part(upload, sent[-1], piece)
            progress(min(start + size, total), total)
        return sent

    def _send_part(self, upload: UUID, part: _Part, piece: "_Piece") -> None:
        asked = {"parts": [part]}
        for left in reversed(range(TRIES)):
            told = self._caller.call("POST", f"/v1/uploads/{upload}/parts", json=asked)["parts"][0]
            headers = {**told["headers"], "Content-Length": str(piece.size)}
            url = self._absolute(told["url"])
            try:
                response = self._client().request(
                    told["method"], url, headers=headers, content=iter(piece)
                )
            except httpx.TransportError as error:
                if not left:
                    raise Offline(_CUT) from error
                continue
            if response.is_success or _is_there_already(response):
                return
            if not (response.is_server_error and left) or _is_full(response):
                raise _refusal(response)

    def _received(self, told: dict[str, Any], done: int) -> Iterator[bytes]:
        headers = {**told["headers"], **({"Range": f"bytes={done}-"} if done else {})}
        url = self._absolute(told["url"])
        with self._client().stream(told["method"], url, headers=headers) as response:
            if not response.is_success:
                response.read()
                raise _refusal(response)
            yield from response.iter_raw(_CHUNK)

    def _absolute(self, url: str) -> str:
        return urljoin(self._caller.place, url)

    def _client(self) -> httpx.Client:
        if self._http is None:
            place = urlsplit(self._caller.place)
            self._http = httpx.Client(
                verify=_trust() if place.scheme == "https" else True,
                trust_env=place.hostname not in _LOOPBACK,
                timeout=httpx.Timeout(30.0, connect=5.0),
            )
        return self._http


class _Piece:
    """A stretch of a file that can be read again, telling how far it has come."""

    def __init__(
        self, file: BinaryIO, start: int, size: int, total: int, progress: Progress
    ) -> None:
        self._file = file
        self._start = start
        self.size = size
        self._total = total
        self._progress = progress

    def digest(self) -> str:
        digest = hashlib.sha256()
        for chunk in self._chunks():
            digest.update(chunk)
        return digest.hexdigest()

    def __iter__(self) -> Iterator[bytes]:
        done = self._start
        for chunk in self._chunks():
            yield chunk
            done += len(chunk)
            self._progress(done, self._total)

    def _chunks(self) -> Iterator[bytes]:
        self._file.seek(self._start)
        left = self.size
        while left:
            chunk = self._file.read(min(_CHUNK, left))
            if not chunk:
                raise BadFile(say("The file became shorter while it was sent. Add it again."))
            left -= len(chunk)
            yield chunk


def _is_there_already(response: httpx.Response) -> bool:
    """Tell whether an earlier try, whose answer was lost, had succeeded."""
    return response.status_code == httpx.codes.PRECONDITION_FAILED


def _is_full(response: httpx.Response) -> bool:
    return response.status_code == httpx.codes.INSUFFICIENT_STORAGE


def _refusal(response: httpx.Response) -> AppError:
    if _is_full(response):
        return Refused(_FULL)
    if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        return Altered(_ALTERED)
    try:
        sentence = str(response.json()["error_description"])
    except (ValueError, KeyError, TypeError):
        sentence = say(
            "The document store answered {status_code}. Try again.",
            status_code=response.status_code,
        )
    return Refused(sentence)


def _trust() -> ssl.SSLContext:
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
