"""Dates are written no more precise than they were said."""

from datetime import date

import pytest

from cablegraph.calendars import DateInterval
from cablegraph.extract.precision import iso_of, iso_pair


@pytest.mark.parametrize(
    ("start", "end", "pair", "one"),
    [
        (date(1964, 1, 1), date(1964, 12, 31), ("1964", "1964"), "1964"),
        (date(1964, 11, 1), date(1964, 11, 30), ("1964-11", "1964-11"), "1964-11"),
        (date(1964, 11, 5), date(1964, 11, 5), ("1964-11-05", "1964-11-05"), "1964-11-05"),
        (date(1964, 1, 1), date(1966, 12, 31), ("1964", "1966"), "1964"),
        (date(2014, 4, 21), date(2014, 5, 21), ("2014-04-21", "2014-05-21"), "2014-04-21"),
        (date(1964, 11, 5), None, ("1964-11-05", None), "1964-11-05"),
        (None, date(1964, 11, 5), (None, "1964-11-05"), None),
    ],
)
def test_iso(start: date | None, end: date | None, pair: tuple, one: str | None) -> None:
    interval = DateInterval(start, end, "gregorian", "range")
    assert iso_pair(interval) == pair
    assert iso_of(interval) == one


def test_a_part_of_a_month_is_that_month() -> None:
    early = DateInterval(date(1971, 9, 1), date(1971, 9, 10), "gregorian", "part-of-month")
    assert iso_pair(early) == ("1971-09", "1971-09")
