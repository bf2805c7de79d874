"""The parts of ink of one word, and what a network sees of them.

Knows that digits of Arabic script are never joined, so that each is one part; what a part is is left to ``digit_network``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SIDE = 16


@dataclass(frozen=True, slots=True)
class Part:
    """One part of ink of a word: its picture (``SIDE`` squared, 0-1), and its left edge, middle, width and height in pixels."""

    picture: Any
    left: int
    top: int
    width: int
    height: int


def cut_parts(image: Any, box: tuple[int, int], size: float) -> list[Part]:
    """The parts of ink of which the middle lies in the box, from left to right; parts above each other are one.

    Args:
        image: Grey pixels.
        box: The left and right edge of the word in them.
        size: Usual height of a word on the page, in pixels; specks far smaller are passed over.
    """
    import cv2
    import numpy as np

    if min(image.shape) < 3 or int(image.max()) - int(image.min()) < 40:
        return []
    _, ink = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    least = max(4.0, (0.07 * size) ** 2)
    found = [(int(x), int(y), int(w), int(h), [n]) for n, (x, y, w, h, area) in enumerate(stats) if n and area >= least]
    merged: list[tuple[int, int, int, int, list[int]]] = []
    for x, y, w, h, numbers in sorted(found):
        if merged:
            x0, y0, w0, h0, before = merged[-1]
            shared = min(x + w, x0 + w0) - max(x, x0)
            if shared > 0.5 * min(w, w0):
                right, low = max(x + w, x0 + w0), max(y + h, y0 + h0)
                top = min(y, y0)
                merged[-1] = (x0, top, right - x0, low - top, before + numbers)
                continue
        merged.append((x, y, w, h, numbers))
    parts = []
    for x, y, w, h, numbers in merged:
        if box[0] <= x + w / 2 <= box[1]:
            mask = np.isin(labels[y : y + h, x : x + w], numbers)
            parts.append(Part(_square(mask), x, y, w, h))
    return parts


def _square(mask: Any) -> Any:
    import cv2
    import numpy as np

    high, wide = mask.shape
    side = max(high, wide)
    canvas = np.zeros((side, side), dtype=np.float32)
    y, x = (side - high) // 2, (side - wide) // 2
    canvas[y : y + high, x : x + wide] = mask
    way = cv2.INTER_AREA if side > SIDE else cv2.INTER_LINEAR
    return cv2.resize(canvas, (SIDE, SIDE), interpolation=way)


def describe_part(word: Sequence[Part], part: Part, size: float) -> Any:
    """What the network sees of a part: its picture, its size against the words of the page, and its place among the parts of its word."""
    import numpy as np

    top = min(p.top for p in word)
    bottom = max(p.top + p.height for p in word)
    tallest = max(p.height for p in word)
    middle = part.top + part.height / 2
    more = (
        part.height / size,
        part.width / size,
        part.height / (part.height + part.width),
        part.height / tallest,
        (middle - (top + bottom) / 2) / size,
        1.0 if len(word) == 1 else 0.0,
    )
    return np.concatenate((part.picture.ravel(), np.array(more, dtype=np.float32)))
