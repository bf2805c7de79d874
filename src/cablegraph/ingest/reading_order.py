"""The reading order of one line of a right-to-left page, from where its characters stand.

Knows how the Unicode bidirectional algorithm lays a line out, and goes the way back: from the right end to the left, with numbers and Latin phrases turned
round. The traps: the letters of one ligature share one place, a vowel mark stands over its letter, a bracket may be stored as it looks, and the place of a
blank cannot be trusted, only how many there are.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from cablegraph.ingest.layout import Word

CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks of direction, which readers of PDF and OCR scatter over a text."""

_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00c0-\u024f"
_NUMBER = re.compile(rf"[{_DIGITS}]+(?:[.,/:\u066b\u066c\u060c][{_DIGITS}]+)*")
_DASHED = re.compile(rf"[{_DIGITS}]+(?:[-+][{_DIGITS}]+)+")
_PHRASE = re.compile(
    rf"(?:[{_DIGITS}]+(?:[^{_LATIN}{_DIGITS}\u0600-\u08ff]+)?)*[{_LATIN}](?:[^\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff]*[{_LATIN}{_DIGITS}])?"
)
_LETTER = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_PAIRS = ("()", "[]", "{}", "«»", "‹›")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_MIRROR = {pair[side]: pair[1 - side] for pair in _PAIRS for side in (0, 1)}
_OPENING = frozenset(pair[0] for pair in _PAIRS)
_ENDS = frozenset(".،؛؟:!,;?")
_LEAST_GAP, _SURE_GAP = 0.08, 0.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character of a line: its pen position, the edges of its advance and the middle of its ink in points, and its index in the layer.

    ``baseline`` is the height of its pen and ``ink`` the left, right, bottom and top of what is seen of it, both in points, upward.
    """

    char: str
    pen: float
    left: float
    right: float
    middle: float
    index: int
    baseline: float = 0.0
    ink: tuple[float, float, float, float] | None = None


def order_line(glyphs: Sequence[Glyph], size: float, blanks: int) -> list[Glyph]:
    """The characters in reading order.

    Args:
        glyphs: All characters of the line that the page itself holds, in any order, without blanks.
        size: Of the type, in points.
        blanks: How many blanks the line has; they are put into the widest gaps, with index -1.
    """
    marks = [g for g in glyphs if unicodedata.combining(g.char)]
    falling = _falling(glyphs)
    line = sorted(
        (g for g in glyphs if not unicodedata.combining(g.char)),
        key=lambda g: (-round(g.pen, 1), -round(g.middle, 1), -g.index if g.index in falling else g.index),
    )
    return _right_brackets(_with_marks(_turn_runs(_with_blanks(line, size, blanks)), marks))


def order_words(line: list[Word]) -> list[Word]:
    """The words of a line in reading order: from the right where its letters are of Arabic script, with Latin phrases the other way."""
    text = " ".join(w.text for w in line)
    if len(_LETTER.findall(text)) <= len(_LATIN_LETTER.findall(text)):
        return line
    ordered: list[Word] = []
    from_right = sorted(line, key=lambda w: -(w.left + w.right))
    for latin, run in groupby(from_right, key=lambda w: bool(_LATIN_LETTER.search(w.text))):
        words = list(run)
        ordered += words[::-1] if latin else words
    return ordered


def _falling(glyphs: Sequence[Glyph]) -> set[int]:
    """Indexes of letters among which the layer runs from right to left: there the letters of a ligature were turned round with the rest."""
    pens = {g.index: g.pen for g in glyphs}
    steps = {i: pens[i] - pens[i + 1] for i in pens if i + 1 in pens and abs(pens[i] - pens[i + 1]) > 0.1}
    out = set()
    for index in pens:
        near = next((steps[i] for d in range(4) for i in (index - d, index + d) if i in steps), 0.0)
        if near > 0:
            out.add(index)
    return out


def _with_blanks(line: Sequence[Glyph], size: float, blanks: int) -> list[Glyph]:
    gaps = [(a.left - b.right, n) for n, (a, b) in enumerate(pairwise(line), 1)]
    widest = {n for gap, n in sorted(gaps, reverse=True)[:blanks] if gap > _LEAST_GAP * size}
    widest |= {n for gap, n in gaps if gap > _SURE_GAP * size}
    out: list[Glyph] = []
    for number, glyph in enumerate(line):
        if number in widest:
            out.append(Glyph(" ", glyph.right, glyph.right, out[-1].left, glyph.right, -1))
        out.append(glyph)
    return out


def _turn_runs(line: list[Glyph]) -> list[Glyph]:
    """Turn round what is read from left to right: Latin phrases, numbers, and numbers joined by a dash before the first letter."""
    text = "".join(g.char for g in line)
    done = [False] * len(line)
    first = _LETTER.search(text)
    for pattern, limit in (
        (_PHRASE, len(text)),
        (_DASHED, first.start() if first else len(text)),
        (_NUMBER, len(text)),
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            if end <= limit and not any(done[start:end]):
                line[start:end] = line[start:end][::-1]
                done[start:end] = [True] * (end - start)
    return line


def _with_marks(line: list[Glyph], marks: Sequence[Glyph]) -> list[Glyph]:
    """Put each mark behind the letter it stands over."""
    letters = [g for g in line if not g.char.isspace()]
    held: dict[int, list[Glyph]] = {}
    for mark in marks:
        if letters:
            under = min(
                letters,
                key=lambda g: (max(g.left - mark.middle, mark.middle - g.right, 0.0), abs(g.middle - mark.middle)),
            )
            held.setdefault(under.index, []).append(mark)
    return [x for g in line for x in (g, *sorted(held.get(g.index, ()), key=lambda m: m.index))] if marks else line


def _right_brackets(line: list[Glyph]) -> list[Glyph]:
    """Turn round brackets that were stored as they look: one with a blank before and none behind opens, one with a blank behind and none before closes."""
    out = list(line)
    for at, glyph in enumerate(line):
        if glyph.char in _MIRROR:
            opens = at == 0 or line[at - 1].char == " "
            closes = at + 1 == len(line) or line[at + 1].char == " " or line[at + 1].char in _ENDS
            if opens is not closes and opens is not (glyph.char in _OPENING):
                out[at] = replace(glyph, char=_MIRROR[glyph.char])
    return out
