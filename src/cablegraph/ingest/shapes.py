"""What the shapes of the ink on a page tell before anything is read: the script, the size of the letters, where the lines are.

Knows one grey image. The trap: blur joins Latin letters, so the guess of the script is one for the order of trials and no more.
"""

from dataclasses import dataclass, replace

from cablegraph.ingest.scan import Scan, pixels

_TALL = 90
_STRIP_HEIGHTS = 7
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
    """The right half of about three lines from where the page has most ink, for a quick first pass; None on a page with few lines."""
    import numpy as np

    image = pixels(scan)
    high = round(shapes.height * _STRIP_HEIGHTS)
    if high <= 0 or high * 4 > scan.height:
        return None
    rows = (image[:, ::4] < int(np.median(image[::4, ::4])) - 60).sum(axis=1)
    start = int(np.convolve(rows, np.ones(high), "valid").argmax())
    cut = np.ascontiguousarray(image[start : start + high, scan.width // 2 :])
    return replace(scan, grey=cut.tobytes(), width=cut.shape[1], height=high)
