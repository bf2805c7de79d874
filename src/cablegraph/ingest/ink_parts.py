"""The parts of ink of one word, and what a network sees of them.

Knows that digits of Arabic script are never joined, so that each is one part; what a part is is left to ``digit_network``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SIDE = 18
_TALL = 0.6
"""Share of the tallest part's height from which a part says where the line of digits stands."""
_FAR = 1.5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of ink of a word: its picture (``SIDE`` squared, 0-1), and its left edge, top, width and height in pixels."""

    picture: Any
    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Past the last column of it."""
        return self.left + self.width


def cut_parts(image: Any, box: tuple[int, int], size: float, *, darker: bool = False) -> list[Part]:
    """The parts of ink of which the middle lies in the box, from left to right; parts above each other are one.

    Args:
        image: Grey pixels.
        box: The left and right edge of the word in them.
        size: Usual height of a word on the page, in pixels; specks far smaller are passed over.
        darker: Take only the darker ink, which parts what blur has joined.
    """
    import cv2
    import numpy as np

    if min(image.shape) < 3 or int(image.max()) - int(image.min()) < 40:
        return []
    cut, ink = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    paper, dark = float(image[ink == 0].mean()), float(image[ink > 0].mean())
    if darker:
        _, ink = cv2.threshold(image, (cut + dark) / 2, 255, cv2.THRESH_BINARY_INV)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    least = max(4.0, (0.07 * size) ** 2)
    found = [(int(x), int(y), int(w), int(h), [n]) for n, (x, y, w, h, area) in enumerate(stats) if n and area >= least]
    merged: list[tuple[int, int, int, int, list[int]]] = []
    for x, y, w, h, numbers in sorted(found):
        if merged:
            x0, y0, w0, h0, before = merged[-1]
            shared = min(x + w, x0 + w0) - max(x, x0)
            level = min(y + h, y0 + h0) - max(y, y0) > 0.5 * min(h, h0)
            if shared > (0.9 if level else 0.5) * min(w, w0):
                right, low = max(x + w, x0 + w0), max(y + h, y0 + h0)
                top = min(y, y0)
                merged[-1] = (x0, top, right - x0, low - top, before + numbers)
                continue
        merged.append((x, y, w, h, numbers))
    parts = []
    for x, y, w, h, numbers in merged:
        if box[0] <= x + w / 2 <= box[1]:
            chosen = np.zeros(len(stats), dtype=bool)
            chosen[numbers] = True
            own = chosen[labels[y : y + h, x : x + w]]
            depth = np.clip((paper - image[y : y + h, x : x + w]) / max(paper - dark, 1.0), 0.0, 1.0)
            parts.append(Part(_square(depth * own), x, y, w, h))
    return parts


def _square(ink: Any) -> Any:
    import cv2
    import numpy as np

    high, wide = ink.shape
    side = max(high, wide)
    canvas = np.zeros((side, side), dtype=np.float32)
    y, x = (side - high) // 2, (side - wide) // 2
    canvas[y : y + high, x : x + wide] = ink
    way = cv2.INTER_AREA if side > SIDE else cv2.INTER_LINEAR
    return cv2.resize(canvas, (SIDE, SIDE), interpolation=way)


def describe_parts(word: Sequence[Part], size: float) -> Any:
    """What the network sees of the parts of a word, a row for each: its picture, its size against the words of the page, and its place among the others."""
    import numpy as np

    top, bottom = min(p.top for p in word), max(p.top + p.height for p in word)
    tallest = max(p.height for p in word)
    tall = [p for p in word if p.height >= _TALL * tallest]
    base = float(np.median([p.top + p.height for p in tall]))
    middle = float(np.median([p.top + p.height / 2 for p in tall]))
    rows = []
    for number, part in enumerate(word):
        own = part.top + part.height / 2
        more = (
            part.height / size,
            part.width / size,
            part.height / (part.height + part.width),
            part.height / tallest,
            (own - (top + bottom) / 2) / size,
            (own - middle) / size,
            (part.top + part.height - base) / size,
            1.0 if len(word) == 1 else 0.0,
            *_beside(part, word[number - 1] if number else None, size),
            *_beside(part, word[number + 1] if number + 1 < len(word) else None, size),
        )
        rows.append(np.concatenate((part.picture.ravel(), np.array(more, dtype=np.float32))))
    return np.stack(rows)


def _beside(part: Part, other: Part | None, size: float) -> tuple[float, float]:
    """How high the next part is and how far away, against the words of the page; as of none where there is none near."""
    gap = max(part.left - other.right, other.left - part.right) / size if other else _FAR
    return (other.height / size, gap) if other and gap < _FAR else (0.0, _FAR)
