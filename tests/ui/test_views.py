"""Saved views at the desk: saved by keys, counted, opened from the navigation and by key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.access import Identity
from app.codes import ClaimType
from app.services.queue_filter import Owner, QueueFilter, RiskBand, SortKey
from app.services.saved_views import SavedViews
from app.ui.changes import Changes
from app.ui.commands import command
from app.ui.confirming import ConfirmDialog
from app.ui.navigation import Place
from app.ui.palette.entries import entries
from app.ui.queue.page import QueuePage
from app.ui.queue.places import IN_VIEW
from app.ui.queue.views import NONE_YET, QueueViews
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.views.desk import Views
from app.ui.views.dialog import ViewDialog
from app.ui.views.places import ViewPlaces
from app.ui.window import MainWindow
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, three_claims

SAVE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
RISKY = QueueFilter(risk=RiskBand.HIGH, sort=SortKey.AMOUNT, descending=True)


class Desktop:
    """A window with a queue of two places, on real servers."""

    def __init__(self, database: Database, person: Identity, tasks: RunNow, theme: Theme) -> None:
        self.changes, self._tasks, self.person = Changes(), tasks, person
        self.desks = Desks(database, tasks)
        self.service = SavedViews(self.desks.sign_in(person), person)
        self.views = Views(self.service, tasks, self.changes)
        places = [
            Place("go.queue", "Work", lambda: self._page("go.queue"), "queue"),
            Place("go.views", "Work", lambda: self._page(""), listed=False),
        ]
        self.window = MainWindow(person, places, self.changes, theme, workplace="Northgate")
        self.window.resize(1688, 900)
        self.places = ViewPlaces(self.window, self.views, person)
        self.views.refresh()

    @property
    def page(self) -> QueuePage:
        shown = self.window.screen_shown
        assert isinstance(shown, QueuePage)
        return shown

    @property
    def here(self) -> QueueViews:
        assert self.page.views is not None
        return self.page.views

    def dialog(self) -> ViewDialog:
        return next(d for d in self.window.findChildren(ViewDialog) if d.isVisible())

    def _page(self, place: str) -> QueuePage:
        return self.desks.made(self.person, views=self.views, place=place, changes=self.changes)


@pytest.fixture
def maya(database: Database) -> Identity:
    three_claims(database)
    return a_person(database, full_name="Maya Chen", supervisor=True)


@pytest.fixture
def desktop(
    qtbot: QtBot, database: Database, maya: Identity, run_now: RunNow, theme: Theme
) -> Iterator[Desktop]:
    desktop = Desktop(database, maya, run_now, theme)
    qtbot.addWidget(desktop.window)
    with qtbot.waitExposed(desktop.window):
        desktop.window.show()
    desktop.window.activateWindow()
    yield desktop
    desktop.window.close()


def shown(desktop: Desktop) -> list[tuple[str, str]]:
    buttons = desktop.places.list.buttons
    return [(one.command.title, one._count) for one in buttons if one.isVisibleTo(desktop.window)]


def keys(desktop: Desktop, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(desktop.window.focusWidget() or desktop.window, key)


def test_filters_and_order_are_saved_under_a_name_and_counted(desktop: Desktop):
    desktop.page.feed.ask(RISKY)

    QTest.keyClick(desktop.page.view, Qt.Key.Key_S, SAVE)
    dialog = desktop.dialog()
    QTest.keyClicks(dialog.name, "Fire first")
    dialog.name.returnPressed.emit()

    (view,) = desktop.service.all()
    assert (view.name, view.query) == ("Fire first", RISKY)
    assert shown(desktop) == [("Fire first", "1")]
    assert desktop.page.head.title.text() == "Fire first"
    assert [row.score for row in desktop.page.table.rows] == [87]
    assert desktop.places.list.buttons[0].isChecked()


def test_views_that_arrive_when_their_window_has_gone_are_shown_nowhere(
    qtbot: QtBot, database: Database, maya: Identity, tasks: Tasks, run_now: RunNow, theme: Theme
):
    desktop = Desktop(database, maya, run_now, theme)
    desktop.service.save("Fire first", RISKY)
    views = Views(desktop.service, tasks, desktop.changes)
    ViewPlaces(desktop.window, views, maya)
    arrived: list[object] = []
    views.changed.connect(arrived.append)

    views.refresh()
    delete(desktop.window)
    qtbot.waitUntil(lambda: not tasks._running)

    assert arrived == []


def test_a_view_without_a_name_stays_open_and_says_what_is_missing(desktop: Desktop):
    dialog = desktop.here.save()

    dialog.save.click()

    assert dialog.isVisible()
    assert dialog.field.problem == "Write a name for the view."


def test_a_name_taken_already_is_said_under_the_field(desktop: Desktop):
    desktop.service.save("Fire first", RISKY)
    dialog = desktop.here.save()
    dialog.name.setText("FIRE first")

    dialog.save.click()

    assert dialog.isVisible()
    assert "of this name already" in dialog.field.problem


def test_g_and_a_digit_open_a_view_and_g_q_the_queue_as_it_was(desktop: Desktop):
    desktop.service.save("Fire first", RISKY)
    desktop.views.refresh()

    keys(desktop, Qt.Key.Key_G, Qt.Key.Key_1)
    there = desktop.page.head.title.text(), len(desktop.page.table.rows)
    keys(desktop, Qt.Key.Key_G, Qt.Key.Key_Q)

    assert there == ("Fire first", 1)
    assert (desktop.page.head.title.text(), len(desktop.page.table.rows)) == ("Triage queue", 3)


def test_g_w_opens_the_view_shown_last_or_says_how_to_save_one(desktop: Desktop):
    keys(desktop, Qt.Key.Key_G, Qt.Key.Key_W)
    told = desktop.page.head.notice.accessibleName()
    desktop.service.save("Fire first", RISKY)
    desktop.views.refresh()

    keys(desktop, Qt.Key.Key_G, Qt.Key.Key_W)

    assert told == NONE_YET
    assert desktop.page.head.title.text() == "Fire first"


def test_the_counts_follow_the_claims(database: Database, desktop: Desktop):
    desktop.service.save("Fire first", RISKY)
    desktop.views.refresh()
    before = shown(desktop)
    three_claims(database)

    desktop.changes.claims.emit(None)
    desktop.views._soon.timeout.emit()

    assert (before, shown(desktop)) == ([("Fire first", "1")], [("Fire first", "2")])


def test_a_view_that_finds_nothing_does_not_say_that_all_is_decided(desktop: Desktop):
    desktop.service.save("Travel", QueueFilter(claim_type=ClaimType.TRAVEL))
    desktop.views.refresh()

    desktop.views.open()

    assert desktop.page.places.shown is desktop.page.places.empty
    assert desktop.page.places.empty._text.text() == IN_VIEW


def test_the_palette_offers_views_by_their_names_and_no_empty_ones(desktop: Desktop):
    desktop.service.save("Fire first", RISKY)
    desktop.views.refresh()

    found = entries(desktop.page, desktop.window, desktop.window.navigation.buttons)

    views = [(one.title, one.keys) for one in found if one.title.startswith(("View", "Saved view"))]
    assert ("View: Fire first", "G then 1") in views
    assert "Saved view 2" not in {title for title, _ in views}


def test_a_view_is_changed_renamed_and_deleted_from_its_menu(desktop: Desktop):
    view = desktop.service.save("Fire first", RISKY)
    desktop.views.refresh()
    desktop.views.open(view)
    desktop.page.feed.ask(QueueFilter(owner=Owner.NOBODY))

    choose(desktop, "Save changes")
    kept = desktop.service.all()[0].query
    choose(desktop, "Rename")
    desktop.dialog().name.setText("Nobody's")
    desktop.dialog().save.click()
    renamed = desktop.page.head.title.text()
    choose(desktop, "Delete")
    next(iter(desktop.window.findChildren(ConfirmDialog))).act.click()

    assert kept == QueueFilter(owner=Owner.NOBODY)
    assert renamed == "Nobody's"
    assert desktop.service.all() == ()
    assert shown(desktop) == []


def choose(desktop: Desktop, begins: str) -> None:
    actions = desktop.here.menu().actions()
    next(one for one in actions if one.text().startswith(begins)).trigger()


def test_only_a_supervisor_is_offered_to_share(database: Database, desktop: Desktop):
    dialog = desktop.here.save()
    dialog.name.setText("The desk")
    dialog.share.click()
    dialog.save.click()

    adjuster = a_person(database)
    (view,) = SavedViews(database.sessions_as(adjuster), adjuster).all()
    assert (view.name, view.by) == ("The desk", "Maya Chen")


def test_a_queue_is_found_as_it_was_left_after_a_restart_caseflow_18502(
    database: Database, maya: Identity, desktop: Desktop, run_now: RunNow, theme: Theme
):
    desktop.page.feed.ask(QueueFilter(risk=RiskBand.HIGH, text="Zielinski"))
    desktop.here.remember()

    again = Desktop(database, maya, run_now, theme)

    assert again.page.feed.query == QueueFilter(risk=RiskBand.HIGH)
    assert [chip.accessibleName() for chip in again.page.head.filters.chips][-1] == (
        "Filter Risk: High"
    )
    again.window.close()


def test_a_queue_is_filtered_instead_of_made_per_policy_coop_388(desktop: Desktop):
    desktop.service.save("Motor theft", QueueFilter(text="POL-4711"))
    desktop.views.refresh()

    desktop.views.open()

    assert desktop.page.head.search.text() == "POL-4711"
    assert len(desktop.page.table.rows) == 3
    assert command("go.view1").keycap == "G then 1"
