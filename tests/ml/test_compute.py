import os
import threading

import pytest

from app.errors import Invalid
from app.ml import Compute
from app.ml.compute import Stopped
from app.progress import Cancelled
from tests.ml import tasks_of_compute as tasks


@pytest.fixture
def compute():
    with Compute() as started:
        yield started


def test_a_function_runs_in_a_process_of_its_own(compute):
    pid, threads, rooms = compute.run(tasks.about)

    assert pid != os.getpid()
    assert threads == "1"
    assert rooms == []


def test_arguments_and_results_travel(compute):
    assert compute.run(tasks.add, 1, 2, third=4) == 7


def test_the_process_stays_for_the_next_run(compute):
    assert compute.run(tasks.about)[0] == compute.run(tasks.about)[0]


def test_progress_is_told_here(compute):
    seen = []

    compute.run(tasks.count, 4, progress=lambda done, total: seen.append((done, total)))

    assert seen[0] == (0, 1)
    assert {(1, 4), (2, 4)} & set(seen)
    assert [done for done, total in seen if total == 4] == sorted(
        done for done, total in seen if total == 4
    )


def test_a_cancel_ends_a_calculation_that_never_looks_up(compute):
    calls = []

    def stop(done: int, total: int) -> None:
        calls.append((done, total))
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        compute.run(tasks.wait_for_ever, progress=stop)

    assert compute.run(tasks.add, 2, 3) == 5


def test_an_expected_failure_arrives_as_it_was_raised(compute):
    before = compute.run(tasks.about)[0]

    with pytest.raises(Invalid, match=r"Row 3 is not a claim\."):
        compute.run(tasks.refuse)

    assert compute.run(tasks.about)[0] == before


def test_a_failure_that_cannot_travel_is_told_all_the_same(compute):
    with pytest.raises(RuntimeError, match="Unsendable: 1 2"):
        compute.run(tasks.fail_strangely)


def test_a_result_that_cannot_travel_is_told_and_the_process_lives(compute):
    with pytest.raises(Exception, match="cannot pickle"):
        compute.run(tasks.unsendable_result)

    assert compute.run(tasks.add, 2, 3) == 5


def test_arguments_that_cannot_travel_are_told_and_harm_nothing(compute):
    with pytest.raises(Exception, match="pickle"):
        compute.run(tasks.add, threading.Lock(), 1)

    assert compute.run(tasks.add, 2, 3) == 5


def test_a_crash_is_one_sentence_and_the_next_run_works(compute):
    with pytest.raises(Stopped, match="ended unexpectedly"):
        compute.run(tasks.die)

    assert compute.run(tasks.add, 2, 3) == 5


def test_a_second_caller_waits_for_its_turn_and_may_give_up(compute):
    waiting = threading.Event()
    first = threading.Thread(
        target=lambda: compute.run(tasks.count, 5, progress=lambda *_: waiting.set())
    )
    first.start()
    waiting.wait()

    def give_up(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        compute.run(tasks.add, 1, 1, progress=give_up)
    first.join()

    assert compute.run(tasks.add, 1, 1) == 2


def test_several_threads_may_ask_at_once(compute):
    answers = []
    threads = [
        threading.Thread(target=lambda n=n: answers.append(compute.run(tasks.add, n, n)))
        for n in range(6)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [0, 2, 4, 6, 8, 10]


def test_closing_ends_the_process():
    compute = Compute()
    pid = compute.run(tasks.about)[0]

    compute.close()

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    compute.close()
