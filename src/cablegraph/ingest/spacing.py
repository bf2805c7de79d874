"""Blanks and commas that OCR puts into Arabic script where the page has none.

Knows that a word's picture tells more than its letters: two halves of a word with hardly a gap between them are one word, joined by a zero-width
non-joiner where the letters would run together otherwise, as in Persian verbs and plurals. The trap: boxes of words are not exact, so the gap is looked for
in the ink between the middles of the two.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Any

from cablegraph.ingest.layout import Word
from cablegraph.ingest.scan import Scan, pixels

_ZWNJ = "\u200c"
_ENDS_IN_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]$")
_STARTS_WITH_LETTER = re.compile("^[\u0620-\u064a\u0671-\u06d3]")
_STANDS_ALONE = re.compile("[اأإآٱءدذرڑزژوؤةىۀے]$")
_QUOTE_AT_END = re.compile(r"(?<=[\u0620-\u064a\u0671-\u06d3])[\"“”»']$")
_OPENS = re.compile(r"[\"“”«']\S")
_JOINED = 0.4
_FEWEST_GAPS = 4


def mend_spaces(scan: Scan, paragraphs: list[list[list[Word]]]) -> list[list[list[Word]]]:
    """The lines with words that the page shows unbroken put together, and Arabic commas that were taken for quotation marks put back."""
    image = pixels(scan)
    ink = image < (int(image.min()) + int(_middle(image))) // 2
    return [[_with_commas(_join(line, ink, scan)) for line in paragraph] for paragraph in paragraphs]


def _middle(image: Any) -> float:
    import numpy as np

    return float(np.median(image[::4, ::4]))


def _join(line: Sequence[Word], ink: Any, scan: Scan) -> list[Word]:
    gaps = _gaps(line, ink, scan)
    wide = [g for g in gaps if g is not None]
    least = median(wide) * _JOINED if len(wide) >= _FEWEST_GAPS else 0.0
    out = list(line[:1])
    for gap, word in zip(gaps, line[1:], strict=True):
        before = out[-1]
        if (
            gap is not None
            and gap < least
            and _ENDS_IN_LETTER.search(before.text)
            and _STARTS_WITH_LETTER.search(word.text)
        ):
            out[-1] = _one(before, word)
        elif before.text[-1:] == "/" or word.text[:1] == "/":
            out[-1] = _one(before, word, between="")
        else:
            out.append(word)
    return out


def _one(before: Word, after: Word, between: str | None = None) -> Word:
    if between is None:
        between = "" if _STANDS_ALONE.search(before.text) else _ZWNJ
    long, short = len(before.text), len(after.text)
    sure = ((before.confidence or 0.0) * long + (after.confidence or 0.0) * short) / max(long + short, 1)
    return replace(
        before,
        text=f"{before.text}{between}{after.text}",
        left=min(before.left, after.left),
        top=min(before.top, after.top),
        right=max(before.right, after.right),
        bottom=max(before.bottom, after.bottom),
        confidence=round(sure, 4),
    )


def _gaps(line: Sequence[Word], ink: Any, scan: Scan) -> list[int | None]:
    """For neighbours of a line that runs from the right the widest run of columns without ink between their middles; None where it runs otherwise."""
    import numpy as np

    top = round(min(w.top for w in line) * scan.height)
    bottom = round(max(w.bottom for w in line) * scan.height)
    filled = np.flatnonzero(ink[top:bottom].any(axis=0))
    middles = [round((w.left + w.right) / 2 * scan.width) for w in line]
    places = np.searchsorted(filled, middles)
    blanks = np.diff(filled)
    return [
        (int(blanks[left : right - 1].max(initial=1)) - 1 if right > left else None) if start - end >= 2 else None
        for (right, start), (left, end) in pairwise(zip(places.tolist(), middles, strict=True))
    ]


def _with_commas(line: list[Word]) -> list[Word]:
    out: list[Word] = []
    opened = False
    for word in line:
        opened = opened or bool(_OPENS.search(word.text))
        if not opened and _QUOTE_AT_END.search(word.text):
            out.append(replace(word, text=word.text[:-1] + "،"))
        else:
            out.append(word)
    return out
