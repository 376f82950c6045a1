"""Commands that the supervisor runs to their end."""

import threading
from pathlib import Path

import pytest

from app.embedded.children import Stopped, run
from app.errors import AppError


def test_a_command_that_succeeds_leaves_its_words_in_the_log(tmp_path: Path):
    log = tmp_path / "serve.log"

    run(["db", "--help"], {}, log=log, stopping=threading.Event())

    assert "upgrade" in log.read_text()


def test_a_command_that_fails_is_told_in_its_own_last_words(tmp_path: Path):
    log = tmp_path / "serve.log"
    log.write_text("something older\n")

    with pytest.raises(AppError, match=r"`db nonsense` failed: .*nonsense"):
        run(["db", "nonsense"], {}, log=log, stopping=threading.Event())


def test_a_command_is_given_up_when_the_supervisor_must_stop(tmp_path: Path):
    stopping = threading.Event()
    stopping.set()

    with pytest.raises(Stopped):
        run(["db", "--help"], {}, log=tmp_path / "serve.log", stopping=stopping)


def test_the_log_of_the_servers_is_private(tmp_path: Path):
    log = tmp_path / "serve.log"

    run(["db", "--help"], {}, log=log, stopping=threading.Event())

    assert log.stat().st_mode & 0o777 == 0o600
