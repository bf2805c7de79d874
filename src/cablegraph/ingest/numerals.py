"""A second look at numbers on a scanned page: digits and the signs between them, read part by part from the picture.

Knows which reading of the ink stands in place of which words; where numbers may be is left to ``number_spots``, what the parts are to ``digit_network``,
their text to ``number_spelling``. Tesseract reads Arabic digits badly, and dates and reference numbers are what a cable turns on. The trap: two words may
claim the same ink, and the longer number has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import median
from typing import Any

from cablegraph.ingest.digit_network import CLASSES, SIGNS, classify_parts, is_european, settle_set
from cablegraph.ingest.layout import Word
from cablegraph.ingest.number_spelling import DIGITS, HAS_DIGIT, LETTER_RUN, spell
from cablegraph.ingest.number_spots import Spot, around, iter_runs, look
from cablegraph.ingest.scan import Scan

_SURE_BESIDE, _LIKELY_BESIDE = 0.95, 0.5
_NEAR = 0.45
"""Share of a word's usual height up to which a digit beside a word's box belongs to the number in it."""
_TOGETHER = 0.45
"""Share of a word's usual height up to which parts of one number may be apart where it was recognised as several words."""
_DIGIT_CLASSES = sum(len(name) == 2 and name[1].isdigit() for name in CLASSES)
_NEARER, _ONE_NEARER = 2.5, 1.2
"""How many times as far from the number as from other ink such a digit may be; a one may be the alef of the next word."""
_SIGN_CLASSES = [CLASSES.index(sign) for sign in SIGNS]


@dataclass(frozen=True, slots=True)
class _Number:
    """What the ink of a spot says, how sure that is, and from where to where in pixels the ink lies."""

    spot: Spot
    text: str
    sure: float
    left: int
    right: int

    def covers(self, word: Word, wide: int) -> bool:
        """Whether the ink reaches over the middle of a word of the same line."""
        return self.left < (word.left + word.right) / 2 * wide < self.right and _is_level(self.spot.words[0], word)

    def meets(self, other: "_Number") -> bool:
        """Whether both have some ink."""
        shares = self.left < other.right and other.left < self.right
        return shares and _is_level(self.spot.words[0], other.spot.words[0])


def _is_level(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def reread_numbers(scan: Scan, paragraphs: list[list[list[Word]]], language: str) -> list[list[list[Word]]]:
    """The words with every number that the picture shows clearly put in place of what was recognised.

    Args:
        scan: The picture that was recognised.
        paragraphs: Of lines of words, as recognised.
        language: ``fa``, ``ar`` or ``ckb``; others are handed back as they are.
    """
    if language not in DIGITS:
        return paragraphs
    words = [w for p in paragraphs for line in p for w in line]
    if not words:
        return paragraphs
    size = median(w.bottom - w.top for w in words) * scan.height
    runs = [run for p in paragraphs for line in p for run in iter_runs(line, size / scan.width)]
    numbers = _read(scan, runs, words, size, language)
    shared = [(b, a) for a, b in combinations(numbers, 2) if a.meets(b) and len(a.spot.words) == len(b.spot.words) == 1]
    joined = [((*a.spot.words, *b.spot.words), a.spot.starts or b.spot.starts) for a, b in shared]
    numbers += _read(scan, joined, words, size, language)
    kept: list[_Number] = []
    for number in sorted(numbers, key=lambda n: n.left - n.right):
        if not any(number.meets(k) for k in kept):
            kept.append(number)
    changed: dict[int, Word | None] = {}
    for (word, *others), _ in runs:
        if not others and any(k.covers(word, scan.width) for k in kept):
            changed[id(word)] = None
    for number in kept:
        changed |= dict.fromkeys(map(id, number.spot.words)) | {id(number.spot.words[0]): _as_word(number, scan.width)}
    return [[[w for old in line if (w := changed.get(id(old), old))] for line in p] for p in paragraphs]


def _as_word(number: _Number, wide: int) -> Word:
    return replace(
        around(number.spot.words),
        text=number.text,
        left=round(number.left / wide, 5),
        right=round(number.right / wide, 5),
        confidence=round(number.sure, 4),
        glued=number.spot.words[-1].glued,
    )


def _read(
    scan: Scan, runs: Sequence[tuple[tuple[Word, ...], bool]], words: Sequence[Word], size: float, language: str
) -> list[_Number]:
    """What every spot says that says a number; once more by the darker ink alone where digits were recognised and the parts say none."""
    import numpy as np

    edges = np.array([(w.left, w.top, w.right, w.bottom) for w in words])
    spots = [s for run in runs if (s := look(scan, run, edges, size))]
    if not spots:
        return []
    chances = classify_parts([s.parts for s in spots], size)
    european = is_european(chances)
    found = _spell(spots, settle_set(chances, european=european), size, language)
    unclear = [
        s
        for spot, number in zip(spots, found, strict=True)
        if number is None and HAS_DIGIT.search(spot.text)
        and (s := look(scan, (spot.words, spot.starts), edges, size, darker=True))
    ]  # fmt: skip
    if unclear:
        chances = classify_parts([s.parts for s in unclear], size)
        found += _spell(unclear, settle_set(chances, european=european), size, language)
    return [number for number in found if number]


def _spell(spots: Sequence[Spot], chances: Any, size: float, language: str) -> list[_Number | None]:
    out: list[_Number | None] = []
    at = 0
    for spot in spots:
        own = chances[at : at + len(spot.parts)]
        at += len(spot.parts)
        start, end = _extent(spot, own, size)
        text, sure = "", 0.0
        if len(spot.words) == 1 or max(spot.gaps[start + 1 : end], default=0.0) <= _TOGETHER * size:
            text, sure = spell(spot.text, own[start:end], language, starts=spot.starts)
        if len(spot.words) > 1 and max(map(len, LETTER_RUN.findall(text)), default=0) > 1:
            text = ""
        left, right = spot.left + spot.parts[start].left, spot.left + spot.parts[end - 1].right
        out.append(_Number(spot, text, sure, left, right) if text else None)
    return out


def _extent(spot: Spot, chances: Any, size: float) -> tuple[int, int]:
    """The parts inside, without one at an end that lies nearer to other ink, and beyond them digits that follow closely and lie no nearer to other ink."""
    start, end, gaps = spot.start, spot.end, spot.gaps
    expected = sum(map(str.isdigit, spot.text))

    def is_next(number: int, inner: float, outer: float) -> bool:
        own = chances[number]
        lacking = end - start < expected
        sure = float(own[:_DIGIT_CLASSES].max()) + (float(own[_SIGN_CLASSES].sum()) if lacking else 0.0)
        most = _ONE_NEARER if CLASSES[int(own.argmax())] == "a1" else _NEARER
        return inner <= min(_NEAR * size, most * outer) and sure >= (_LIKELY_BESIDE if lacking else _SURE_BESIDE)

    def is_foreign(inner: float, outer: float) -> bool:
        return end - start > 1 and inner > 0.2 * size and outer < 0.6 * inner

    while is_foreign(gaps[start + 1], gaps[start]):
        start += 1
    while is_foreign(gaps[end - 1], gaps[end]):
        end -= 1
    while start and is_next(start - 1, gaps[start], gaps[start - 1]):
        start -= 1
    while end < len(spot.parts) and is_next(end, gaps[end], gaps[end + 1]):
        end += 1
    return start, end
