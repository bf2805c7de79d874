"""Rings and frames of rubber stamps on a scan, found and taken off.

Knows parts of ink by their shape. The trap: the ring of a stamp hides whole lines from OCR, while the print under a pale one must stay.
"""

from typing import Any

_STAMP_LINES = 3.5
_PALER = 40

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the picture."""


def take_off_stamps(image: Any, height: float) -> tuple[Any, list[tuple[int, int, int, int, int]]]:
    """The picture without rings and frames that would hide the lines below, and those; where a stamp is paler than the print, the print under it stays."""
    import cv2
    import numpy as np

    if not _may_have_stamps(image, height):
        return image, []
    cut, ink = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    stamps = find_stamps(ink, height)
    if not stamps:
        return image, stamps
    _, labels = cv2.connectedComponents(ink, connectivity=8)
    out = image.copy()
    paper = int(np.median(image))
    print_level = float(np.percentile(image[ink > 0], 25))
    for number, x, y, w, h in stamps:
        part = labels[y : y + h, x : x + w] == number
        own = image[y : y + h, x : x + w]
        level = float(np.median(own[part]))
        pale = level - print_level > _PALER
        out[y : y + h, x : x + w][
            (own > (level + print_level) / 2) & (own < max(cut, level) + 60) if pale else part
        ] = paper
    return out, stamps


def find_stamps(ink: Any, height: float) -> list[tuple[int, int, int, int, int]]:
    """Rings and frames of rubber stamps: parts of ink many lines high, mostly hollow, far smaller than the page.

    Args:
        ink: 255 where there is ink.
        height: Usual height of a letter's part in pixels.

    Returns:
        Number of the part, left, top, width and height in pixels.
    """
    import cv2

    if height <= 0:
        return []
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    page_high, page_wide = ink.shape
    return [
        (number, int(x), int(y), int(w), int(h))
        for number, (x, y, w, h, area) in enumerate(stats)
        if number
        and min(w, h) > _STAMP_LINES * height
        and w < page_wide * 0.45
        and h < page_high * 0.35
        and area < 0.3 * w * h
    ]


def _may_have_stamps(image: Any, height: float) -> bool:
    """A quick look at half the size, at which rings and frames hold together no less; a third of a line is allowed for."""
    import cv2

    small = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return bool(find_stamps(ink, height * 0.45))


def outermost(edges: list[Edges]) -> tuple[Edges, ...]:
    """The edges that lie in no others; the rings of one stamp lie in each other."""
    return tuple(
        one
        for n, one in enumerate(edges)
        if not any(
            m != n and o[0] <= one[0] and o[1] <= one[1] and one[2] <= o[2] and one[3] <= o[3]
            for m, o in enumerate(edges)
        )
    )
