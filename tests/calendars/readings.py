"""One way to write down what a date expression should mean, for the tables of this folder."""

from datetime import date

from cablegraph.calendars import DateMatch, find_dates

WRITTEN = date(2014, 11, 12)  # a Wednesday; 21 Aban 1393, 19 Muharram 1436


def only(text: str, *, language: str | None = None, written: date | None = WRITTEN) -> DateMatch:
    """Return the one date of a text."""
    found = list(find_dates(text, language=language, written=written))
    assert len(found) == 1, [match.text for match in found]
    return found[0]


def read(text: str, *, language: str | None = None, written: date | None = WRITTEN) -> str:
    """Return the one date of a text as ``first..last``, one day as itself, an open end as nothing, an unread one as ``?``."""
    interval = only(text, language=language, written=written).interval
    if interval is None:
        return "?"
    start, end = (each.isoformat() if each else "" for each in (interval.start, interval.end))
    return start if start == end else f"{start}..{end}"
