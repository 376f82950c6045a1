"""Clocks on screen: in the queue, on the claim, and ahead."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from app.codes import ClockKind
from app.services.claim_views import ClockView
from app.services.clocks import foresee
from app.services.due import Due
from app.services.figures import today
from app.ui.claim.clocks import ClockCard
from app.ui.claim.header import ClaimHeader
from app.ui.forecast import ForecastDialog
from app.ui.queue.table import COLUMNS
from tests.ui.test_queue_table import spoken
from tests.ui.views import a_row

DAY = timedelta(days=1)


def a_clock(**changes: Any) -> ClockView:
    told: dict[str, Any] = {
        "clock": ClockKind.DECIDE,
        "pack": "House service levels",
        "since": today() - 8 * DAY,
        "warn": today() - DAY,
        "due": today() + 2 * DAY,
        "state": "running",
        "late": False,
        "met_at": None,
    }
    return ClockView(**told | changes)


@pytest.mark.usefixtures("qapp")
def test_the_queue_says_how_many_days_are_left():
    due = Due(ClockKind.DECIDE, today() - 8 * DAY, today(), today() + 2 * DAY)

    said = spoken(a_row(due=due))

    assert said["Due"] == f"Decide: 2 days left, {today() + 2 * DAY:%d %b %Y}"
    assert [column.text(a_row(due=due)) for column in COLUMNS if column.title == "Due"] == [
        "2 days left"
    ]


@pytest.mark.usefixtures("theme")
def test_the_claim_s_head_says_that_it_is_late():
    header = ClaimHeader()

    header.show_row(a_row(due=Due(ClockKind.PAY, today() - 9 * DAY, today(), today() - DAY)))

    assert header._due.text() == "1 day late"
    assert header._due.accessibleName().startswith("Pay: 1 day late")


@pytest.mark.usefixtures("theme")
def test_a_claim_without_a_clock_has_no_chip():
    header = ClaimHeader()

    header.show_row(a_row())

    assert header._due.isHidden()


@pytest.mark.usefixtures("theme")
def test_the_card_of_clocks_tells_each_and_uses_its_lines_again():
    card = ClockCard()
    met = a_clock(state="met", late=True, met_at=a_row().received)
    card.show_clocks((a_clock(), met, a_clock(state="paused"), a_clock(state="stopped")))
    told = [(line._mark.isHidden(), line._told.text()) for line in card._lines]

    card.show_clocks((a_clock(),))

    assert told[0] == (False, "")
    assert told[1][1].startswith("Late, ")
    assert [words for _hidden, words in told[2:]] == ["Stands still", "No longer needed"]
    assert [line.isHidden() for line in card._lines] == [False, True, True, True]
    assert card._lines[0]._mark.accessibleName().startswith("Decide: 2 days left")


@pytest.mark.usefixtures("theme")
def test_the_forecast_names_what_will_be_missed(qtbot):

    owner = QWidget()
    qtbot.addWidget(owner)
    forecast = foresee({today() - DAY: 2, today(): 7}, 0.0, today(), 1)

    dialog = ForecastDialog(forecast, owner)

    assert dialog.summary.text() == (
        f"2 claims are late now. 7 more fall due until {today() + DAY:%d %b}; at about 0 decisions"
        " a working day, 7 of them will miss their day."
    )
