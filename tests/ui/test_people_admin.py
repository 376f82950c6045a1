"""People as an administrator manages them, against a real token service."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.access import Identity
from app.errors import SignInFailed
from app.services.session import sign_in
from app.ui.confirming import ConfirmDialog
from app.ui.fresh_code import DROPPED, CodeDialog
from app.ui.new_password import PasswordDialog
from app.ui.people.admin import PeopleScreen
from app.ui.people.person_pane import OWN
from tests.server import Database
from tests.test_desktop import nameless
from tests.token_service import PASSWORD, SECRET, code_of
from tests.ui.admins import Entrance
from tests.ui.conftest import RunNow
from tests.ui.forms import choose, click

T = TypeVar("T", bound=QDialog)
pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def maya(door: Entrance) -> Identity:
    return door.person(full_name="Maya Chen", username="maya")


@pytest.fixture
def screen(
    door: Entrance, ada: Identity, maya: Identity, run_now: RunNow
) -> Iterator[PeopleScreen]:
    door.person("user", full_name="Grace Hall", username="grace")
    made = PeopleScreen(door.account(ada), run_now, ada)
    made.resize(1688, 1000)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    go(made, maya)
    yield made
    made.close()
    made.deleteLater()


def go(screen: PeopleScreen, person: Identity) -> None:
    row = screen.table.row_of(person.id)
    assert row is not None
    screen.view.choose(row)


def cells(screen: PeopleScreen, column: int) -> list[str]:
    return [
        screen.table.data(screen.table.index(row, column)) for row in range(len(screen.table.rows))
    ]


def dialog(screen: PeopleScreen, kind: type[T]) -> T:
    found = [one for one in screen.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def write(screen: PeopleScreen, field: str, text: str) -> None:
    editor = screen.pane.form.editors[field]
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def fill(screen: PeopleScreen, **changed: str) -> None:
    """Enter somebody new of Staff."""
    click(screen.add)
    told = {"username": "nora", "full_name": "Nora Newton", "region": "south"} | changed
    for field, text in told.items():
        write(screen, field, text)
    click(screen.pane.form.editors["lines"].buttons["travel"])


def stored(database: Database, username: str, column: str) -> Any:
    return database.value(f"SELECT {column} FROM auth_user WHERE username = %s", username)


def test_everybody_is_listed_with_what_they_may(screen: PeopleScreen):
    assert cells(screen, 0) == ["Ada Whitfield, ada", "Grace Hall, grace", "Maya Chen, maya"]
    assert cells(screen, 1) == ["Admin", "User", "Staff"]
    assert cells(screen, 4) == ["", "", "£5,000.00"]
    assert cells(screen, 5) == ["Password + code", "Password", "Password"]
    assert screen._count.text() == "3 active"


def test_a_name_or_a_region_is_found(screen: PeopleScreen):
    QTest.keyClicks(screen.search, "GRA")

    assert cells(screen, 0) == ["Grace Hall, grace"]

    screen.search.setText("west")

    assert screen.empty.isVisible()


def test_a_person_is_made_and_gets_a_password_that_is_shown_once(
    door: Entrance, screen: PeopleScreen
):
    fill(screen)
    click(screen.pane.save)

    shown = dialog(screen, PasswordDialog)
    password = shown.password.text()
    click(shown.copy)

    assert QGuiApplication.clipboard().text() == password
    assert shown.username.text() == "nora"
    assert "Nora Newton, nora" in cells(screen, 0)
    assert screen.pane.person is not None
    assert screen.pane.person.lines == ("travel",)
    sign_in(door.token_url, "nora", password).close()
    shown.accept()
    assert password not in screen.pane._password.text()


def test_what_is_missing_is_said_at_the_field_and_nothing_is_sent(
    database: Database, screen: PeopleScreen
):
    fill(screen, username="Nora Newton")
    click(screen.pane.save)

    assert screen.pane.form.fields["username"].problem.startswith("Use 2 to 40 lower-case")
    assert screen.pane.form.editors["username"].hasFocus()
    assert database.value("SELECT count(*) FROM auth_user") == 3


def test_a_name_that_is_taken_is_told_and_what_was_entered_stays(screen: PeopleScreen):
    fill(screen, username="maya")
    click(screen.pane.save)

    assert screen.pane.banner.accessibleName() == "Somebody has this user name already."
    assert screen.pane.form.editors["full_name"].text() == "Nora Newton"
    assert screen.pane.save.isEnabled()


def test_a_change_is_saved_and_shown(database: Database, screen: PeopleScreen):
    idle = screen.pane.save.isEnabled()
    write(screen, "authority_limit", "12,500")
    click(screen.pane.form.editors["flags"].buttons["supervisor"])
    click(screen.pane.save)

    assert not idle
    assert stored(database, "maya", "authority_limit") == Decimal("12500.00")
    assert stored(database, "maya", "supervisor")
    assert cells(screen, 4)[2] == "£12,500.00"
    assert screen.toast.text == "Maya Chen saved"
    assert not screen.pane.form.changed


def test_a_role_without_claims_hides_and_drops_what_staff_alone_have(
    database: Database, door: Entrance, screen: PeopleScreen, maya: Identity
):
    session = door.sign_in(maya)
    choose(screen.pane.form.editors["role"], "User: submits claims and sees their own")
    hidden = [screen.pane.form.fields[name].isHidden() for name in ("lines", "flags")]
    warned = screen.pane.form.editors["role"].accessibleDescription()
    click(screen.pane.save)

    assert hidden == [True, True]
    assert warned.startswith("A new role ends")
    assert stored(database, "maya", "role") == "user"
    assert stored(database, "maya", "lines") == []
    with pytest.raises(SignInFailed):
        session.source.call("GET", "/v1/sessions")


def test_changes_are_not_lost_by_choosing_somebody_else(
    screen: PeopleScreen, maya: Identity, ada: Identity
):
    write(screen, "region", "west")

    go(screen, ada)
    QApplication.processEvents()

    assert screen.pane.person is not None
    assert screen.pane.person.id == maya.id
    assert screen.pane.form.editors["region"].text() == "west"
    assert screen.notice.accessibleName() == "Save or discard the changes to Maya Chen first."
    chosen = screen.person()
    assert chosen is not None
    assert chosen.id == maya.id


def test_discard_brings_back_what_is_stored(screen: PeopleScreen):
    write(screen, "region", "west")

    click(screen.pane.drop)

    assert screen.pane.form.editors["region"].text() == "north"
    assert not screen.pane.save.isEnabled()


def test_who_thinks_better_of_adding_somebody_is_back_at_the_last_person(
    screen: PeopleScreen, maya: Identity
):
    fill(screen)

    click(screen.pane.drop)

    chosen = screen.person()
    assert chosen is not None
    assert chosen.id == maya.id
    assert screen.pane.form.editors["full_name"].text() == "Maya Chen"


def test_disabling_names_the_person_and_does_nothing_by_default(
    database: Database, screen: PeopleScreen
):
    click(screen.pane.switch)
    asked = dialog(screen, ConfirmDialog)
    told = (
        asked.accessibleName(),
        asked.act.text(),
        asked.keep.isDefault(),
        asked.focusWidget() is asked.keep,
    )

    QTest.keyClick(asked, Qt.Key.Key_Return)

    assert told == ("Disable Maya Chen?", "Disable Maya Chen", True, True)
    assert stored(database, "maya", "is_active")


def test_a_disabled_person_is_signed_out_and_can_be_enabled_again(
    database: Database, door: Entrance, screen: PeopleScreen, maya: Identity
):
    session = door.sign_in(maya)
    click(screen.pane.switch)
    click(dialog(screen, ConfirmDialog).act)
    state = cells(screen, 6)[2], screen._count.text(), screen.pane.switch.text()
    with pytest.raises(SignInFailed):
        session.source.call("GET", "/v1/sessions")

    click(screen.pane.switch)

    assert state == ("Disabled", "2 active · 1 disabled", "Enable account")
    assert stored(database, "maya", "is_active")


def test_a_reset_password_is_shown_once_and_the_old_one_stops_working(
    door: Entrance, screen: PeopleScreen
):
    click(screen.pane.reset_button)
    click(dialog(screen, ConfirmDialog).act)

    shown = dialog(screen, PasswordDialog)

    with pytest.raises(SignInFailed):
        sign_in(door.token_url, "maya", PASSWORD)
    sign_in(door.token_url, "maya", shown.password.text()).close()
    assert cells(screen, 5)[2] == "One-time password"


def test_an_old_code_is_asked_for_anew_and_then_the_change_goes_on(
    database: Database, door: Entrance, screen: PeopleScreen
):
    door.forget_codes()
    write(screen, "region", "west")
    click(screen.pane.save)
    asked = dialog(screen, CodeDialog)
    QTest.keyClicks(asked.edit, "000000")
    QTest.keyClick(asked.edit, Qt.Key.Key_Return)
    refused = asked.field.problem

    QTest.keyClick(asked.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(asked.edit, code_of(step=1))
    click(asked.send)

    assert refused.startswith("The one-time code is wrong")
    assert stored(database, "maya", "region") == "west"
    assert not screen.pane.form.changed


def test_a_sample_administrator_has_codes_at_hand(
    database: Database, door: Entrance, screen: PeopleScreen
):
    door.opened[0].source.otp_secret = SECRET
    door.forget_codes()
    write(screen, "region", "west")
    click(screen.pane.save)

    click(dialog(screen, CodeDialog).made)

    assert stored(database, "maya", "region") == "west"


def test_others_take_codes_from_their_own_app(door: Entrance, screen: PeopleScreen):
    door.opened[0].source.otp_secret = ""
    door.forget_codes()
    write(screen, "region", "west")

    click(screen.pane.save)

    assert not dialog(screen, CodeDialog).made.isVisible()


def test_without_a_code_nothing_is_changed_and_the_change_can_be_tried_again(
    database: Database, door: Entrance, screen: PeopleScreen
):
    door.forget_codes()
    write(screen, "region", "west")
    click(screen.pane.save)
    click(dialog(screen, CodeDialog).drop)
    told = screen.pane.banner.accessibleName()

    click(screen.pane.banner.action)
    again = dialog(screen, CodeDialog)
    QTest.keyClicks(again.edit, code_of(step=1))
    click(again.send)

    assert told == DROPPED
    assert stored(database, "maya", "region") == "west"


def test_the_own_account_is_changed_by_somebody_else(screen: PeopleScreen, ada: Identity):
    go(screen, ada)

    assert not screen.pane.form.editors["role"].isEnabled()
    for button in (screen.pane.switch, screen.pane.reset_button):
        assert not button.isEnabled()
        assert button.toolTip() == OWN


def test_sessions_of_anybody_are_shown_and_ended(
    door: Entrance, screen: PeopleScreen, maya: Identity
):
    session = door.sign_in(maya)
    screen.refresh()
    shown = [row.name.split()[0] for row in screen.pane.sessions.rows]

    click(screen.pane.sessions.rows[0].end)

    assert shown == ["Desktop"]
    assert screen.pane.sessions.rows == []
    assert screen.pane.sessions.empty.text() == "Signed in nowhere."
    with pytest.raises(SignInFailed):
        session.source.call("GET", "/v1/sessions")


def test_everything_that_takes_the_focus_has_a_name(screen: PeopleScreen):
    shown = nameless(screen)
    click(screen.add)

    assert shown + nameless(screen) == []


def test_a_narrow_window_keeps_names_and_states(screen: PeopleScreen):
    screen.resize(970, 800)

    hidden = [screen.view.isColumnHidden(column) for column in range(7)]

    assert hidden == [False, False, True, True, True, True, False]


def test_enter_leads_into_the_form(screen: PeopleScreen):
    screen.view.setFocus()

    QTest.keyClick(screen.view, Qt.Key.Key_Return)

    assert screen.pane.form.editors["full_name"].hasFocus()


def test_a_list_that_cannot_be_read_is_told_and_what_is_shown_stays(
    database: Database, screen: PeopleScreen
):
    database.run("UPDATE auth.refresh_token SET revoked_at = now()")

    screen.refresh()

    assert screen.notice.accessibleName()
    assert screen.notice.action.text() == "Try again"
    assert len(screen.table.rows) == 3
