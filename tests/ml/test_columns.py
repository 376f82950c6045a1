import pytest

from app.ml.columns import CalendarPart, calendar_part


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Month", ["Jan", "Feb", "Dec"]),
        ("MonthClaimed", ["jan", "Feb.", "0", "Mar", "April"]),
        ("period", ["January", "December"]),
        ("incident_month", ["1", "2", "12"]),
        ("loss_month", [1.0, 5.0, 12.0]),
        ("Year", ["1994", "1995"]),
        ("claim_year", [2019.0, 2024.0]),
    ],
)
def test_a_column_of_months_or_years_is_a_season(name, values):
    assert calendar_part(name, values) is CalendarPart.SEASON


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("DayOfWeek", ["Monday", "Sunday"]),
        ("claimed", ["Mon", "Tue"]),
        ("WeekOfMonth", ["1", "5"]),
        ("weekday", [0.0, 6.0]),
    ],
)
def test_a_column_of_weekdays_or_weeks_is_of_the_week(name, values):
    assert calendar_part(name, values) is CalendarPart.WEEK


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("months_as_customer", [1.0, 12.0]),
        ("month_of_cover", [1.0, 36.0]),
        ("vehicle_year", [1998.0, 2020.0]),
        ("auto_year", ["2004", "2015"]),
        ("year_built", [1901.0, 1999.0]),
        ("year", [1.0, 9.0]),
        ("monthly_premium", [1.5, 2.5]),
        ("first_name", ["April", "Tom", "Jane", "Peter"]),
        ("colour", ["red", "green"]),
        ("month", []),
    ],
)
def test_other_columns_are_no_part_of_the_calendar(name, values):
    assert calendar_part(name, values) is None
