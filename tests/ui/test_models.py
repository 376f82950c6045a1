"""The versions of models on screen, and how two administrators change which one judges."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import sessionmaker

from app.services.account import AccountService
from app.services.registry import Registry
from app.services.session import Session
from app.ui.changes import Changes
from app.ui.fresh_code import CodeDialog
from app.ui.models.card import ModelCardDialog
from app.ui.models.pane import OWN, WAITING
from app.ui.models.screen import ModelsScreen
from app.ui.reasons import EMPTY, ReasonDialog
from tests.factories import a_model
from tests.server import Database, ask
from tests.services.registers import registered, small
from tests.test_desktop import nameless
from tests.token_service import code_of
from tests.ui.admins import Entrance, Screens, dialog
from tests.ui.conftest import RunNow
from tests.ui.forms import click

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def screens(door: Entrance, run_now: RunNow) -> Iterator[Screens[ModelsScreen]]:
    def build(session: Session) -> ModelsScreen:
        register = Registry(sessionmaker(session.engine, expire_on_commit=False), session.identity)
        account = AccountService(session.source, session.identity)
        return ModelsScreen(register, account, run_now, Changes(), session.identity)

    made = Screens(door, build)
    yield made
    made.close()


@pytest.fixture
def versions(database: Database) -> tuple[int, int]:
    return a_model(database, name="Claims", version="1.0"), registered(database, small())


def give_reason(screen: ModelsScreen, reason: str) -> None:
    asked = dialog(screen, ReasonDialog)
    asked.edit.setPlainText(reason)
    click(asked.act)


def cells(screen: ModelsScreen, column: int) -> list[str]:
    return [screen.table.index(row, column).data() for row in range(len(screen.table.rows))]


def test_two_administrators_change_the_model_and_one_takes_it_back(screens, ada, ben, versions):
    first, second = screens.open(ada), screens.open(ben)

    click(first.pane.model.propose)
    give_reason(first, "Finds more.")
    assert first.pane.proposal.confirm.toolTip() == OWN
    assert first.pane.model.propose.toolTip() == WAITING
    second.refresh()
    click(second.pane.proposal.confirm)

    assert cells(second, 1) == ["Active", "Active"]
    assert cells(second, 2) == ["Motor", "Property, Health, Travel"]
    assert not second.pane.proposal.isVisible()
    click(second.pane.rollback)
    give_reason(second, "Refers too many.")
    assert cells(second, 1) == ["Retired", "Active"]
    told = [second.history.index(row, 1).data() for row in range(len(second.history.rows))]
    assert told == ["Rolled back", "Activated", "Proposed", "Registered"]
    assert not second.pane.rollback.isEnabled()


def test_an_old_code_is_asked_for_before_a_step(screens, door, ada, versions):
    screen = screens.open(ada)
    door.forget_codes()

    click(screen.pane.model.shadow)
    asked = dialog(screen, CodeDialog)
    asked.edit.setText(code_of(step=1))
    click(asked.send)

    assert cells(screen, 1) == ["In shadow", "Active"]


def test_a_step_without_its_reason_is_not_taken(screens, ada, versions):
    screen = screens.open(ada)

    click(screen.pane.model.propose)
    give_reason(screen, "  ")

    asked = dialog(screen, ReasonDialog)
    assert asked.field.problem == EMPTY
    click(asked.drop)
    assert screen.versions.proposal is None


def test_what_a_model_that_judges_cannot_do_is_told(screens, ada, versions):
    screen = screens.open(ada)

    screen.view.choose(1)

    buttons = (screen.pane.model.propose, screen.pane.model.shadow, screen.pane.model.retire)
    assert not any(button.isEnabled() for button in buttons)
    assert all(button.toolTip() for button in buttons)


def test_an_analyst_reads_the_card_and_has_no_steps(screens, door, versions):
    screen = screens.open(door.person(analyst=True))

    screen.view.opened.emit()

    card = dialog(screen, ModelCardDialog)
    assert "Learned from 120 settled claims" in card.browser.toPlainText()
    assert not screen.pane.model.propose.isVisible()
    assert not screen.pane.rollback.isVisible()
    click(card.done_button)


def test_the_screen_is_named_and_walked_by_keyboard(screens, ada, versions):
    screen = screens.open(ada)

    assert [pane.accessibleName() for pane in screen.panes()] == [
        "Versions of models",
        "History of models",
        "Model card",
    ]
    assert nameless(screen) == []


def test_a_lost_database_is_told_where_it_is_read(screens, ada, versions, database):
    screen = screens.open(ada)
    database.run("ALTER TABLE ml_engine_event RENAME TO away")

    screen.refresh()

    assert screen.notice.isVisible()
    database.run("ALTER TABLE away RENAME TO ml_engine_event")
    click(screen.notice.action)
    assert not screen.notice.isVisible()


def test_a_training_is_asked_for_with_a_reason_and_followed(screens, ada, versions, database):
    screen = screens.open(ada)

    click(screen.retrain)
    give_reason(screen, "The winter was unusual.")

    assert not screen.retrain.isEnabled()
    assert screen.pane.training.chip.text() == "Waits for the worker"
    worker = database.connect_worker()
    (run,) = ask(worker, "SELECT take_training()")[0]
    step = "SELECT training_step(%s, %s, %s, %s)"
    ask(worker, step, run, "gathering", '{"done": 400, "total": 900}', None)
    screen.refresh()
    assert "400 of 900" in screen.pane.training.words.text()
    ask(worker, step, run, "refused", "{}", "It is worse.")
    screen.refresh()

    assert screen.pane.training.chip.text() == "Gate not passed"
    assert screen.pane.training.words.text() == "It is worse."
    assert screen.retrain.isEnabled()
