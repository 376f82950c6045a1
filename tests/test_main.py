"""How a desktop starts and ends: where it works, what it says when that fails, what it lets go."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QtMsgType
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import AppError, BadFile
from app.main import Desktop, Timings
from app.opening import Opening, Place, opening
from app.ui import crashes


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Opening], Desktop]]:
    started: list[Desktop] = []

    def begin(find: Opening) -> Desktop:
        desktop = Desktop(qapp, find)
        started.append(desktop)
        desktop.open()
        return desktop

    yield begin
    for desktop in started:
        desktop.close()


def test_a_profile_names_the_token_service(tmp_path: Path):
    profile = tmp_path / "northgate.toml"
    profile.write_text('name = "Northgate Mutual"\ntoken_url = "https://claims.example"\n')

    place = opening(None, profile)()

    assert (place.name, place.token_url, list(place.users)) == (
        "Northgate Mutual",
        "https://claims.example",
        [],
    )


@pytest.mark.parametrize("content", [None, "", "token_url = ", "name = 'Northgate'", "\0"])
def test_a_file_that_is_no_profile_is_refused_in_one_sentence(tmp_path: Path, content: str | None):
    profile = tmp_path / "northgate.toml"
    if content is not None:
        profile.write_text(content)

    with pytest.raises(BadFile) as caught:
        opening(None, profile)()

    assert str(profile) in caught.value.message
    assert "token_url" in caught.value.message


def test_the_first_window_is_there_before_the_servers(
    qtbot: QtBot, start: Callable[[Opening], Desktop]
):
    seen: list[bool] = []

    def find() -> Place:
        seen.append(desktop.sign_in.isVisible())
        return Place("Northgate", "claims.example", "https://claims.example")

    desktop = start(find)
    qtbot.waitUntil(lambda: desktop.place is not None)

    assert seen == [True]


def test_a_start_that_fails_says_why_and_can_be_tried_again(
    qtbot: QtBot, start: Callable[[Opening], Desktop]
):
    answers: list[Place | AppError] = [
        AppError("The disk is full. Free some space and try again."),
        Place("Northgate", "claims.example", "https://claims.example"),
    ]

    def find() -> Place:
        answer = answers.pop(0)
        if isinstance(answer, AppError):
            raise answer
        return answer

    desktop = start(find)
    banner = desktop.sign_in.banner
    qtbot.waitUntil(banner.isVisible)
    said = banner.accessibleName()
    QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.place is not None)

    assert said == "The disk is full. Free some space and try again."
    assert not banner.isVisible()
    assert desktop.sign_in.place.accessibleName() == "Northgate · claims.example"


def test_closing_the_desktop_lets_go_of_the_servers_once(
    qtbot: QtBot, start: Callable[[Opening], Desktop]
):
    left: list[str] = []
    place = Place("Northgate", "here", "https://claims.example", leave=lambda: left.append("left"))
    desktop = start(lambda: place)
    qtbot.waitUntil(lambda: desktop.place is not None)

    desktop.close()

    assert left == ["left"]


def test_timings_are_silent_unless_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.delenv("PRECEDENT_TIMINGS", raising=False)

    Timings.from_environment().tell("first-paint")

    assert capsys.readouterr().out == ""


def test_timings_count_from_the_start_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PRECEDENT_TIMINGS", "1")
    timings = Timings.from_environment()

    timings.tell("first-paint")
    timings.restart()
    timings.tell("queue-ready")

    first, second = (line.split() for line in capsys.readouterr().out.splitlines())
    assert (first[0], second[0]) == ("first-paint", "queue-ready")
    assert float(first[1]) > float(second[1]) >= 0


@pytest.mark.parametrize(
    ("kind", "level"),
    [(QtMsgType.QtWarningMsg, logging.WARNING), (QtMsgType.QtCriticalMsg, logging.ERROR)],
)
def test_words_of_qt_go_into_the_log(
    caplog: pytest.LogCaptureFixture, expected_log: list[str], kind: QtMsgType, level: int
):
    expected_log.append("something of Qt")

    crashes._qt_message(kind, None, "something of Qt")

    assert [(record.name, record.levelno) for record in caplog.records] == [("qt", level)]


def test_noise_of_the_off_screen_platform_is_dropped(caplog: pytest.LogCaptureFixture):
    text = "This plugin does not support propagateSizeHints()"

    crashes._qt_message(QtMsgType.QtWarningMsg, None, text)

    assert caplog.records == []
