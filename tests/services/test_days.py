"""Days in the ways people write them."""

from datetime import date

import pytest

from app.errors import Invalid
from app.services.days import read_day
from app.services.draft_reading import read_draft
from tests.services.drafts import motor_form

WANTED = date(2024, 11, 27)


@pytest.mark.parametrize(
    "text",
    [
        "27 Nov 2024",
        "27-Nov-2024",
        "27-NOV-24",
        "27nov2024",
        "27th November 2024",
        "Nov 27, 2024",
        "November 27 2024",
        "Wed, 27 Nov 2024",
        "2024 Nov 27",
        "2024-11-27",
        "2024/11/27",
        "27/11/2024",
        "27.11.24",
        "  27   Nov   2024 ",
    ],
)
def test_a_day_that_can_mean_only_one_is_read(text: str):
    assert read_day(text) == WANTED


@pytest.mark.parametrize(
    "text",
    ["31/02/2024", "27 Nov", "Nov 2024", "27 Nuv 2024", "1/1/1", "99/99/9999", "soon", "", "٢٧"],
)
def test_what_names_no_day_is_left_as_it_is(text: str):
    assert read_day(text) is None


def test_each_day_of_a_claim_may_be_written_in_words():
    draft = read_draft(motor_form(policy_start="27 Nov 2024", facts={"holder_born": "3 Sept 1980"}))

    assert draft.policy_start == WANTED
    assert draft.facts.holder_born == date(1980, 9, 3)


@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
def test_a_year_that_no_policy_has_is_named_with_its_field(year: str):
    with pytest.raises(Invalid) as caught:
        read_draft(motor_form(policy_start=f"{year}-01-01", policy_expiry=""))

    assert caught.value.problems == {
        "policy_start": "Policy start must lie between the years 1900 and 2199. Correct the year."
    }
