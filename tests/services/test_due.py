"""Days in words, and the forecast of those that will be missed."""

from datetime import date, timedelta

import pytest

from app.codes import ClockKind
from app.services.clocks import foresee
from app.services.due import Due, DueState

MONDAY = date(2026, 3, 2)
DUE = Due(ClockKind.DECIDE, MONDAY, MONDAY + timedelta(days=8), MONDAY + timedelta(days=10))


@pytest.mark.parametrize(
    ("after", "words", "state"),
    [
        (2, "8 days left", DueState.FINE),
        (8, "2 days left", DueState.SOON),
        (9, "1 day left", DueState.SOON),
        (10, "Due today", DueState.TODAY),
        (11, "1 day late", DueState.LATE),
        (14, "4 days late", DueState.LATE),
    ],
)
def test_a_day_is_told_in_words_and_by_how_near_it_is(after: int, words: str, state: DueState):
    today = MONDAY + timedelta(days=after)

    assert DUE.words(today) == words
    assert DUE.state(today) is state


def test_the_share_of_time_passed_stays_between_nothing_and_all():
    passed = [DUE.passed(MONDAY + timedelta(days=after)) for after in (-3, 0, 5, 10, 30)]

    assert passed == [0, 0, 0.5, 1, 1]


def test_a_due_day_is_spoken_with_its_clock_and_date():
    assert DUE.sentence(MONDAY) == "Decide: 10 days left, 12 Mar 2026"


def test_a_clock_of_a_single_day_does_not_divide_by_nothing():
    assert Due(ClockKind.PAY, MONDAY, MONDAY, MONDAY).passed(MONDAY) == 0


def test_the_forecast_tells_what_exceeds_the_pace():
    due = {MONDAY: 4, MONDAY + timedelta(days=1): 9}

    forecast = foresee(due, 5.0, MONDAY, 2)

    assert [(day.due, day.missed) for day in forecast.days] == [(4, 0), (9, 3), (0, 0)]
    assert forecast.missed == 3


def test_what_is_late_already_is_worked_first():
    due = {MONDAY - timedelta(days=2): 5, MONDAY: 4}

    forecast = foresee(due, 5.0, MONDAY, 0)

    assert (forecast.late, forecast.missed) == (5, 4)


def test_nobody_decides_at_the_weekend():
    saturday = MONDAY + timedelta(days=5)

    forecast = foresee({saturday: 3}, 5.0, saturday, 0)

    assert forecast.missed == 3
