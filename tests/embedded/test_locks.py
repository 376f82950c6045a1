"""Locks of a workspace: shared or alone, and gone with their holder."""

import signal
import subprocess
import sys
from pathlib import Path

from app.embedded.locks import FileLock
from app.settings import ROOT

HOLD = """
import sys
from pathlib import Path
from app.embedded.locks import FileLock

lock = FileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_many_share_a_lock_that_nobody_can_then_have_alone(tmp_path: Path):
    first, second, alone = (FileLock(tmp_path / "lock") for _ in range(3))

    taken = [first.take(shared=True), second.take(shared=True), alone.take()]

    assert taken == [True, True, False]
    first.release()
    second.release()


def test_a_lock_that_was_given_back_can_be_had_alone(tmp_path: Path):
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    first.take(shared=True)
    first.release()

    taken = second.take()

    assert taken
    second.release()


def test_a_killed_holder_lets_go(tmp_path: Path):
    lock = FileLock(tmp_path / "lock")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    held = holder.stdout.readline().strip() == "True" and not lock.take()

    holder.send_signal(signal.SIGKILL)
    holder.communicate()

    assert held
    assert lock.take()
    lock.release()


def test_releasing_what_is_not_held_does_nothing(tmp_path: Path):
    lock = FileLock(tmp_path / "lock")

    lock.release()

    assert lock.take()
    lock.release()
