"""The bell: counted, listed, leading to the claim, and quiet when it should be."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.services.notices import Choices, NoticeService
from app.ui.bell import Bell
from app.ui.changes import Changes
from app.ui.navigation import Place
from app.ui.notices.choices import NoticeChoices
from app.ui.notices.desk import Notices
from app.ui.notices.list import NoticeList
from app.ui.theme import Theme
from app.ui.window import MainWindow
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.ui.conftest import RunNow

NEVER = Choices(quiet_from=time(0), quiet_until=time(0))
ALWAYS = Choices(quiet_from=time(0), quiet_until=time(23, 59, 59, 999999))


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def window(maya: Identity, theme: Theme, qtbot: QtBot) -> MainWindow:
    places = [Place("go.queue", "Work", QWidget)]
    window = MainWindow(maya, places, Changes(), theme, workplace="Northgate")
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def notices(
    database: Database, maya: Identity, window: MainWindow, run_now: RunNow, changes: Changes
) -> Notices:
    service = NoticeService(database.sessions_as(maya), maya)
    service.choose(NEVER)
    return Notices(service, run_now, changes, window)


@pytest.fixture
def bell(window: MainWindow, notices: Notices, maya: Identity) -> Iterator[Bell]:
    bell = Bell(window, notices, maya)
    notices.refresh()
    yield bell
    for shown in window.findChildren(NoticeList):
        shown.reject()


def give(database: Database, person: Identity) -> int:
    claim = a_claim(database)
    database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", person.id, claim)
    return claim


def listed(bell: Bell) -> NoticeList:
    bell.open()
    assert bell.list is not None
    return bell.list


def test_the_bell_counts_what_was_not_read_when_claims_change(
    database: Database, maya: Identity, window: MainWindow, bell: Bell, notices: Notices, changes
):
    give(database, maya)

    changes.claims.emit(None)
    notices._soon.timeout.emit()

    assert window.navigation.bell.accessibleName() == "Notifications, 1"


def test_a_notice_leads_to_its_claim_and_is_read_by_that(
    database: Database, maya: Identity, notices: Notices, bell: Bell
):
    first, second = give(database, maya), give(database, maya)
    notices.refresh()
    opened: list[int] = []
    bell.opened.connect(opened.append)
    shown = listed(bell)
    rows = shown.rows

    QTest.keyClick(shown, Qt.Key.Key_Down)
    rows[1].click()

    assert [row.line.claim for row in rows] == [second, first]
    assert opened == [first]
    assert notices.unread == 1


def test_all_are_marked_as_read_at_once(
    database: Database, maya: Identity, notices: Notices, bell: Bell
):
    for _ in range(3):
        give(database, maya)
    notices.refresh()
    shown = listed(bell)

    shown.read.click()

    assert notices.unread == 0
    assert not shown.read.isEnabled()
    assert [row.line.seen for row in shown.rows] == [True] * 3


def test_with_nothing_to_tell_the_list_says_what_would_be_there(bell: Bell):
    shown = listed(bell)

    assert shown.nothing.isVisibleTo(shown)
    assert shown.rows == []


def test_the_desktop_is_told_once_and_several_of_a_kind_in_one_line(
    database: Database, maya: Identity, window: MainWindow, notices: Notices, bell: Bell
):
    said: list[str] = []
    notices.said.connect(said.append)
    window.hide()
    give(database, maya)
    give(database, maya)

    notices.refresh()
    notices.refresh()

    assert said == ["2 claims were assigned to you"]


def test_what_waited_before_the_start_is_listed_but_not_said(
    database: Database, maya: Identity, window: MainWindow, notices: Notices
):
    said: list[str] = []
    notices.said.connect(said.append)
    window.hide()
    give(database, maya)

    notices.refresh()

    assert (notices.unread, said) == (1, [])


@pytest.mark.parametrize("choices", [ALWAYS, Choices(NEVER.silent, desktop=False)])
def test_in_quiet_hours_or_without_leave_the_desktop_says_nothing(
    database: Database,
    maya: Identity,
    window: MainWindow,
    notices: Notices,
    bell: Bell,
    choices: Choices,
):
    said: list[str] = []
    notices.said.connect(said.append)
    window.hide()
    notices.choose(choices)
    give(database, maya)

    notices.refresh()

    assert said == []
    assert notices.unread == 1


def test_the_settings_keep_kinds_and_quiet_hours_on_the_server(
    database: Database, maya: Identity, notices: Notices, bell: Bell, qtbot: QtBot
):
    page = NoticeChoices(notices)
    qtbot.addWidget(page)

    page.kinds["late"].click()
    page.desktop.click()
    page.hours.start.setTime(page.hours.start.time().addSecs(3600))
    page.hours.start.editingFinished.emit()

    kept = NoticeService(database.sessions_as(maya), maya).choices()
    assert kept == Choices(
        frozenset({"late"}), desktop=False, quiet_from=time(1), quiet_until=time(0)
    )
    assert notices.choices == kept
