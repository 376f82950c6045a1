"""Pieces of a document that travel at the same time, a few of them."""

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from threading import Event, Lock

AT_ONCE = 4
_TICK = 0.1


class Stopped(Exception):
    """Raised in a lane once another one failed, or the person asked to stop."""


class Journey:
    """How far each piece has come, and whether all are to stop."""

    def __init__(self, done: int = 0) -> None:
        self._before, self._reached = done, dict[int, int]()
        self._turn, self._stopped = Lock(), Event()

    @property
    def done(self) -> int:
        """Return how many bytes have arrived or are on their way."""
        with self._turn:
            return self._before + sum(self._reached.values())

    def reach(self, piece: int, size: int) -> None:
        """Tell how far a piece has come; raise Stopped when it is to go no further."""
        if self._stopped.is_set():
            raise Stopped
        with self._turn:
            self._reached[piece] = size

    def travel(self, moves: Iterable[Callable[[], None]], tell: Callable[[], None]) -> None:
        """Make all moves, and *tell* in the calling thread how it goes.

        When a move or *tell* raises, the others stop at their next chunk, and it is raised here.
        """
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="lane") as lanes:
            try:
                left: set[Future[None]] = {lanes.submit(copy_context().run, one) for one in moves}
                while left:
                    ended, left = wait(left, _TICK, FIRST_COMPLETED)
                    for one in ended:
                        one.result()
                    tell()
            except BaseException:
                self._stopped.set()
                lanes.shutdown(cancel_futures=True)
                raise
