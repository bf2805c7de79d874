"""On which days a statement certainly holds, and on which it may: the ground of posts in time and of ties in time.

A stated start or end wins; a statement without dates holds for certain on the day it was written, and may hold before and after.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from cablegraph.model import first_day, last_day
from cablegraph.model.answers import RelationCard

Days = tuple[str, str]
"""A first and a last day, ISO, both inclusive."""
ALWAYS = ("0000-00-00", "9999-99-99")
"""Before and after every day."""


def begin_of(r: RelationCard) -> str | None:
    """The first day on which a relation surely holds or may: the stated start, else the day of writing, else the end."""
    stated = r.first or r.as_of or r.last
    return first_day(stated) if stated else None


def end_of(r: RelationCard) -> str | None:
    """The last day that is known of a relation: the stated end, else the day of writing, else the start."""
    stated = r.last or r.as_of or r.first
    return last_day(stated) if stated else None


def sure_days(r: RelationCard) -> Days | None:
    """The days, both inclusive, on which the relation certainly holds; None where no day is certain."""
    stated = r.first or r.as_of or r.last
    if stated is None:
        return None
    begin = last_day(r.first) if r.first else first_day(stated)
    reach = first_day(r.last) if r.last else first_day(r.as_of) if r.as_of else begin
    return (begin, max(begin, reach)) if not r.last or begin <= first_day(r.last) else None


def surely_at(r: RelationCard, at: str) -> bool:
    """Whether the relation certainly holds on a day."""
    days = sure_days(r)
    return days is not None and days[0] <= at <= days[1]


def may_days(r: RelationCard, ordered: Sequence[RelationCard], *, shared: bool) -> Days | None:
    """The days, both inclusive, on which the holder may hold the post; None where no day is known.

    An open end reaches to the next known holder, an open start back to the last. That another surely holds it on a day between is left to the caller.

    Args:
        r: The occupancy.
        ordered: All occupancies of the post.
        shared: Several people hold the post side by side, so that none ends another's time.
    """
    begin, end = begin_of(r), end_of(r)
    if begin is None or end is None:
        return None
    low, high = first_day(r.first) if r.first else ALWAYS[0], last_day(r.last) if r.last else ALWAYS[1]
    if not shared:
        others = [other for other in ordered if other.subject.entity != r.subject.entity]
        if not r.first:
            low = max((_beside(e, 1) for o in others if (e := end_of(o)) and e < begin), default=low)
        if not r.last:
            high = min((_beside(b, -1) for o in others if (b := begin_of(o)) and b > end), default=high)
    return low, high


def _beside(day: str, step: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=step)).isoformat()


def maybe_at(r: RelationCard, at: str, ordered: Sequence[RelationCard], *, shared: bool) -> bool:
    """Whether the holder of a post may hold it on a day (ISO); arguments as of ``may_days``."""
    if surely_at(r, at):
        return True
    days = may_days(r, ordered, shared=shared)
    if days is None or not days[0] <= at <= days[1]:
        return False
    return shared or not any(surely_at(o, at) for o in ordered if o.subject.entity != r.subject.entity)
