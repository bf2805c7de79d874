"""The text layer of one PDF page: its words with their places, and the evidence against it.

Knows PDFium's text page. Whether to believe the layer is left to ``choose``. The traps: PDFium counts UTF-16 units where a layer has letters beyond the
basic plane, marks a word cut at the end of a line by U+FFFE or U+0002, knows nothing of a page's rotation in its coordinates, and turns some Persian and
Arabic words round, so that the order of a right-to-left line is taken from where its letters stand.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Any

from cablegraph.ingest.layout import Line, Word, compose, split_paragraphs
from cablegraph.ingest.reading_order import CONTROLS, Glyph, order_line
from cablegraph.model import WordBox

_TOKEN = re.compile(r"\S+")
_CUT = ("\ufffe", "\x02")
_GRID = 1_000_000
_SPAN = 1000.0
_SIZE_OF_HEIGHT = 0.65
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ODD_LATIN = re.compile("[\u00a1-\u00ff\u0192\u02c6\u02dc\u2020\u2021\u2030\u0152\u0153\u0178]")
_RIGHT_TO_LEFT = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of a page as its layer has it, with the boxes of its words."""

    text: str
    boxes: tuple[WordBox, ...]

    @property
    def is_garbled(self) -> bool:
        """Whether many characters are none (no ToUnicode), or Latin letters with marks outnumber the plain ones (an Arabic font taken for Latin)."""
        letters = sum(c.isalpha() for c in self.text)
        visible = len(self.text) - self.text.count(" ") - self.text.count("\n")
        if visible == 0:
            return False
        none = len(_PRIVATE.findall(self.text))
        return none > 0.08 * visible or (letters >= 40 and len(_ODD_LATIN.findall(self.text)) > 0.35 * letters)


def read_layer(page: Any, *, by_place: bool = True) -> Layer:
    """The words of the layer, line by line in PDFium's order of lines.

    Args:
        page: PDFium's page.
        by_place: Whether the order within a right-to-left line is taken from where its letters stand; else it is as stored, which is right for the
            layers that some OCR programs lay under a scan.
    """
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count <= 0:
            return Layer("", ())
        text = _text(textpage, count, pdfium)
        place = _Place(page, textpage, pdfium)
        turned = by_place and len(_RIGHT_TO_LEFT.findall(text)) > len(_LATIN.findall(text))
        lines: list[Line] = []
        baselines: list[float] = []
        at = 0
        for raw in text.split("\n"):
            if turned and _RIGHT_TO_LEFT.search(raw):
                words = list(_ordered_words(raw, at, place))
            else:
                words = [_word(m.group(), range(at + m.start(), at + m.end()), place) for m in _TOKEN.finditer(raw)]
            if words:
                lines.append(words)
                baselines.append(place.baseline(at + len(raw) - len(raw.lstrip())))
            at += len(raw) + 1
    finally:
        textpage.close()
    return Layer(*compose(split_paragraphs(lines, baselines)))


def _text(textpage: Any, count: int, pdfium: Any) -> str:
    """One character for each of PDFium's, so that an index is good for both."""
    text: str = textpage.get_text_range()
    if len(text) != count:
        text = "".join(
            chr(c) if 0 < (c := pdfium.FPDFText_GetUnicode(textpage, i)) < 0x110000 else " " for i in range(count)
        )
    return text.translate({ord(c): " " for c in "\r\u2028\x0b\x0c\x85"})


def _ordered_words(raw: str, at: int, place: "_Place") -> Iterator[Word]:
    kept = (
        n for n, c in enumerate(raw) if not c.isspace() and not CONTROLS.match(c) and not place.is_generated(at + n)
    )
    glyphs = [place.glyph(raw[n], at + n) for n in kept]
    size = place.size(glyphs)
    if not place.is_level(glyphs, size):
        yield from (_word(m.group(), range(at + m.start(), at + m.end()), place) for m in _TOKEN.finditer(raw))
        return
    for blank, run in groupby(order_line(glyphs, size, len(raw.split()) - 1), key=lambda g: g.char == " "):
        if not blank:
            held = list(run)
            yield _cut_word("".join(g.char for g in held), place.around([g.ink for g in held if g.ink]))


def _word(text: str, indexes: range, place: "_Place") -> Word:
    return _cut_word(text, place.edges(indexes))


def _cut_word(text: str, edges: tuple[float, float, float, float]) -> Word:
    if text.endswith(_CUT):
        return Word(text[:-1] or "-", *edges, glued=len(text) > 1)
    return Word(text.replace(_CUT[0], "-").replace(_CUT[1], "-"), *edges)


class _Place:
    """Where characters stand: in the document's own points, and on the page as it is shown in fractions from its top left."""

    def __init__(self, page: Any, textpage: Any, pdfium: Any) -> None:
        self._page, self._textpage, self._pdfium = page, textpage, pdfium
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(n) for n in self._numbers]
        self._loose = pdfium.FS_RECTF()
        self._turn = self._measure()

    def is_generated(self, index: int) -> bool:
        """Whether PDFium made the character up."""
        return bool(self._pdfium.FPDFText_IsGenerated(self._textpage, index) == 1)

    def size(self, glyphs: Sequence[Glyph]) -> float:
        """About the size of the type in points; what the layer calls so is often 1, scaled later."""
        heights = []
        for glyph in glyphs[:9]:
            self._pdfium.FPDFText_GetLooseCharBox(self._textpage, glyph.index, self._loose)
            heights.append(abs(self._loose.top - self._loose.bottom))
        return float(median(heights or [0.0])) * _SIZE_OF_HEIGHT

    @staticmethod
    def is_level(glyphs: Sequence[Glyph], size: float) -> bool:
        """Whether the characters share one level baseline, as order by place needs it."""
        heights = [g.baseline for g in glyphs if not unicodedata.combining(g.char)]
        return not heights or max(heights) - min(heights) < size

    def glyph(self, char: str, index: int) -> Glyph:
        """A character with its pen position and edges."""
        pen, baseline = self._origin(index)
        left = right = pen
        loose, numbers = self._loose, self._numbers
        if self._pdfium.FPDFText_GetLooseCharBox(self._textpage, index, loose):
            left, right = loose.left, loose.right
        if not self._pdfium.FPDFText_GetCharBox(self._textpage, index, *self._refs):
            return Glyph(char, pen, left, right, (left + right) / 2, index, baseline)
        ink = (numbers[0].value, numbers[1].value, numbers[2].value, numbers[3].value)
        return Glyph(char, pen, left, right, (ink[0] + ink[1]) / 2, index, baseline, ink)

    def edges(self, indexes: range) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of neighbouring characters, which cost one question for all."""
        numbers, refs, pdfium, textpage = self._numbers, self._refs, self._pdfium, self._textpage
        boxes: list[tuple[float, float, float, float]] = []
        for index in range(max(pdfium.FPDFText_CountRects(textpage, indexes.start, len(indexes)), 0)):
            if pdfium.FPDFText_GetRect(textpage, index, *refs):
                left, top, right, bottom = (n.value for n in numbers)
                boxes.append((left, right, bottom, top))
        return self.around(boxes)

    def around(self, boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
        """Edges on the page as shown of what lies in boxes of left, right, bottom and top in the document's points."""
        if not boxes:
            return (0.0, 0.0, 0.0, 0.0)
        x0, y0 = self._shown(min(b[0] for b in boxes), max(b[3] for b in boxes))
        x1, y1 = self._shown(max(b[1] for b in boxes), min(b[2] for b in boxes))
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def baseline(self, index: int) -> float:
        """How far down the page the baseline of a character lies."""
        return self._shown(*self._origin(index))[1]

    def _origin(self, index: int) -> tuple[float, float]:
        if not self._pdfium.FPDFText_GetCharOrigin(self._textpage, index, self._refs[0], self._refs[1]):
            return (0.0, 0.0)
        return (self._numbers[0].value, self._numbers[1].value)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        (x0, y0), (xx, yx), (xy, yy) = self._turn
        across, down = x0 + xx * x + xy * y, y0 + yx * x + yy * y
        return (min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0))

    def _measure(self) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
        """Where the corner of the document's points lies on the page as shown, and where one point to the right and one point up lead from it."""
        corner, right, up = (self._device(x, y) for x, y in ((0, 0), (_SPAN, 0), (0, _SPAN)))
        across = ((right[0] - corner[0]) / _SPAN, (right[1] - corner[1]) / _SPAN)
        return corner, across, ((up[0] - corner[0]) / _SPAN, (up[1] - corner[1]) / _SPAN)

    def _device(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self._pdfium.FPDF_PageToDevice(
            self._page, 0, 0, _GRID, _GRID, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        return across.value / _GRID, down.value / _GRID
