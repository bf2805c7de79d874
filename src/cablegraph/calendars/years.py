"""Which year, in which calendar, a written year number means.

Knows the habits of the three languages: a bare 1393 is solar in Persian and English cables and lunar in Arabic ones, two digits are
13xx in Persian and the hundred years round the day of writing elsewhere. The trap: an era mark (ه.ش, هـ, م, AH) overrules
every habit, and a Persian or lunar month may stand beside a Gregorian year.
"""

from dataclasses import replace
from datetime import date

from cablegraph.calendars.convert import from_day, month_bounds
from cablegraph.calendars.interval import GREGORIAN, LUNAR, SOLAR, DateInterval
from cablegraph.calendars.partial import Partial, cover

_HIJRI_YEARS = range(1250, 1500)
_LAST_SOLAR = 1420  # a later unmarked year in Persian is lunar: solar 1420 begins in 2041
_FIRST_SOLAR = 1290
_FIRST_LUNAR = 1300  # an earlier unmarked year in Arabic may be Gregorian as well
_IMPERIAL_YEARS = range(2500, 2561)  # counted from Cyrus, official in Iran 1976-78
_IMPERIAL_SHIFT = 1180
_PIVOT = 35  # without a day of writing 36-99 is 19xx, 00-35 is 20xx
_FIRST_LUNAR_ALONE = 1365  # a month without a day and an unmarked earlier year in Persian: the year is solar

_LAST_YEAR = {GREGORIAN: 2199, SOLAR: 1578, LUNAR: 1626}
_AHEAD = 15  # years that plans and forecasts reach beyond the day of writing

Year = tuple[str, int]


def full_year(two_digits: int, written: date | None) -> int:
    """Return the Gregorian year that two digits mean: the latest not more than 15 years after writing, else 1936 to 2035."""
    if written is None:
        return two_digits + (1900 if two_digits > _PIVOT else 2000)
    latest = written.year + _AHEAD
    return latest - (latest - two_digits) % 100


def read_year(number: int, *, digits: int, tongue: str, mark: str, written: date | None) -> Year | None:
    """Return calendar and year, or None where the number is no year that somebody would write.

    Args:
        number: As written.
        digits: How many digits it was written with.
        tongue: ``"fa"``, ``"ar"`` or ``"en"``.
        mark: Calendar of an era mark beside it, ``"hijri"`` (either, by the number), ``"imperial"``, or ``""``.
        written: Day of writing; settles two digits.
    """
    if mark == "bc":
        return None
    if mark == "imperial" or (not mark and tongue == "fa" and number in _IMPERIAL_YEARS):
        return (SOLAR, number - _IMPERIAL_SHIFT) if number in _IMPERIAL_YEARS else None
    if digits <= 2:
        if mark == LUNAR or (mark == GREGORIAN and digits < 2):
            return None
        if mark in {SOLAR, "hijri"} or (tongue == "fa" and not mark):
            return SOLAR, 1300 + number
        return GREGORIAN, full_year(number, written)
    if mark == "hijri":
        return (SOLAR if number <= _LAST_SOLAR else LUNAR), number
    if mark:
        return (mark, number) if number <= _LAST_YEAR[mark] else None
    if number not in _HIJRI_YEARS:
        return (GREGORIAN, number) if (1000 if tongue == "en" else _HIJRI_YEARS.stop) <= number < 2200 else None
    if tongue == "fa":
        return (SOLAR if number <= _LAST_SOLAR else LUNAR), number
    if tongue == "ar":
        return (LUNAR, number) if number >= _FIRST_LUNAR else None
    return (SOLAR, number) if _FIRST_SOLAR <= number <= _LAST_SOLAR else None


def year_beside(
    month_calendar: str, number: int, *, digits: int, tongue: str, mark: str, written: date | None
) -> Year | None:
    """Return calendar and year for a number beside a month of a known calendar; the arguments are those of ``read_year``."""
    if mark or (digits < 3 and month_calendar == GREGORIAN):
        if month_calendar == GREGORIAN and digits <= 2:
            return (GREGORIAN, full_year(number, written)) if mark in {"", GREGORIAN} else None
        if month_calendar == LUNAR and mark == "hijri":
            return LUNAR, number
        return read_year(number, digits=digits, tongue=tongue, mark=mark, written=written)
    if digits <= 2:
        return (SOLAR, 1300 + number) if month_calendar == SOLAR else None
    if number in _IMPERIAL_YEARS and month_calendar == SOLAR:
        return SOLAR, number - _IMPERIAL_SHIFT
    if month_calendar != GREGORIAN and number < _HIJRI_YEARS.stop:
        return month_calendar, number
    if number in _HIJRI_YEARS:
        return read_year(number, digits=digits, tongue=tongue, mark="", written=written)
    return (GREGORIAN, number) if 1000 <= number < 2200 else None


def is_solar_context(partial: Partial, year: Year, *, tongue: str, mark: str) -> bool:
    """Tell whether a lunar month without a day stands beside what can only be a solar year (محرم ۱۳۵۷)."""
    return (
        partial.calendar == LUNAR
        and partial.day is None
        and not mark
        and tongue == "fa"
        and year[1] < _FIRST_LUNAR_ALONE
    )


def occurrences(partial: Partial, within: Year) -> tuple[DateInterval, ...]:
    """Return when a date without a year falls in a year of any calendar: once, or twice for lunar dates in a longer year."""
    calendar, year = within
    if calendar == partial.calendar:
        found = cover(replace(partial, year=year))
        return (found,) if found else ()
    try:
        first, last = month_bounds(calendar, year, 1)[0], month_bounds(calendar, year, 12)[1]
        years = range(from_day(first, partial.calendar)[0] - 1, from_day(last, partial.calendar)[0] + 1)
    except (ValueError, OverflowError):
        return ()
    covers = [cover(replace(partial, year=each)) for each in years]
    return tuple(each for each in covers if each and each.start and first <= each.start <= last)
