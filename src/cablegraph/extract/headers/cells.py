"""The cells of a typed head: what stands on one line, side by side, with a wide gap between.

Forms are filled in columns (``FROM : AmEmbassy X          DATE: May 4, 1966``), so a line is often two or three things. A gap is a tab or three spaces.
The trap: letters typed apart (``T O P   S E C R E T``) have such gaps too, so whoever reads cells reads the whole line first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

GAP = re.compile(r"[ ]{3,}|[ ]*\t\s*?")
APART = re.compile(r"(?:[A-Z][ ]{1,3}){3,}[A-Z]\Z")
_LETTER_GAP = re.compile(r"(?<=\S) (?=\S)")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell without the spaces round them, their half-open span, and whether they are a whole line."""

    words: str
    start: int
    end: int
    whole: bool


def iter_cells(text: str, end: int) -> Iterator[Cell]:
    """The cells of the first ``end`` code points of a text, line by line: the whole line first, then its parts where it has several."""
    for line in re.finditer(r"[^\n]+", text[:end]):
        words = line[0].strip()
        if not words:
            continue
        start = line.start() + line[0].index(words)
        yield Cell(words, start, start + len(words), whole=True)
        if GAP.search(words):
            at = 0
            for gap in [*GAP.finditer(words), None]:
                piece = words[at : gap.start() if gap else None]
                if piece.strip():
                    yield Cell(piece, start + at, start + at + len(piece), whole=False)
                at = gap.end() if gap else at


def close_up(words: str) -> str:
    """Letters typed apart, closed up: 'N A T O  S E C R E T' is 'NATO SECRET'. Other words as they are."""
    if not APART.match(words):
        return words
    return " ".join(_LETTER_GAP.sub("", part) for part in re.split(r" {2,}", words))
