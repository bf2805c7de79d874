"""Dates in ISO 8601, no more precise than the words: ``1964``, ``1964-11`` or ``1964-11-05``.

Calendars give first and last days; a whole Gregorian year or month is written short again. A month of another calendar straddles two
Gregorian ones, so it stays a pair of days: cutting it to a month would say what nobody said.
"""

from calendar import monthrange
from datetime import date

from cablegraph.calendars import DateInterval


def _starts(day: date) -> str | None:
    return "year" if (day.month, day.day) == (1, 1) else "month" if day.day == 1 else None


def _ends(day: date) -> str | None:
    if (day.month, day.day) == (12, 31):
        return "year"
    return "month" if day.day == monthrange(day.year, day.month)[1] else None


def _short(day: date, unit: str | None) -> str:
    return day.isoformat()[: {"year": 4, "month": 7}.get(unit or "", 10)]


def iso_pair(interval: DateInterval) -> tuple[str | None, str | None]:
    """First and last of an interval as ISO to the precision stated, None where it is open.

    ``in 1964`` gives ('1964', '1964'), ``from March 1964 to 1966`` ('1964-03', '1966'), a single day that day twice,
    ``early May 1964`` its month twice.
    """
    start, end = interval.start, interval.end
    if start and end:
        if interval.precision == "part-of-month" and (start.year, start.month) == (end.year, end.month):
            return _short(start, "month"), _short(end, "month")
        if start == end:
            return start.isoformat(), end.isoformat()
        first, last = _starts(start), _ends(end)
        if first is None or last is None:
            return start.isoformat(), end.isoformat()
        short = _short(start, first), _short(end, last)
        if first == "year" and last == "month" and start.year == end.year:
            short = _short(start, "month"), short[1]
        elif first == "month" and last == "year" and start.year == end.year:
            short = short[0], _short(end, "month")
        return short
    by_edtf = (
        [part if "%" not in part else "" for part in interval.edtf.split("/")] if interval.edtf.count("/") == 1 else []
    )
    first_word = by_edtf[0] if by_edtf and start and start.isoformat().startswith(by_edtf[0]) and by_edtf[0] else None
    last_word = by_edtf[1] if by_edtf and end and end.isoformat().startswith(by_edtf[1]) and by_edtf[1] else None
    return (first_word or start.isoformat()) if start else None, (last_word or end.isoformat()) if end else None


def iso_of(interval: DateInterval) -> str | None:
    """One date for an interval, as precise as it is: its year, its month, or its first day."""
    first, last = iso_pair(interval)
    return (
        first
        if first == last or first is None
        else first
        if len(first) < 10 or last is None
        else (interval.start or date.min).isoformat()
    )
