"""Days in three calendars: Gregorian, solar Hijri and lunar Hijri.

Knows which table stands behind each: solar Hijri is jdatetime's; lunar Hijri is Umm al-Qura (hijridate) from 1343 to 1500 AH, that is from
1 August 1924 to 16 November 2077, and the civil table (convertdate) outside. The trap: the lunar calendar is sighted, not computed,
so a lunar day is right to within a day only, and a month may have a thirtieth day that the table does not have.
"""

from datetime import date, timedelta
from functools import lru_cache

import hijridate
import jdatetime

from cablegraph.calendars.interval import GREGORIAN, LUNAR, SOLAR

UMM_AL_QURA_YEARS = range(1343, 1501)
_UMM_AL_QURA_DAYS = (date(1924, 8, 1), date(2077, 11, 16))
_CACHED = 4096


def lunar_table(year: int) -> str:
    """Return the table used for a lunar year: ``"umm-al-qura"`` or ``"civil"``."""
    return "umm-al-qura" if year in UMM_AL_QURA_YEARS else "civil"


@lru_cache(maxsize=_CACHED)
def to_day(calendar: str, year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a date of ``calendar``.

    A thirtieth day of a lunar month that has 29 in the table is the day after its twenty-ninth.

    Raises:
        ValueError: the calendar has no such day, or it lies outside the years 1 to 9999.
    """
    try:
        if calendar == GREGORIAN:
            return date(year, month, day)
        if calendar == SOLAR:
            solar: date = jdatetime.date(year, month, day).togregorian()
            return solar
        if calendar == LUNAR and day == 30:
            return _lunar_day(year, month, 29) + timedelta(days=1)
        if calendar == LUNAR:
            return _lunar_day(year, month, day)
    except (OverflowError, IndexError) as error:
        raise ValueError(f"{calendar} {year}-{month}-{day} is outside the years that can be converted") from error
    raise ValueError(f"{calendar!r} is not a calendar with days of its own")


def _lunar_day(year: int, month: int, day: int) -> date:
    if not (1 <= month <= 12 and 1 <= day <= 29 and year >= 1):
        raise ValueError(f"no day {year}-{month}-{day} in the lunar Hijri calendar")
    if year in UMM_AL_QURA_YEARS:
        found = hijridate.Hijri(year, month, day).to_gregorian()
        return date(found.year, found.month, found.day)
    from convertdate import islamic  # slow to import and rarely needed

    return date(*islamic.to_gregorian(year, month, day))


@lru_cache(maxsize=_CACHED)
def from_day(day: date, calendar: str) -> tuple[int, int, int]:
    """Return year, month and day of a Gregorian ``day`` in ``calendar``.

    Raises:
        ValueError: ``calendar`` is not one of the three, or the day lies before it begins.
    """
    if calendar == GREGORIAN:
        return day.year, day.month, day.day
    if calendar == SOLAR:
        solar = jdatetime.date.fromgregorian(date=day)
        return solar.year, solar.month, solar.day
    if calendar != LUNAR:
        raise ValueError(f"{calendar!r} is not a calendar with days of its own")
    if _UMM_AL_QURA_DAYS[0] <= day <= _UMM_AL_QURA_DAYS[1]:
        lunar = hijridate.Gregorian(day.year, day.month, day.day).to_hijri()
        return lunar.year, lunar.month, lunar.day
    from convertdate import islamic

    year, month, of_month = islamic.from_gregorian(day.year, day.month, day.day)
    if year < 1:
        raise ValueError(f"{day.isoformat()} lies before the lunar Hijri calendar")
    return year, month, of_month


def month_bounds(calendar: str, year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month. Raises ValueError where there is no such month."""
    first = to_day(calendar, year, month, 1)
    following = (
        to_day(calendar, year + month // 12, month % 12 + 1, 1)
        if (calendar, year, month) != (GREGORIAN, 9999, 12)
        else None
    )
    return first, (following - timedelta(days=1) if following else date.max)
