"""Runs work off the UI thread and brings its outcome back."""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from app.errors import AppError
from app.progress import Cancelled, Progress
from app.tracing import tracing
from app.ui.collecting import Collector
from app.ui.errors import show_error
from app.words import say

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(slots=True, frozen=True)
class _Callbacks:
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    progressed: Callable[[int, int], object] | None

    def of(self, outcome: str) -> Callable[..., object] | None:
        return {
            "done": self.done,
            "failed": self.failed,
            "progressed": self.progressed,
        }.get(outcome)


class Task(Generic[T]):
    """One piece of work and what to do with its outcome.

    A worker thread must never be the last to hold a widget, or the widget would be freed
    there: the worker only borrows from the task, and the UI thread empties it at the end.
    """

    def __init__(
        self, owner: QObject, work: Callable[[Progress], T], callbacks: _Callbacks
    ) -> None:
        self.owner: QObject | None = owner
        self.work: Callable[[Progress], T] | None = work
        self.callbacks: _Callbacks | None = callbacks
        self._stop, self._over = Event(), Event()
        self._told = False

    @classmethod
    def ended(cls) -> "Task[Any]":
        """Return a task that has nothing left to do or to hold."""
        task: Task[Any] = cls.__new__(cls)
        task.owner = task.work = task.callbacks = None
        task._stop, task._over, task._told = Event(), Event(), False
        task._over.set()
        return task

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked the work to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Stop the work at its next progress report."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait until the work has stopped, in a thread that may."""
        self._over.wait(seconds)

    def end(self) -> None:
        """Tell those who wait that the work has stopped."""
        self._over.set()

    def check(self) -> None:
        """Raise Cancelled if the work was asked to stop."""
        if self._stop.is_set():
            self._told = True
            raise Cancelled

    def perform(self, progress: Progress) -> T:
        """Return the work's result; a result nobody waits for any more counts as cancelled.

        Work that answers Cancelled with a partial result is heard.
        """
        self.check()
        assert self.work is not None  # noqa: S101 - emptied only after the outcome
        result = self.work(progress)
        if not self._told:
            self.check()
        return result

    def release(self) -> None:
        """Let go of the widgets; called in the UI thread alone."""
        self.owner = self.work = self.callbacks = None


class Tasks(QObject):
    """The one bridge from worker threads to the UI thread.

    It is made in the UI thread and outlives every window, so a worker never emits a signal
    of an object that may be gone. From then on no worker collects garbage, which may hold widgets.
    """

    _arrived = Signal(object, str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="task")
        self._running: set[Task[Any]] = set()
        self._closed = False
        self._arrived.connect(self._deliver)
        self._collector = Collector(self)

    def run(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        *,
        failed: Callable[[Exception], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
    ) -> Task[T]:
        """Do *work* on a worker thread, then call *done* in the UI thread.

        Without *failed* an error is shown over *owner*. Nothing is called once *owner* is gone,
        and nothing is begun once the tasks are closed.
        """
        if self._closed:
            return Task.ended()
        failed = failed or partial(show_error, owner)
        task = Task(owner, work, _Callbacks(done, failed, progressed))
        self._running.add(task)
        self._pool.submit(self._work, task)
        return task

    def stop(self, owner: QObject) -> tuple[Task[Any], ...]:
        """Cancel the work for *owner* and what is in it, and return it to be waited for."""
        found = tuple(task for task in self._running if _is_within(task.owner, owner))
        for task in found:
            task.cancel()
        return found

    def close(self) -> None:
        """Cancel all work and wait until it has stopped; no outcome is delivered any more."""
        self._closed = True
        for task in self._running:
            task.cancel()
        self._pool.shutdown(cancel_futures=True)

    def _work(self, task: Task[Any]) -> None:
        def report(done: int, total: int, /) -> None:
            task.check()
            self._arrived.emit(task, "progressed", (done, total))

        try:
            with tracing():
                self._arrived.emit(task, "done", (task.perform(report),))
        except Cancelled:
            self._arrived.emit(task, "cancelled", ())
        except AppError as error:
            _log.info("%s: %s", say(error.title), error.message)
            self._arrived.emit(task, "failed", (_detached(error),))
        except Exception as error:  # noqa: BLE001 - handed over and shown, never lost
            _log.exception("Work failed")
            self._arrived.emit(task, "failed", (_detached(error),))
        finally:
            task.end()

    @Slot(object, str, tuple)
    def _deliver(self, task: Task[Any], outcome: str, args: tuple[Any, ...]) -> None:
        if task.callbacks is None:
            return
        callback = task.callbacks.of(outcome)
        ended = outcome != "progressed"
        if ended:
            self._running.discard(task)
        try:
            if self._closed or task.owner is None or not isValid(task.owner):
                task.cancel()
            elif callback and not (task.cancelled and not ended):
                callback(*args)
        finally:
            if ended:
                task.release()


def _is_within(inner: QObject | None, outer: QObject) -> bool:
    while inner is not None and isValid(inner):
        if inner is outer:
            return True
        inner = inner.parent()
    return False


def _detached(error: Exception) -> Exception:
    # A traceback holds frames, and frames hold widgets: only its text crosses the threads.
    if not isinstance(error, AppError):
        error.add_note("".join(traceback.format_exception(error)))
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
