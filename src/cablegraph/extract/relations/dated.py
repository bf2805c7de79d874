"""A date of a sentence as a relation can use it: each end as precise as its own words, and the side that the wording leaves open.

The trap is the range: 'from March 1964 to 1966' has two precisions, and in 'December 4-5, 1968' neither half is a date by itself.
"""

import re
from dataclasses import dataclass, replace

from cablegraph.calendars import DateInterval, DateMatch, find_dates
from cablegraph.extract.precision import iso_of, iso_pair

PARTS = re.compile(
    r"\s*(?:[–—-]|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\band\b|(?<!\w)تا(?!\w)|(?<!\w)و?حتى(?!\w)|(?<!\w)و?إلى(?!\w)|(?<!\w)و?الى(?!\w)|(?<!\w)و(?=\s))\s*"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a relation can use it: first and last as ISO, and which side the wording itself leaves open."""

    first: str | None
    last: str | None
    side: str


def _bare(words: str) -> DateInterval | None:
    """The closed interval of the date in a few words, whatever preposition stands before it."""
    for match in re.finditer(r"(?<!\S)\S", words):
        found = next((d for d in find_dates(words[match.start() :]) if d.interval), None)
        if found and found.interval and found.interval.start and found.interval.end:
            return found.interval
    return None


def read_date(match: DateMatch) -> Dated | None:
    """A found date with each end as precise as its own words; None where it could not be read or has several readings."""
    interval = match.interval
    if interval is None or match.candidates:
        return None
    if interval.start is None or interval.end is None:
        bare = _bare(match.text) or interval
        stated = iso_of(replace(bare)) if bare.start or bare.end else None
        if interval.end is None:
            return Dated(stated or iso_pair(interval)[0], None, "since")
        return Dated(None, stated or iso_pair(interval)[1], "until")
    if interval.precision == "range":
        sides = [s for s in PARTS.split(match.text) if s]
        ends = [_bare(side) for side in sides[:: max(1, len(sides) - 1)]] if len(sides) > 1 else []
        first, last = iso_pair(interval)
        if len(ends) == 2:
            whole = ends[1] if ends[1] and ends[1].end == interval.end else None
            first = (
                iso_of(ends[0])
                if ends[0] and ends[0].start == interval.start
                else _like(interval.start.isoformat(), iso_of(whole) if whole else None)
            )
            last = _end_of(whole) if whole else interval.end.isoformat()
        return Dated(first, last, "range")
    first, last = iso_pair(interval)
    return Dated(first, last, "")


def _end_of(interval: DateInterval) -> str | None:
    return iso_pair(interval)[1]


def _like(day: str, model: str | None) -> str:
    """A day cut to the precision of another date."""
    return day[: len(model)] if model else day
