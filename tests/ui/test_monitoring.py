"""Figures, jobs, tables and errors on screen, and the choice to be counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.services.monitoring import MonitorService
from app.ui.commands import bind, note
from app.ui.faults import NONE, FaultsScreen
from app.ui.monitoring.screen import MonitoringScreen
from app.ui.usage import Usage
from tests.factories import a_person, an_identity
from tests.server import Database, ask
from tests.test_desktop import nameless

pytestmark = pytest.mark.usefixtures("theme")
STACK = "app/ui/tasks.py:9 in perform\napp/services/claims.py:40 in queue\nhttpx/x.py:1 in get\n"


@pytest.fixture
def service(database: Database) -> MonitorService:
    admin = a_person(database, "admin")
    return MonitorService(database.sessions_as(admin), admin)


@pytest.fixture
def shown() -> Iterator[list[QWidget]]:
    made: list[QWidget] = []
    yield made
    for screen in made:
        screen.close()
        screen.deleteLater()


def test_figures_jobs_and_tables_are_shown_and_read_anew(database, service, run_now, shown):
    screen = MonitoringScreen(service, run_now, an_identity("admin"))
    shown.append(screen)
    screen.resize(1688, 1000)
    screen.show()
    before = screen.tiles.cards[0].accessibleName()
    with database.connect_worker() as worker:
        ask(worker, "SELECT job_ran('score', 3, NULL)")

    screen.refresh()
    screen.tabs[1].click()

    assert before == "Worker: never last seen, needs a look"
    assert screen.tiles.cards[0].accessibleName().startswith("Worker: 0 s ago")
    assert [job.name for job in screen.jobs.rows] == ["score"]
    assert screen.panes()[0].isVisible()
    assert "claims_claim" in {table.name for table in screen.tables.rows}
    assert nameless(screen) == []


def test_a_failure_is_told_and_tried_again(database, service, run_now, shown):
    screen = MonitoringScreen(service, run_now, an_identity("admin"))
    shown.append(screen)
    screen.show()
    database.run("ALTER TABLE worker_job RENAME TO away")
    screen.refresh()
    assert screen.notice.isVisible()

    database.run("ALTER TABLE away RENAME TO worker_job")
    screen.notice.action.click()

    assert not screen.notice.isVisible()


def test_an_error_is_shown_with_our_own_place_and_its_stack_innermost_first(
    database, service, run_now, shown
):
    with database.connect_worker() as worker:
        for _ in range(3):
            ask(worker, "SELECT report_fault('worker', '0.1.0', 'httpx.ReadTimeout', %s)", STACK)
    screen = FaultsScreen(service, run_now, an_identity("admin"))
    shown.append(screen)
    screen.show()

    screen.copy.click()

    (fault,) = screen.table.rows
    assert (fault.kind, fault.count) == ("ReadTimeout", 3)
    assert fault.place == "app/services/claims.py:40 in queue"
    assert QGuiApplication.clipboard().text().splitlines() == STACK.splitlines()[::-1]
    assert "3 times" in screen.about.text()
    assert nameless(screen) == []


def test_without_errors_the_screen_says_so(service, run_now, shown):
    screen = FaultsScreen(service, run_now, an_identity("admin"))
    shown.append(screen)

    assert screen.head.about.text() == NONE


def test_nothing_is_counted_until_it_was_chosen(run_now, tmp_path: Path, qtbot):
    settings = QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)
    sent: list[str] = []
    usage = Usage(settings, run_now, sent.append)
    desk = QWidget()
    qtbot.addWidget(desk)
    action = bind("claim.next", desk, lambda: None, an_identity())
    assert action

    action.trigger()
    usage.flush()
    usage.choose(1)
    action.trigger()
    note("screen", "go.queue")
    note("screen", "go.queue")
    usage.close()
    note("screen", "go.mine")

    assert sent == ['{"command": {"claim.next": 1}, "screen": {"go.queue": 2}}']
    assert Usage(settings, run_now, sent.append).counted
