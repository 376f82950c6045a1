"""The virus scanner, asked over clamd's INSTREAM."""

import os
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from app.errors import AppError

_CHUNK = 2**16
_ANSWER = 4096
_SECONDS = 120.0


class ScannerAway(AppError):
    """The scanner does not answer, or cannot work; documents wait for it."""

    title = "The virus scanner does not answer"


class Unscannable(AppError):
    """A content that the scanner cannot look through."""

    title = "Not scanned"


@dataclass(frozen=True, slots=True)
class Scanner:
    """A clamd at a path, or at a host and a port."""

    address: str

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Scanner | None":
        """Read PRECEDENT_CLAMD, None where there is none: a path, or host:port."""
        address = environment.get("PRECEDENT_CLAMD", "")
        return cls(address) if address else None

    def answers(self) -> bool:
        """Tell whether it is there; raise ScannerAway while it is not."""
        return self._ask(b"zPING\0") == "PONG"

    def scan(self, content: BinaryIO) -> str | None:
        """Return the name of what was found, or None for nothing.

        Raise ScannerAway while it does not answer, Unscannable when it cannot scan this.
        """
        answer = self._ask(b"zINSTREAM\0", content)
        if not answer and self.answers():
            raise Unscannable("the virus scanner gave it up, as it does with what is too large")
        return _found(answer)

    def _ask(self, command: bytes, content: BinaryIO | None = None) -> str:
        try:
            connection = self._connected()
        except OSError as error:
            raise ScannerAway("Documents wait until it answers.") from error
        with connection:
            try:
                connection.sendall(command)
                if content:
                    _send(connection, content)
            except ConnectionError:
                pass  # it has heard enough, and may say why
            except OSError as error:
                raise ScannerAway("Documents wait until it answers.") from error
            return _answer(connection)

    def _connected(self) -> socket.socket:
        host, _, port = self.address.rpartition(":")
        if host and port.isdecimal():
            return socket.create_connection((host, int(port)), timeout=_SECONDS)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(_SECONDS)
        try:
            connection.connect(self.address)
        except OSError:
            connection.close()
            raise
        return connection


def _send(connection: socket.socket, content: BinaryIO) -> None:
    """Send the content in pieces, each after its length; a length of nothing ends it."""
    while piece := content.read(_CHUNK):
        connection.sendall(struct.pack("!L", len(piece)) + piece)
    connection.sendall(struct.pack("!L", 0))


def _answer(connection: socket.socket) -> str:
    answer = b""
    try:
        while piece := connection.recv(_ANSWER):
            answer += piece
    except ConnectionError:
        pass  # what was said before it hung up counts
    except OSError as error:
        raise ScannerAway("Documents wait until it answers.") from error
    return answer.rstrip(b"\0").decode("utf-8", "replace")


def _found(answer: str) -> str | None:
    said = answer.removeprefix("stream: ")
    if said == "OK":
        return None
    if said.endswith(" FOUND"):
        return said.removesuffix(" FOUND")
    if "size limit exceeded" in said:
        raise Unscannable("it is too large for the virus scanner")
    raise ScannerAway(f"The virus scanner failed: {said[:200] or 'it said nothing'}.")
