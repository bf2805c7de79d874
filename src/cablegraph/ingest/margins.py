"""The empty margins of a page, which Tesseract takes as long over as over others.

Knows where ink lies, roughly; the trap: words must come back with their places on the whole page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cablegraph.ingest.layout import Word
from cablegraph.ingest.scan import Scan, pixels

_STEP = 4
_DARKER = 40
_KEPT_INCHES = 0.1
_WORTHWHILE = 0.9


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a piece lies on its page: left and top edge, width and height, as fractions of the page."""

    left: float
    top: float
    wide: float
    high: float

    def put_back(self, paragraphs: Sequence[Sequence[Sequence[Word]]]) -> list[list[list[Word]]]:
        """Words of the piece with their edges on the page."""
        if self == _WHOLE:
            return [[list(line) for line in paragraph] for paragraph in paragraphs]
        return [[[self._put(w) for w in line] for line in paragraph] for paragraph in paragraphs]

    def _put(self, word: Word) -> Word:
        return replace(
            word,
            left=round(self.left + word.left * self.wide, 5),
            top=round(self.top + word.top * self.high, 5),
            right=round(self.left + word.right * self.wide, 5),
            bottom=round(self.top + word.bottom * self.high, 5),
        )


_WHOLE = Frame(0.0, 0.0, 1.0, 1.0)


def cut_margins(scan: Scan) -> tuple[Frame, Scan]:
    """The scan down to its ink and a little paper round it, and where that lies; the scan itself where there is little to leave out."""
    import numpy as np

    image = pixels(scan)
    sample = image[::_STEP, ::_STEP]
    dark = sample < int(np.median(sample)) - _DARKER
    rows, columns = (np.flatnonzero(dark.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return _WHOLE, scan
    paper = round(scan.dpi * _KEPT_INCHES) + _STEP
    top, bottom = max(int(rows[0]) * _STEP - paper, 0), min(int(rows[-1]) * _STEP + paper, scan.height)
    left, right = max(int(columns[0]) * _STEP - paper, 0), min(int(columns[-1]) * _STEP + paper, scan.width)
    if (bottom - top) * (right - left) > _WORTHWHILE * scan.width * scan.height:
        return _WHOLE, scan
    cut = replace(scan, grey=image[top:bottom, left:right].tobytes(), width=right - left, height=bottom - top)
    return Frame(left / scan.width, top / scan.height, (right - left) / scan.width, (bottom - top) / scan.height), cut
