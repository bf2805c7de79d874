"""What the shapes of the ink on a page tell before anything is read: the script, the size of the letters, where the lines are.

Knows one grey image. The trap: blur joins Latin letters, so the guess of the script is one for the order of trials and no more.
"""

from dataclasses import dataclass, replace
from typing import Any

from cablegraph.ingest.scan import Scan, pixels

_TALL = 90
_STRIP_LINES = 2
_FEWEST_HEIGHTS = 28
_FAINT_ROW = 0.15
_LINE = (0.5, 2.5)
"""A line's height in heights of tall letters."""
_EDGE = 0.2
_FEWEST_PARTS = 60
_WIDE_SHARE = 0.11
"""Share of wide parts among the larger ones: at most 0.01 on Latin pages and at least 0.19 on Arabic-script ones in five typefaces, clean and noisy."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """What the inked parts of a page tell.

    ``script`` is ``Arab``, ``Latn`` or ``Zyyy``; ``height`` is that of the tall ones among the larger parts in pixels, 0 where there are few.
    """

    script: str
    height: float


def measure_shapes(scan: Scan) -> Shapes:
    """The script by the shapes of the inked parts, and their size: joined letters make wide parts with dots beside them, Latin ones stand alone."""
    import cv2
    import numpy as np

    image = pixels(scan)
    factor = 2 if scan.dpi > 200 else 1
    if factor == 2:
        image = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(cv2.medianBlur(image, 3), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    kept = (area >= 6) & (high < ink.shape[0] / 12) & (wide < ink.shape[1] / 3)
    wide, high, area = wide[kept], high[kept], area[kept]
    if len(area) < _FEWEST_PARTS:
        return Shapes("Zyyy", 0.0)
    large = area >= np.median(area)
    arabic = float((wide[large] > 1.6 * high[large]).mean()) > _WIDE_SHARE
    return Shapes("Arab" if arabic else "Latn", float(np.percentile(high[large], _TALL)) * factor)


def cut_strip(scan: Scan, shapes: Shapes) -> Scan | None:
    """The right half of the two lines with most ink, whole, for a quick first pass; None on a page with few lines."""
    import numpy as np

    image = pixels(scan)
    if shapes.height <= 0 or shapes.height * _FEWEST_HEIGHTS > scan.height:
        return None
    half = image[:, scan.width // 2 :]
    dark, paper = np.percentile(image[::4, ::4], (1, 50))
    rows = (half[:, ::2] < (dark + paper) / 2).sum(axis=1)
    lines = _find_lines(rows, shapes.height)
    if len(lines) < _STRIP_LINES:
        return None
    pairs = zip(lines, lines[_STRIP_LINES - 1 :], strict=False)
    top, bottom = max(((a[0], b[1]) for a, b in pairs), key=lambda edges: int(rows[edges[0] : edges[1]].sum()))
    edge = round(shapes.height * _EDGE)
    cut = np.ascontiguousarray(half[max(top - edge, 0) : bottom + edge])
    return replace(scan, grey=cut.tobytes(), width=cut.shape[1], height=cut.shape[0])


def _find_lines(rows: Any, height: float) -> list[tuple[int, int]]:
    """First row and past the last one of each line of usual height, by how much ink the rows have."""
    import numpy as np

    inked = rows > _FAINT_ROW * float(np.percentile(rows[rows > 0], 90)) if rows.any() else rows > 0
    steps = np.flatnonzero(np.diff(np.concatenate(([False], inked, [False])).astype(np.int8)))
    found = zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True)
    return [(top, bottom) for top, bottom in found if _LINE[0] * height <= bottom - top <= _LINE[1] * height]
