"""The own sessions, as everybody sees and ends them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.errors import SignInFailed
from app.services.session import sign_in
from app.ui.account.password import CHANGED, DIFFERENT, PasswordForm
from app.ui.changes import Changes
from app.ui.navigation import Place
from app.ui.sessions import SessionsDialog, show_sessions
from app.ui.theme import Theme
from app.ui.window import MainWindow
from tests.factories import an_identity
from tests.token_service import PASSWORD
from tests.ui.admins import Entrance
from tests.ui.conftest import RunNow
from tests.ui.forms import click

BETTER = "eight red bottles"
pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def grace(door: Entrance) -> Identity:
    return door.person("user", full_name="Grace Hall")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return host


def opened(door: Entrance, person: Identity, tasks: RunNow, host: QWidget) -> SessionsDialog:
    return show_sessions(door.account(person), tasks, host)


def test_the_own_session_is_marked_and_has_no_button_to_end_it(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    shown = opened(door, grace, run_now, host)

    [row] = shown.list.rows
    assert row.name == "This desktop"
    assert row.about.endswith("last renewed just now")
    assert row.accessibleName() == f"This desktop. {row.about}"
    assert not row.end.isVisible()
    assert not shown.list.end_others.isVisible()


def test_a_session_elsewhere_is_ended_at_once(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    away = door.sign_in(grace)
    shown = opened(door, grace, run_now, host)
    [other] = [row for row in shown.list.rows if not row.session.current]

    click(other.end)

    assert [row.name for row in shown.list.rows] == ["This desktop"]
    with pytest.raises(SignInFailed):
        away.source.call("GET", "/v1/sessions")


def test_all_others_are_ended_with_one_button(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    for _ in range(2):
        door.sign_in(grace)
    shown = opened(door, grace, run_now, host)
    before = len(shown.list.rows)

    click(shown.list.end_others)

    assert before == 3
    assert [row.session.current for row in shown.list.rows] == [True]


def test_a_session_that_is_over_already_is_told_and_the_list_can_be_read_again(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    door.sign_in(grace)
    shown = opened(door, grace, run_now, host)
    away = next(row.session.id for row in shown.list.rows if not row.session.current)
    door.account(grace).end_session(away)
    [other] = [row for row in shown.list.rows if not row.session.current]

    click(other.end)
    told = shown.list.banner.accessibleName()
    click(shown.list.banner.action)

    assert told == "There is no such session."
    assert away not in [row.session.id for row in shown.list.rows]
    assert shown.list.banner.isHidden()


def test_the_menu_of_the_person_leads_to_the_own_sessions(
    qtbot: QtBot, theme: Theme, host: QWidget
):
    place = Place("go.queue", "Work", QWidget)
    window = MainWindow(an_identity(), [place], Changes(), theme, workplace="Northgate")
    qtbot.addWidget(window)
    [entry] = [one for one in window.person_menu().actions() if one.text() == "Your account"]

    with qtbot.waitSignal(window.sessions_asked):
        entry.trigger()


def test_the_own_password_is_changed_and_other_sessions_end(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    door.sign_in(grace)
    shown = opened(door, grace, run_now, host)
    form = shown.password
    write(form, PASSWORD, BETTER, BETTER)

    QTest.keyClick(form.again, Qt.Key.Key_Return)

    assert form.banner.accessibleName() == CHANGED
    assert [row.name for row in shown.list.rows] == ["This desktop"]
    assert (form.old.text(), form.new.text(), form.again.text()) == ("", "", "")
    sign_in(door.token_url, grace.username, BETTER).close()
    with pytest.raises(SignInFailed):
        sign_in(door.token_url, grace.username, PASSWORD)


@pytest.mark.parametrize(
    ("words", "place", "problem"),
    [
        (("", BETTER, BETTER), 0, "Enter the password you signed in with."),
        ((PASSWORD, "", ""), 1, "Enter a new password."),
        ((PASSWORD, BETTER, PASSWORD), 2, DIFFERENT),
        (("not this one", BETTER, BETTER), 0, "The user name or the password is wrong."),
        ((PASSWORD, "short", "short"), 1, "A password has 12 to 256 characters."),
    ],
)
def test_a_password_that_cannot_be_changed_says_why_at_its_field(
    door: Entrance,
    grace: Identity,
    run_now: RunNow,
    host: QWidget,
    words: tuple[str, str, str],
    place: int,
    problem: str,
):
    form = opened(door, grace, run_now, host).password
    write(form, *words)

    click(form.change)

    assert [field.problem for field in form.fields] == [
        problem if n == place else "" for n in range(3)
    ]
    assert form.change.isEnabled()
    sign_in(door.token_url, grace.username, PASSWORD).close()


def write(form: PasswordForm, *words: str) -> None:
    for editor, word in zip((form.old, form.new, form.again), words, strict=True):
        QTest.keyClicks(editor, word)


def test_the_dialog_grows_with_the_sessions_that_arrive(
    qtbot: QtBot, door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    shown = opened(door, grace, run_now, host)
    before = shown.height()
    for _ in range(4):
        door.sign_in(grace)

    shown.list.refresh()

    qtbot.waitUntil(lambda: shown.height() > before + 100)
    note = shown.password.fields[1]
    assert note.height() >= note.sizeHint().height()
