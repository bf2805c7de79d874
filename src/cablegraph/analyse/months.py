"""The share of posts tied to a power by month, between what is certain and what is possible.

A set of months is the bits of a number, the first month of the curve the lowest; so a stretch of time costs the same however long it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cablegraph.analyse.held import Days, may_days, sure_days
from cablegraph.analyse.posts import is_shared
from cablegraph.analyse.powers import tie_days
from cablegraph.model import first_day, last_day
from cablegraph.model.answers import MonthShare, PowerTie, RelationCard

_MOST_MONTHS = 600
"""Beyond fifty years the curve shows the latest ones."""


@dataclass(frozen=True, slots=True)
class _Post:
    """The months in which a post may be held, is surely held, by somebody surely tied, and may be held by somebody who may be tied."""

    may: int
    held: int
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class _Curve:
    """The months from ``low`` to ``high``, counted from the year 0."""

    low: int
    high: int

    def touched(self, *spans: Days | None) -> int:
        """The months of which a day lies in all of the spans; none where one is unknown."""
        known = [span for span in spans if span]
        if len(known) < len(spans):
            return 0
        first, last = max(span[0] for span in known), min(span[1] for span in known)
        return self._bits(_number(first), _number(last)) if first <= last else 0

    def edges(self, span: Days | None) -> tuple[int, int]:
        """The months whose first day lies in a span, and those whose last day does."""
        if span is None:
            return 0, 0
        first, last = _number(span[0]), _number(span[1])
        starts = self._bits(first + (not span[0].endswith("-01")), last)
        ends = self._bits(first, last - (span[1] < last_day(span[1][:7])) if span[1] < "9999" else last)
        return starts, ends

    def _bits(self, first: int, last: int) -> int:
        begin, end = max(first, self.low) - self.low, min(last, self.high) - self.low
        return ((1 << (end - begin + 1)) - 1) << begin if begin <= end else 0


def _number(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def iter_shares(
    posts: Iterable[Sequence[RelationCard]], ties: Mapping[str, Sequence[PowerTie]], gone: Mapping[str, str], span: Days
) -> Iterator[MonthShare]:
    """The curve from one day to another; ``posts`` are the occupancies of each post, ``gone`` the days of going over (``find_leavings``)."""
    high = _number(last_day(span[1]))
    curve = _Curve(max(_number(first_day(span[0])), high - _MOST_MONTHS + 1), high)
    found = [_post(group, ties, gone, curve) for group in posts]
    for n in range(curve.high - curve.low + 1):
        year, month = divmod(curve.low + n, 12)
        counts = (sum(bits >> n & 1 for bits in row) for row in _rows(found))
        yield MonthShare(f"{year:04d}-{month + 1:02d}", *counts)


def _rows(posts: Sequence[_Post]) -> Iterator[list[int]]:
    yield [p.may for p in posts]
    yield [p.held for p in posts]
    yield [p.certain for p in posts]
    yield [p.possible for p in posts]


def _post(
    group: Sequence[RelationCard], ties: Mapping[str, Sequence[PowerTie]], gone: Mapping[str, str], curve: _Curve
) -> _Post:
    shared = is_shared(group[0].object.caption)
    edges = [(r.subject.entity, *curve.edges(sure_days(r))) for r in group]
    may = held = certain = possible = 0
    for r in group:
        person, sure = r.subject.entity, sure_days(r)
        sitting = curve.touched(sure)
        maybe = curve.touched(may_days(r, group, shared=shared))
        if not shared:
            starts = ends = 0
            for other, first, last in edges:
                if other != person:
                    starts, ends = starts | first, ends | last
            maybe &= ~(starts & ends)
        maybe |= sitting
        may, held = may | maybe, held | sitting
        for tie in ties.get(person, ()):
            if tie.relation.id != r.id:
                surely, perhaps = tie_days(tie, gone.get(person))
                certain |= curve.touched(sure, surely)
                possible |= maybe & curve.touched(perhaps)
    return _Post(may, held, certain, possible)
