"""Indicators on a claim and the screen of their rules, through real windows and sessions."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.codes import RuleState
from app.database import engine
from app.services.fast_track import FastTrackService
from app.services.rules import STALE, RuleService
from app.ui.claim.flags import NONE, WORDS
from app.ui.reasons import ReasonDialog
from app.ui.rules.pane import NOW_SO
from app.ui.rules.screen import RulesScreen
from tests.factories import a_model, a_person, a_receipt
from tests.server import Database, ask
from tests.test_desktop import nameless
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of
from tests.ui.forms import click

pytestmark = pytest.mark.usefixtures("theme")
Opener = Callable[[Identity], RulesScreen]


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    made = Desks(database, run_now)
    yield made
    made.close()


@pytest.fixture
def open_rules(database: Database, run_now: RunNow) -> Iterator[Opener]:
    screens: list[RulesScreen] = []

    def make(person: Identity) -> RulesScreen:
        lease = database.lease_as(person)
        sessions: sessionmaker[Session] = sessionmaker(database._engine(engine(lambda: lease)))
        limits = FastTrackService(sessions, person)
        screen = RulesScreen(RuleService(sessions, person), limits, run_now, person)
        screen.resize(1688, 1000)
        screen.show()
        screens.append(screen)
        return screen

    yield make
    for screen in screens:
        screen.close()
        screen.deleteLater()


def flagged(database: Database, **changes: object) -> int:
    """Let the worker score a claim that told its loss just before the policy ended."""
    expiry = {"policy_expiry": date(2026, 3, 10)} | changes
    claim = a_claim_of(database, "Oliver Zielinski", 87, **expiry)
    ask(database.connect_worker(), "SELECT record_score(%s, %s)", claim, a_receipt())
    return claim


def choose(screen: RulesScreen, code: str) -> None:
    row = next(n for n, rule in enumerate(screen.table.rows) if rule.code == code)
    screen.view.choose(row)


def give_reason(screen: RulesScreen, reason: str) -> None:
    (asked,) = [one for one in screen.findChildren(ReasonDialog) if one.isVisible()]
    asked.edit.setPlainText(reason)
    click(asked.act)


def cell(screen: RulesScreen, code: str, column: int) -> str:
    row = next(n for n, rule in enumerate(screen.table.rows) if rule.code == code)
    return str(screen.table.index(row, column).data())


def test_a_claim_shows_its_indicators_with_the_fact_and_says_they_are_no_finding(
    database: Database, desks: Desks
):
    flagged(database)

    card = desks.open(a_person(database)).pane.body.flags

    assert card.isVisible()
    assert card.words.text() == WORDS
    assert "indicators consistent with" in WORDS.lower()
    assert [line._said.text() for line in card.lines] == [
        "Days from the loss to the policy's end: 8"
    ]
    assert card.lines[0]._rule.text() == "Loss just before the policy ends  ·  RF02 version 1"
    assert card._sum.text() == "1 found · 4 points"


def test_a_claim_without_indicators_says_so(database: Database, desks: Desks):
    flagged(database, policy_expiry=date(2026, 6, 30))

    card = desks.open(a_person(database)).pane.body.flags

    assert card.words.text() == NONE
    assert card.lines == []


def test_an_analyst_puts_a_rule_in_shadow_for_a_reason_and_it_leaves_the_claim(
    database: Database, desks: Desks, open_rules: Opener
):
    flagged(database)
    screen = open_rules(a_person(database, analyst=True, full_name="Bea Lindqvist"))
    choose(screen, "RF02")

    click(screen.pane.buttons[RuleState.SHADOW])
    give_reason(screen, "It fires on renewals that lapse anyway.")
    ask(database.connect_worker(), "SELECT look_again(10)")

    assert cell(screen, "RF02", 2) == "In shadow"
    assert screen.pane.buttons[RuleState.SHADOW].toolTip() == NOW_SO
    first, second = screen.pane.lines
    assert first._head.text() == "Version 2: in shadow, 4 points"
    assert first._why.text().startswith("It fires on renewals that lapse anyway. – Bea Lindqvist")
    assert second._why.text() == "as delivered"
    assert desks.open(a_person(database)).pane.body.flags.words.text() == NONE


def test_two_who_change_one_rule_are_told_and_the_first_holds(
    database: Database, open_rules: Opener
):
    mine, theirs = (open_rules(a_person(database, "admin")) for _ in range(2))
    for screen in (mine, theirs):
        choose(screen, "RF02")
    click(theirs.pane.buttons[RuleState.OFF])
    give_reason(theirs, "Off for the audit.")

    click(mine.pane.buttons[RuleState.SHADOW])
    give_reason(mine, "Shadow for the audit.")

    assert mine.notice.accessibleName() == STALE
    click(mine.notice.action)
    assert cell(mine, "RF02", 2) == "Off"


def test_a_false_positive_is_traced_to_its_rule_with_precision_and_interval_thehive_1182(
    database: Database, open_rules: Opener
):
    a_model(database)
    for outcome in ("justified_review", "justified_review", "false_alarm"):
        claim = flagged(database, facts={}, policy_number=f"POL-{outcome}")
        database.run("UPDATE claims_claim SET review_outcome = %s WHERE id = %s", outcome, claim)

    screen = open_rules(a_person(database, supervisor=True))
    choose(screen, "RF02")

    assert [cell(screen, "RF02", column) for column in (6, 7, 8)] == ["3", "3", "67%  (21% to 94%)"]
    assert "2 of 3 ended reviews were justified" in screen.pane.record.text()


def test_a_supervisor_sees_the_rules_and_changes_none(database: Database, open_rules: Opener):
    screen = open_rules(a_person(database, supervisor=True))

    assert len(screen.table.rows) == 40
    assert not any(button.isVisible() for button in screen.pane.buttons.values())
    assert screen.pane.explained.isVisible()
    assert screen.pane.condition.text().startswith("Days from the policy's start to the loss is")
    assert nameless(screen) == []
