"""The parts of pages that are not running text: headers and footers, and tables.

Knows where words stand, page by page and on all pages of a document at once. Stamps are found in the pixels of a scan, by ``repair``. The traps: a page number
differs from page to page while its place does not, and two columns of text have a gap between them as a table has, but hold many words to a line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby
from statistics import median

import yaml

from cablegraph.model import PageText, Region, WordBox
from cablegraph.text import fold

_MARGIN = 0.12
"""Share of the page's height, above and below, in which headers and footers stand."""
_PLACE = 0.012
"""How far (share of the height) the line of a header may move from page to page."""
_SHARE = 0.4
"""Share of the pages from which a line counts as repeated; a little below a half, for books that change between left and right."""
_GAP = 1.4
"""Heights of a line from which a gap between words parts two cells."""
_ROWS = 3
_NARROW_ROWS = 4
_CELL_WORDS = 3.0
_WORD = re.compile(r"[^\W\d_]+")

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Row:
    """The boxes of one line from left to right; ``gaps`` are the blanks between its cells."""

    boxes: tuple[WordBox, ...]
    gaps: tuple[Gap, ...]

    @property
    def top(self) -> float:
        return min(b.top for b in self.boxes)

    @property
    def bottom(self) -> float:
        return max(b.bottom for b in self.boxes)


def mark_regions(pages: Sequence[PageText]) -> tuple[PageText, ...]:
    """The pages with their headers, footers and tables beside what regions they have; pages without word boxes stay as they are."""
    rows = [_rows(page) for page in pages]
    kinds = _margins(pages, rows)
    return tuple(
        replace(page, regions=(*page.regions, *_blocks(page, lines, marked), *_tables(page, lines, marked))) if lines else page
        for page, lines, marked in zip(pages, rows, kinds, strict=True)
    )  # fmt: skip


def _rows(page: PageText) -> list[_Row]:
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


def _row(boxes: list[WordBox], shape: float) -> _Row:
    least = _GAP * shape * median(b.bottom - b.top for b in boxes)
    gaps = []
    reach = boxes[0].right
    for box in boxes[1:]:
        if box.left - reach > least:
            gaps.append((reach, box.left))
        reach = max(reach, box.right)
    return _Row(tuple(boxes), tuple(gaps))


def _margins(pages: Sequence[PageText], rows: Sequence[list[_Row]]) -> list[dict[int, str]]:
    """For each page the numbers of the lines that are header or footer."""
    near = [dict(_near_edges(page, lines)) for page, lines in zip(pages, rows, strict=True)]
    seen: Counter[tuple[str, str, int]] = Counter()
    for each in near:
        seen.update({(kind, key, place + d) for kind, key, place in each.values() for d in (-1, 0, 1)})
    least = max(2.0, _SHARE * sum(map(bool, rows)))
    out = []
    for lines, each in zip(rows, near, strict=True):
        marked = {n: kind for n, (kind, key, place) in each.items() if key and seen[kind, key, place] >= least}
        for n in (0, len(lines) - 1):
            if n in each and each[n][1] == "":
                marked[n] = each[n][0]
        out.append(marked)
    return out


def _near_edges(page: PageText, lines: Sequence[_Row]) -> Iterator[tuple[int, tuple[str, str, int]]]:
    """Lines near the upper and lower edge: number, and kind, folded words with digits alike (empty for a bare page number) and place."""
    for number, line in enumerate(lines):
        kind = "header" if line.bottom < _MARGIN else "footer" if line.top > 1 - _MARGIN else ""
        if kind and len(lines) > 1:
            text = fold(" ".join(page.text[b.start : b.end] for b in sorted(line.boxes, key=lambda b: b.start)))
            key = "" if _is_page_number(text) else re.sub(r"\d+", "0", text)
            yield number, (kind, key, round(line.top / _PLACE))


@cache
def _page_words() -> frozenset[str]:
    table = yaml.safe_load((files(__package__) / "data" / "page_words.yml").read_text(encoding="utf-8"))
    return frozenset(fold(word) for word in table["words"])


def _is_page_number(text: str) -> bool:
    """Whether a folded line holds one number or two of at most four digits, and no words but those beside page numbers."""
    numbers = re.findall(r"\d+", text)
    return (
        1 <= len(numbers) <= 2
        and len(text) < 24
        and max(map(len, numbers)) < 5
        and set(_WORD.findall(text)) <= _page_words()
    )


def _blocks(page: PageText, lines: Sequence[_Row], marked: dict[int, str]) -> Iterator[Region]:
    """Neighbouring lines of one margin as one region."""
    for kind, run in groupby(range(len(lines)), key=lambda n: marked.get(n, "")):
        if kind:
            yield _region(kind, [b for n in run for b in lines[n].boxes], page.boxes)


def _tables(page: PageText, lines: Sequence[_Row], marked: dict[int, str]) -> Iterator[Region]:
    """Runs of lines whose cells stand below each other: three columns in three lines, or two with short cells in four."""
    run: list[_Row] = []
    shared: list[Gap] = []
    for number, line in enumerate((*lines, None)):
        if line is not None and line.gaps and number not in marked:
            both = _overlaps(shared, line.gaps) if run and line.top - run[-1].bottom < 2 * _height(line) else []
            if both:
                run.append(line)
                shared = both
                continue
        if _is_table(run, shared):
            yield _region("table", [b for row in run for b in row.boxes], page.boxes)
        run = [line] if line is not None and line.gaps and number not in marked else []
        shared = list(line.gaps) if run and line else []


def _overlaps(one: Iterable[Gap], two: Iterable[Gap]) -> list[Gap]:
    """The blanks that go through both lines."""
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in one for b in two)
    return [gap for gap in both if gap[0] < gap[1]]


def _height(row: _Row) -> float:
    return row.bottom - row.top


def _is_table(run: Sequence[_Row], shared: Sequence[Gap]) -> bool:
    if len(run) < _ROWS or not shared:
        return False
    cells = sum(len(row.gaps) + 1 for row in run)
    short = sum(len(row.boxes) for row in run) <= _CELL_WORDS * cells
    return short and (len(shared) > 1 or len(run) >= _NARROW_ROWS)


def _region(kind: str, boxes: Sequence[WordBox], everything: Sequence[WordBox]) -> Region:
    """The region round some words; it has a span where they stand in one piece of the text."""
    start, end = min(b.start for b in boxes), max(b.end for b in boxes)
    whole = sum(start <= b.start < end for b in everything) == len(boxes)
    edges = (
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )  # fmt: skip
    return Region(kind, *edges, *((start, end) if whole else (-1, -1)))
