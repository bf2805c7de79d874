"""Words with places on a page, joined into the page's text.

Knows how words, lines and paragraphs become text in which every box keeps its span. Where words come from (a text layer, OCR) is left to the readers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from cablegraph.ingest.plain import clean_characters
from cablegraph.model import WordBox

_PARAGRAPH_GAP = 1.45
"""A step from line to line beyond this many usual steps begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its edges as fractions of the page (0-1) from its top left; ``glued`` words join the next one without a blank."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float | None = None
    glued: bool = False


Line = Sequence[Word]


def compose(paragraphs: Iterable[Sequence[Line]]) -> tuple[str, tuple[WordBox, ...]]:
    """The text of a page (words parted by a blank, lines by LF, paragraphs by a blank line) and the boxes of its words."""
    pieces: list[str] = []
    boxes: list[WordBox] = []
    at = 0
    gap = ""
    for paragraph in paragraphs:
        for line in paragraph:
            for word in line:
                text = clean_characters(word.text)
                pieces += (gap, text)
                at += len(gap)
                boxes.append(WordBox(at, at + len(text), word.left, word.top, word.right, word.bottom, word.confidence))
                at += len(text)
                gap = "" if word.glued else " "
            gap = "\n" if gap else ""
        gap = "\n\n" if pieces else ""
    return "".join(pieces), tuple(boxes)


def split_paragraphs(lines: Sequence[Line], baselines: Sequence[float]) -> list[list[Line]]:
    """Group lines into paragraphs by the steps between their baselines; a step upward (the next column) begins one too."""
    steps = [b - a for a, b in pairwise(baselines)]
    usual = median([s for s in steps if s > 0] or [1.0])
    paragraphs: list[list[Line]] = []
    for number, line in enumerate(lines):
        if number == 0 or not -usual * 0.5 <= steps[number - 1] <= usual * _PARAGRAPH_GAP:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def replace_words(text: str, boxes: Sequence[WordBox], change: Callable[[str], str]) -> tuple[str, tuple[WordBox, ...]]:
    """The text with every boxed word changed, and the boxes moved along; boxes come in the order of the text."""
    pieces: list[str] = []
    moved: list[WordBox] = []
    at = last = 0
    for box in boxes:
        word = change(text[box.start : box.end])
        pieces += (text[last : box.start], word)
        at += box.start - last
        moved.append(replace(box, start=at, end=at + len(word)))
        at, last = at + len(word), box.end
    return "".join((*pieces, text[last:])), tuple(moved)


def mirror_boxes(text: str, repaired: str, boxes: Sequence[WordBox]) -> tuple[WordBox, ...]:
    """The boxes for a text whose lines were turned round in place, as ``text.repair_visual_order`` does.

    A line that was turned holds its words from the other end; boxes whose words do not match by their letters are left out.
    """
    out: list[WordBox] = []
    start = 0
    for old, new in zip(text.split("\n"), repaired.split("\n"), strict=False):
        end = start + len(old)
        for box in boxes:
            if not start <= box.start < end:
                continue
            low, high = box.start - start, box.end - start
            if old != new:
                low, high = len(old) - high, len(old) - low
            if sorted(new[low:high]) == sorted(text[box.start : box.end]):
                out.append(replace(box, start=start + low, end=start + high))
        start = end + 1
    return tuple(sorted(out, key=lambda b: b.start))
