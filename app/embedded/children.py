"""The processes that a supervisor keeps running, or waits for, beside PostgreSQL."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from app.errors import AppError
from app.settings import ROOT

_SHORTEST, _LONGEST = 0.2, 10.0
_GLANCE = 0.02
_FAREWELL = 5.0


class Stopped(Exception):
    """Raised when the supervisor is told to stop in the middle of starting."""


class Child:
    """One server, started again when it ends, ever more slowly if it keeps ending."""

    def __init__(self, arguments: list[str], dsn: str, *, log: Path) -> None:
        self._arguments = arguments
        self._log = log
        self._delay = _SHORTEST
        self._started = 0.0
        self._dsn = dsn
        self._process = self._start()

    @property
    def pid(self) -> int:
        """Return the process id of the present incarnation."""
        return self._process.pid

    def tend(self) -> None:
        """Start again if it ended and its time has come."""
        if self._process.poll() is None:
            return
        lived = time.monotonic() - self._started
        self._delay = _SHORTEST if lived > _LONGEST else self._delay
        if lived >= self._delay:
            self._delay = min(self._delay * 2, _LONGEST)
            self._process = self._start()

    def move(self, dsn: str) -> None:
        """Start again on another address of the database."""
        self.end()
        self.wait()
        self._dsn = dsn
        self._process = self._start()

    def end(self) -> None:
        """Ask it to end, by its closed stdin and by a signal."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.terminate()

    def wait(self) -> None:
        """Wait for it to end, and kill it when it does not."""
        try:
            self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        self._started = time.monotonic()
        return _open(self._arguments, {"PRECEDENT_DSN": self._dsn}, self._log)


def run(
    arguments: list[str], environment: dict[str, str], *, log: Path, stopping: threading.Event
) -> None:
    """Run a command to its end, or raise AppError with its last words, or Stopped."""
    before = log.stat().st_size if log.exists() else 0
    with _open(arguments, environment, log) as process:
        while process.poll() is None:
            if stopping.wait(_GLANCE):
                process.terminate()
                raise Stopped
    if process.returncode:
        said = log.read_bytes()[before:].decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else f"it ended with {process.returncode}"
        raise AppError(f"`{' '.join(arguments)}` failed: {reason}")


def _open(
    arguments: list[str], environment: dict[str, str], log: Path
) -> "subprocess.Popen[bytes]":
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)) as output:
        return subprocess.Popen(
            [*program, *arguments],
            cwd=ROOT,
            # A child reads its stdin to learn that we are gone, even if we were killed.
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            env={**os.environ, "PRECEDENT_PARENT_PIPE": "1", **environment},
            start_new_session=True,
        )
