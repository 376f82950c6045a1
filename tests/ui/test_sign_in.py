"""The sign-in window: there before the servers, errors beside what they concern."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import AppError, CodeNeeded, EnrolmentNeeded, Offline, SignInFailed
from app.progress import Progress
from app.ui.errors import ErrorDialog
from app.ui.people.screen import SamplePerson
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
    def sign_in(_username: str, _password: str, **_codes: object) -> object:
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


def asking(error: Exception):
    """Refuse as *error* says until a code comes, then hand over what was given."""

    def sign_in(*words: str, **codes: object) -> object:
        if not codes:
            raise error
        return (*words, codes)

    return sign_in


def test_a_code_is_asked_for_only_when_it_is_due(qtbot: QtBot, window: SignInWindow):
    window.ready("Northgate", asking(CodeNeeded("Enter a one-time code.")))
    before = window.code.isVisible()
    fill(window, "ada", "s3cret")
    asked = window.code.isVisible(), window.code.edit.hasFocus(), window.code.field.problem

    with qtbot.waitSignal(window.signed_in) as signal:
        QTest.keyClicks(window.code.edit, "123456")
        QTest.keyClick(window.code.edit, Qt.Key.Key_Return)

    assert not before
    assert asked == (True, True, "")
    assert signal.args == [("ada", "s3cret", {"otp": "123456"})]
    assert not window.code.isVisible()


def test_a_wrong_code_is_told_beside_it(window: SignInWindow):
    window.ready("Northgate", refusing(CodeNeeded("The one-time code is wrong.")))
    fill(window, "ada", "s3cret")

    QTest.keyClicks(window.code.edit, "000000")
    QTest.keyClick(window.code.edit, Qt.Key.Key_Return)

    assert window.code.field.problem == "The one-time code is wrong."
    assert window.password.problem == ""
    assert window.code.edit.selectedText() == "000000"


def test_the_first_sign_in_shows_the_key_for_the_app_and_enrols(qtbot: QtBot, window: SignInWindow):
    needed = EnrolmentNeeded("Set up codes.", token="t", secret="ABCDEFGHIJ", uri="otpauth://x")
    window.ready("Northgate", asking(needed))
    fill(window, "ada", "s3cret")
    shown = window.code.key.text(), window.code.set_up.isVisible()

    with qtbot.waitSignal(window.signed_in) as signal:
        QTest.keyClicks(window.code.edit, "123456")
        window.submit()

    assert shown == ("ABCD EFGH IJ", True)
    assert signal.args == [("ada", "s3cret", {"otp": "123456", "enrolment": needed})]


def test_another_name_is_not_asked_for_the_code_of_the_first(window: SignInWindow):
    window.ready("Northgate", refusing(CodeNeeded("Enter a one-time code.")))
    fill(window, "ada", "s3cret")

    QTest.keyClicks(window.name_edit, "m")

    assert not window.code.isVisible()


def test_a_sample_administrator_signs_in_with_one_click_and_a_code_made_here(
    qtbot: QtBot, window: SignInWindow
):
    ada = {**PEOPLE[2], "otp_secret": "ABCD"}
    window.ready("This computer", lambda *words, waiting, **codes: (*words, codes), (ada,))  # noqa: ARG005

    with qtbot.waitSignal(window.signed_in) as signal:
        QTest.mouseClick(window.grid.cards[0], Qt.MouseButton.LeftButton)

    assert signal.args == [("ada", "s3cret", {"otp_secret": "ABCD"})]


def test_while_a_used_code_is_waited_out_the_window_says_for_how_long(
    qtbot: QtBot, window: SignInWindow
):
    told: list[str] = []

    def entering(*_words: str, waiting: Progress, **_codes: str) -> str:
        waiting(13, 30)
        told.append(window.banner.accessibleName())
        return "a session"

    window.ready("This computer", entering, ({**PEOPLE[2], "otp_secret": "ABCD"},))

    with qtbot.waitSignal(window.signed_in):
        QTest.mouseClick(window.grid.cards[0], Qt.MouseButton.LeftButton)

    assert told == [
        "A one-time code works once. Signing in goes on by itself in 17 seconds, with the next one."
    ]
