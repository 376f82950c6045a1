"""The fast track: suggested inside limits that are data, decided by people alone."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import psycopg2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.database import engine
from app.services.fast_track import STALE, FastTrackService
from app.services.rules import RuleService
from app.ui.limits import LimitDialog
from app.ui.rules.screen import RulesScreen
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask
from tests.ui.conftest import RunNow
from tests.ui.forms import click

pytestmark = pytest.mark.usefixtures("theme")
WHY = "Small claims wait too long."
Opener = Callable[[Identity], RulesScreen]


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


def fill(dialog: LimitDialog, name: str, text: str) -> None:
    editor = dialog.form.entries[name].field.editor
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)


def suggested(database: Database, *, score: float = 4, **changes: Any) -> tuple[str, str]:
    """Score a claim that the model would fast-track; return its suggestion and its status."""
    if not database.value("SELECT count(*) FROM ml_engine_mlmodel"):
        a_model(database)
    changes.setdefault("policy_number", f"POL-{database.value('SELECT gen_random_uuid()')}")
    claim = a_claim(database, "submitted", facts={}, **changes)
    receipt = a_receipt(score=score, recommendation="fast_track")
    ask(database.connect_worker(), "SELECT record_score(%s, %s)", claim, receipt)
    ((told, status),) = database.run(
        "SELECT ml_recommendation, status FROM claims_claim WHERE id = %s", claim
    )
    return told, status


def set_limits(database: Database, person: Identity, version: int, amount: int) -> Any:
    statement = "SELECT set_fast_track('motor', %s, %s, 25, %s)"
    return ask(database.connect_as(person), statement, version, amount, WHY)[0][0]


def test_inside_the_limits_the_fast_track_is_suggested_and_a_person_decides(database: Database):
    assert suggested(database) == ("fast_track", "triaged")


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": Decimal("3000.01")},
        {"score": 25.5},
        {"policy_expiry": "2026-03-10"},
        {"policy_start": "2026-03-03"},
        {"policy_limit": Decimal(1000)},
        {"coverage": None},
    ],
    ids=["amount", "score", "indicator", "not in force", "limit", "no coverage"],
)
def test_outside_one_limit_the_usual_review_is_suggested(
    database: Database, changes: dict[str, Any]
):
    assert suggested(database, **changes) == ("standard_review", "triaged")


def test_closer_limits_take_a_suggestion_back_from_open_claims(database: Database):
    suggested(database)

    version = set_limits(database, a_person(database, "admin"), 1, 500)
    ask(database.connect_worker(), "SELECT look_again(10)")

    assert version == 2
    assert database.run("SELECT ml_recommendation FROM claims_claim") == [("standard_review",)]


def test_a_change_is_kept_with_its_reason_and_a_stale_one_is_not(database: Database):
    admin = a_person(database, "admin")

    first, second = (set_limits(database, admin, 1, amount) for amount in (500, 600))

    assert (first, second) == (2, None)
    events = database.run("SELECT kind, actor_id, reason, detail -> 'to' FROM ml_engine_event")
    assert events == [("fast_track", admin.id, WHY, {"amount": 500, "score": 25})]


@pytest.mark.parametrize("flags", [{}, {"supervisor": True}, {"analyst": True}])
def test_those_who_decide_draw_no_limits_of_their_own(database: Database, flags: dict[str, Any]):
    with pytest.raises(psycopg2.Error, match=r"permission denied|Only an admin"):
        set_limits(database, a_person(database, **flags), 1, 99999)


def test_an_administrator_changes_the_limits_on_screen(database: Database, open_rules: Opener):
    screen = open_rules(a_person(database, "admin", full_name="Ruth Okafor"))
    click(screen.limits.buttons[0])
    (dialog,) = screen.window().findChildren(LimitDialog)

    fill(dialog, "amount", "500")
    click(dialog.form.send)
    asked = dialog.form.entries["why"].field.problem
    fill(dialog, "why", WHY)
    click(dialog.form.send)

    assert asked == "Say in a sentence why the limits change."
    assert screen.limits.said[0].text() == "Motor: up to £500.00, score 25"
    assert screen.limits.said[0].toolTip() == f"Version 2, Ruth Okafor: {WHY}"


def test_two_who_change_one_limit_are_told(database: Database, open_rules: Opener):
    screen = open_rules(a_person(database, "admin"))
    click(screen.limits.buttons[0])
    (dialog,) = screen.window().findChildren(LimitDialog)
    set_limits(database, a_person(database, "admin"), 1, 700)

    fill(dialog, "why", WHY)
    click(dialog.form.send)

    assert screen.notice.accessibleName() == STALE


def test_an_analyst_sees_the_limits_and_changes_none(database: Database, open_rules: Opener):
    screen = open_rules(a_person(database, analyst=True))

    assert len(screen.limits.said) == 4
    assert not any(button.isVisible() for button in screen.limits.buttons)
