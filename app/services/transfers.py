"""Documents on their way between this machine and the store, by signed requests alone."""

import ssl
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Protocol
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import httpx

from app.errors import AppError, BadFile, Offline, Refused
from app.progress import Progress, silent
from app.services.addresses import ContentAddress, PartAddresses, SentPart, Told
from app.services.filling import Filling
from app.services.lanes import Journey
from app.services.pieces import CHUNK, PART, Digests, Piece, digests_of
from app.words import say

TRIES = 4
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_CUT = say("The connection to the document store was cut. Try again; what arrived is kept.")
_CHANGED = say("The file changed while it was sent. Add it again.")
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


class Altered(BadFile):
    """A content whose digest is not the one that was stored."""

    title = say("This document was altered")


class Transfers:
    """Send and fetch contents."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._http: httpx.Client | None = None
        self._turn = Lock()

    def send(self, upload: UUID, path: Path, digests: Digests, progress: Progress = silent) -> int:
        """Send a file that was announced as *upload*; return the id of its version.

        Goes on from where an earlier try ended; *progress* is told in the calling thread.
        """
        told = self._caller.call("POST", "/v1/uploads", json={"upload": str(upload)})
        if told["version"] is None:
            if told["part_size"] != digests.part_size:
                digests = digests_of(path, told["part_size"], progress)
            arrived = {part["number"] for part in told["done"]}
            finish = {"parts": self._send_parts(upload, path, digests, arrived, progress)}
            told = self._caller.call("POST", f"/v1/uploads/{upload}/complete", json=finish)
        version: int = told["version"]
        return version

    def cancel(self, upload: UUID) -> None:
        """Forget an upload at the servers."""
        self._caller.call("DELETE", f"/v1/uploads/{upload}")

    def fetch(self, opening: UUID, target: BinaryIO, progress: Progress = silent) -> None:
        """Fetch what *opening* was given for into *target*; raise Altered unless it is that.

        *target* is readable too: the digest is taken of what really lies there.
        """
        ticket = {"opening": str(opening)}
        address = ContentAddress(lambda: self._caller.call("POST", "/v1/presign", json=ticket))
        told, filling, journey = address.now(), Filling(target), Journey()
        size = told["size"]

        def tell() -> None:
            filling.follow()
            progress(journey.done, size)

        moves = [
            partial(self._fetch_stretch, address, filling, journey, start)
            for start in range(0, size, PART)
        ]
        journey.travel(moves, tell)
        if filling.digest() != told["sha256"]:
            raise Altered(_ALTERED)

    def close(self) -> None:
        """Close the connections."""
        if self._http:
            self._http.close()

    def _send_parts(
        self, upload: UUID, path: Path, digests: Digests, arrived: set[int], progress: Progress
    ) -> list[SentPart]:
        pieces = digests.pieces(path)
        parts = [SentPart(number=n, sha256=digests.parts[n - 1]) for n in pieces]
        journey = Journey(sum(pieces[number].size for number in arrived & set(pieces)))

        def ask(wanted: list[SentPart]) -> list[Told]:
            asked = {"parts": wanted}
            told = self._caller.call("POST", f"/v1/uploads/{upload}/parts", json=asked)
            return list(told["parts"])

        left = [part for part in parts if part["number"] not in arrived]
        addresses = PartAddresses(ask, left)
        moves = [
            partial(self._send_part, addresses, part, pieces[part["number"]], journey)
            for part in left
        ]
        journey.travel(moves, lambda: progress(journey.done, digests.size))
        return parts

    def _send_part(
        self, addresses: PartAddresses, part: SentPart, piece: Piece, journey: Journey
    ) -> None:
        for left in reversed(range(TRIES)):
            told = addresses.of(part["number"])
            headers = {**told["headers"], "Content-Length": str(piece.size)}
            url = self._absolute(told["url"])
            try:
                response = self._client().request(
                    told["method"], url, headers=headers, content=piece.sent(journey)
                )
            except httpx.TransportError as error:
                if not left:
                    raise Offline(_CUT) from error
                continue
            if response.is_success or _is_there_already(response):
                return
            if not (response.is_server_error and left) or _is_full(response):
                raise BadFile(_CHANGED) if piece.digest() != part["sha256"] else _refusal(response)

    def _fetch_stretch(
        self, address: ContentAddress, filling: Filling, journey: Journey, start: int
    ) -> None:
        at = start
        for left in reversed(range(TRIES)):
            told = address.now()
            end = min(start + PART, told["size"])
            try:
                for chunk in self._received(told, at, end):
                    filling.write(at, chunk)
                    at += len(chunk)
                    journey.reach(start, at - start)
            except httpx.TransportError as error:
                address.forget()
                if not left:
                    raise Offline(_CUT) from error
            else:
                break
        if at != end:
            raise Altered(_ALTERED)
        filling.finish(start, end)

    def _received(self, told: Told, start: int, end: int) -> Iterator[bytes]:
        """Yield the content from *start* to *end*; the whole is asked for without a range."""
        whole = (start, end) == (0, told["size"])
        ranged = {} if whole else {"Range": f"bytes={start}-{end - 1}"}
        headers, url = {**told["headers"], **ranged}, self._absolute(told["url"])
        with self._client().stream(told["method"], url, headers=headers) as response:
            if response.status_code != (httpx.codes.OK if whole else httpx.codes.PARTIAL_CONTENT):
                response.read()
                raise _refusal(response)
            if not whole and _whole_size(response) != told["size"]:
                raise Altered(_ALTERED)
            for chunk in response.iter_raw(CHUNK):
                start += len(chunk)
                if start > end:
                    raise Altered(_ALTERED)
                yield chunk

    def _absolute(self, url: str) -> str:
        return urljoin(self._caller.place, url)

    def _client(self) -> httpx.Client:
        with self._turn:
            if self._http is None:
                place = urlsplit(self._caller.place)
                self._http = httpx.Client(
                    verify=_trust() if place.scheme == "https" else True,
                    trust_env=place.hostname not in _LOOPBACK,
                    timeout=httpx.Timeout(30.0, connect=5.0),
                )
            return self._http


def _whole_size(response: httpx.Response) -> int | None:
    """Return how large the object is that a stretch was sent of."""
    said = response.headers.get("Content-Range", "").rpartition("/")[2]
    return int(said) if said.isdecimal() else None


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
