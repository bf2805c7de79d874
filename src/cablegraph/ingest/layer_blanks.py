"""Blanks and ends of lines that PDFium makes up where letters stand apart.

Knows that type set with room between its letters (typewriter faces, spaced headings) makes PDFium see a blank, or even the end of a line, behind every
letter, while it drops the blanks that are there: what counts is how much wider a gap is than the usual one of its line. The trap: in type set close, as
almost all is, PDFium is right, so nothing is changed in a line whose letters touch; nor is a blank that the page itself holds, as in S E C R E T typed so.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from cablegraph.ingest.layer_place import Place

NOTHING = "\uffff"
"""Stands for a character of PDFium's that the page does not have, so that indexes stay good; it is in no text that leaves ``layer``."""

_RUN = re.compile(r"[^\s\uffff]+")
_BLANK = re.compile(r"(?<=\S) (?=\S)")
_ALONE = re.compile(r"\n\S *\n")
_SAME_HEIGHT = 0.3
_APART = 0.06
"""Beyond this gap between letters, in sizes of the type, the line is set wide. Kerning stays below it."""
_FAR_APART = 0.5
"""Beyond this gap digits are taken for the columns of a table, which they are far more often than one number."""
_NO_WORD = 1.3
"""Beyond this gap letters are, too."""
_WORD_GAP = 0.15
"""A gap wider than the usual one by this, in sizes of the type, parts two words; a blank is at least 0.2 wide."""
_COLUMN_GAP = 4.0
_SAMPLE = 48
_FEWEST = 4


def mend_blanks(text: str, place: Place) -> str:
    """The text with made-up blanks and line ends within wide-set lines put right, a character for each of PDFium's.

    Args:
        text: One character for each of PDFium's; ends of lines are LF with at most a blank before.
        place: Where the characters stand.
    """
    if not _may_stand_apart(text, place):
        return text
    out = list(text)
    last = 0
    for line in _lines(text, place):
        size = place.size([line[0].start])
        usual = _usual_gap(line, place)
        if usual is not None and _is_set_wide(usual / (size or 1.0), text[line[0].start : line[-1].stop]):
            if last and place.is_generated(last):
                out[line[0].start - 1] = "\n"
            for before, after in pairwise(line):
                between = range(before.stop, after.start)
                made_up = [place.is_generated(i) for i in between]
                gap = _gap(before.stop - 1, after.start, place)
                if any(made_up) and gap <= _COLUMN_GAP * size:
                    blank = not all(made_up) or gap > usual + _WORD_GAP * size
                    out[between.start : between.stop] = (" " if blank else NOTHING) + NOTHING * (len(between) - 1)
        last = line[-1].stop
    return "".join(out)


def _may_stand_apart(text: str, place: Place) -> bool:
    """Whether there is a made-up blank within a line, or a line of one letter: a quick look, since most pages have neither."""
    return bool(_ALONE.search(text)) or any(place.is_generated(m.start()) for m in _BLANK.finditer(text))


def _lines(text: str, place: Place) -> Iterator[list[range]]:
    """Runs of visible characters, gathered while they stand on one level from left to right."""
    line: list[range] = []
    height = size = 0.0
    for match in _RUN.finditer(text):
        run = range(*match.span())
        level = place.height(run.start)
        if line and (abs(level - height) > _SAME_HEIGHT * size or _gap(line[-1].stop - 1, run.start, place) < 0):
            yield line
            line = []
        if not line:
            height, size = level, place.size([run.start])
        line.append(run)
    if line:
        yield line


def _is_set_wide(gap: float, line: str) -> bool:
    """Whether the letters of a line with this usual gap, in sizes of the type, stand apart and yet make words."""
    return _APART < gap <= (_FAR_APART if re.search(r"\d", line) else _NO_WORD)


def _usual_gap(line: list[range], place: Place) -> float | None:
    """The middle one of the gaps between neighbours in the layer that no blank of the page's own parts.

    None where they are too few to tell, or nothing between them was made up.
    """
    made_up = [
        (a.stop - 1, b.start) for a, b in pairwise(line) if all(place.is_generated(i) for i in range(a.stop, b.start))
    ]
    pairs = made_up + [(i, i + 1) for run in line for i in run[:-1]]
    if not made_up or len(pairs) < _FEWEST:
        return None
    return median(_gap(a, b, place) for a, b in pairs[:: max(len(pairs) // _SAMPLE, 1)])


def _gap(before: int, after: int, place: Place) -> float:
    left, right = place.advance(before), place.advance(after)
    return right[0] - left[1] if left and right else 0.0
