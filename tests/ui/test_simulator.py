"""The threshold simulator on screen: asked, read, proposed and confirmed by another person."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from sqlalchemy.orm import sessionmaker

from app.services.account import AccountService
from app.services.figures import today
from app.services.session import Session
from app.services.thresholds import Thresholds
from app.ui.changes import Changes
from app.ui.reasons import EMPTY, ReasonDialog
from app.ui.simulator.pane import NONE, OWN, SAME, WAITING
from app.ui.simulator.screen import NUMBER, SimulatorScreen
from app.ui.threshold_dialog import NO_DAY, ThresholdDialog
from tests.factories import a_model
from tests.server import Database
from tests.services.settled_scores import an_outcome
from tests.test_desktop import nameless
from tests.ui.admins import Entrance, Screens, dialog, entrance
from tests.ui.conftest import RunNow
from tests.ui.forms import choose, click

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def door(database: Database) -> Iterator[Entrance]:
    a_model(database)
    for number in range(26):
        an_outcome(
            database,
            85 if number % 2 else 62,
            "substantiated" if number % 4 else "cleared",
            days_ago=7 * number + 2,
        )
    with entrance(database) as made:
        yield made


@pytest.fixture
def screens(door: Entrance, run_now: RunNow) -> Iterator[Screens[SimulatorScreen]]:
    def build(session: Session) -> SimulatorScreen:
        sessions = sessionmaker(session.engine, expire_on_commit=False)
        identity = session.identity
        account = AccountService(session.source, identity)
        service = Thresholds(sessions, identity)
        return SimulatorScreen(service, account, run_now, Changes(), identity)

    made = Screens(door, build)
    yield made
    made.close()


def told(screen: SimulatorScreen, row: int) -> list[str]:
    return [screen.table.index(row, column).data() for column in range(3)]


def retype(screen: SimulatorScreen, text: str) -> None:
    screen.hours.selectAll()
    QTest.keyClicks(screen.hours, text)


def propose(screen: SimulatorScreen, reason: str = "There is room.") -> None:
    click(screen.pane.propose)
    asked = dialog(screen, ThresholdDialog)
    asked.reason.write(reason)
    click(asked.act)


def test_the_week_of_a_threshold_stands_beside_that_in_force(screens, ada):
    screen = screens.open(ada)

    assert told(screen, 0) == ["Referred from", "70", "60"]
    assert told(screen, 1)[1].startswith("0.2 (")
    assert told(screen, 1)[2].startswith("0.5 (")
    assert told(screen, 3) == ["Hours used", "4%", "8%"]
    choose(screen.score, "Refer from 90")
    assert told(screen, 1)[2] == "0.0 (0.0 to 0.0)"
    assert screen.pane.force.text() == NONE


def test_hours_are_asked_for_as_numbers(screens, ada):
    screen = screens.open(ada)

    retype(screen, "many")
    assert screen.fields["hours"].problem == NUMBER
    retype(screen, "12")

    assert screen.fields["hours"].problem == ""
    assert told(screen, 3) == ["Hours used", "8%", "15%"]
    assert screen.grid.cards["workload"].view.chart.level == 40


def test_a_change_is_proposed_confirmed_and_then_in_force(screens, ada, ben):
    first, second = screens.open(ada), screens.open(ben)

    propose(first)

    assert first.pane.waiting.isVisible()
    assert first.pane.confirm.toolTip() == OWN
    assert first.pane.propose.toolTip() == WAITING
    assert first.pane.words.text().startswith("Simulated: 0.5 referrals a week")
    second.refresh()
    click(second.pane.confirm)
    assert not second.pane.waiting.isVisible()
    assert second.pane.force.text().startswith("Claims are referred from 60 since ")
    assert second.pane.propose.toolTip() == SAME
    assert told(second, 0) == ["Referred from", "60", "60"]


def test_a_change_is_dropped_with_its_reason(screens, ada):
    screen = screens.open(ada)
    propose(screen)

    click(screen.pane.drop)
    asked = dialog(screen, ReasonDialog)
    asked.edit.setPlainText("Not before the summer.")
    click(asked.act)

    assert not screen.pane.waiting.isVisible()
    assert "dropped: There is room." in screen.pane.past.text()


def test_a_change_needs_a_day_to_come_and_a_reason(screens, ada):
    screen = screens.open(ada)
    click(screen.pane.propose)
    asked = dialog(screen, ThresholdDialog)

    asked.day.write(today() - timedelta(days=1))
    click(asked.act)
    assert asked.fields["day"].problem == NO_DAY
    asked.day.write(today())
    click(asked.act)

    assert asked.fields["reason"].problem == EMPTY
    click(asked.cancel)
    assert screen.shown.changes == ()


def test_an_analyst_simulates_and_proposes_nothing(screens, door):
    screen = screens.open(door.person(analyst=True))

    assert told(screen, 1)[2].startswith("0.5 (")
    assert not screen.pane.propose.isVisible()


def test_a_lost_database_is_told_where_it_is_read(screens, ada, database):
    screen = screens.open(ada)
    database.run("ALTER TABLE ml_engine_threshold RENAME TO away")

    screen.refresh()

    assert screen.notice.isVisible()
    database.run("ALTER TABLE away RENAME TO ml_engine_threshold")
    click(screen.notice.action)
    assert not screen.notice.isVisible()


def test_two_charts_share_the_whole_width(screens, ada, qapp):
    screen = screens.open(ada)
    screen.resize(2000, 1000)
    qapp.processEvents()

    left, right = (card.geometry() for card in screen.grid.cards.values())

    assert left.top() == right.top()
    assert right.right() > screen.grid.viewport().width() - 40


def test_the_screen_is_named_and_walked_by_keyboard(screens, ada):
    screen = screens.open(ada)

    assert [pane.accessibleName() for pane in screen.panes()] == [
        "Threshold",
        "Simulated week",
        "Hours a week, chart",
        "Referrals a week and what they come to, chart",
        "Propose this threshold…",
    ]
    assert nameless(screen) == []
