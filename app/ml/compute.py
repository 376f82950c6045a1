"""Heavy calculations run in one spawned process, with progress, cancel and survival of crashes."""

import os
import pickle
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Self, TypeVar

from app.errors import AppError
from app.progress import Progress, silent

T = TypeVar("T")

_PATIENCE = 0.05
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Stopped(AppError):
    """The process that calculates ended by itself."""

    title = "The calculation stopped"


class Compute:
    """Runs picklable functions, one at a time, in a process of its own.

    The process starts with the first run, stays warm, and is replaced after a cancel or a crash.
    It calculates with one thread, so that the desktop keeps a core. Any thread may call `run`.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def run(
        self, function: Callable[..., T], *args: Any, progress: Progress = silent, **options: Any
    ) -> T:
        """Return `function(*args, progress=…, **options)`, calculated in the other process.

        *progress* is called here, at least twenty times a second; what it raises (Cancelled) ends
        the calculation at once. Raises Stopped if the process died, else what *function* raised.
        """
        while not self._turn.acquire(timeout=_PATIENCE):
            progress(0, 1)
        try:
            result: T = self._run((function, args, options), progress)
        except BaseException as error:
            if not isinstance(error, _Raised):
                self._end()
                raise
            raise error.error from None
        else:
            return result
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process; a run under way raises Stopped, and a later one starts another."""
        process = self._process
        if process is not None:
            with suppress(ValueError):  # the run itself may have ended the process just now
                process.kill()
        if self._turn.acquire(timeout=1):
            self._end()
            self._turn.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, task: tuple[Any, ...], progress: Progress) -> Any:
        pipe = self._started()
        done, total = 0, 1
        try:
            pipe.send(task)
            while True:
                progress(done, total)
                if not pipe.poll(_PATIENCE):
                    continue
                kind, content = pipe.recv()
                if kind == "result":
                    return content
                if kind == "error":
                    raise _Raised(content)
                done, total = content
        except (EOFError, OSError) as error:
            raise Stopped("The calculation ended unexpectedly; please try it again.") from error

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._end()
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


class _Raised(Exception):
    """Carries an exception of the function itself, after which the process is still well."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


def _serve(pipe: Connection) -> None:
    """Answer tasks until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    while True:
        try:
            function, args, options = pipe.recv()
            pipe.send(("result", function(*args, progress=_Reporter(pipe), **options)))
        except EOFError:
            return
        except Exception as error:  # noqa: BLE001 - raised again in the calling process
            pipe.send(("error", _portable(error)))


def _portable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes of a moment ago
    except Exception:  # noqa: BLE001 - whatever goes wrong, a plain error takes its place
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


class _Reporter:
    """Sends progress through the pipe, at most twenty times a second and at the end."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._last = 0.0

    def __call__(self, done: int, total: int, /) -> None:
        """Report *done* of *total*."""
        now = time.monotonic()
        if done == total or now - self._last >= _PATIENCE:
            self._last = now
            self._pipe.send(("progress", (done, total)))
