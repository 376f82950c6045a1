"""Fairness on screen: three charts by group, and who is shown none."""

from collections.abc import Iterator

import pytest

from app.services.fairness import FairnessService
from app.ui.commands import command
from app.ui.fairness import FairnessScreen
from tests.factories import a_person, an_identity
from tests.server import Database
from tests.services.settled_scores import an_outcome
from tests.services.test_fairness import a_group
from tests.test_desktop import nameless
from tests.ui.forms import choose

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def screen(database: Database, run_now) -> Iterator[FairnessScreen]:
    for number in range(44):
        claim = an_outcome(database, 50, "substantiated" if number % 11 == 0 else "paid")
        a_group(database, claim, "age", "30 to 44" if number % 2 else "45 to 59")
    admin = a_person(database, "admin")
    made = FairnessScreen(FairnessService(database.sessions_as(admin), admin), run_now, admin)
    made.resize(1456, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_each_measure_is_a_chart_and_a_table(screen):
    card = screen.grid.cards["referral"]

    card.as_table.click()

    assert [*screen.grid.cards] == ["referral", "delay", "override"]
    rows = [card.table.item(row, 1).text() for row in range(card.table.rowCount())]
    assert rows == ["30 to 44", "45 to 59"]
    assert screen.head.about.text().startswith("44 claims in 2 groups since ")


def test_another_grouping_without_facts_says_so(screen):
    choose(screen.grouping, "Sex")

    assert screen.shown.groups == 0
    assert not screen.grid.cards["referral"].view.chart.drawn


def test_the_place_is_the_administrators_alone():
    place = command("go.fairness")

    assert place.allowed(an_identity("admin"))
    assert not place.allowed(an_identity(analyst=True, supervisor=True, siu=True))
    assert not place.allowed(an_identity("user"))


def test_the_screen_is_named_and_walked_by_keyboard(screen):
    names = [pane.accessibleName() for pane in screen.panes()]

    assert names == [
        "Referral rate, chart",
        "Days to decision, chart",
        "Override rate, chart",
        "Group by",
        "Line of business",
        "Time",
    ]
    assert nameless(screen) == []
