"""Fairness on screen: three charts by group, and who is shown none."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import sessionmaker

from app.services.account import AccountService
from app.services.fairness import FairnessService
from app.services.groups import GroupService
from app.ui.commands import command
from app.ui.fairness import FairnessScreen
from app.ui.fresh_code import CodeDialog
from tests.factories import an_identity
from tests.server import Database
from tests.services.settled_scores import an_outcome
from tests.services.test_fairness import a_group
from tests.test_desktop import nameless
from tests.token_service import code_of
from tests.ui.admins import Entrance, dialog
from tests.ui.forms import choose, click

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def screen(database: Database, door: Entrance, run_now) -> Iterator[FairnessScreen]:
    for number in range(44):
        claim = an_outcome(database, 50, "substantiated" if number % 11 == 0 else "paid")
        a_group(database, claim, "age", "30 to 44" if number % 2 else "45 to 59")
    admin = door.person("admin")
    session = door.sign_in(admin)
    sessions = sessionmaker(session.engine, expire_on_commit=False)
    services = FairnessService(sessions, admin), GroupService(sessions, admin)
    made = FairnessScreen(*services, AccountService(session.source, admin), run_now, admin)
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


def test_group_facts_are_loaded_from_a_table_once_a_fresh_code_was_shown(
    screen, database, door, tmp_path
):
    number = database.value("SELECT claim_number FROM claims_claim ORDER BY id LIMIT 1")
    table = tmp_path / "groups.csv"
    table.write_text(f"claim_number,sex\n{number},Women\n", "utf-8")
    door.forget_codes()

    screen.take(table)
    asked = dialog(screen, CodeDialog)
    asked.edit.setText(code_of(step=1))
    click(asked.send)

    assert screen.toast.text == "1 group fact was taken"
    assert database.run("SELECT grouping, value FROM claims_group WHERE grouping = 'sex'") == [
        ("sex", "Women")
    ]


def test_a_table_that_cannot_be_used_is_told_in_words(screen, tmp_path):
    table = tmp_path / "groups.csv"
    table.write_text("claim,shoe size\nA,38\n", "utf-8")

    screen.take(table)

    assert screen.notice.isVisible()
    assert "claim_number" in screen.notice.accessibleName()


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
        "Load group facts…",
    ]
    assert nameless(screen) == []
