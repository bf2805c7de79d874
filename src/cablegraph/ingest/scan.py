"""Pixels of a page before OCR: size, ink, script by shape, noise and skew.

Knows one grey image and its scale. OpenCV is imported only when a scan is looked at. The trap: repair helps collapsed pages and harms some good ones, so
it is offered, and who asked compares.
"""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

OCR_DPI = 300
_MOST_PIXELS = 40_000_000
_LEAST_SIDE = 1000
_INK_SHARE = 0.0002
_MOST_SKEW = 8.0
_LEAST_SKEW = 0.2
_NOISE = 7.0
"""Mean grey levels by which a median filter changes a noisy page; good scans stay below 4."""

_FEWEST_PARTS = 60
_WIDE_SHARE = 0.11
"""Share of wide parts among the larger ones: at most 0.01 on Latin pages and at least 0.19 on Arabic-script ones in five typefaces, clean and noisy."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page image: one byte a pixel, its size in pixels, pixels an inch, the page's size in points, and degrees by which it was turned counter-clockwise."""

    grey: bytes
    width: int
    height: int
    dpi: int
    points_wide: float
    points_high: float
    turned: float = 0.0

    def edges_before(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Edges, in fractions of the page, of a box as it lay before the scan was turned; the box keeps its size."""
        if not self.turned:
            return left, top, right, bottom
        angle = math.radians(self.turned)
        x, y = ((left + right) / 2 - 0.5) * self.width, ((top + bottom) / 2 - 0.5) * self.height
        across = (x * math.cos(angle) - y * math.sin(angle)) / self.width + 0.5 - (left + right) / 2
        down = (x * math.sin(angle) + y * math.cos(angle)) / self.height + 0.5 - (top + bottom) / 2
        moved = (left + across, top + down, right + across, bottom + down)
        return tuple(round(min(max(e, 0.0), 1.0), 5) for e in moved)  # type: ignore[return-value]


def scan_from_image(image: "Image.Image", dpi: float | None = None) -> Scan:
    """A scan from a picture, brought to a size that OCR can read; transparent parts count as white.

    Args:
        image: The picture, loaded.
        dpi: Pixels an inch if known, else they are guessed from a page of usual width.
    """
    from PIL import Image

    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        flat = Image.new("RGBA", image.size, "white")
        flat.alpha_composite(image.convert("RGBA"))
        image = flat
    if image.mode.startswith(("I", "F")):
        image = _flatten_range(image)
    grey = image.convert("L")
    known = dpi if dpi and 50 <= dpi <= 1200 else max(min(grey.width / 8.27, 600.0), 72.0)
    points = (grey.width * 72 / known, grey.height * 72 / known)
    factor = min(_scale(grey.width, grey.height, known), (_MOST_PIXELS / (grey.width * grey.height)) ** 0.5)
    if factor != 1.0:
        size = (max(round(grey.width * factor), 1), max(round(grey.height * factor), 1))
        grey = grey.resize(size, Image.Resampling.LANCZOS if factor < 1 else Image.Resampling.BICUBIC)
    return Scan(grey.tobytes(), grey.width, grey.height, max(round(known * factor), 70), *points)


def _flatten_range(image: "Image.Image") -> "Image.Image":
    """A picture of 16 or 32 bits a pixel in 8 bits; values are 0-65535 unless they are fewer."""
    import numpy as np
    from PIL import Image

    values = np.asarray(image).astype(np.float64)
    most = 65535.0 if values.max(initial=0.0) > 255 else 255.0
    return Image.fromarray(np.clip(values * (255 / most), 0, 255).astype(np.uint8))


def _scale(width: int, height: int, dpi: float) -> float:
    """How much to enlarge or shrink: screenshots and small scans grow to 300 dpi, very fine ones shrink to 400."""
    if dpi > 450:
        return 400 / dpi
    if dpi < 200 or max(width, height) < _LEAST_SIDE:
        return min(OCR_DPI / dpi, 4.0)
    return 1.0


def _array(scan: Scan) -> Any:
    import numpy as np

    return np.frombuffer(scan.grey, dtype=np.uint8).reshape(scan.height, scan.width)


def has_ink(scan: Scan) -> bool:
    """Whether anything stands on the page; an even grey, however dark, is nothing."""
    import numpy as np

    sample = _array(scan)[::3, ::3]
    middle = int(np.median(sample))
    return bool((np.abs(sample.astype(np.int16) - middle) > 48).mean() > _INK_SHARE)


def guess_script(scan: Scan) -> str:
    """``Arab`` or ``Latn`` by the shapes of the inked parts, or ``Zyyy``: joined letters make wide parts with dots beside them, Latin ones stand alone."""
    import cv2
    import numpy as np

    image = _array(scan)
    if scan.dpi > 200:
        image = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(cv2.medianBlur(image, 3), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    kept = (area >= 6) & (high < ink.shape[0] / 12) & (wide < ink.shape[1] / 3)
    wide, high, area = wide[kept], high[kept], area[kept]
    if len(area) < _FEWEST_PARTS:
        return "Zyyy"
    large = area >= np.median(area)
    return "Arab" if float((wide[large] > 1.6 * high[large]).mean()) > _WIDE_SHARE else "Latn"


def is_noisy(scan: Scan) -> bool:
    """Whether specks cover the page so much that Tesseract may collapse on it."""
    import cv2

    image = _array(scan)
    return bool(cv2.absdiff(image, cv2.medianBlur(image, 3)).mean() > _NOISE)


def repair_scan(scan: Scan) -> Scan | None:
    """The scan turned upright and freed of specks by a median filter; None where there is nothing to do."""
    import cv2

    image = _array(scan)
    clean = cv2.medianBlur(image, 3)
    if is_noisy(scan):
        clean = cv2.medianBlur(clean, 3)
    angle = find_skew(clean)
    if abs(angle) >= _LEAST_SKEW:
        turn = cv2.getRotationMatrix2D((scan.width / 2, scan.height / 2), angle, 1.0)
        clean = cv2.warpAffine(
            clean, turn, (scan.width, scan.height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
    grey = clean.tobytes()
    return None if grey == scan.grey else replace(scan, grey=grey, turned=angle if abs(angle) >= _LEAST_SKEW else 0.0)


def find_skew(image: Any) -> float:
    """How many degrees to turn the image counter-clockwise so that its lines lie level, within 8 either way.

    Lines are level where the ink of rows differs most from one row to the next.
    """
    import cv2
    import numpy as np

    factor = 800 / max(image.shape)
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else image
    _, ink = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    high, wide = ink.shape

    def sharpness(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
        rows = cv2.warpAffine(ink, turn, (wide, high), flags=cv2.INTER_NEAREST).sum(axis=1).astype(np.float64)
        return float((np.diff(rows) ** 2).sum())

    rough = max(np.arange(-_MOST_SKEW, _MOST_SKEW + 0.1, 0.5), key=sharpness)
    return float(max(np.arange(rough - 0.4, rough + 0.41, 0.1), key=sharpness))
