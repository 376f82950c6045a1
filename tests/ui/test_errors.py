"""Errors for people: expected ones in their own words, all others once and with details."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Conflict
from app.ui import crashes
from app.ui.errors import NEXT_STEP, UNEXPECTED, ErrorDialog, log_to, report, show_error


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    for dialog in dialogs(widget):
        dialog.close()


def dialogs(window: QWidget) -> list[ErrorDialog]:
    return window.findChildren(ErrorDialog)


def test_an_expected_error_speaks_in_its_own_words(window: QWidget):
    show_error(window, Conflict("Tom approved this claim a minute ago."))

    (dialog,) = dialogs(window)
    assert (dialog.windowTitle(), dialog.message, dialog.details) == (
        "Changed by someone else",
        "Tom approved this claim a minute ago.",
        "",
    )


def test_an_unexpected_error_is_shown_without_its_insides_s34(
    window: QWidget, expected_log: list[str]
):
    expected_log.append("Unexpected error")

    show_error(window, KeyError("claims_claim"))

    (dialog,) = dialogs(window)
    assert (dialog.windowTitle(), dialog.message) == (UNEXPECTED, NEXT_STEP)


def test_a_second_unexpected_error_opens_no_second_dialog(window: QWidget, expected_log: list[str]):
    expected_log.append("Unexpected error")
    show_error(window, KeyError("one"))

    show_error(window, KeyError("two"))

    assert len(dialogs(window)) == 1


def test_the_details_can_be_copied_and_carry_the_number_that_was_logged(
    window: QWidget, expected_log: list[str], caplog: pytest.LogCaptureFixture
):
    expected_log.append("Unexpected error")
    show_error(window, KeyError("claims_claim"))
    (dialog,) = dialogs(window)

    dialog.copy.click()

    copied = QGuiApplication.clipboard().text()
    number = copied.split()[1]
    assert "KeyError" in copied
    assert number in caplog.text


def test_the_details_name_the_versions(expected_log: list[str]):
    expected_log.append("Unexpected error")

    details = report(ValueError("planted"))

    assert "Python 3" in details
    assert "Qt 6" in details


def test_an_uncaught_error_reaches_the_person_and_the_log(
    qtbot: QtBot, window: QWidget, expected_log: list[str]
):
    expected_log += ["Nobody caught this", "Unexpected error"]
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    crashes._crash(RuntimeError, RuntimeError("planted"), None)

    (dialog,) = dialogs(window)
    assert "RuntimeError" in dialog.details


def test_the_log_is_written_to_its_folder(tmp_path):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level

    path = log_to(tmp_path / "log")
    logging.getLogger("app.ui").info("signed in")

    added = [handler for handler in root.handlers if handler not in before]
    for handler in added:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    assert '"logger": "app.ui", "message": "signed in"' in path.read_text("utf-8")
