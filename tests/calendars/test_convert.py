"""Conversion between the three calendars, against dates that history books print side by side."""

from datetime import date

import pytest

from cablegraph.calendars import GREGORIAN, LUNAR, SOLAR, from_day, lunar_table, month_bounds, to_day


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "expected"),
    [
        (SOLAR, 1357, 11, 22, "1979-02-11"),  # the revolution
        (SOLAR, 1332, 5, 28, "1953-08-19"),  # the coup
        (SOLAR, 1376, 3, 2, "1997-05-23"),
        (SOLAR, 1403, 12, 30, "2025-03-20"),  # a leap day
        (SOLAR, 1299, 12, 3, "1921-02-22"),
        (LUNAR, 1399, 1, 10, "1978-12-10"),  # Ashura of 1978
        (LUNAR, 1435, 9, 1, "2014-06-28"),
        (LUNAR, 1343, 1, 1, "1924-08-01"),  # first day of the Umm al-Qura table
        (LUNAR, 1333, 8, 12, "1915-06-25"),  # civil table
        (GREGORIAN, 1964, 11, 5, "1964-11-05"),
    ],
)
def test_to_day(calendar: str, year: int, month: int, day: int, expected: str) -> None:
    assert to_day(calendar, year, month, day) == date.fromisoformat(expected)
    assert from_day(date.fromisoformat(expected), calendar) == (year, month, day)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        (SOLAR, 1394, 12, 30),  # no leap year
        (SOLAR, 1393, 7, 31),
        (SOLAR, 1393, 13, 1),
        (LUNAR, 1435, 13, 1),
        (LUNAR, 1435, 1, 31),
        (LUNAR, 0, 1, 1),
        (GREGORIAN, 2015, 2, 29),
        (SOLAR, 99999, 1, 1),
        ("relative", 2014, 1, 1),
    ],
)
def test_impossible_days_raise(calendar: str, year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError):
        to_day(calendar, year, month, day)


def test_a_thirtieth_lunar_day_follows_the_twenty_ninth() -> None:
    assert (to_day(LUNAR, 1435, 10, 30) - to_day(LUNAR, 1435, 10, 29)).days == 1


@pytest.mark.parametrize(
    ("year", "table"), [(1342, "civil"), (1343, "umm-al-qura"), (1500, "umm-al-qura"), (1501, "civil")]
)
def test_which_lunar_table(year: int, table: str) -> None:
    assert lunar_table(year) == table


def test_days_before_the_lunar_calendar_raise() -> None:
    with pytest.raises(ValueError, match="before"):
        from_day(date(600, 1, 1), LUNAR)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "first", "last"),
    [
        (SOLAR, 1393, 8, "2014-10-23", "2014-11-21"),
        (SOLAR, 1393, 12, "2015-02-20", "2015-03-20"),
        (LUNAR, 1435, 9, "2014-06-28", "2014-07-27"),
        (GREGORIAN, 2014, 12, "2014-12-01", "2014-12-31"),
        (GREGORIAN, 9999, 12, "9999-12-01", "9999-12-31"),
    ],
)
def test_month_bounds(calendar: str, year: int, month: int, first: str, last: str) -> None:
    assert month_bounds(calendar, year, month) == (date.fromisoformat(first), date.fromisoformat(last))
