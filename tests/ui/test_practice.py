"""The practice and the first start: by keyboard, each choice answered, and nothing kept."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.access import Identity, Role
from app.codes import Outcome
from app.services.notices import NoticeService
from app.services.practice import COUNT, Choice, feedback, practice_claims
from app.ui.changes import Changes
from app.ui.commands import command
from app.ui.display import Density, Display, density
from app.ui.first_run import SEEN, FirstRunDialog, wanted
from app.ui.notices.desk import Notices
from app.ui.practice import PracticeDialog
from app.ui.theme import Choice as Look
from app.ui.theme import Theme
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow

MAYA = Identity(3, "maya", "Maya Chen", Role.STAFF)
GRACE = Identity(8, "grace", "Grace Hall", Role.USER)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def practice(window: QWidget) -> Iterator[PracticeDialog]:
    dialog = PracticeDialog(practice_claims(), MAYA, window)
    dialog.open()
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    yield dialog
    if isValid(dialog):
        dialog.close()


def press(dialog: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key)


def test_the_practice_has_ten_claims_of_both_outcomes():
    outcomes = [claim.outcome for claim in practice_claims()]

    assert len(outcomes) == COUNT
    assert set(outcomes) == set(Outcome)


def test_the_practice_tells_nothing_of_the_outcome_beforehand():
    for claim in practice_claims():
        shown = " ".join([claim.title, claim.description, *(fact.value for fact in claim.facts)])
        assert not {"substantiated", "cleared"} & set(shown.casefold().split())
        assert all(one.claim_id is None for one in claim.score.precedents)


def test_ten_claims_are_practised_by_keyboard_alone(practice: PracticeDialog):
    for place in range(COUNT):
        assert practice.place.text() == f"{place + 1} of {COUNT}"
        press(practice, (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_I)[place % 3])
        press(practice, Qt.Key.Key_Return)

    assert practice.place.text() == "All done"
    assert len(practice.told) == COUNT
    assert f"of {COUNT} choices" in practice.claim_title.accessibleName()


def test_a_choice_is_answered_with_the_precedents_and_the_outcome(practice: PracticeDialog):
    claim = practice.claim
    assert claim is not None

    press(practice, Qt.Key.Key_R)

    told = practice.answer.accessibleName()
    assert f"scored it {claim.score.score:.0f}" in told
    assert "The investigation" in told
    assert practice.next.hasFocus()
    assert not any(button.isVisible() for button in practice.buttons.values())


def test_a_claim_is_decided_once(practice: PracticeDialog):
    press(practice, Qt.Key.Key_R)
    press(practice, Qt.Key.Key_A)

    assert len(practice.told) == 1


def test_the_practice_is_left_at_any_time(practice: PracticeDialog):
    press(practice, Qt.Key.Key_A)
    press(practice, Qt.Key.Key_Escape)

    assert not practice.isVisible()


@pytest.mark.parametrize(
    ("choice", "outcome", "agreed"),
    [
        (Choice.APPROVE, Outcome.CLEARED, True),
        (Choice.APPROVE, Outcome.SUBSTANTIATED, False),
        (Choice.REFER, Outcome.SUBSTANTIATED, True),
        (Choice.REFER, Outcome.CLEARED, False),
        (Choice.ASK, Outcome.CLEARED, None),
        (Choice.ASK, Outcome.SUBSTANTIATED, None),
    ],
)
def test_a_choice_fits_the_outcome_or_not(choice: Choice, outcome: Outcome, agreed: bool | None):
    claim = next(one for one in practice_claims() if one.outcome is outcome)

    told = feedback(claim, choice)

    assert told.agreed is agreed
    assert "fraud" not in f"{told.title} {told.precedents} {told.outcome}".casefold()


def test_who_decides_nothing_is_offered_no_practice():
    known = command("app.practice")

    assert (known.allowed(MAYA), known.allowed(GRACE)) == (True, False)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def first(window: QWidget, theme: Theme, settings: QSettings) -> Iterator[FirstRunDialog]:
    display = Display(settings)
    dialog = FirstRunDialog(theme, display, settings, window, may_practise=True)
    dialog.open()
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    yield dialog
    if isValid(dialog):
        dialog.close()
    display.choose_density(Density.ROOMY)
    theme.choose(Look.LIGHT)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_first_start_is_shown_once(first: FirstRunDialog, settings: QSettings, key: Qt.Key):
    before = wanted(settings)

    press(first, key)

    assert (before, wanted(settings)) == (True, False)
    assert settings.value(SEEN)
    assert not first.isVisible()


def test_choices_of_the_first_start_hold_at_once_by_keyboard(first: FirstRunDialog, theme: Theme):
    first.themes.buttons[Look.DARK].setFocus()
    press(first, Qt.Key.Key_Space)
    first.densities.buttons[Density.DENSE].setFocus()
    press(first, Qt.Key.Key_Space)

    assert theme.choice is Look.DARK
    assert density() is Density.DENSE


def test_without_settings_of_its_own_a_desktop_asks_nothing():
    assert not wanted(None)


def test_the_first_start_asks_for_quiet_hours_and_keeps_them(
    database: Database, theme: Theme, settings: QSettings, run_now: RunNow, window: QWidget
):
    maya = a_person(database)
    service = NoticeService(database.sessions_as(maya), maya)
    notices = Notices(service, run_now, Changes(), window)
    display = Display(settings)
    dialog = FirstRunDialog(theme, display, settings, window, may_practise=True, notices=notices)

    assert dialog.hours is not None
    dialog.hours.start.setTime(QTime(20, 30))
    dialog.hours.start.editingFinished.emit()
    dialog.close()

    assert service.choices().quiet_from == time(20, 30)
    assert service.choices().quiet_until == time(8)
