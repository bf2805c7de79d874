"""The lines of a page by where its words stand, and the region round some of them.

Knows boxes only; which lines are header, footer or table is left to ``regions`` and ``page_tables``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cablegraph.model import PageText, Region, WordBox

_GAP = 1.4
"""Heights of a line from which a gap between words parts two cells."""

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """The boxes of one line from left to right; ``gaps`` are the blanks between its cells."""

    boxes: tuple[WordBox, ...]
    gaps: tuple[Gap, ...]

    @property
    def top(self) -> float:
        """Its upper edge, as a share of the page."""
        return min(b.top for b in self.boxes)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(b.bottom for b in self.boxes)


def rows_of(page: PageText) -> list[Row]:
    """The lines of a page from above; words of one height that overlap by half share a line."""
    rows: list[list[WordBox]] = []
    twice = 0.0
    seen = [b for b in page.boxes if b.bottom > b.top and b.right > b.left]
    for box in sorted(seen, key=lambda b: b.top + b.bottom):
        if not rows or box.top + box.bottom - twice / len(rows[-1]) > box.bottom - box.top:
            rows.append([])
            twice = 0.0
        rows[-1].append(box)
        twice += box.top + box.bottom
    shape = page.height / page.width if page.width and page.height else 1.414
    return [_row(sorted(row, key=lambda b: b.left), shape) for row in rows]


def _row(boxes: list[WordBox], shape: float) -> Row:
    least = _GAP * shape * median(b.bottom - b.top for b in boxes)
    gaps = []
    reach = boxes[0].right
    for box in boxes[1:]:
        if box.left - reach > least:
            gaps.append((reach, box.left))
        reach = max(reach, box.right)
    return Row(tuple(boxes), tuple(gaps))


def region_round(kind: str, boxes: Sequence[WordBox], everything: Sequence[WordBox]) -> Region:
    """The region round some words; it has a span where they stand in one piece of the text."""
    start, end = min(b.start for b in boxes), max(b.end for b in boxes)
    whole = sum(start <= b.start < end for b in everything) == len(boxes)
    edges = (
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )  # fmt: skip
    return Region(kind, *edges, *((start, end) if whole else (-1, -1)))
