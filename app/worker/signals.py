"""The wish to stop, from a signal, that wakes whoever waits."""

import os
import select
import signal
import threading
from types import FrameType
from typing import Any, Self


class Stopping:
    """Set by SIGTERM or SIGINT, or by `ask`; waiting on it ends at once."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        self._before: dict[signal.Signals, Any] = {}
        self.asked = False

    def ask(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """Ask for the end."""
        self.asked = True
        os.write(self._write, b"\0")

    def wait(self, seconds: float, *others: int) -> None:
        """Wait so long, or until the end is asked for or one of the descriptors has news."""
        if not self.asked:
            select.select([self._read, *others], [], [], seconds)

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                self._before[number] = signal.signal(number, self.ask)
        return self

    def __exit__(self, *_exc: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self._read)
        os.close(self._write)
