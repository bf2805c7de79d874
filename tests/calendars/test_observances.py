"""Observances of a year, also where a lunar one falls in it twice."""

from datetime import date

import pytest

from cablegraph.calendars import find_dates
from cablegraph.calendars.observances import observe


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("ashura", ("lunar-hijri", 1435), ["2013-11-13"]),
        ("ashura", ("solar-hijri", 1357), ["1978-12-10"]),
        ("ashura", ("gregorian", 2009), ["2009-01-07", "2009-12-27"]),
        ("fitr", ("gregorian", 2000), ["2000-01-08", "2000-12-27"]),
        ("nowruz", ("gregorian", 2014), ["2014-03-21"]),
        ("quds", ("gregorian", 2014), ["2014-07-25"]),
        ("christmas", ("gregorian", 1979), ["1979-12-25"]),
    ],
)
def test_observe(name: str, year: tuple[str, int], days: list[str]) -> None:
    assert [str(each.start) for each in observe(name, year)] == days


def test_an_observance_that_falls_twice_in_a_year_has_two_candidates() -> None:
    (match,) = find_dates("Ashura 2009")
    assert [each.start for each in match.candidates] == [date(2009, 1, 7), date(2009, 12, 27)]
