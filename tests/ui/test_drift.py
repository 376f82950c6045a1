"""What moved on screen: chosen, charted, settled, and the claims behind it sought in the queue."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.services.drift import DriftService
from app.services.drift_watch import DriftWatch
from app.services.model_store import Bundles
from app.services.queue_filter import QueueFilter, StatusGroup
from app.ui.changes import Changes
from app.ui.drift.screen import NOT_YET, DriftScreen
from app.ui.queue.filters import FilterBar
from app.ui.reasons import ReasonDialog
from tests.factories import a_model, a_person
from tests.server import Database
from tests.services.drifting import FIRST, scored_claims
from tests.services.registers import small
from tests.test_desktop import nameless

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def moved(database: Database, tmp_path: Path) -> Database:
    small().save(tmp_path / "shipped.bundle")
    a_model(database, sha256=small().model_id, lines=["motor"], name="Claims", version="1.0")
    scored_claims(database, 360)
    scored_claims(database, 120, start=361, days=50, changes={"cause": "theft"})
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    watch = DriftWatch(sessions, Bundles(sessions, tmp_path / "shipped.bundle"))
    watch.look(watch.judging()[0], now=FIRST + timedelta(days=420))
    return database


@pytest.fixture
def screens(run_now) -> Iterator["Screens"]:
    made = Screens(run_now)
    yield made
    for screen in made.made:
        screen.close()
        screen.deleteLater()


class Screens:
    def __init__(self, tasks) -> None:
        self._tasks = tasks
        self.changes = Changes()
        self.made: list[DriftScreen] = []

    def open(self, database: Database, role: str = "admin", **flags: bool) -> DriftScreen:
        person = a_person(database, role, **flags)
        service = DriftService(database.sessions_as(person), person)
        screen = DriftScreen(service, self._tasks, self.changes, person)
        screen.resize(1688, 1000)
        screen.show()
        self.made.append(screen)
        return screen


def choose(screen: DriftScreen, subject: str) -> None:
    subjects = [alert.subject for alert in screen.alerts.rows]
    screen.alert_view.choose(subjects.index(subject))


def test_the_chosen_alert_shows_its_fact_then_and_now(moved, screens):
    screen = screens.open(moved)

    choose(screen, "cause")

    fact = screen.facts.rows[screen.fact_view.currentIndex().row()]
    then_and_now = screen.charts.cards[0].view.chart
    assert fact.name == "cause"
    assert then_and_now.about.startswith("Cause of loss: ")
    assert "theft" in then_and_now.labels
    assert "120 recent claims beside the 360 of the year" in screen.head.about.text()
    assert nameless(screen) == []


def test_the_claims_behind_an_alert_are_sought_in_the_queue(moved, screens):
    screen = screens.open(moved)
    sought: list[QueueFilter] = []
    screens.changes.sought.connect(sought.append)
    choose(screen, "cause")
    alert = screen.alert()

    screen.claims.click()
    screen.activateWindow()
    screen.alert_view.setFocus()
    QApplication.processEvents()
    QTest.keyClick(screen.alert_view, Qt.Key.Key_Return)

    assert alert
    assert [(one.alert, one.status) for one in sought] == [(alert.id, StatusGroup.ALL)] * 2


def test_the_chip_of_an_alert_tells_it_and_can_be_removed(qapp):
    bar = FilterBar()
    heard: list[QueueFilter] = []
    bar.changed.connect(heard.append)

    bar.show_query(QueueFilter(status=StatusGroup.ALL, alert=7))
    (chip,) = bar.chips
    chip.removed.emit()

    assert chip.accessibleName() == "Filter Behind: drift alert 7"
    assert heard == [QueueFilter(status=StatusGroup.ALL)]
    bar.deleteLater()


def test_an_administrator_settles_an_alert_with_what_was_found_out(moved, screens):
    screen = screens.open(moved)
    choose(screen, "cause")

    screen.settle.click()
    (asked,) = screen.findChildren(ReasonDialog)
    asked.edit.setPlainText("A wave of thefts, known to the police.")
    asked.act.click()

    states = {alert.subject: alert.state for alert in screen.alerts.rows}
    assert states["cause"] == "settled"
    choose(screen, "cause")
    assert not screen.settle.isEnabled()


def test_an_analyst_looks_but_does_not_settle(moved, screens):
    screen = screens.open(moved, "staff", analyst=True)

    assert screen.alerts.rows
    assert not screen.settle.isVisible()


def test_before_the_first_comparison_the_screen_says_when_there_will_be_one(database, screens):
    screen = screens.open(database)

    assert screen.head.about.text() == NOT_YET
    assert not screen.claims.isEnabled()


def test_a_failure_is_told_and_tried_again(moved, screens):
    screen = screens.open(moved)
    moved.run("ALTER TABLE ml_engine_alert RENAME TO away")
    screen.refresh()
    assert screen.notice.isVisible()

    moved.run("ALTER TABLE away RENAME TO ml_engine_alert")
    screen.notice.action.click()

    assert not screen.notice.isVisible()
