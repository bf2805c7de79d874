"""Lines of a scanned page that OCR passed over: bands of ink on which no word was found.

Knows how to find them and where in the text their words belong. Reading them again is left to ``recognise``. The trap: specks, rules and pictures are ink,
too, so a band counts only where it is about as high as the lines that were read and has parts like letters.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from cablegraph.ingest.layout import Word
from cablegraph.ingest.scan import Scan, pixels

_LEAST_WORDS = 8
_LEAST_PARTS = 4
_MOST_BANDS = 12
_LOWEST, _HIGHEST = 0.5, 4.0


def find_missed(scan: Scan, paragraphs: Sequence[Sequence[Sequence[Word]]]) -> list[tuple[int, int]]:
    """Top and bottom in pixels of bands with ink and without words, from the top; none on a page with few words."""
    import numpy as np

    lines = [line for paragraph in paragraphs for line in paragraph]
    words = [w for line in lines for w in line]
    if len(words) < _LEAST_WORDS:
        return []
    usual = median(w.bottom - w.top for w in words) * scan.height
    ink = _ink_of(scan)
    for word in words:
        top, bottom = int(word.top * scan.height - usual * 0.3), int(word.bottom * scan.height + usual * 0.3)
        left, right = int(word.left * scan.width - usual * 0.5), int(word.right * scan.width + usual * 0.5)
        ink[max(top, 0) : bottom, max(left, 0) : right] = 0
    rows = (ink > 0).sum(axis=1) > usual * 0.15
    steps = np.flatnonzero(np.diff(np.concatenate(([False], rows, [False])).astype(np.int8)))
    found: list[tuple[int, int]] = []
    for top, bottom in zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True):
        if found and top - found[-1][1] < usual * 0.25:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    bands = [
        b for b in found if _LOWEST * usual <= b[1] - b[0] <= _HIGHEST * usual and _is_text(ink[b[0] : b[1]], usual)
    ]
    return [(max(t - round(usual * 0.3), 0), min(b + round(usual * 0.3), scan.height)) for t, b in bands[:_MOST_BANDS]]


def _ink_of(scan: Scan) -> Any:
    import cv2

    _, ink = cv2.threshold(pixels(scan), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return ink


def _is_text(ink: Any, usual: float) -> bool:
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    letters = (area > (0.12 * usual) ** 2) & (high > 0.2 * usual) & (high < 2 * usual) & (wide < 12 * usual)
    return int(letters.sum()) >= _LEAST_PARTS


def cut_band(scan: Scan, band: tuple[int, int]) -> Scan:
    """The band as a picture of its own, over the whole width of the page."""
    top, bottom = band
    return replace(scan, grey=pixels(scan)[top:bottom].tobytes(), height=bottom - top)


def put_in(
    paragraphs: Sequence[Sequence[Sequence[Word]]], lines: Sequence[Sequence[Word]], band: tuple[int, int], height: int
) -> list[list[list[Word]]]:
    """The page with lines of a band, their edges moved from the band to the page, before the first line that lies below."""
    top, share = band[0] / height, (band[1] - band[0]) / height
    moved = [
        [replace(w, top=round(top + w.top * share, 5), bottom=round(top + w.bottom * share, 5)) for w in line]
        for line in lines
    ]
    out = [[list(line) for line in paragraph] for paragraph in paragraphs]
    for number, paragraph in enumerate(out):
        for place, line in enumerate(paragraph):
            if median(w.top for w in line) > top:
                if place or not number:
                    paragraph[place:place] = moved
                else:
                    out[number - 1] += moved
                return out
    out.append(moved)
    return out
