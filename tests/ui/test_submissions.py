"""What a User sees of their own claims: status in plain words, drafts, news, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.access import Identity
from app.codes import Status
from app.services.draft_reading import read_draft
from app.services.intake import IntakeService
from app.ui.changes import Changes
from app.ui.submissions import SubmissionsScreen
from app.ui.theme import Theme
from app.ui.tokens import LIGHT
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.drafts import motor_form
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, outage
from tests.ui.forms import click, intake_of


@pytest.fixture
def grace(database: Database) -> Identity:
    return a_person(database, "user", full_name="Grace Hall")


@pytest.fixture
def intake(database: Database, grace: Identity, run_now: RunNow) -> IntakeService:
    return intake_of(Desks(database, run_now).sign_in(grace), grace, Path("no-model"))


class Opener:
    """Opens the screen when a test has put its claims in place."""

    def __init__(self, intake: IntakeService, tasks: RunNow, grace: Identity) -> None:
        self._made: list[SubmissionsScreen] = []
        self._given = intake, tasks, grace

    def __call__(self) -> SubmissionsScreen:
        intake, tasks, grace = self._given
        screen = SubmissionsScreen(intake, tasks, Changes(), grace)
        screen.resize(1500, 800)
        screen.show()
        screen.activateWindow()
        QTest.qWaitForWindowActive(screen)
        self._made.append(screen)
        return screen

    def close(self) -> None:
        for screen in self._made:
            screen.close()
            screen.deleteLater()


@pytest.fixture
def show(intake: IntakeService, run_now: RunNow, grace: Identity) -> Iterator[Opener]:
    opener = Opener(intake, run_now, grace)
    yield opener
    opener.close()


def cells(screen: SubmissionsScreen, column: int) -> list[str]:
    table = screen.table
    return [table.data(table.index(row, column)) for row in range(table.rowCount())]


def test_own_claims_are_listed_with_status_in_plain_words(
    database: Database, grace: Identity, show: Opener
):
    a_claim(database, "siu_review", user_id=grace.id)
    a_claim(database, "pending_info", user_id=grace.id)
    a_claim(database, "approved", user_id=grace.id)
    a_claim(database, "triaged", user_id=a_person(database, "user").id)

    screen = show()

    assert cells(screen, 4) == ["Approved", "We need information from you", "In review"]
    assert cells(screen, 3) == ["£1,250.00"] * 3
    assert screen._count.text() == "3 claims"


def test_a_draft_is_continued_with_enter(intake: IntakeService, show: Opener):
    saved = intake.save_draft(read_draft(motor_form()))
    screen = show()
    went: list[object] = []
    screen._changes.wanted.connect(went.append)
    screen._changes.continued.connect(went.append)

    QTest.keyClick(screen.view, Qt.Key.Key_Return)

    assert went == ["claim.new", saved.id]


def test_a_draft_is_continued_with_a_click_on_its_last_cell(intake: IntakeService, show: Opener):
    saved = intake.save_draft(read_draft(motor_form()))
    screen = show()
    went: list[int] = []
    screen._changes.continued.connect(went.append)
    cell = screen.view.visualRect(screen.table.index(0, 6))

    QTest.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())

    assert went == [saved.id]
    assert screen._count.text() == "1 claim · 1 in draft"


def test_a_submitted_claim_cannot_be_continued_and_says_why(
    database: Database, grace: Identity, show: Opener
):
    a_claim(database, "submitted", user_id=grace.id)
    screen = show()
    went: list[int] = []
    screen._changes.continued.connect(went.append)

    QTest.keyClick(screen.view, Qt.Key.Key_Return)

    assert went == []
    assert not screen.go_on.isEnabled()
    assert screen.go_on.toolTip() == "Choose a draft to go on with it."


def test_a_change_elsewhere_shows_and_keeps_the_choice(
    database: Database, grace: Identity, show: Opener
):
    first = a_claim(database, "triaged", user_id=grace.id)
    second = a_claim(database, "triaged", user_id=grace.id)
    screen = show()
    screen.view.choose(1)
    chosen = screen.claim()
    database.run("UPDATE claims_claim SET status = 'approved' WHERE id = %s", second)

    screen._changes.claims.emit(frozenset({first, second}))

    assert "Approved" in cells(screen, 4)
    now = screen.claim()
    assert chosen is not None
    assert now is not None
    assert now.id == chosen.id == first


def test_who_has_handed_in_nothing_is_led_to_the_form(show: Opener):
    screen = show()
    went: list[str] = []
    screen._changes.wanted.connect(went.append)

    click(screen.empty.action)

    assert screen.empty.isVisible()
    assert went == ["claim.new"]


def test_a_lost_connection_is_told_and_trying_again_brings_the_list(
    database: Database, grace: Identity, show: Opener
):
    a_claim(database, Status.SUBMITTED, user_id=grace.id)
    with outage(database):
        screen = show()
        told, again = screen.notice.accessibleName(), screen.notice.action.text()
    click(screen.notice.action)

    assert told
    assert again == "Try again"
    assert cells(screen, 4) == ["Submitted"]
    assert screen.notice.isHidden()


def test_the_table_is_read_cell_by_cell(database: Database, grace: Identity, show: Opener):
    a_claim(database, "submitted", user_id=grace.id)
    screen = show()

    said = [
        screen.table.data(screen.table.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(6)
    ]

    assert said[1:5] == ["POL-4711", "Motor", "£1,250.00", "Submitted"]
    assert screen.view.accessibleName() == "My submissions"


def test_an_approved_claim_wears_the_colour_of_good_news(
    database: Database, grace: Identity, show: Opener, theme: Theme
):
    a_claim(database, "approved", user_id=grace.id)
    a_claim(database, "draft", user_id=grace.id)
    screen = show()

    grounds = [ground_of(screen, row, 4) for row in range(2)]

    assert cells(screen, 4) == ["Draft", "Approved"]
    assert grounds == [LIGHT.colors["neutral_bg"].lower(), LIGHT.colors["ok_bg"].lower()]


def ground_of(screen: SubmissionsScreen, row: int, column: int) -> str:
    where = screen.view.visualRect(screen.table.index(row, column))
    picture = screen.view.viewport().grab(where).toImage()
    return picture.pixelColor(16, where.height() // 2 - 9).name()
