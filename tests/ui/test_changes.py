"""News from the server reach the screens, and a lost connection is noticed and taken up again."""

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.errors import Offline
from app.services.changes import Change
from app.ui.changes import Changes


class Wire:
    """A source of changes over a pair of sockets, which can be cut and mended."""

    def __init__(self) -> None:
        self._near, self._far = socket.socketpair()
        self._near.settimeout(0)
        self.connected, self.fresh, self.closed = True, True, False
        self.read_only, self.doubted = False, 0

    def say(self, text: str) -> None:
        self._far.send(text.encode())

    def fileno(self) -> int:
        return self._near.fileno() if self.connected else -1

    def poll(self) -> Change:
        if not self.connected:
            self.fresh = True
            return Change()
        if self.fresh:
            self.fresh = False
            return Change(everything=True)
        try:
            told = self._near.recv(1000).decode()
        except BlockingIOError:
            return Change()
        return Change(ids=frozenset(int(part) for part in told.split(",")))

    def doubt(self) -> None:
        self.doubted += 1

    def close(self) -> None:
        self.closed = True
        self._near.close()
        self._far.close()


class Broken(Wire):
    """A source that raises as soon as it is asked."""

    def poll(self) -> Change:
        raise Offline("The server does not answer.")


@pytest.fixture
def changes(qtbot: QtBot) -> Iterator[Changes]:
    made = Changes()
    made.RETRY_MS = made.POLL_MS = 5
    yield made
    made.stop()


@pytest.fixture
def heard(changes: Changes) -> list[object]:
    heard: list[object] = []
    changes.claims.connect(heard.append)
    return heard


def test_a_new_connection_asks_for_everything(changes: Changes, heard: list[object]):
    changes.watch(Wire())

    assert heard == [None]


def test_news_are_passed_on_as_soon_as_they_arrive(
    qtbot: QtBot, changes: Changes, heard: list[object]
):
    changes.POLL_MS = 60_000
    wire = Wire()
    changes.watch(wire)

    wire.say("3,7")
    qtbot.waitUntil(lambda: len(heard) == 2)

    assert heard[1] == frozenset({3, 7})


def test_a_quiet_connection_passes_nothing_on(qtbot: QtBot, changes: Changes, heard: list[object]):
    changes.watch(Wire())

    for _ in range(3):
        changes.poll()

    assert heard == [None]


def test_a_connection_that_stays_away_is_told_once(qtbot: QtBot, changes: Changes):
    told: list[bool] = []
    changes.online.connect(told.append)
    wire = Wire()
    wire.connected = False

    changes.watch(wire)
    qtbot.waitUntil(lambda: bool(told))
    for _ in range(20):
        changes.poll()

    assert told == [False]


def test_a_short_gap_is_not_worth_a_word(changes: Changes):
    told: list[bool] = []
    changes.online.connect(told.append)
    wire = Wire()
    changes.watch(wire)

    wire.connected = False
    changes.poll()
    wire.connected = True
    changes.poll()

    assert told == []


def test_a_connection_that_comes_back_is_told_and_asks_for_everything(
    qtbot: QtBot, changes: Changes, heard: list[object]
):
    told: list[bool] = []
    changes.online.connect(told.append)
    wire = Wire()
    wire.connected = False
    changes.watch(wire)
    qtbot.waitUntil(lambda: told == [False])

    wire.connected = True
    qtbot.waitUntil(lambda: told == [False, True])

    assert heard == [None]


def test_a_source_that_fails_counts_as_offline(qtbot: QtBot, changes: Changes):
    with qtbot.waitSignal(changes.online) as signal:
        changes.watch(Broken())

    assert signal.args == [False]


def test_stopping_closes_the_source_and_hears_no_more(changes: Changes, heard: list[object]):
    wire = Wire()
    changes.watch(wire)

    changes.stop()
    changes.poll()

    assert wire.closed
    assert heard == [None]


def test_watching_another_source_lets_go_of_the_first(changes: Changes):
    first, second = Wire(), Wire()
    changes.watch(first)

    changes.watch(second)

    assert (first.closed, second.closed) == (True, False)


def test_a_database_that_takes_no_changes_is_told_once_and_so_is_its_return(
    qtbot: QtBot, changes: Changes
):
    told: list[bool] = []
    changes.read_only.connect(told.append)
    wire = Wire()
    wire.read_only = True
    changes.watch(wire)
    changes.poll()

    wire.read_only = False
    changes.poll()
    changes.poll()

    assert told == [True, False]


def test_a_doubt_reaches_the_source_and_is_nothing_without_one(changes: Changes):
    wire = Wire()

    changes.doubt()
    changes.watch(wire)
    changes.doubt()

    assert wire.doubted == 1
