"""Dates as English cables write them."""

import pytest

from cablegraph.calendars import GREGORIAN, SOLAR, find_dates

from .readings import WRITTEN, only, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("November 5, 1964", "1964-11-05"),
        ("NOVEMBER 5, 1964", "1964-11-05"),
        ("Nov. 5, 1964", "1964-11-05"),
        ("5 Nov 1964", "1964-11-05"),
        ("5 November, 1964", "1964-11-05"),
        ("the 5th of November 1964", "1964-11-05"),
        ("November the 5th, 1964", "1964-11-05"),
        ("the fifth of November 1964", "1964-11-05"),
        ("5 November 64", "1964-11-05"),
        ("05NOV64", "1964-11-05"),
        ("24 March '64", "1964-03-24"),
        ("13-MAR-1991", "1991-03-13"),
        ("03 FEB 09", "2009-02-03"),
        ("11/25/64", "1964-11-25"),
        ("25/11/1964", "1964-11-25"),
        ("5.11.1964", "1964-11-05"),
        ("1964-11-05", "1964-11-05"),
        ("1964/11/05", "1964-11-05"),
        ("2014-11-12T14:30Z", "2014-11-12"),
        ("June 1963", "1963-06-01..1963-06-30"),
        ("Sept. 1980", "1980-09-01..1980-09-30"),
        ("12 Dey 1357", "1979-01-02"),
        ("Bahman 22, 1357", "1979-02-11"),
        ("Khordad 1342", "1963-05-22..1963-06-21"),
        ("15 Khurdad 1342", "1963-06-05"),
        ("22 Bahman 1979", "1979-02-11"),
        ("10 Muharram 1435 AH", "2013-11-13"),
        ("Ramadan 1435", "2014-06-28..2014-07-27"),
        ("1 Dhu al-Hijja 1435", "2014-09-25"),
        ("15 Sha'ban 1435", "2014-06-13"),
        ("7 Saur 1357", "1978-04-27"),
    ],
)
def test_days_and_months(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("121430Z NOV 14", "2014-11-12"),
        ("121430Z NOVEMBER 2014", "2014-11-12"),
        ("121430ZNOV14", "2014-11-12"),
        ("12 1430Z NOV 14", "2014-11-12"),
        ("010130C NOV 14", "2014-10-31"),  # three hours east of Greenwich it was still October
        ("312230R DEC 13", "2014-01-01"),  # five hours west it was already the new year
        ("your 101430Z", "2014-11-10"),
        ("FM AMEMBASSY BAGHDAD 120115Z JUN 72 TO SECSTATE", "1972-06-12"),
    ],
)
def test_date_time_groups_are_the_utc_day(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the summer of 1995", "1995-06-01..1995-08-31"),
        ("fall 1979", "1979-09-01..1979-11-30"),
        ("the winter of 1963-64", "1963-12-01..1964-02-29"),
        ("spring of 1389", "2010-03-21..2010-06-21"),
        ("early 1979", "1979-01-01..1979-04-30"),
        ("mid-1979", "1979-05-01..1979-08-31"),
        ("late in 1979", "1979-09-01..1979-12-31"),
        ("mid-May 1964", "1964-05-11..1964-05-20"),
        ("the end of May 1964", "1964-05-21..1964-05-31"),
        ("the first half of 1964", "1964-01-01..1964-06-30"),
        ("the first week of May 1964", "1964-05-01..1964-05-07"),
        ("the last week of May 1964", "1964-05-25..1964-05-31"),
        ("Q3 1974", "1974-07-01..1974-09-30"),
        ("the fourth quarter of 1974", "1974-10-01..1974-12-31"),
        ("in the 1960s", "1960-01-01..1969-12-31"),
        ("in the 1960's", "1960-01-01..1969-12-31"),
        ("the '60s", "1960-01-01..1969-12-31"),
        ("the sixties", "1960-01-01..1969-12-31"),
        ("the early 1960s", "1960-01-01..1963-12-31"),
        ("late in the 1980s", "1986-01-01..1989-12-31"),
        ("the 20th century", "1901-01-01..2000-12-31"),
        ("FY 1965", "1964-07-01..1965-06-30"),
        ("FY68", "1967-07-01..1968-06-30"),
        ("FY 1979", "1978-10-01..1979-09-30"),
        ("FY 63-67", "1962-07-01..1967-06-30"),
        ("Ashura 2014", "2014-11-03"),
        ("Nowruz 1393", "2014-03-21"),
        ("Christmas 1979", "1979-12-25"),
        ("Quds Day 2014", "2014-07-25"),  # the last Friday of Ramadan
    ],
)
def test_periods(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 2004 to 2011", "2004-01-01..2011-12-31"),
        ("between 2003 and 2011", "2003-01-01..2011-12-31"),
        ("1958-60", "1958-01-01..1960-12-31"),
        ("1958–1960", "1958-01-01..1960-12-31"),
        ("2-5 April 1992", "1992-04-02..1992-04-05"),
        ("December 2-7, 1987", "1987-12-02..1987-12-07"),
        ("between 14 and 21 July 1985", "1985-07-14..1985-07-21"),
        ("from May 30 to June 5, 1990", "1990-05-30..1990-06-05"),
        ("December 28 to January 3, 1965", "1964-12-28..1965-01-03"),
        ("5 November 1964 to 10 January", "1964-11-05..1965-01-10"),
        ("May-June 1964", "1964-05-01..1964-06-30"),
        ("June/July 1964", "1964-06-01..1964-07-31"),
        ("from early 1963 until late 1965", "1963-01-01..1965-12-31"),
        ("after 1999", "2000-01-01.."),
        ("since 1999", "1999-01-01.."),
        ("before 1999", "..1998-12-31"),
        ("until 1999", "..1999-12-31"),
        ("before the end of 1971", "..1971-12-31"),
        ("after May 5, 1964", "1964-05-06.."),
        ("pre-1979", "..1978-12-31"),
        ("from 1964 onwards", "1964-01-01.."),
    ],
)
def test_ranges_and_open_ends(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "2014-11-11"),
        ("the day before yesterday", "2014-11-10"),
        ("tomorrow", "2014-11-13"),
        ("6 days ago", "2014-11-06"),
        ("three weeks ago", "2014-10-20..2014-10-26"),
        ("two months ago", "2014-09-01..2014-09-30"),
        ("a year ago", "2013-01-01..2013-12-31"),
        ("thirty-five years ago", "1979-01-01..1979-12-31"),
        ("last week", "2014-11-03..2014-11-09"),
        ("next month", "2014-12-01..2014-12-31"),
        ("this year", "2014-01-01..2014-12-31"),
        ("the past year", "2013-11-12..2014-11-12"),
        ("the last five years", "2009-11-12..2014-11-12"),
        ("last November", "2013-11-01..2013-11-30"),
        ("next March", "2015-03-01..2015-03-31"),
        ("last summer", "2014-06-01..2014-08-31"),
        ("last Tuesday", "2014-11-11"),
        ("next Wednesday", "2014-11-19"),
        ("on Friday", "2014-11-14"),
        ("last Ramadan", "2014-06-28..2014-07-27"),
        ("the 5th of this month", "2014-11-05"),
        ("November 5", "2014-11-05"),
        ("on 5 January", "2015-01-05"),  # nearer than the one before
        ("in March", "2015-03-01..2015-03-31"),
    ],
)
def test_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    ["yesterday", "6 days ago", "last month", "on 5 November", "Nov. 5", "last Ramadan", "between May 3 and June 5"],
)
def test_without_a_day_of_writing_nothing_is_guessed(text: str) -> None:
    assert read(text, written=None) == "?"


@pytest.mark.parametrize(
    "text", ["some months ago", "several years ago", "a few weeks ago", "in the coming weeks", "40000 years ago"]
)
def test_a_count_that_is_none_is_no_date(text: str) -> None:
    assert not list(find_dates(text, written=WRITTEN))


def test_both_readings_of_an_ambiguous_date() -> None:
    match = only("03/04/2014")
    assert [each.start.isoformat() for each in match.candidates if each.start] == ["2014-03-04", "2014-04-03"]
    assert match.interval is not None
    assert match.interval.precision == "ambiguous"
    assert (str(match.interval.start), str(match.interval.end)) == ("2014-03-04", "2014-04-03")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Received 25/12/2013, answered 03/04/2014.", "2014-04-03"),
        ("Received 12/25/2013, answered 03/04/2014.", "2014-03-04"),
        ("On Thursday 03/04/2014", "2014-04-03"),
    ],
)
def test_an_ambiguous_date_is_settled_by_the_documents_habit_or_a_weekday(text: str, expected: str) -> None:
    last = list(find_dates(text))[-1]
    assert last.interval is not None
    assert str(last.interval.start) == expected
    assert last.candidates == ()


def test_a_winter_of_one_year_has_two_readings() -> None:
    starts = [each.start.isoformat() for each in only("the winter of 1979").candidates if each.start]
    assert starts == ["1978-12-01", "1979-12-01"]


def test_years_that_could_be_a_month_have_two_readings() -> None:
    assert [each.precision for each in only("2004-11").candidates] == ["range", "month"]


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Thursday, November 5, 1964", True),
        ("Friday, November 5, 1964", False),
        ("5 November 1964 (Thursday)", True),
        ("5 November 1964", None),
    ],
)
def test_a_weekday_is_checked_against_its_day(text: str, agrees: bool | None) -> None:
    match = only(text)
    assert match.weekday_agrees is agrees
    assert match.text == text


def test_a_weekday_settles_the_year_of_an_unfinished_date() -> None:
    assert read("Thursday, November 7") == "2013-11-07"


def test_calendars_and_precisions() -> None:
    matches = [only("summer of 1393").interval, only("5 Nov 1964").interval]
    assert [(each.calendar, each.precision) for each in matches if each] == [(SOLAR, "season"), (GREGORIAN, "day")]
