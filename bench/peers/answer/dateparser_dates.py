"""dateparser with its Persian and Hijri calendars, asked as a careful user would ask it.

``parse`` reads the whole text: the calendar of the language first (solar for Persian, lunar for Arabic), then ``DateDataParser``. ``search`` is
``search_dates`` over the text, which does not reach those calendars. ``both`` falls back from the first to the second. A reading outside the years
1800-2100 is dropped, or dateparser would take 1393/08/17 for the Middle Ages. Its point in time is widened to its own ``period`` in its own calendar; of a
numeric date read otherwise by day-first and month-first order both are given.

The trap: dateparser fills what a text leaves out from today's date, its calendars even where the month is written, so answers would change from one day of
the bench to the next. Where the day of writing is not known, ``TODAY`` stands for it: one of the days that are best for dateparser on these expressions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from convertdate import persian
from dateparser.calendars.hijri import HijriCalendar
from dateparser.calendars.jalali import JalaliCalendar
from dateparser.conf import settings as shared_settings
from dateparser.date import DateDataParser
from dateparser.search import search_dates
from hijridate import Gregorian, Hijri

Days = tuple[date, date]
_FIRST: dict[str, Any] = {"PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first", "RETURN_TIME_SPAN": True}
_YEARS = range(1800, 2101)
TODAY = datetime(2026, 11, 5)  # noqa: DTZ001 - dateparser wants it without a zone


@dataclass(frozen=True, slots=True)
class Reader:
    """``find`` asks the given readings in order; the first that answers counts."""

    readings: tuple[Callable[[str, str, datetime], list[Days]], ...]

    def find(self, text: str, language: str | None, written: str | None) -> list[dict[str, Any]]:
        """At most one date, in the shape of ``cablegraph lines dates``."""
        base = datetime.fromisoformat(written) if written else TODAY
        for reading in self.readings:
            found = [days for days in reading(text, language or "en", base) if days[0].year in _YEARS]
            if found:
                first, *_ = found
                answer = {"start": 0, "end": len(text), "from": first[0].isoformat(), "to": first[1].isoformat()}
                if len(found) > 1:
                    answer["candidates"] = [days[0].isoformat() for days in found]
                return [answer]
        return []


def variant(name: str) -> Reader:
    """The reader ``parse``, ``search`` or ``both``."""
    parse, search = (_by_calendar, _by_parsing), (_by_searching,)
    return Reader({"parse": parse, "search": search, "both": parse + search}[name])


def _by_calendar(text: str, language: str, base: datetime) -> list[Days]:
    kinds = {"fa": (JalaliCalendar, _solar), "ar": (HijriCalendar, _lunar)}
    if language not in kinds:
        return []
    calendar, widen = kinds[language]
    shared_settings.RELATIVE_BASE = base  # the calendars take no settings of the caller
    try:
        found = calendar(text).get_date()
    except (
        ValueError,
        OverflowError,
        AttributeError,
        TypeError,
    ):  # what the calendars raise on text that is none of theirs
        return []
    return [widen(found.date_obj.date(), found.period)] if found and found.date_obj else []


def _by_parsing(text: str, language: str, base: datetime) -> list[Days]:
    found: list[Days] = []
    for order in (None, "DMY", "MDY") if text[:1].isdigit() and text.count("/") == 2 else (None,):
        settings = _FIRST | {"RELATIVE_BASE": base}
        settings |= {"DATE_ORDER": order, "PREFER_LOCALE_DATE_ORDER": False} if order else {}
        data = DateDataParser(languages=[language], settings=settings).get_date_data(text)
        if data and data.date_obj:
            days = _gregorian(data.date_obj.date(), data.period)
            found += [] if days in found else [days]
    return found


def _by_searching(text: str, language: str, base: datetime) -> list[Days]:
    settings = _FIRST | {"RELATIVE_BASE": base}
    found = search_dates(text, languages=[language], settings=settings, add_period=True)
    if not found:
        return []
    _, point, period = max(found, key=lambda each: len(each[0]))
    return [_gregorian(point.date(), period)]


def _gregorian(day: date, period: str | None) -> Days:
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if period == "month":
        return day.replace(day=1), (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if period == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    return day, day


def _solar(day: date, period: str | None) -> Days:
    if period not in ("month", "year"):
        return day, day
    year, month, _ = persian.from_gregorian(day.year, day.month, day.day)
    first, last = (month, month) if period == "month" else (1, 12)
    end = persian.to_gregorian(year, last, persian.month_length(year, last))
    return date(*persian.to_gregorian(year, first, 1)), date(*end)


def _lunar(day: date, period: str | None) -> Days:
    if period not in ("month", "year"):
        return day, day
    hijri = Gregorian.fromdate(day).to_hijri()
    first, last = (hijri.month, hijri.month) if period == "month" else (1, 12)
    end = Hijri(hijri.year, last, Hijri(hijri.year, last, 1).month_length()).to_gregorian()
    return date(*Hijri(hijri.year, first, 1).to_gregorian().datetuple()), date(*end.datetuple())
