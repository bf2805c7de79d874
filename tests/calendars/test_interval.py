"""Intervals as EDTF and as the JSON contract."""

from datetime import date

import pytest

from cablegraph.calendars import GREGORIAN, LUNAR, SOLAR, DateInterval, DateMatch
from cablegraph.text import Span


@pytest.mark.parametrize(
    ("start", "end", "calendar", "precision", "edtf"),
    [
        ("2014-11-12", "2014-11-12", GREGORIAN, "day", "2014-11-12"),
        ("2014-11-01", "2014-11-30", GREGORIAN, "month", "2014-11"),
        ("2012-02-01", "2012-02-29", GREGORIAN, "month", "2012-02"),
        ("2014-01-01", "2014-12-31", GREGORIAN, "year", "2014"),
        ("1980-01-01", "1989-12-31", GREGORIAN, "decade", "198X"),
        ("1986-01-01", "1989-12-31", GREGORIAN, "decade", "1986/1989"),
        ("1901-01-01", "2000-12-31", GREGORIAN, "century", "1901/2000"),
        ("1964-03-01", "1964-05-31", GREGORIAN, "season", "1964-21"),
        ("1963-12-01", "1964-02-29", GREGORIAN, "season", "1963-24"),
        ("1974-10-01", "1974-12-31", GREGORIAN, "quarter", "1974-10/1974-12"),
        ("2014-03-21", "2015-03-20", SOLAR, "year", "2014-03-21/2015-03-20"),
        ("2014-07-13", "2014-07-13", LUNAR, "day", "2014-07-13~"),
        ("2014-06-28", "2014-07-27", LUNAR, "month", "2014-06-28~/2014-07-27~"),
        ("2004-09-10", "2004-10-09", GREGORIAN, "ambiguous", "2004-09-10?/2004-10-09?"),
        ("2000-01-01", None, GREGORIAN, "open", "2000-01-01/.."),
        (None, "1998-12-31", GREGORIAN, "open", "../1998-12-31"),
        ("9999-12-01", "9999-12-31", GREGORIAN, "month", "9999-12"),
    ],
)
def test_edtf(start: str | None, end: str | None, calendar: str, precision: str, edtf: str) -> None:
    days = [date.fromisoformat(each) if each else None for each in (start, end)]
    assert DateInterval(days[0], days[1], calendar, precision).edtf == edtf


def test_json_of_a_day_has_the_fields_of_the_contract() -> None:
    day = date(2014, 11, 12)
    match = DateMatch(Span(3, 14), "۲۱ آبان ۱۳۹۳", DateInterval(day, day, SOLAR, "day"))
    assert match.as_json() == {
        "start": 3,
        "end": 14,
        "text": "۲۱ آبان ۱۳۹۳",
        "from": "2014-11-12",
        "to": "2014-11-12",
        "calendar": "solar-hijri",
        "precision": "day",
        "edtf": "2014-11-12",
    }


def test_json_of_what_could_not_be_read_says_unknown() -> None:
    answer = DateMatch(Span(0, 6), "Nov. 5", None).as_json()
    assert (answer["from"], answer["to"], answer["calendar"], answer["precision"], answer["edtf"]) == (
        None,
        None,
        None,
        "unknown",
        None,
    )


def test_json_candidates_are_first_days_and_only_there_where_ambiguous() -> None:
    readings = tuple(DateInterval(day, day, GREGORIAN, "day") for day in (date(2014, 3, 4), date(2014, 4, 3)))
    hull = DateInterval(date(2014, 3, 4), date(2014, 4, 3), GREGORIAN, "ambiguous")
    assert DateMatch(Span(0, 10), "03/04/2014", hull, readings).as_json()["candidates"] == ["2014-03-04", "2014-04-03"]
