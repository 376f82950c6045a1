"""A line between a desk and the document store that can be cut after any number of bytes."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

from tests.documents import Signed

_CHUNK = 2**14
_AT_ONCE = struct.pack("ii", 1, 0)


class Line:
    """Relays bytes both ways; when as many as are `left` were carried, it is cut until mended."""

    def __init__(self, target: str) -> None:
        place = urlsplit(target)
        self._target = (place.hostname or "", place.port or 0)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listening.getsockname()[1]}"
        self._turn = threading.Lock()
        self._open: set[socket.socket] = set()
        self.left: int | None = None
        self.carried, self._once = 0, False
        self._answered = b""
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, size: int, *, once: bool = False) -> None:
        """Carry so many bytes more, then nothing, or nothing of these connections alone."""
        with self._turn:
            self.left, self.carried, self._once = size, 0, once

    def mend(self) -> None:
        """Carry everything again."""
        with self._turn:
            self.left, self.carried = None, 0

    def answer_with(self, answer: bytes) -> None:
        """Answer every request with these bytes from now on; with none, relay again."""
        self._answered = answer
        self._hang_up()

    def close(self) -> None:
        """Stop listening and relaying."""
        self._listening.close()
        self._hang_up()

    def _hang_up(self) -> None:
        ended, self._open = self._open, set()
        for end in ended:
            _cut(end)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self._answered:
                threading.Thread(target=self._answer, args=(near,), daemon=True).start()
            elif self.left is not None and self.left <= 0:
                _cut(near)
            else:
                self._relay(near)

    def _relay(self, near: socket.socket) -> None:
        far = socket.create_connection(self._target)
        self._open |= {near, far}
        for ends in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket) -> None:
        with suppress(OSError):
            while chunk := here.recv(_CHUNK):
                whole = self._allow(len(chunk))
                there.sendall(chunk[:whole])
                if whole < len(chunk):
                    self.left = None if self._once else self.left
                    break
        _cut(here)
        _cut(there)

    def _allow(self, size: int) -> int:
        with self._turn:
            allowed = size if self.left is None else max(0, min(size, self.left))
            self.carried += allowed
            if self.left is not None:
                self.left -= size
            return allowed

    def _answer(self, near: socket.socket) -> None:
        """Answer in the store's place, as soon as the request has arrived."""
        self._open.add(near)
        with suppress(OSError):
            told = b""
            while b"\r\n\r\n" not in told:
                told += near.recv(_CHUNK)
            near.sendall(self._answered)
            while near.recv(_CHUNK):
                pass


class Diverted:
    """A session whose contents travel over a line; what it asks the token service does not."""

    def __init__(self, session: Signed, line: Line) -> None:
        self._session, self._line = session, line
        self.place = session.place

    def call(self, method: str, path: str, **request: Any) -> dict[str, Any]:
        told = self._session.call(method, path, **request)
        parts = told.get("parts")
        for request_told in [told, *(parts if isinstance(parts, list) else [])]:
            if "url" in request_told:
                self._divert(request_told)
        return told

    def _divert(self, told: dict[str, Any]) -> None:
        place = urlsplit(urljoin(self.place, told["url"]))
        told["url"] = place._replace(netloc=self._line.address).geturl()
        told["headers"] = {**told["headers"], "Host": place.netloc}


@contextmanager
def a_line(target: str) -> Iterator[Line]:
    """Hold a line to the server at *target*."""
    line = Line(target)
    try:
        yield line
    finally:
        line.close()


def _cut(end: socket.socket) -> None:
    """Close so that the other side is told at once."""
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        end.shutdown(socket.SHUT_RDWR)
    end.close()
