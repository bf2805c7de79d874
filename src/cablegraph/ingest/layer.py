"""The text layer of one PDF page: its words with their places, and the evidence for and against it.

Knows PDFium's text page. Whether to believe the layer is left to ``choose``. The traps: PDFium counts UTF-16 units where a layer has letters beyond the
basic plane, marks a word cut at the end of a line by U+FFFE or U+0002, and knows nothing of a page's rotation in its coordinates.
"""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

from cablegraph.ingest.layout import Line, Word, compose, split_paragraphs
from cablegraph.model import WordBox

_TOKEN = re.compile(r"\S+")
_CUT = ("\ufffe", "\x02")
_GRID = 100_000
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ODD_LATIN = re.compile("[\u00a1-\u00ff\u0192\u02c6\u02dc\u2020\u2021\u2030\u0152\u0153\u0178]")


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


def read_layer(page: Any) -> Layer:
    """The words of the layer in PDFium's order."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count <= 0:
            return Layer("", ())
        text = _text(textpage, count, pdfium)
        place = _Place(page, textpage, pdfium)
        lines: list[Line] = []
        baselines: list[float] = []
        at = 0
        for raw in text.split("\n"):
            words = [_word(m, at, place) for m in _TOKEN.finditer(raw)]
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
    return text.replace("\r", " ").replace("\u2028", " ").replace("\x0b", " ").replace("\x0c", " ").replace("\x85", " ")


def _word(match: re.Match[str], at: int, place: "_Place") -> Word:
    text = match.group()
    edges = place.edges(at + match.start(), at + match.end())
    if text.endswith(_CUT):
        return Word(text[:-1] or "-", *edges, glued=len(text) > 1)
    return Word(text.replace(_CUT[0], "-").replace(_CUT[1], "-"), *edges)


class _Place:
    """Where characters stand on the page as it is shown, in fractions from its top left."""

    def __init__(self, page: Any, textpage: Any, pdfium: Any) -> None:
        self._page, self._textpage, self._pdfium = page, textpage, pdfium
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(n) for n in self._numbers]
        self._x, self._y = ctypes.c_int(), ctypes.c_int()

    def edges(self, start: int, end: int) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a run of characters."""
        box, numbers, refs, get = self._textpage, self._numbers, self._refs, self._pdfium.FPDFText_GetCharBox
        lefts, rights, bottoms, tops = [], [], [], []
        for index in range(start, end):
            if get(box, index, *refs):
                left, right, bottom, top = (n.value for n in numbers)
                lefts.append(left)
                rights.append(right)
                bottoms.append(bottom)
                tops.append(top)
        if not lefts:
            return (0.0, 0.0, 0.0, 0.0)
        x0, y0 = self._shown(min(lefts), max(tops))
        x1, y1 = self._shown(max(rights), min(bottoms))
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def baseline(self, index: int) -> float:
        """How far down the page the baseline of a character lies."""
        if not self._pdfium.FPDFText_GetCharOrigin(self._textpage, index, self._refs[0], self._refs[1]):
            return 0.0
        return self._shown(self._numbers[0].value, self._numbers[1].value)[1]

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        self._pdfium.FPDF_PageToDevice(
            self._page, 0, 0, _GRID, _GRID, 0, x, y, ctypes.byref(self._x), ctypes.byref(self._y)
        )
        return (min(max(self._x.value / _GRID, 0.0), 1.0), min(max(self._y.value / _GRID, 0.0), 1.0))
