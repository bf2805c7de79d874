"""Tables on a page: runs of lines whose cells stand below each other.

Knows the gaps between cells. The trap: two columns of text have a gap between them as a table has, but hold many words to a line.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from cablegraph.ingest.page_rows import Gap, Row, region_round
from cablegraph.model import PageText, Region

_ROWS = 3
_NARROW_ROWS = 4
_CELL_WORDS = 3.0


def iter_tables(page: PageText, lines: Sequence[Row], marked: Collection[int]) -> Iterator[Region]:
    """Runs of lines whose cells stand below each other: three columns in three lines, or two with short cells in four."""
    run: list[Row] = []
    shared: list[Gap] = []
    for number, line in enumerate((*lines, None)):
        if line is not None and line.gaps and number not in marked:
            both = _overlaps(shared, line.gaps) if run and line.top - run[-1].bottom < 2 * _height(line) else []
            if both:
                run.append(line)
                shared = both
                continue
        if _is_table(run, shared):
            yield region_round("table", [b for row in run for b in row.boxes], page.boxes)
        run = [line] if line is not None and line.gaps and number not in marked else []
        shared = list(line.gaps) if run and line else []


def _overlaps(one: Iterable[Gap], two: Iterable[Gap]) -> list[Gap]:
    """The blanks that go through both lines."""
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in one for b in two)
    return [gap for gap in both if gap[0] < gap[1]]


def _height(row: Row) -> float:
    return row.bottom - row.top


def _is_table(run: Sequence[Row], shared: Sequence[Gap]) -> bool:
    if len(run) < _ROWS or not shared:
        return False
    cells = sum(len(row.gaps) + 1 for row in run)
    short = sum(len(row.boxes) for row in run) <= _CELL_WORDS * cells
    return short and (len(shared) > 1 or len(run) >= _NARROW_ROWS)
