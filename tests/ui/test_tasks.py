"""Work off the UI thread: what arrives where, what is dropped, what outlives a window."""

import gc
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.errors import Refused
from app.progress import Cancelled, Progress, track
from app.ui.errors import ErrorDialog
from app.ui.tasks import Task, Tasks


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def never(*_args: object) -> None:
    pytest.fail("this must not be called")


class Gate:
    """Work that says when it has begun and goes on when it is told to."""

    def __init__(self) -> None:
        self.begun, self.open, self.ended = (threading.Event() for _ in range(3))

    def __call__(self, progress: Progress) -> str:
        self.begun.set()
        try:
            self.open.wait(10)
            progress(1, 2)
            return "result"
        finally:
            self.ended.set()


def test_result_and_progress_arrive_on_the_ui_thread(qtbot: QtBot, tasks: Tasks, owner: QWidget):
    seen, got = [], []

    tasks.run(
        owner,
        lambda progress: sum(track([1, 2, 3], progress)),
        lambda total: got.append((total, threading.current_thread())),
        progressed=lambda done, total: seen.append((done, total)),
    )
    qtbot.waitUntil(lambda: bool(got))

    assert got == [(6, threading.main_thread())]
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_an_error_is_handed_over_once(qtbot: QtBot, tasks: Tasks, owner: QWidget):
    got: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise Refused("The claim was decided already.")

    tasks.run(owner, work, never, failed=got.append)
    qtbot.waitUntil(lambda: bool(got))
    qtbot.wait(20)

    assert [str(error) for error in got] == ["The claim was decided already."]


def test_an_error_nobody_asked_for_is_shown_over_its_window(
    qtbot: QtBot, tasks: Tasks, owner: QWidget
):
    def work(_progress: Progress) -> None:
        raise Refused("The claim was decided already.")

    owner.show()
    tasks.run(owner, work, never)
    qtbot.waitUntil(lambda: bool(owner.findChildren(ErrorDialog)))

    (dialog,) = owner.findChildren(ErrorDialog)
    assert (dialog.windowTitle(), dialog.message) == (
        Refused.title,
        "The claim was decided already.",
    )


def test_an_unexpected_error_crosses_the_threads_as_text_without_frames(
    qtbot: QtBot, tasks: Tasks, owner: QWidget, expected_log: list[str]
):
    expected_log.append("Work failed")
    got: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ZeroDivisionError("planted")

    tasks.run(owner, work, never, failed=got.append)
    qtbot.waitUntil(lambda: bool(got))

    assert got[0].__traceback__ is None
    assert "in work" in "".join(got[0].__notes__)


def test_cancel_stops_the_work_at_its_next_report(qtbot: QtBot, tasks: Tasks, owner: QWidget):
    gate = Gate()

    task = tasks.run(owner, gate, never, failed=never, progressed=never)
    gate.begun.wait(10)
    task.cancel()
    gate.open.set()
    qtbot.waitUntil(gate.ended.is_set)
    qtbot.wait(20)

    assert task.cancelled


def test_a_result_nobody_waits_for_is_dropped(qtbot: QtBot, tasks: Tasks, owner: QWidget):
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def work(_progress: Progress) -> str:
        begun.set()
        go_on.wait(10)
        return "old"

    task = tasks.run(owner, work, never)
    begun.wait(10)
    task.cancel()
    go_on.set()
    tasks.run(owner, lambda _progress: "new", done.append)
    qtbot.waitUntil(lambda: bool(done) and task.callbacks is None)

    assert done == ["new"]


def test_work_that_answers_a_cancel_with_a_partial_result_is_heard(
    qtbot: QtBot, tasks: Tasks, owner: QWidget
):
    begun, go_on = threading.Event(), threading.Event()
    got: list[str] = []

    def work(progress: Progress) -> str:
        begun.set()
        go_on.wait(10)
        try:
            progress(1, 2)
        except Cancelled:
            return "half"
        return "whole"

    task = tasks.run(owner, work, got.append)
    begun.wait(10)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(got))

    assert got == ["half"]


def test_closing_a_window_in_the_middle_of_its_work_calls_nothing(qtbot: QtBot, tasks: Tasks):
    for _ in range(50):
        gate = Gate()
        window = QWidget()
        task = tasks.run(window, gate, never, failed=never, progressed=never)
        gate.begun.wait(10)
        window.deleteLater()
        qtbot.waitUntil(partial(_gone, window))
        gate.open.set()
        qtbot.waitUntil(partial(_emptied, task))


def test_a_widget_is_freed_on_the_ui_thread_when_its_work_has_ended(qtbot: QtBot, tasks: Tasks):
    freed_on: list[threading.Thread] = []
    gate = Gate()
    label = QLabel("claim")
    weakref.finalize(label, lambda: freed_on.append(threading.current_thread()))

    def work(progress: Progress, kept: QLabel) -> str:
        return gate(progress) + kept.text()

    tasks.run(label, partial(work, kept=label), label.setText)
    gate.begun.wait(10)
    del label
    gate.open.set()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and bool(freed_on))

    assert freed_on == [threading.main_thread()]


def test_a_widget_in_a_cycle_is_freed_on_the_ui_thread_whatever_a_worker_allocates(
    qtbot: QtBot, tasks: Tasks, owner: QWidget
):
    freed_on: list[threading.Thread] = []
    label = QLabel("claim")
    label.itself = label  # type: ignore[attr-defined] # only a collection can free it
    weakref.finalize(label, lambda: freed_on.append(threading.current_thread()))
    got: list[int] = []
    del label

    tasks.run(owner, lambda _progress: len([[number] for number in range(200_000)]), got.append)
    qtbot.waitUntil(lambda: bool(got))
    gc.collect()

    assert freed_on == [threading.main_thread()]


def test_a_thousand_results_all_arrive(qtbot: QtBot, tasks: Tasks, owner: QWidget):
    got: list[int] = []

    for number in range(1000):
        tasks.run(owner, partial(_echo, number), got.append)
    qtbot.waitUntil(lambda: len(got) == 1000)

    assert sorted(got) == list(range(1000))


def test_close_waits_until_the_work_has_stopped(owner: QWidget):
    tasks, gate = Tasks(), Gate()

    tasks.run(owner, gate, never, failed=never)
    gate.begun.wait(10)
    threading.Timer(0.05, gate.open.set).start()
    tasks.close()

    assert gate.ended.is_set()


def test_nothing_is_begun_or_delivered_after_close(qtbot: QtBot, owner: QWidget):
    tasks, gate = Tasks(), Gate()
    tasks.run(owner, lambda _progress: "late", never, failed=never)
    tasks.close()

    tasks.run(owner, gate, never, failed=never)
    qtbot.wait(20)

    assert not gate.begun.is_set()


def _echo(number: int, _progress: Progress) -> int:
    return number


def _gone(widget: QWidget) -> bool:
    return not isValid(widget)


def _emptied(task: Task[str]) -> bool:
    return task.callbacks is None
