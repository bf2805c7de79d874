"""When two statements of one relation speak of the same stretch of time, and what stretch they make together.

"Since March 2013" and "until September 2014" make one interval; 2005-2008 and 2010-2012 stay two, because a gap is a gap. Nothing is made
wider than what somebody said: a more precise date replaces a less precise one that holds it.
"""

from datetime import date

from cablegraph.model import first_day, last_day

Interval = tuple[str | None, str | None]


def _one_end(a: str | None, b: str | None) -> tuple[bool, str | None]:
    """Whether two dates of one end agree, and the more precise of them."""
    if a is None or b is None:
        return True, a or b
    if a.startswith(b) or b.startswith(a):
        return True, max(a, b, key=len)
    return False, None


def _holds(outer: Interval, inner: Interval) -> bool:
    """Whether a stretch with two ends lies within another; an open end of the outer one reaches as far as need be."""
    if inner[0] is None or inner[1] is None:
        return False
    starts = outer[0] is None or first_day(outer[0]) <= first_day(inner[0])
    ends = outer[1] is None or last_day(inner[1]) <= last_day(outer[1])
    return starts and ends and outer != (None, None)


def join_lasting(a: Interval, b: Interval) -> Interval | None:
    """The stretch of a lasting relation that two statements make together; None where they speak of two."""
    starts, first = _one_end(a[0], b[0])
    ends, last = _one_end(a[1], b[1])
    if starts and ends and not (first and last and first_day(first) > last_day(last)):
        return first, last
    return next((outer for outer, inner in ((a, b), (b, a)) if _holds(outer, inner)), None)


def join_instants(a: Interval, b: Interval) -> Interval | None:
    """The date of a single event that two statements make together: the narrower of two that overlap; None where they are two events."""
    x, y = ((first_day(i[0] or i[1] or ""), last_day(i[1] or i[0] or "")) for i in (a, b))
    if x[0] > y[1] or y[0] > x[1]:
        return None
    return min((_length(*x), a), (_length(*y), b), key=lambda pair: (pair[0], pair[1][0] or "", pair[1][1] or ""))[1]


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
