"""Off screen windows, and work that runs at once."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.access import Identity
from app.progress import Progress, silent
from app.ui.tasks import Task, Tasks
from app.ui.theme import Choice, Theme
from tests.server import Database
from tests.ui.admins import Entrance, entrance


class RunNow(Tasks):
    """Tasks that do the work at once, on the UI thread."""

    def run(
        self,
        owner: QObject,  # noqa: ARG002 - the signature is that of Tasks.run
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        *,
        failed: Callable[[Exception], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
    ) -> Task[Any]:
        def report(count: int, total: int, /) -> None:
            if progressed:
                progressed(count, total)

        try:
            result = work(report if progressed else silent)
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)
        return Task.ended()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def run_now(qapp: QApplication) -> Iterator[RunNow]:
    tasks = RunNow()
    yield tasks
    tasks.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp)
    theme.choose(Choice.LIGHT)
    return theme


@pytest.fixture
def door(database: Database) -> Iterator[Entrance]:
    with entrance(database) as made:
        yield made


@pytest.fixture
def ada(door: Entrance) -> Identity:
    return door.person("admin", full_name="Ada Whitfield", username="ada")


@pytest.fixture
def ben(door: Entrance) -> Identity:
    return door.person("admin", full_name="Ben Okafor", username="ben")
