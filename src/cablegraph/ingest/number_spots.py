"""Where on a scanned page a number may stand: words that look like one or may be misread ones, and the ink that is theirs.

Knows boxes and gaps. The traps: boxes of numbers are often too small, or reach into the next word; and one number may be handed over as several words.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from cablegraph.ingest.ink_parts import Part, cut_parts
from cablegraph.ingest.layout import Word
from cablegraph.ingest.number_spelling import HAS_DIGIT, LETTER_RUN
from cablegraph.ingest.scan import Scan, pixels

_TOGETHER = 0.7
"""Share of a word's usual height up to which the boxes of two words that are one number may be apart."""
_MOST_PARTS = 24
_TAKEN_FOR_LETTER = frozenset("اهعمد")
_SHORT, _DOUBTFUL, _GUESS, _HOPELESS = 4, 0.7, 0.3, 0.1

Run = tuple[tuple[Word, ...], bool]
"""Words that may be one number, and whether they begin their line."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Words, one or neighbours, that may be one number, and the ink there.

    ``parts`` lie in and beside their boxes, from ``left`` in pixels of the page, of which those from ``start`` up to ``end`` lie inside; ``gaps`` are the
    blanks in pixels before each part and after the last, to whatever ink comes next. ``starts`` says whether the words begin their line.
    """

    words: tuple[Word, ...]
    starts: bool
    left: int
    parts: tuple[Part, ...]
    gaps: tuple[float, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """What was recognised."""
        return "".join(w.text for w in self.words)


def iter_runs(line: Sequence[Word], height: float) -> Iterator[Run]:
    """Words of a line that may be numbers, neighbours together before each alone; ``height`` is the usual one of words in widths of the page."""
    run: list[Word] = []
    for number, word in enumerate((*line, None)):
        fits = word is not None and _may_be_number(word, starts=not number)
        near = run and word is not None and -height < run[-1].left - word.right < _TOGETHER * height
        if run and not (fits and near and word and _may_join(run[-1]) and _may_join(word)):
            yield from _with_single(run, starts=number == len(run))
            run = []
        if fits and word:
            run.append(word)


def _with_single(run: Sequence[Word], *, starts: bool) -> Iterator[Run]:
    if len(run) > 1:
        yield tuple(run), starts
    for number, word in enumerate(run):
        yield (word,), starts and not number


def _may_be_number(word: Word, *, starts: bool) -> bool:
    letters = "".join(LETTER_RUN.findall(word.text))
    sure = word.confidence or 0.0
    if HAS_DIGIT.search(word.text):
        return len(letters) * 2 <= len(word.text) or len(letters) <= 2
    if not letters or letters in _TAKEN_FOR_LETTER or sure < _HOPELESS:
        return True
    return (len(letters) <= _SHORT and sure < _DOUBTFUL) or (starts and len(letters) == 1 and len(word.text) == 2)


def _may_join(word: Word) -> bool:
    """Whether a word may be a piece of a number: it has no run of letters, or is no more than a guess."""
    return max(map(len, LETTER_RUN.findall(word.text)), default=0) < 2 or (word.confidence or 0.0) < _GUESS


def around(words: Sequence[Word]) -> Word:
    """One word with the edges of all."""
    return replace(
        words[0],
        left=min(w.left for w in words),
        top=min(w.top for w in words),
        right=max(w.right for w in words),
        bottom=max(w.bottom for w in words),
    )


def look(scan: Scan, run: Run, edges: Any, size: float, *, darker: bool = False) -> Spot | None:
    """The ink in and beside the words' boxes; None where there is none or too much.

    Args:
        scan: The page.
        run: The words.
        edges: Left, top, right and bottom of all words of the page, as shares of it.
        size: Usual height of a word in pixels.
        darker: Take only the darker ink, where parts run together.
    """
    import numpy as np

    words, starts = run
    image = pixels(scan)
    margin = max(round(size * 1.5), 3)
    box = around(words)
    left, right = int(box.left * scan.width), int(box.right * scan.width) + 1
    top, bottom = int(box.top * scan.height), int(box.bottom * scan.height) + 1
    shared = np.minimum(edges[:, 3], box.bottom) - np.maximum(edges[:, 1], box.top)
    beside = edges[shared > 0.3 * (box.bottom - box.top)]
    middles = (beside[:, 0] + beside[:, 2]) / 2
    floor = int(beside[middles < box.left, 2].max(initial=0.0) * scan.width)
    ceiling = int(beside[middles > box.right, 0].min(initial=1.0) * scan.width)
    x0, x1 = max(left - margin, 0), min(right + margin, scan.width)
    y0, y1 = max(top - margin // 10, 0), bottom + margin // 10
    parts = cut_parts(image[y0:y1, x0:x1], (0, x1 - x0), size, darker=darker)
    own = [n for n, p in enumerate(parts) if min(floor, left) <= x0 + p.left + p.width / 2 <= max(ceiling, right)]
    inside = [n for n in own if left <= x0 + parts[n].left + parts[n].width / 2 <= right]
    if not inside or len(inside) > _MOST_PARTS:
        return None
    gaps = [math.inf, *(float(b.left - a.right) for a, b in pairwise(parts)), math.inf]
    first, last = own[0], own[-1] + 1
    return Spot(
        words, starts, x0, tuple(parts[first:last]), tuple(gaps[first : last + 1]), inside[0] - first, inside[-1] + 1 - first
    )  # fmt: skip
