"""The parts of pages that are not running text: headers and footers, and tables.

Knows the margins of all pages of a document at once; tables are left to ``page_tables``, and stamps are found in the pixels of a scan, by ``stamps``. The
trap: a page number differs from page to page while its place does not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import groupby

import yaml

from cablegraph.ingest.page_rows import Row, region_round, rows_of
from cablegraph.ingest.page_tables import iter_tables
from cablegraph.model import PageText, Region
from cablegraph.text import fold

_MARGIN = 0.12
"""Share of the page's height, above and below, in which headers and footers stand."""
_PLACE = 0.012
"""How far (share of the height) the line of a header may move from page to page."""
_SHARE = 0.4
"""Share of the pages from which a line counts as repeated; a little below a half, for books that change between left and right."""
_WORD = re.compile(r"[^\W\d_]+")


def mark_regions(pages: Sequence[PageText]) -> tuple[PageText, ...]:
    """The pages with their headers, footers and tables beside what regions they have; pages without word boxes stay as they are."""
    rows = [rows_of(page) for page in pages]
    kinds = _margins(pages, rows)
    return tuple(
        replace(page, regions=(*page.regions, *_blocks(page, lines, marked), *iter_tables(page, lines, marked))) if lines else page
        for page, lines, marked in zip(pages, rows, kinds, strict=True)
    )  # fmt: skip


def _margins(pages: Sequence[PageText], rows: Sequence[list[Row]]) -> list[dict[int, str]]:
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


def _near_edges(page: PageText, lines: Sequence[Row]) -> Iterator[tuple[int, tuple[str, str, int]]]:
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


def _blocks(page: PageText, lines: Sequence[Row], marked: dict[int, str]) -> Iterator[Region]:
    """Neighbouring lines of one margin as one region."""
    for kind, run in groupby(range(len(lines)), key=lambda n: marked.get(n, "")):
        if kind:
            yield region_round(kind, [b for n in run for b in lines[n].boxes], page.boxes)
