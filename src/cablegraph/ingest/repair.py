"""A scan made ready for OCR: specks, size, skew, rubber stamps.

Knows pixels; stamps are left to ``stamps``. The traps: a median filter saves noisy pages and harms clean ones, so noise is measured first; and Tesseract
reads letters of Arabic script better, and all in less time, well below 300 dpi.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cablegraph.ingest.scan import Scan, pixels
from cablegraph.ingest.shapes import Shapes
from cablegraph.ingest.stamps import outermost, take_off_stamps

_MOST_SKEW = 8.0
_LEAST_SKEW = 0.2
_NOISE = 7.0
"""Mean grey levels by which a median filter changes a noisy page; good scans stay below 4."""
_READ_AT: Mapping[str, tuple[int, float]] = {"Arab": (180, 14.0), "Latn": (210, 20.0)}
"""By script, the pixels an inch at which Tesseract is quicker than at 300 and errs as little or less, and the pixels that tall letters keep at least."""

_SAMPLED = 1000
"""Height in pixels from which the middle third of a page tells how noisy it is."""
_WORTHWHILE = 0.95


def is_noisy(scan: Scan) -> bool:
    """Whether specks cover the page so much that Tesseract may collapse on it."""
    import cv2

    image = pixels(scan)
    band = image[scan.height // 3 : scan.height * 2 // 3] if scan.height > _SAMPLED else image
    return bool(cv2.absdiff(band, cv2.medianBlur(band, 3)).mean() > _NOISE)


def prepare_scan(scan: Scan, shapes: Shapes) -> Scan:
    """The scan as OCR reads it best: freed of specks where it is noisy, its letters at the size that is read best, its lines level."""
    import cv2

    image = pixels(scan)
    dpi = scan.dpi
    if is_noisy(scan):
        image = cv2.medianBlur(image, 3)
    best, least = _READ_AT.get(shapes.script, (scan.dpi, 1.0))
    factor = max(best / scan.dpi, least / max(shapes.height, 1.0))
    if factor < _WORTHWHILE:
        image = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        dpi = max(round(dpi * factor), 70)
    angle = find_skew(image)
    if abs(angle) < _LEAST_SKEW:
        angle = 0.0
    else:
        image = _turn(image, angle)
    image, stamps = take_off_stamps(image, shapes.height * image.shape[0] / scan.height)
    high, wide = image.shape
    places = outermost([(x / wide, y / high, (x + w) / wide, (y + h) / high) for _, x, y, w, h in stamps])
    return replace(scan, grey=image.tobytes(), width=wide, height=high, dpi=dpi, turned=angle, stamps=places)


def _turn(image: Any, angle: float) -> Any:
    import cv2

    high, wide = image.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    return cv2.warpAffine(image, turn, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def find_skew(image: Any) -> float:
    """How many degrees to turn the image counter-clockwise so that its lines lie level, within 8 either way.

    Lines are level where the ink of rows differs most from one row to the next.
    """
    import cv2
    import numpy as np

    cv2.setNumThreads(1)  # one process for each core; OpenCV's own threads would fight over them
    rough, fine = (_small_ink(image, side) for side in (400, 800))
    near = max(np.arange(-_MOST_SKEW, _MOST_SKEW + 0.1, 0.5), key=lambda angle: _sharpness(rough, angle))
    return float(max(np.arange(near - 0.4, near + 0.41, 0.1), key=lambda angle: _sharpness(fine, angle)))


def _small_ink(image: Any, side: int) -> Any:
    import cv2

    factor = side / max(image.shape)
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else image
    return cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]


def _sharpness(ink: Any, angle: float) -> float:
    """How much the ink of rows differs from one row to the next once the picture is turned."""
    import cv2
    import numpy as np

    high, wide = ink.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    rows = cv2.warpAffine(ink, turn, (wide, high), flags=cv2.INTER_NEAREST).sum(axis=1).astype(np.float64)
    return float((np.diff(rows) ** 2).sum())
