"""Where the characters of a PDF page stand.

Knows PDFium's boxes and pens, in the document's own points, and how those points lie on the page as it is shown. What words the characters make is left to
``layer``. The trap: what PDFium calls the size of the type is often 1, scaled later, so that it is taken from the height of the boxes.
"""

import ctypes
import unicodedata
from collections.abc import Sequence
from statistics import median
from typing import Any

from cablegraph.ingest.reading_order import Glyph

_GRID = 1_000_000
_SPAN = 1000.0
_SIZE_OF_HEIGHT = 0.65


class Place:
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

    def size(self, indexes: Sequence[int]) -> float:
        """About the size of the type in points, of the first characters."""
        heights = []
        for index in indexes[:9]:
            self._pdfium.FPDFText_GetLooseCharBox(self._textpage, index, self._loose)
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
        left, right = self.advance(index) or (pen, pen)
        numbers = self._numbers
        if not self._pdfium.FPDFText_GetCharBox(self._textpage, index, *self._refs):
            return Glyph(char, pen, left, right, (left + right) / 2, index, baseline)
        ink = (numbers[0].value, numbers[1].value, numbers[2].value, numbers[3].value)
        return Glyph(char, pen, left, right, (ink[0] + ink[1]) / 2, index, baseline, ink)

    def advance(self, index: int) -> tuple[float, float] | None:
        """Left and right edge of the room that a character takes up in its line, in points."""
        if self._pdfium.FPDFText_GetLooseCharBox(self._textpage, index, self._loose):
            return self._loose.left, self._loose.right
        return None

    def height(self, index: int) -> float:
        """How far up a character's baseline lies, in points."""
        return self._origin(index)[1]

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
        """How far down the page as shown (0-1) the baseline of a character lies."""
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
