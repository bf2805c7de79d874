"""Reading dates written in numbers only: 1393/08/17, 17.4.1394, 03/04/2014, and the date-time group 121430Z NOV 14.

Knows the order of day, month and year by language and by what the numbers allow. The trap: 03/04/2014 in English has two readings,
and both are given unless the document's own dates show its habit.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from cablegraph.calendars.interval import GREGORIAN, LUNAR, SOLAR
from cablegraph.calendars.lexicon import english_months
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.years import full_year, read_year

_NUMBER = re.compile(r"\d+")
_GROUP = re.compile(r"(\d\d)[ /]?(\d\d)(\d\d) ?([A-Za-z])\s?(?:([A-Za-z]+)\.?\s?['’]?(\d+)?)?")
_COMPACT = re.compile(r"(\d{1,2})[ ./-]{0,2}([A-Za-z]+)[ ./-]{0,2}(\d+)")
_ROMAN_MONTHS = {
    name: number
    for number, name in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)
}
_DATE_IN_TEXT = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\w/-])")


def read_numeric(
    text: str, *, tongue: str, mark: str, month_first: bool | None, written: date | None
) -> tuple[Partial, ...]:
    """Return the readings of a numeric date, earliest first: none, one, or two where day and month could be either.

    Args:
        text: Three numbers (or month and year) and the marks between them, digits of any script.
        tongue: ``"fa"``, ``"ar"`` or ``"en"``: whose order holds.
        mark: Calendar of an era mark after it, or ``""``.
        month_first: The document's habit in English numeric dates; None = unknown.
        written: Day of writing; settles two-digit years.
    """
    parts = _NUMBER.findall(text)
    if len(parts) == 2:
        year = read_year(int(parts[1]), digits=4, tongue=tongue, mark=mark, written=written)
        return _several([_valid(Partial(*year, int(parts[0])))] if year else [])
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) >= 3:
        is_date = len(parts[0]) == 4 and len(parts[2]) <= 2
        return _several([_dated(first, 4, second, third, tongue=tongue, mark=mark, written=written)] if is_date else [])
    if len(parts[2]) == 4:
        orders = _orders(first, second, text, tongue, third, mark=mark, month_first=month_first)
        return _several(
            _dated(third, 4, month, day, tongue=tongue, mark=mark, written=written) for day, month in orders
        )
    if "/" not in text and first <= 31 and third <= 31:
        return ()
    if tongue == "fa" and mark != GREGORIAN:
        return _short_persian((first, second, third), [len(part) for part in parts], written)
    if first > 31:
        return _several([_dated(first, 2, second, third, tongue=tongue, mark=mark or GREGORIAN, written=written)])
    if len(parts[2]) != 2:
        return ()
    orders = _orders(first, second, text, tongue, full_year(third, written), mark=mark, month_first=month_first)
    return _several(
        _dated(third, 2, month, day, tongue=tongue, mark=mark or GREGORIAN, written=written) for day, month in orders
    )


def read_group(text: str, written: date | None) -> Partial | None:
    """Return the UTC day of a date-time group, without a year where none stands there and without a month where none does.

    Zones run from A (UTC+1) over M (+12) and N (-1) to Y (-12); Z is UTC. None where hour, minute or zone cannot be. ``5NOV64`` and
    ``5 XI 1964`` are read too.
    """
    months = english_months()
    compact = _COMPACT.fullmatch(text)
    if compact:
        day, name, year = compact.groups()
        return _valid(Partial(GREGORIAN, _group_year(year, written), (months | _ROMAN_MONTHS)[name.lower()], int(day)))
    match = _GROUP.fullmatch(text)
    if match is None or int(match[2]) > 24 or int(match[3]) > 59:
        return None
    zone = match[4].upper()
    if match[5] is None:
        return Partial(GREGORIAN, day=int(match[1])) if zone == "Z" and 1 <= int(match[1]) <= 31 else None
    partial = _valid(Partial(GREGORIAN, _group_year(match[6], written), months[match[5].lower()], int(match[1])))
    covered = cover(partial) if partial else None
    if partial is None or covered is None or covered.start is None:
        return partial
    hours = int(match[2]) - _zone_hours(zone)
    utc = covered.start + timedelta(days=hours // 24)
    return Partial(GREGORIAN, utc.year, utc.month, utc.day)


def find_month_first(text: str) -> bool | None:
    """Return the habit of the numeric dates in an English text: True month first, False day first, None where they do not tell."""
    votes = {True: 0, False: 0}
    for match in _DATE_IN_TEXT.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            votes[False] += 1
        elif second > 12 >= first:
            votes[True] += 1
    return None if bool(votes[True]) == bool(votes[False]) else bool(votes[True])


def _zone_hours(zone: str) -> int:
    east = "ABCDEFGHIKLM"
    return east.index(zone) + 1 if zone in east else -("NOPQRSTUVWXY".index(zone) + 1) if zone != "Z" else 0


def _group_year(digits: str | None, written: date | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else full_year(int(digits), written)


def _orders(
    first: int, second: int, text: str, tongue: str, year: int, *, mark: str, month_first: bool | None
) -> list[tuple[int, int]]:
    """Return the (day, month) readings worth considering."""
    day_first, month_then_day = (first, second), (second, first)
    if tongue != "en" or "." in text or mark in {SOLAR, LUNAR} or year < 1500:
        return [day_first]
    if first > 12 or second > 12 or first == second:
        return [day_first if first > 12 or first == second else month_then_day]
    if month_first is not None:
        return [month_then_day if month_first else day_first]
    return [day_first, month_then_day]


def _short_persian(numbers: tuple[int, int, int], digits: list[int], written: date | None) -> tuple[Partial, ...]:
    """Read y/m/d and, where only that can be, d/m/y with a two-digit solar year."""
    first, month, last = numbers
    year_first = _valid(Partial(SOLAR, 1300 + first, month, last)) if digits[0] == 2 else None
    year_last = _valid(Partial(SOLAR, 1300 + last, month, first)) if digits[2] == 2 else None
    if first > 31 or year_last is None or written is None:
        return _several([year_first or year_last])
    if last > 31:
        return (year_last,)
    options = [each for each in (year_first, year_last) if each]
    options += [Partial(SOLAR, 100 + (each.year or 0), each.month, each.day) for each in options]
    return (min(options, key=lambda each: _days_from(each, written)),)


def _days_from(partial: Partial, written: date) -> int:
    covered = cover(partial)
    return abs((covered.start - written).days) if covered and covered.start else 10**9


def _dated(
    number: int, digits: int, month: int, day: int, *, tongue: str, mark: str, written: date | None
) -> Partial | None:
    year = read_year(number, digits=digits, tongue=tongue, mark=mark, written=written)
    return _valid(Partial(year[0], year[1], month, day)) if year else None


def _valid(partial: Partial) -> Partial | None:
    known = partial if partial.year is not None else Partial(partial.calendar, 2000, partial.month, partial.day)
    return partial if cover(known) else None


def _several(partials: Iterable[Partial | None]) -> tuple[Partial, ...]:
    return tuple(sorted((each for each in partials if each), key=lambda each: (each.year, each.month, each.day)))
