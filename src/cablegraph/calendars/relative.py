"""Counting from the day of writing: whole units before and after it, and the year of a date that was written without one.

Knows the widths: a year or a month is a whole Gregorian one, a week runs from Monday to Sunday. Which wording asks for what is left to
:mod:`cablegraph.calendars.units` and :mod:`cablegraph.calendars.anchored`. The trap: without a day of writing there is no answer, and none is guessed.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cablegraph.calendars.convert import from_day, month_bounds
from cablegraph.calendars.interval import GREGORIAN, RELATIVE, DateInterval
from cablegraph.calendars.node import Node
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.setting import Setting

STEPS = {"L": -1, "H": 0, "X": 1}  # roles last, this, next


def shift(day: date, unit: str, count: int) -> DateInterval:
    """Return the whole unit that lies ``count`` units after (before, if negative) the one that ``day`` is in.

    Raises:
        ValueError, OverflowError: beyond the years 1 to 9999.
    """
    if unit == "day":
        moved = day + timedelta(days=count)
        return DateInterval(moved, moved, RELATIVE, "day")
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
        return DateInterval(monday, monday + timedelta(days=6), RELATIVE, "week")
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return DateInterval(*month_bounds(GREGORIAN, months // 12, months % 12 + 1), RELATIVE, "month")
    if unit == "decade" and count < -1:  # "three decades ago" is a year, "last decade" is ten
        year = day.year + count * 10
        return DateInterval(date(year, 1, 1), date(year, 12, 31), RELATIVE, "year")
    years, offset = {"year": (1, 0), "decade": (10, 0), "century": (100, 1)}[unit]
    year = (day.year - offset) // years * years + offset + count * years
    return DateInterval(date(year, 1, 1), date(year + years - 1, 12, 31), RELATIVE, unit)


def nearest(readings: Sequence[DateInterval], day: date) -> DateInterval | None:
    """Return the reading closest to ``day``, the earlier of two at the same distance."""
    return min(readings, key=lambda each: _distance(each, day), default=None)


def settle_year(
    partial: Partial, written: date, weekday: int | None = None, step: int | None = None
) -> DateInterval | None:
    """Return a date without a year in the year that lies nearest to the day of writing, a day behind counting half of one ahead.

    Args:
        partial: Month and day, month, or only a day of the month.
        written: Day of writing.
        weekday: Where one was written beside the day (0 = Monday), a year in which it agrees is preferred.
        step: -1 for the last one before ``written``, 1 for the next one after it, None for the nearest.
    """
    options = [each for each in map(cover, _iter_near(partial, written)) if each and each.start and each.end]
    if weekday is not None:
        options = [each for each in options if each.start and each.start.weekday() == weekday] or options
    if step == -1:
        options = [each for each in options if each.end and each.end < written][-1:]
    elif step == 1:
        options = [each for each in options if each.start and each.start > written][:1]
    return min(options, key=lambda each: _likely_distance(each, written), default=None)


def _likely_distance(interval: DateInterval, written: date) -> int:
    """Return the distance in days, twofold where the interval lies ahead: more is written about the past than about plans."""
    is_ahead = interval.start is not None and interval.start > written
    return _distance(interval, written) * (2 if is_ahead else 1)


def _iter_near(partial: Partial, written: date) -> list[Partial]:
    year, month, _ = from_day(written, partial.calendar)
    if partial.month is None and partial.season is None:
        months = [year * 12 + month - 1 + step for step in (-1, 0, 1)]
        return [replace(partial, year=each // 12, month=each % 12 + 1) for each in months]
    return [replace(partial, year=year + step) for step in (-2, -1, 0, 1, 2)]


def _distance(interval: DateInterval, day: date) -> int:
    if interval.start is None or interval.end is None:
        return 0
    return max((interval.start - day).days, (day - interval.end).days, 0)


def read_node(node: Node, setting: Setting) -> tuple[DateInterval, ...]:
    """Return the readings of a date node: none, one, or its candidates; a missing year is settled by the day of writing."""
    if node.partial is None:
        return node.readings
    if node.partial.year is not None:
        found = cover(node.partial)
    elif setting.written is not None:
        found = settle_year(node.partial, setting.written, node.weekday)
    else:
        found = None
    return (found,) if found else ()
