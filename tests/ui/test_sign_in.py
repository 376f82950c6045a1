"""The sign-in window: there before the servers, errors beside what they concern."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import AppError, Offline, SignInFailed
from app.ui.errors import ErrorDialog
from app.ui.people import SamplePerson
from app.ui.sign_in import SignInWindow

PEOPLE = (
    {"username": "maya.chen", "password": "s3cret", "role": "staff", "region": "north"},
    {
        "username": "ines",
        "password": "s3cret",
        "role": "staff",
        "full_name": "Ines Duarte",
        "siu": True,
    },
    {"username": "ada", "password": "s3cret", "role": "admin", "full_name": "Ada Whitfield"},
)


pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def window(qtbot: QtBot, run_now) -> SignInWindow:
    window = SignInWindow(run_now)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def refusing(error: Exception):
    def sign_in(_username: str, _password: str) -> object:
        raise error

    return sign_in


def fill(window: SignInWindow, username: str, password: str) -> None:
    QTest.keyClicks(window.name_edit, username)
    QTest.keyClicks(window.word_edit, password)
    QTest.keyClick(window.word_edit, Qt.Key.Key_Return)


def test_it_can_be_typed_into_before_the_servers_are_up(window: SignInWindow):
    QTest.keyClicks(window.name_edit, "maya")

    assert window.name_edit.text() == "maya"
    assert window.progress.isVisible()
    assert not window.button.isEnabled()
    assert "starting" in window.button.toolTip()


def test_signing_in_hands_over_the_session(qtbot: QtBot, window: SignInWindow):
    window.ready("Northgate", lambda username, password: (username, password))

    with qtbot.waitSignal(window.signed_in) as signal:
        fill(window, "maya", "s3cret")

    assert signal.args == [("maya", "s3cret")]
    assert window.word_edit.text() == ""


@pytest.mark.parametrize(
    ("username", "password", "missing"), [("", "s3cret", "username"), ("maya", "", "password")]
)
def test_an_empty_field_is_named_and_nothing_is_sent(
    window: SignInWindow, username: str, password: str, missing: str
):
    window.ready("Northgate", refusing(AssertionError("nothing may be sent")))

    fill(window, username, password)

    field = getattr(window, missing)
    assert field.problem == f"Enter your {missing}."
    assert field.editor.hasFocus()
    assert field.problem in field.editor.accessibleDescription()


def test_wrong_credentials_are_told_inline_and_the_fields_are_kept(window: SignInWindow):
    sentence = "The username or the password is not right."
    window.ready("Northgate", refusing(SignInFailed(sentence)))

    fill(window, "maya", "wrong")

    assert window.password.problem == sentence
    assert (window.name_edit.text(), window.word_edit.text()) == ("maya", "wrong")
    assert window.word_edit.selectedText() == "wrong"
    assert window.button.isEnabled()


def test_the_problem_goes_when_the_next_try_begins(qtbot: QtBot, window: SignInWindow):
    window.ready("Northgate", refusing(SignInFailed("Not right.")))
    fill(window, "maya", "wrong")
    window.ready("Northgate", lambda *_: "session")

    with qtbot.waitSignal(window.signed_in):
        window.submit()

    assert window.password.problem == ""


def test_a_lost_connection_offers_to_try_again_with_the_same_words(
    qtbot: QtBot, window: SignInWindow
):
    window.ready("Northgate", refusing(Offline("The server does not answer.")))
    fill(window, "maya", "s3cret")
    shown = window.banner.isVisible()
    window.ready("Northgate", lambda *words: words)

    with qtbot.waitSignal(window.signed_in) as signal:
        QTest.mouseClick(window.banner.action, Qt.MouseButton.LeftButton)

    assert shown
    assert signal.args == [("maya", "s3cret")]


def test_a_workspace_that_cannot_start_says_why_and_can_be_tried_again(
    qtbot: QtBot, window: SignInWindow
):
    window.fail_to_start(AppError("The disk is full. Free some space."))

    with qtbot.waitSignal(window.retried):
        QTest.mouseClick(window.banner.action, Qt.MouseButton.LeftButton)

    assert window.banner.accessibleName() == "The disk is full. Free some space."
    assert not window.button.isEnabled()


def test_an_unexpected_error_is_shown_once_with_details(
    window: SignInWindow, expected_log: list[str]
):
    expected_log.append("Unexpected error")
    window.ready("Northgate", refusing(ZeroDivisionError("planted")))

    fill(window, "maya", "s3cret")
    window.submit()

    (dialog,) = window.findChildren(ErrorDialog)
    assert "ZeroDivisionError" in dialog.details
    assert "planted" not in dialog.message


def test_a_sample_person_signs_in_with_one_click(qtbot: QtBot, window: SignInWindow):
    window.ready("This computer", lambda *words: words, PEOPLE)

    with qtbot.waitSignal(window.signed_in) as signal:
        QTest.mouseClick(window.grid.cards[1], Qt.MouseButton.LeftButton)

    assert signal.args == [("ines", "s3cret")]


def test_sample_people_are_shown_by_name_and_what_they_do():
    people = [SamplePerson.of(user) for user in PEOPLE]

    assert [(person.name, person.words) for person in people] == [
        ("Maya Chen", "Adjuster · North"),
        ("Ines Duarte", "SIU investigator"),
        ("Ada Whitfield", "Administrator"),
    ]


def test_a_shared_installation_offers_no_sample_people(window: SignInWindow):
    window.ready("Northgate", lambda *words: words)

    assert not window.people.isVisible()


def test_a_narrow_window_shows_the_form_alone(window: SignInWindow):
    window.resize(700, 700)

    assert not window.panel.isVisible()
