"""Times and codes as a person reads them."""

from datetime import UTC, datetime, timedelta

import pytest

from app.codes import Action, ClaimType, Recommendation
from app.ui import words
from app.ui.resources import ICONS

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("past", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=1), "1 min ago"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=6, minutes=50), "6 h ago"),
        (timedelta(days=9, hours=3), "9 d ago"),
        (timedelta(days=155), "5 mo ago"),
        (timedelta(days=1048), "2 y ago"),
        (timedelta(seconds=-30), "just now"),
    ],
)
def test_age_is_told_in_its_largest_unit(past: timedelta, said: str):
    assert words.ago(NOW - past, NOW) == said


def test_a_code_becomes_words():
    assert words.plain("escape_of_water") == "Escape of water"


def test_a_moment_is_told_in_local_time():
    local = NOW.astimezone()

    assert words.clock(NOW) == f"{local:%d %b %Y, %H:%M}"


def test_every_line_and_suggestion_has_a_picture_that_exists():
    names = [words.LINE_ICONS[kind] for kind in ClaimType]
    names += [words.SUGGESTION_ICONS[code][0] for code in Recommendation]

    assert [name for name in names if not (ICONS / f"{name}.svg").exists()] == []


def test_every_action_ends_a_sentence():
    assert set(words.DONE) == set(Action)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "less than a second"),
        (0.99, "less than a second"),
        (1.2, "1 second"),
        (75, "75 seconds"),
    ],
)
def test_what_took_no_time_is_not_told_in_tenths(seconds: float, said: str):
    assert words.lasting(seconds) == said
