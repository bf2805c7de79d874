"""Pixels of a page before OCR: one grey image with its scale, whatever picture it came from.

Knows sizes, ink and turning by quarters; what the ink looks like is left to ``shapes``, making it better to ``repair``.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

OCR_DPI = 300
_MOST_PIXELS = 40_000_000
_LEAST_SIDE = 1000
_INK_SHARE = 0.0002


@dataclass(frozen=True, slots=True)
class Scan:
    """A page image: one byte a pixel, its size in pixels, pixels an inch, the page's size in points, and degrees by which it was turned counter-clockwise.

    ``stamps`` are left, top, right and bottom, in fractions of the scan as it is, of stamps that were taken off it.
    """

    grey: bytes
    width: int
    height: int
    dpi: int
    points_wide: float
    points_high: float
    turned: float = 0.0
    stamps: tuple[tuple[float, float, float, float], ...] = ()

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


def pixels(scan: Scan) -> Any:
    """The scan as an array of rows; it shares the scan's bytes and must not be written to."""
    import numpy as np

    return np.frombuffer(scan.grey, dtype=np.uint8).reshape(scan.height, scan.width)


def has_ink(scan: Scan) -> bool:
    """Whether anything stands on the page; an even grey, however dark, is nothing."""
    import numpy as np

    sample = pixels(scan)[::5, ::5]
    middle = int(np.median(sample))
    return bool((np.abs(sample.astype(np.int16) - middle) > 48).mean() > _INK_SHARE)


def turn_scan(scan: Scan, quarters: int) -> Scan:
    """The scan turned counter-clockwise by quarters of a circle, as a page that lay on its side; the page's size in points turns with it."""
    import numpy as np

    image = np.ascontiguousarray(np.rot90(pixels(scan), quarters))
    high, wide = image.shape
    points = (scan.points_high, scan.points_wide) if quarters % 2 else (scan.points_wide, scan.points_high)
    return Scan(image.tobytes(), wide, high, scan.dpi, *points)
