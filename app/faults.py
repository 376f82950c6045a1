"""What went wrong, told without what it was about: kinds and places, never a message or a value."""

import logging
import os
import re
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from app.settings import ROOT, VERSION

if TYPE_CHECKING:
    from sqlalchemy import Engine

DEEPEST, WAITING = 60, 100
_PLAIN = re.compile(r"[^\w./<>-]")
_LIBRARIES = (
    "site-packages",
    "dist-packages",
    f"python{sys.version_info[0]}.{sys.version_info[1]}",
)
Frame = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error as its kind and the places it came through, innermost last."""

    kind: str
    frames: tuple[Frame, ...]
    source: str = "desktop"
    version: str = VERSION

    @classmethod
    def of(cls, error: BaseException, source: str = "desktop") -> "Fault":
        """Read the kind and the places off an error; nothing else of it is looked at."""
        frames = extract_tb(error.__traceback__)[-DEEPEST:]
        told = tuple((_file(f.filename), f.lineno or 0, _plain(f.name)) for f in frames)
        name = _plain(type(error).__qualname__.replace("<locals>.", ""))
        module = type(error).__module__
        return cls(name if module == "builtins" else f"{_plain(module)}.{name}", told, source)

    @property
    def stack(self) -> str:
        """Return the places as lines of file, number and function."""
        return "".join(f"{file}:{line} in {name}\n" for file, line, name in self.frames)


Teller = Callable[[Fault], None]


def watching(source: str) -> "FaultLog":
    """Return the log of faults of this process, made and hung under the root at first use.

    It tells the address in PRECEDENT_SENTRY_DSN, where there is one.
    """
    root = logging.getLogger()
    for handler in root.handlers:
        if isinstance(handler, FaultLog):
            return handler
    address = os.environ.get("PRECEDENT_SENTRY_DSN")
    made = FaultLog(source, *([sentry(address)] if address else []))
    root.addHandler(made)
    return made


class FaultLog(logging.Handler):
    """Hands every logged error with an exception to *tellers*, on a thread of its own.

    A teller that fails is passed over: telling of an error must not make another one.
    """

    def __init__(self, source: str, *tellers: Teller) -> None:
        super().__init__(logging.ERROR)
        self._source, self.tellers = source, [*tellers]
        self._waiting: SimpleQueue[Fault | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take the exception of a record, if it has one."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self.take(error)

    def take(self, error: BaseException) -> None:
        """Take an error to tell of."""
        if self._waiting.qsize() < WAITING:
            self._waiting.put(Fault.of(error, self._source))
            self._begin()

    def close(self) -> None:
        """Tell what waits, and end."""
        if self._thread:
            self._waiting.put(None)
            self._thread.join(5.0)
            self._thread = None
        super().close()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="faults", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            try:
                fault = self._waiting.get(timeout=60)
            except Empty:
                continue
            if fault is None:
                return
            for teller in [*self.tellers]:
                _tell(teller, fault)


def _tell(teller: Teller, fault: Fault) -> None:
    try:
        teller(fault)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is not worth a second fault
        logging.getLogger(__name__).info("An error was not told: %s", type(error).__name__)


def told_to(engine: "Engine") -> Teller:
    """Return what tells the database of faults."""
    from sqlalchemy import text

    report = text("SELECT report_fault(:source, :version, :kind, :stack)")

    def tell(fault: Fault) -> None:
        told = {"kind": fault.kind, "stack": fault.stack}
        with engine.begin() as connection:
            connection.execute(report, {"source": fault.source, "version": fault.version, **told})

    return tell


def sentry(address: str) -> Teller:
    """Return what sends faults to a Sentry-compatible *address*, and nothing but faults."""
    import sentry_sdk

    client = sentry_sdk.Client(
        address,
        release=VERSION,
        default_integrations=False,
        auto_session_tracking=False,
        include_local_variables=False,
        max_breadcrumbs=0,
        server_name="",
        before_send=_bare,
    )

    def send(fault: Fault) -> None:
        client.capture_event(_event(fault))
        client.flush(5.0)

    return send


def _event(fault: Fault) -> Any:
    frames = [
        {"filename": file, "lineno": line, "function": name, "in_app": file.startswith("app/")}
        for file, line, name in fault.frames
    ]
    told = {"type": fault.kind, "value": "", "stacktrace": {"frames": frames}}
    return {
        "level": "error",
        "logger": fault.source,
        "release": fault.version,
        "exception": {"values": [told]},
    }


_SENT = {"event_id", "timestamp", "level", "logger", "release", "exception", "platform"}


def _bare(event: Any, _hint: Any) -> Any:
    """Leave out what the kit adds of itself: the machine's name, its modules, the arguments."""
    return {name: value for name, value in event.items() if name in _SENT}


def _file(path: str) -> str:
    """Return a path within the program or a library, never where it lies on this machine."""
    place = Path(path)
    if place.is_relative_to(ROOT):
        return _plain(place.relative_to(ROOT).as_posix())
    parts = place.parts
    for library in _LIBRARIES:
        if library in parts:
            return _plain("/".join(parts[parts.index(library) + 1 :]))
    return _plain(place.name)


def _plain(text: str) -> str:
    return _PLAIN.sub("_", text)[:200]
