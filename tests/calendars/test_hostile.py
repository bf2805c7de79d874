"""Input that was made to hurt: no crash, and work that grows with the length and not with its square."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Self, SupportsIndex

import pytest

from cablegraph.calendars import (
    GREGORIAN,
    LUNAR,
    SOLAR,
    find_dates,
    find_month_first,
    lunar_table,
    month_bounds,
    show_in,
    to_day,
)

from .readings import WRITTEN

_UNITS = [
    "1",
    "1/",
    "12/",
    "1393/8/21 ",
    "1958-60 ",
    "May ",
    "the ",
    "to ",
    "from 5 ",
    "5 November ",
    "5 November, ",
    "November 5 and ",
    "between May and ",
    "early ",
    "Monday, ",
    "last ",
    "before ",
    "و",
    "\u200c",
    "سال ",
    "۱ ",
    "قبل ",
    "\u064b",
    "\ud800",
    "'60s ",
    "121430Z ",
    "(",
    "\n\n1964.",
    "a",
    "9",
    "!?…",
    "😀",
    "١٢۳4 ",
    "\u202e1393\u202c/",
    "هزار و ",
    "ألف و",
    "وفبل",
    "twenty ",
    "two days later ",
    "May of the same year ",
    "3, ",
    "3 and ",
    "1-15/8/2014 ",
    "1. 5. ",
    "7 VII ",
    "سال‌های ۸۴ تا ",
    "سال ۶۳ و ۶۴ و ",
    "the week of 3 May ",
    "2010 Q4 ",
    "by the end of ",
]


_DAY = date(2014, 11, 12)
_DATES = [
    *(
        "12 November 2014, ",
        "21 Aban 1393 (12 November 2014) ",
        "۱۳۹۳/۸/۲۱ ",
        "في 3 أيار 2014 و",
        "from 3 to 5 May 2014; ",
    ),
    *("03/04/2014 ", "121430Z NOV 14 ", "Wednesday 12 November 2014; "),
]


def _count_calls(work: Callable[[], object]) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def _find(text: str) -> int:
    return sum(1 for _ in find_dates(text, written=WRITTEN))


@pytest.mark.parametrize("unit", _UNITS)
def test_work_grows_with_the_length(unit: str) -> None:
    _find(unit * 20)
    small, large = (_count_calls(lambda: _find(unit * count)) for count in (300, 1200))  # noqa: B023  (called at once)
    assert large <= 6 * small + 2000


@pytest.mark.parametrize("unit", [*_UNITS, *_DATES])
def test_the_habit_of_a_text_is_read_in_one_pass(unit: str) -> None:
    small, large = (_count_calls(lambda: find_month_first(unit * count)) for count in (300, 1200))  # noqa: B023
    assert large <= 6 * small + 200


@pytest.mark.parametrize("unit", ["a", "1", "۱۳", "!", "😀", "\u202e", "\ud800", "\u200c", "ي", " ", "\n", "/", "'"])
def test_a_hundred_thousand_characters_of_nothing_hold_no_date(unit: str) -> None:
    assert _find(unit * (100_000 // len(unit))) == 0


@pytest.mark.parametrize("unit", _DATES)
def test_ten_thousand_dates_in_one_line_are_all_found(unit: str) -> None:
    one = _find(unit)
    assert one >= 1
    assert abs(_find(unit * 10_000) - 10_000 * one) <= 10_000 * (one - 1) + 1


def test_years_at_the_start_of_paragraphs_do_not_copy_the_rest_of_the_text() -> None:
    held = _Counted("\n\n1964. a" * 300)
    assert _find(held) == 0
    assert held.copied <= 100 * len(held)


class _Counted(str):
    """A text that counts the characters that slices of it copy."""

    __slots__ = ("copied",)

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made.copied = 0
        return made

    def __getitem__(self, where: SupportsIndex | slice) -> str:
        piece = super().__getitem__(where)
        self.copied += len(piece)
        return piece


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "a",
            "م",
            "1",
            "!",
            "\ud800",
            "\u202e",
            "9" * 5000,
            "۱۳۹۳/" * 2000,
            "0/0/0000",
            "00/00/00",
            "99 Bahman 1393",
        ),
        *(
            "0 May 0000",
            "1 Muharram 9999 AH",
            "before the year 1",
            "before the 1st century",
            "until 1 January 9999",
            "12 AH",
        ),
        *(
            "31 November 2014",
            "2011-02-29",
            "30 Shaban 1435",
            "after 31 December 9999",
            "1500 years ago",
            "99999 days ago",
        ),
        *(
            "1٢/۱1/20١4",
            "\u202e41/11/21\u202c",
            "۱۳۹۳\u202e/۰۸\u202c/۲۱",
            "12\u200b/11\u200f/2014",
            "Nоvember 5, 1964",
            "１２ May ２０１４",
        ),
        *("1" * 4400, "٣" * 4400, "سال " + "۱" * 5000, "²/³/2014", "Ⅻ May 2014", "𝟏𝟐 May 2014", "৫ May 2014"),
    ],
)
def test_nonsense_has_a_defined_answer(text: str) -> None:
    for written in (None, WRITTEN, date.min, date.max):
        for language in (None, "en", "fa", "ar", "ckb", "xx"):
            for match in find_dates(text, language=language, written=written):
                assert match.text
                assert match.as_json()
                assert match.interval is None or match.interval.edtf


@pytest.mark.parametrize("written", [date.min, date.max, date(622, 7, 16), date(1, 1, 2), date(9999, 12, 30)])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "yesterday",
            "tomorrow",
            "last week",
            "next year",
            "last Ramadan",
            "Nowruz",
            "5 May",
            "last Friday",
            "پارسال",
            "2 ماه پیش",
        ),
        *(
            "the next day",
            "5 Aban",
            "22 Bahman",
            "the past five years",
            "next century",
            "the 3rd of last month",
            "Ashura",
            "5/6/14",
        ),
    ],
)
def test_the_ends_of_time_are_no_trouble(text: str, written: date) -> None:
    assert all(match.text for match in find_dates(text, written=written))


@pytest.mark.parametrize("calendar", [GREGORIAN, SOLAR, LUNAR, "", "julian", "\ud800"])
@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(0, 1, 1), (-1, 1, 1), (10**9, 1, 1), (1393, 0, 1), (1393, 13, 1), (1393, 1, 0), (1393, 12, 32), (9999, 12, 31)],
)
def test_days_that_are_none_are_refused_plainly(calendar: str, year: int, month: int, day: int) -> None:
    for work in (lambda: to_day(calendar, year, month, day), lambda: month_bounds(calendar, year, month)):
        try:
            work()
        except ValueError as error:
            assert str(error)  # noqa: PT017  (whether it is raised depends on the case)


@pytest.mark.parametrize("day", [date.min, date.max, _DAY, date(622, 7, 15), date(622, 7, 19)])
@pytest.mark.parametrize("calendar", [GREGORIAN, SOLAR, LUNAR])
def test_any_day_is_shown_or_refused_plainly(day: date, calendar: str) -> None:
    try:
        assert show_in(day, calendar, "fa")
    except ValueError as error:
        assert str(error)  # noqa: PT017


@pytest.mark.parametrize("year", [-(10**9), 0, 1343, 1500, 1501, 10**9])
def test_every_year_has_a_lunar_table(year: int) -> None:
    assert lunar_table(year) in {"umm-al-qura", "civil"}
