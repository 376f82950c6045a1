"""Enter things on a claim beside its steps: money, letters, views; one at a time for each claim."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from app.ui.tasks import Tasks

Enter = Callable[..., object]


class Entering(QObject):
    """Runs entries on a worker; `done` and `failed` name the claim and what was entered."""

    done = Signal(int, str)
    failed = Signal(int, str, object)

    def __init__(self, tasks: Tasks, owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks, self._owner = tasks, owner
        self._under_way: set[int] = set()

    def send(self, what: str, enter: Enter, claim_id: int, version: int, **words: Any) -> None:
        """Enter *words* on the claim as it was seen; a second one waits for the first."""
        if claim_id in self._under_way:
            return
        self._under_way.add(claim_id)

        def work(_progress: Progress) -> object:
            return enter(claim_id, version, **words)

        done = partial(self._finish, claim_id, what)
        failed = partial(self._fail, claim_id, what)
        self._tasks.run(self._owner, work, done, failed=failed)

    def _finish(self, claim_id: int, what: str, _answer: object) -> None:
        self._under_way.discard(claim_id)
        self.done.emit(claim_id, what)

    def _fail(self, claim_id: int, what: str, error: Exception) -> None:
        self._under_way.discard(claim_id)
        self.failed.emit(claim_id, what, error)
