"""Days that people name instead of counting: Ashura, Nowruz, Quds Day, Christmas.

Knows on which day of which calendar each falls, from data; which year is meant is read elsewhere. The trap: a lunar observance wanders
through the solar and Gregorian year and may fall in it twice.
"""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from cablegraph.calendars.data import load_yaml
from cablegraph.calendars.interval import DateInterval
from cablegraph.calendars.partial import Partial
from cablegraph.calendars.years import Year, occurrences


@cache
def _rule(name: str) -> tuple[Partial, int | None]:
    fields = load_yaml("observances.yml")[name]
    day = int(fields["day"]) if "day" in fields else None
    last = int(fields["to"]) if "to" in fields else None
    weekday = int(fields["last_weekday"]) if "last_weekday" in fields else None
    return Partial(fields["calendar"], month=int(fields["month"]), day=day, last_day=last), weekday


def calendar_of(name: str) -> str:
    """Return the calendar that an observance of observances.yml is kept in."""
    return _rule(name)[0].calendar


def observe(name: str, within: Year) -> tuple[DateInterval, ...]:
    """Return when an observance falls in a year of any calendar, earliest first."""
    partial, weekday = _rule(name)
    found = occurrences(partial, within)
    return found if weekday is None else tuple(_last_weekday(each, weekday) for each in found)


def observe_near(name: str, day: date) -> tuple[DateInterval, ...]:
    """Return an observance in the years about a Gregorian ``day``: of the year before, the same year and the year after."""
    return tuple(each for year in (day.year - 1, day.year, day.year + 1) for each in observe(name, ("gregorian", year)))


def _last_weekday(month: DateInterval, weekday: int) -> DateInterval:
    last = month.end
    if last is None:
        return month
    day = last - timedelta(days=(last.weekday() - weekday) % 7)
    return replace(month, start=day, end=day, precision="day")
