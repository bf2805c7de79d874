"""A date as far as it was written: a year, a month without its year, the end of a decade; and the days it covers.

Knows how wide each kind of wording is (what early and late mean, which months a season has), in any of the calendars.
Which year an unfinished date belongs to is left to :mod:`cablegraph.calendars.relative`. The trap: solar and Gregorian seasons differ, and a
Gregorian winter runs into the next year.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cablegraph.calendars.convert import month_bounds, to_day
from cablegraph.calendars.interval import GREGORIAN, SOLAR, DateInterval

_DAY = timedelta(days=1)
_DAYS = {  # first and last day of a slice of a month; 0 = its last day
    "part-1": (1, 10),
    "part-2": (11, 20),
    "part-3": (21, 0),
    "end": (21, 0),
    "half-1": (1, 15),
    "half-2": (16, 0),
    "week-1": (1, 7),
    "week-2": (8, 14),
    "week-3": (15, 21),
    "week-4": (22, 28),
    "week-5": (-6, 0),
}
_MONTHS = {  # first and last month of a slice of a year
    "part-1": (1, 4),
    "part-2": (5, 8),
    "part-3": (9, 12),
    "end": (9, 12),
    "half-1": (1, 6),
    "half-2": (7, 12),
    "quarter-1": (1, 3),
    "quarter-2": (4, 6),
    "quarter-3": (7, 9),
    "quarter-4": (10, 12),
}
_PARTS = {"part-1": 0, "part-2": 1, "part-3": 2, "end": 2}  # which third of a season
_GREGORIAN_SEASONS = ((3, 5), (6, 8), (9, 11), (12, 14))
_SOLAR_SEASONS = ((1, 3), (4, 6), (7, 9), (10, 12))


@dataclass(frozen=True, slots=True)
class Partial:
    """The written fields of a date.

    ``last_day`` ends a range of days in one month, ``season`` is 0 (spring) to 3 (winter), ``years`` is 10 for a decade, 20 for two
    together, and 100 for a century.
    ``slice`` is a key of words.yml: part-1 (early), part-2 (mid), part-3 (late), end, half-, quarter-, week- and their number.
    """

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    season: int | None = None
    years: int = 1
    slice: str | None = None

    def sliced(self, name: str) -> "Partial | None":
        """Return this date narrowed to a slice of it, or None where that makes no sense."""
        if self.day is not None or self.slice is not None:
            return None
        if self.month is not None:
            fits = name in _DAYS
        elif self.season is not None or self.years > 1:
            fits = name in _PARTS or (name.startswith("half-") and self.years > 1)
        else:
            fits = name in _MONTHS
        return replace(self, slice=name) if fits else None


def cover(written: Partial) -> DateInterval | None:
    """Return the days that a date with a year covers; None where the calendar has no such day or the year is missing."""
    if written.year is None:
        return None
    try:
        start, end = _bounds(written, written.year)
    except (ValueError, OverflowError):
        return None
    return DateInterval(start, end, written.calendar, _precision(written))


def _bounds(written: Partial, year: int) -> tuple[date, date]:
    calendar = written.calendar
    if written.month is not None and written.day is not None:
        first_day = to_day(calendar, year, written.month, written.day)
        return first_day, to_day(calendar, year, written.month, written.last_day) if written.last_day else first_day
    if written.month is not None:
        return _month_slice(*month_bounds(calendar, year, written.month), written.slice)
    if written.season is not None:
        first, last = _season_months(calendar)[written.season]
        if written.slice is not None:
            first = last = first + _PARTS[written.slice]
        return _months(calendar, year, first, last)
    if written.years > 1:
        first, last = _year_slice(year, written.years, written.slice)
        return month_bounds(calendar, first, 1)[0], month_bounds(calendar, last, 12)[1]
    first, last = _MONTHS[written.slice] if written.slice else (1, 12)
    return _months(calendar, year, first, last)


def _months(calendar: str, year: int, first: int, last: int) -> tuple[date, date]:
    """Return the days from the first to the last month, counted on into the next year beyond 12."""
    return (
        month_bounds(calendar, year + (first - 1) // 12, (first - 1) % 12 + 1)[0],
        month_bounds(calendar, year + (last - 1) // 12, (last - 1) % 12 + 1)[1],
    )


def _season_months(calendar: str) -> tuple[tuple[int, int], ...]:
    if calendar == GREGORIAN:
        return _GREGORIAN_SEASONS
    if calendar == SOLAR:
        return _SOLAR_SEASONS
    raise ValueError("the months of the lunar calendar wander through the seasons")


def _month_slice(first: date, last: date, name: str | None) -> tuple[date, date]:
    if name is None:
        return first, last
    start, end = _DAYS[name]
    return (
        first + (start - 1) * _DAY if start > 0 else last + start * _DAY,
        first + (end - 1) * _DAY if end else last,
    )


def _year_slice(year: int, years: int, name: str | None) -> tuple[int, int]:
    """Return first and last year: early and late are the first and last four tenths, mid what lies between."""
    share = years * 4 // 10
    return {
        "part-1": (year, year + share - 1),
        "part-2": (year + share, year + years - share - 1),
        "part-3": (year + years - share, year + years - 1),
        "end": (year + years - share, year + years - 1),
        "half-1": (year, year + years // 2 - 1),
        "half-2": (year + years // 2, year + years - 1),
    }.get(name or "", (year, year + years - 1))


def _precision(written: Partial) -> str:
    if written.day is not None:
        return "range" if written.last_day else "day"
    if written.month is not None:
        return "part-of-month" if written.slice else "month"
    if written.season is not None:
        return "part-of-year" if written.slice else "season"
    if written.years > 1:
        return {10: "decade", 100: "century"}.get(written.years, "range")
    if written.slice is None:
        return "year"
    return "quarter" if written.slice.startswith("quarter") else "part-of-year"
