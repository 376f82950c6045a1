"""Trials on screen: begun with a reason, confirmed by a second person, read as figures."""

import csv
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy.orm import sessionmaker

from app.services.account import AccountService
from app.services.registry import Registry
from app.services.session import Session
from app.services.trials import Trials
from app.ui.changes import Changes
from app.ui.reasons import EMPTY, ReasonDialog
from app.ui.trials.dialog import CHOOSE, TrialDialog
from app.ui.trials.pane import OWN
from app.ui.trials.screen import UNDER_WAY, TrialsScreen
from tests.factories import a_model
from tests.server import Database
from tests.services.registers import registered, small
from tests.services.test_trials import a_shadow
from tests.test_desktop import nameless
from tests.ui.admins import Entrance, Screens, dialog
from tests.ui.conftest import RunNow
from tests.ui.forms import choose, click

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def screens(door: Entrance, run_now: RunNow) -> Iterator[Screens[TrialsScreen]]:
    def build(session: Session) -> TrialsScreen:
        sessions = sessionmaker(session.engine, expire_on_commit=False)
        identity = session.identity
        return TrialsScreen(
            Trials(sessions, identity),
            Registry(sessions, identity),
            AccountService(session.source, identity),
            run_now,
            Changes(),
            identity,
        )

    made = Screens(door, build)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def versions(database: Database) -> tuple[int, int]:
    return a_model(database, name="Claims", version="1.0"), registered(database, small())


def ask_for(screen: TrialsScreen, how: str) -> None:
    click(screen.begin)
    asked = dialog(screen, TrialDialog)
    choose(asked.challenger, "Claims 2.0")
    choose(asked.kind, how)
    choose(asked.line, "Motor")
    asked.reason.write("Does it find more?")
    click(asked.act)


def states(screen: TrialsScreen) -> list[str]:
    return [screen.table.index(row, 1).data() for row in range(len(screen.table.rows))]


def test_a_shadow_begins_at_once_and_ends_with_a_reason(screens, ada):
    screen = screens.open(ada)

    ask_for(screen, "In the shadow")

    assert states(screen) == ["Running"]
    assert screen.begin.toolTip() == UNDER_WAY
    assert screen.head.about.text() == "Claims 2.0 runs beside Claims 1.0"
    click(screen.pane.end)
    asked = dialog(screen, ReasonDialog)
    asked.edit.setPlainText("Enough seen.")
    click(asked.act)
    assert states(screen) == ["Stopped"]
    assert screen.pane.words.text() == "Enough seen."
    assert not screen.pane.end.isEnabled()


def test_a_share_waits_for_a_second_administrator(screens, ada, ben):
    first, second = screens.open(ada), screens.open(ben)

    ask_for(first, "Shares the claims")

    assert states(first) == ["Waits for a person"]
    assert first.pane.confirm.toolTip() == OWN
    second.refresh()
    assert second.table.index(0, 5).data() == "10%"
    click(second.pane.confirm)
    assert states(second) == ["Running"]


def test_a_trial_needs_a_challenger_and_a_reason(screens, ada):
    screen = screens.open(ada)
    click(screen.begin)
    asked = dialog(screen, TrialDialog)

    click(asked.act)
    assert asked.fields["challenger"].problem == CHOOSE
    choose(asked.challenger, "Claims 2.0")
    click(asked.act)

    assert asked.fields["challenger"].problem == ""
    assert asked.fields["reason"].problem == EMPTY
    click(asked.drop)
    assert screen.table.rows == ()


def test_what_was_found_is_read_with_its_intervals(screens, ada, database):
    screen = screens.open(ada)
    ask_for(screen, "In the shadow")
    for _ in range(8):
        a_shadow(database, screen.trial().id, 30, 85, "substantiated")

    screen.refresh()

    rows = [[screen.measures.index(row, c).data() for c in range(4)] for row in range(5)]
    assert rows[2] == [
        "Referral rate",
        "0.0% (0.0% to 32.4%)",
        "100.0% (67.6% to 100.0%)",
        "+100.0 points (+54.1 to +100.0)",
    ]
    assert rows[3][:3] == ["Agreement on whom to refer", "–", "0.0% (0.0% to 32.4%)"]
    assert rows[4][2] == "8 and 8 ms"
    assert screen.pane.words.text().startswith("The challenger is ahead. Of 8 claims")
    assert screen.pane.values["Chance"].text() == "p = 0.035"


def test_the_report_is_saved_with_its_intervals_and_a_place_that_takes_none_is_told(
    screens, ada, database, tmp_path
):
    screen = screens.open(ada)
    ask_for(screen, "In the shadow")
    for _ in range(8):
        a_shadow(database, screen.trial().id, 30, 85, "substantiated")
    screen.refresh()

    click(screen.save)
    asked = dialog(screen, QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "report.csv"))
    asked.reject()
    screen.write(tmp_path / "nowhere" / "report.csv")

    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as written:
        told = {row["Measure"]: row for row in csv.DictReader(written)}
    assert told["Referral rate"]["Challenger"] == "1"
    assert float(told["Referral rate"]["Challenger, from"]) == pytest.approx(0.675592)
    assert told["Agreement on whom to refer"]["Judging model"] == ""
    assert "cannot be written" in screen.toast.accessibleName()


def test_what_the_server_refuses_is_told(screens, ada):
    screen = screens.open(ada)
    click(screen.begin)
    asked = dialog(screen, TrialDialog)
    choose(asked.challenger, "Claims 1.0")
    asked.reason.write("Against itself.")

    click(asked.act)

    assert screen.notice.isVisible()
    assert screen.notice.accessibleName() == "This model judges these lines already."


def test_an_analyst_reads_trials_and_has_no_steps(screens, door, ada):
    ask_for(screens.open(ada), "In the shadow")

    screen = screens.open(door.person(analyst=True))

    assert states(screen) == ["Running"]
    assert screen.detail.report.claims == (0, 0)
    assert not screen.begin.isVisible()
    assert not screen.pane.end.isVisible()


def test_an_empty_screen_says_what_a_trial_is(screens, ada):
    screen = screens.open(ada)

    assert screen.empty.isVisible()
    assert not screen.pane.isVisible()
    assert screen.head.about.text() == "No trial is under way"


def test_the_screen_is_named_and_walked_by_keyboard(screens, ada):
    screen = screens.open(ada)
    ask_for(screen, "In the shadow")

    assert [pane.accessibleName() for pane in screen.panes()] == [
        "Trials",
        "What was found",
        "Evidence, day by day, chart",
        "End…",
    ]
    assert nameless(screen) == []
