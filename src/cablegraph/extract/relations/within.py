"""Things with a span found again by place, so that a long text costs no more for each sentence than a short one."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Within(Generic[T]):
    """Items in order of where they begin; ``inside`` gives those that lie within a stretch."""

    def __init__(self, items: Iterable[T], span: Callable[[T], tuple[int, int]]) -> None:
        """Take items in any order; ``span`` tells the half-open span of one."""
        self._items = sorted(((span(item), n, item) for n, item in enumerate(items)), key=lambda entry: entry[:2])
        self._starts = [entry[0][0] for entry in self._items]

    def inside(self, start: int, end: int) -> list[T]:
        """The items that begin at ``start`` or later and end at ``end`` or before, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [item for (_, stop), _, item in self._items[first:last] if stop <= end]

    def before(self, place: int) -> T | None:
        """The last item that begins at ``place`` or before it."""
        at = bisect_left(self._starts, place + 1)
        return self._items[at - 1][2] if at else None
