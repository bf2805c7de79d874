"""The table of words that Tesseract answers with.

Knows its columns. The trap: a right-to-left line with numbers in it may come word by word from the left, so words are put in order by where they stand.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from cablegraph.ingest.layout import Word
from cablegraph.ingest.reading_order import CONTROLS, order_words

_WORD_LEVEL = "5"
_COLUMNS = 12
_MOSTLY = 0.75
_HAS_LETTER = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u08ff]")


def parse_table(table: str, width: int, height: int) -> list[list[list[Word]]]:
    """Paragraphs of lines of words in reading order, confidences 0-1; rows without a word or of another level are passed over."""
    rows = [
        r
        for line in table.split("\n")[1:]
        if len(r := line.rstrip("\r").split("\t")) == _COLUMNS and r[0] == _WORD_LEVEL
    ]
    rows = [r for r in rows if CONTROLS.sub("", r[-1]).strip()]
    return [
        [_in_order([_parse_word(r, width, height) for r in line]) for _, line in groupby(paragraph, key=lambda r: r[4])]
        for _, paragraph in groupby(rows, key=lambda r: tuple(r[1:4]))
    ]


def _in_order(line: list[Word]) -> list[Word]:
    """The line as Tesseract has it where it runs from the right, as its boxes are not exact; else in order by place."""
    steps = [b.left + b.right < a.left + a.right for a, b in pairwise(line)]
    if all(steps) or not any(map(_HAS_LETTER.search, (w.text for w in line))):
        return line
    return _numbers_in_place(line) if sum(steps) > _MOSTLY * len(steps) else order_words(line)


def _numbers_in_place(line: Sequence[Word]) -> list[Word]:
    """The words as they come, with every number and sign moved to before the first word that lies left of it."""
    out = [w for w in line if _HAS_LETTER.search(w.text)]
    for word in sorted((w for w in line if not _HAS_LETTER.search(w.text)), key=lambda w: -(w.left + w.right)):
        place = next((n for n, w in enumerate(out) if w.left + w.right < word.left + word.right), len(out))
        out.insert(place, word)
    return out


def _parse_word(row: Sequence[str], width: int, height: int) -> Word:
    left, top, wide, high = (int(x) for x in row[6:10])
    confidence = min(max(float(row[10]) / 100, 0.0), 1.0)
    edges = (left / width, top / height, (left + wide) / width, (top + high) / height)
    x0, y0, x1, y1 = (min(max(round(e, 5), 0.0), 1.0) for e in edges)
    return Word(CONTROLS.sub("", "".join(row[11].split())), x0, y0, x1, y1, confidence)
