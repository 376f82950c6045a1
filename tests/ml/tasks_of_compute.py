"""Functions that the tests of Compute run in the other process."""

import os
import signal
import sys
import threading
import time

from app.errors import Invalid
from app.progress import Progress


def add(first: int, second: int, *, progress: Progress, third: int = 0) -> int:
    progress(1, 1)
    return first + second + third


def count(steps: int, *, progress: Progress) -> int:
    for step in range(steps):
        progress(step, steps)
        time.sleep(0.06)
    progress(steps, steps)
    return steps


def wait_for_ever(*, progress: Progress) -> None:
    progress(0, 1)
    threading.Event().wait()


def refuse(*, progress: Progress) -> None:
    progress(0, 1)
    raise Invalid("Row 3 is not a claim.")


class Unsendable(Exception):
    def __init__(self, first: int, second: int) -> None:
        super().__init__(f"{first} {second}")


def fail_strangely(*, progress: Progress) -> None:
    progress(0, 1)
    raise Unsendable(1, 2)


def unsendable_result(*, progress: Progress) -> object:
    progress(0, 1)
    return threading.Lock()


def die(*, progress: Progress) -> None:
    progress(0, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def about(*, progress: Progress) -> tuple[int, str, list[str]]:
    progress(1, 1)
    rooms = {name.split(".")[0] for name in sys.modules} & {"sqlalchemy", "PySide6", "sklearn"}
    return os.getpid(), os.environ["OPENBLAS_NUM_THREADS"], sorted(rooms)
