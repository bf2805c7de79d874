"""What a date expression means: an interval of days with its calendar and precision, and the match that carries it.

Knows the value and its EDTF form; reading text is left to the modules beside it. The trap: ``start`` and ``end`` are both
inclusive days, and None is an open end, never an unknown one; what could not be read has no interval at all.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from cablegraph.text import Span

GREGORIAN = "gregorian"
SOLAR = "solar-hijri"
LUNAR = "lunar-hijri"
RELATIVE = "relative"
CALENDARS = (GREGORIAN, SOLAR, LUNAR, RELATIVE)

PRECISIONS = (
    "day",
    "week",
    "month",
    "part-of-month",
    "quarter",
    "season",
    "part-of-year",
    "year",
    "decade",
    "century",
    "range",
    "open",
    "ambiguous",
)

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DateInterval:
    """Days from ``start`` to ``end``, both inclusive (Gregorian days; None = open).

    ``calendar`` is the one the expression was written in (one of ``CALENDARS``), ``precision`` how exact it was (one of
    ``PRECISIONS``). A lunar interval may be a day off on either side, since the moon is sighted locally.
    """

    start: date | None
    end: date | None
    calendar: str
    precision: str

    @property
    def edtf(self) -> str:
        """The interval as an Extended Date/Time Format string, level 1 (Library of Congress, ISO 8601-2).

        Lunar days carry ``~`` (approximate), the ends of an ambiguous reading ``?`` (uncertain). A solar or lunar month or year
        is written as its first and last Gregorian day.
        """
        sign = {LUNAR: "~"}.get(self.calendar, "")
        if self.precision == "ambiguous":
            sign = "?"
        if self.start is None or self.end is None:
            return f"{_one(self.start, sign)}/{_one(self.end, sign)}"
        whole = None if sign else _whole(self.start, self.end, self.precision)
        if whole is not None:
            return whole
        if self.start == self.end:
            return f"{self.start.isoformat()}{sign}"
        return f"{_one(self.start, sign)}/{_one(self.end, sign)}" if sign else _coarse(self.start, self.end)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date expression in a text.

    ``interval`` is None where the expression was seen and could not be read (no year and no day of writing, an impossible day).
    ``candidates`` holds every reading, earliest first, where there is more than one; ``interval`` then reaches from the first
    to the last. ``weekday_agrees`` is None where no weekday was written beside the day; False is a sign of a slip or a forgery.
    """

    span: Span
    text: str
    interval: DateInterval | None
    candidates: tuple[DateInterval, ...] = ()
    weekday_agrees: bool | None = None

    def as_json(self) -> dict[str, object]:
        """Return the match as ``cablegraph lines dates`` prints it; ``candidates`` are first days, there only where ambiguous."""
        found = self.interval
        answer: dict[str, object] = {
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "from": _iso(found.start) if found else None,
            "to": _iso(found.end) if found else None,
            "calendar": found.calendar if found else None,
            "precision": found.precision if found else "unknown",
            "edtf": found.edtf if found else None,
        }
        if self.candidates:
            answer["candidates"] = [_iso(each.start) for each in self.candidates]
        if self.weekday_agrees is not None:
            answer["weekday_agrees"] = self.weekday_agrees
        return answer


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _one(day: date | None, sign: str) -> str:
    return ".." if day is None else f"{day.isoformat()}{sign}"


def _is_month_end(day: date) -> bool:
    return day == date.max or (day + _DAY).day == 1


def _whole(start: date, end: date, precision: str) -> str | None:
    """Return the single EDTF value for a whole month, year, season or decade of the Gregorian calendar, else None."""
    if start.day != 1 or not _is_month_end(end):
        return None
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04d}-{start.month:02d}"
    whole_years = start.month == 1 and end.month == 12
    if whole_years and start.year == end.year:
        return f"{start.year:04d}"
    if whole_years and precision == "decade" and start.year % 10 == 0 and end.year == start.year + 9:
        return f"{start.year // 10:03d}X"
    if precision == "season" and start.month in {3, 6, 9, 12} and (end.month - start.month) % 12 == 2:
        return f"{start.year:04d}-{21 + start.month // 3 - 1}"
    return None


def _coarse(start: date, end: date) -> str:
    if start.day == 1 and _is_month_end(end):
        if start.month == 1 and end.month == 12:
            return f"{start.year:04d}/{end.year:04d}"
        return f"{start.year:04d}-{start.month:02d}/{end.year:04d}-{end.month:02d}"
    return f"{start.isoformat()}/{end.isoformat()}"
