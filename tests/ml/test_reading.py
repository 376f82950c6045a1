from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ml import reading

READERS = (
    reading.numbers,
    partial(reading.dates, order="dmy"),
    reading.flags,
    reading.categories,
)


def column(*texts: str | None, repeat: int = 1) -> pd.Series:
    return pd.Series(list(texts) * repeat, name="x")


@pytest.mark.parametrize("repeat", [1, 60], ids=["few rows", "many rows"])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        (" 1,234.50 ", 1234.5),
        ("£1,000", 1000.0),
        ("99.5%", 99.5),
        ("-3e2", -300.0),
        ("1,234,567", 1234567.0),
        ("GBP 20", 20.0),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value, repeat):
    read = reading.numbers(column(text, "1", repeat=repeat))

    assert read.cells[0] == value
    assert not read.bad.any()


def test_decimal_commas_are_understood_where_the_whole_column_has_them():
    read = reading.numbers(column("1,5", "20,25", "3"))

    assert read.cells.tolist() == [1.5, 20.25, 3.0]


@pytest.mark.parametrize("text", ["abc", "inf", "1_000", "12 monkeys", "--1", "1,23,4"])
def test_what_is_no_finite_number_is_told(text):
    read = reading.numbers(column("1", text))

    assert read.bad.tolist() == [False, True]
    assert np.isnan(read.cells[1])


def test_infinity_in_a_typed_column_is_told():
    read = reading.numbers(pd.Series([1.0, np.inf, np.nan]))

    assert read.bad.tolist() == [False, True, False]


@pytest.mark.parametrize("text", ["", "  ", "NA", "n/a", "null", "NaN", "?"])
def test_spellings_of_nothing_are_missing_and_no_problem(text):
    numbers, flags = reading.numbers(column("1", text)), reading.flags(column("yes", text))

    assert np.isnan(numbers.cells[1])
    assert flags.cells[1] is None
    assert not numbers.bad.any()
    assert not flags.bad.any()


def test_the_word_none_is_a_category_of_its_own():
    read = reading.categories(column("none", None, "1 to 7"))

    assert read.cells.tolist() == ["none", None, "1 to 7"]


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("2024-03-25", "2024-12-01"), "2024-12-01"),
        (("25/03/2024", "01/12/2024"), "2024-12-01"),
        (("03/25/2024", "12/01/2024"), "2024-12-01"),
        (("25.3.2024", "1.12.2024"), "2024-12-01"),
        (("2024-03-25T10:00:00Z", "2024-12-01 23:59"), "2024-12-01"),
    ],
)
def test_the_order_of_a_date_is_decided_by_the_whole_column(texts, day):
    written = column(*texts)

    read = reading.dates(written, order=reading.date_order(written, preferred="dmy"))

    assert read.cells.astype("datetime64[D]")[1] == np.datetime64(day)
    assert not read.bad.any()


def test_an_undecided_column_of_dates_keeps_the_order_of_training():
    ambiguous = column("01/02/2024", "03/04/2024")

    assert reading.date_order(ambiguous, preferred="mdy") == "mdy"
    assert reading.date_order(ambiguous, preferred="dmy") == "dmy"
    assert str(reading.dates(ambiguous, order="mdy").cells[0])[:10] == "2024-01-02"


def test_a_year_in_front_is_read_among_days_in_front():
    written = column("2024-05-01", "13/05/2024", "14/05/2024", "2024-05-02T10:00:00Z")

    read = reading.dates(written, order=reading.date_order(written, preferred="mdy"))

    days = read.cells.astype("datetime64[D]").astype(str).tolist()
    assert days == ["2024-05-01", "2024-05-13", "2024-05-14", "2024-05-02"]
    assert not read.bad.any()


def test_points_between_thousands_are_read_where_a_comma_is_the_decimal_sign():
    read = reading.numbers(column("50,39", "3.865,78", "1.234", "1.234.567,5", "-7,5"))

    assert read.cells.tolist() == [50.39, 3865.78, 1234.0, 1234567.5, -7.5]


def test_a_point_stays_the_decimal_sign_where_no_comma_is():
    read = reading.numbers(column("1.234", "50.39", "3,865.78"))

    assert read.cells.tolist() == [1.234, 50.39, 3865.78]


def test_impossible_dates_are_told():
    read = reading.dates(column("2024-02-30", "2024-02-28", "someday", "24-01-01"), order="ymd")

    assert read.bad.tolist() == [True, False, True, True]


def test_typed_dates_lose_their_hour_and_zone():
    stamps = pd.Series(pd.DatetimeIndex(["2024-05-01 23:30", pd.NaT], tz="UTC"))

    read = reading.dates(stamps, order="ymd")

    assert read.cells.astype("datetime64[D]").astype(str).tolist() == ["2024-05-01", "NaT"]


def test_flags_come_in_many_spellings():
    read = reading.flags(column("Yes", "n", "TRUE", "0", "maybe"))

    assert read.cells.tolist() == ["yes", "no", "yes", "no", None]
    assert read.bad.tolist() == [False, False, False, False, True]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(), st.floats(), st.integers(), st.booleans())))
def test_reading_never_fails_and_keeps_every_row(values):
    mixed = pd.Series(values, dtype=object, name="x")

    for read in READERS:
        found = read(mixed)
        assert len(found.cells) == len(found.bad) == len(values)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=30))
def test_few_and_many_rows_are_read_alike(values):
    few = pd.Series(values, dtype=object)
    many = pd.Series(values * 20, dtype=object)

    for read in READERS:
        expected = [str(value) for value in read(few).cells] * 20
        assert [str(value) for value in read(many).cells] == expected
