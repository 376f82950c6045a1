"""Work spread over the cores by our own threads, while the matrix library keeps to one each."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from threadpoolctl import threadpool_limits

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """Return how many threads may calculate: OMP_NUM_THREADS if set, else the cores we may use."""
    wish = os.environ.get("OMP_NUM_THREADS", "")
    if wish.isdecimal() and int(wish) > 0:
        return int(wish)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Yield `work(item)` for each of *items* in order, several at a time.

    Two matrix libraries that each start a thread per core fight over the cores and wait in
    circles; on a busy machine that costs more than the work.
    """
    workers = min(cores(), len(items))
    if workers <= 1:
        yield from map(work, items)
        return
    with threadpool_limits(limits=1, user_api="blas"), ThreadPoolExecutor(workers) as pool:
        try:
            yield from pool.map(work, items)
        finally:
            pool.shutdown(cancel_futures=True)
