"""Which text of a PDF page to believe: the layer as PDFium's letters stand on the page, the layer put in order, or the OCR of the page.

Knows the evidence: a Latin layer is believed unless it is garbled; a right-to-left one when Poppler reads the same letters, or when the OCR of the page is
nearer to it than to Poppler, because each reader of layers gets some Persian and Arabic pages wrong. Only letters are compared: Poppler moves numbers and
OCR misreads them. What was not chosen is kept beside it, and the choice is on record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from cablegraph.ingest.layer import read_layer
from cablegraph.ingest.layout import mirror_boxes, replace_words
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.scan import OCR_DPI, Scan, scan_from_image
from cablegraph.ingest.task import Task
from cablegraph.ingest.tools.poppler import run_pdftotext
from cablegraph.model import PageText, Trouble
from cablegraph.text import find_language, fold, repair_visual_order, script_of

AGREE = 0.05
"""Share of differing letters (0-1), after folding, up to which two readers of a layer agree; Poppler alone swaps up to 4 % (lam-alef)."""

NEAR = 0.30
"""Share of differing letters up to which a layer counts as what OCR sees; OCR errs by up to 15 %, a layer in disorder differs by more than half."""

_SHORT = 160
_COVER = 0.5
_SIDE_INCHES = 40
_POPPLER_SECONDS = 60
_JOINED = re.compile("[\u0620-\u064a\u0671-\u06d3\u200c]+")


@dataclass(slots=True)
class PageChooser:
    """Reads the pages of one PDF. ``other_texts`` holds texts that were read and not chosen, under ``other-text:`` and the page."""

    content: Path
    count: int
    task: Task
    other_texts: dict[str, str] = field(default_factory=dict)
    _second: list[str] | None = None
    _asked: bool = False
    _likely: str | None = None

    def read(self, document: Any, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        """The text of a page, counted from 1, and the troubles it gave."""
        page = document[number - 1]
        try:
            return self._read(page, number)
        finally:
            page.close()

    def _read(self, page: Any, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        layer = read_layer(page)
        wide, high = page.get_size()
        shown = PageText(layer.text, find_language(layer.text), "layer", "pypdfium2", wide, high, None, layer.boxes)
        if len(layer.text) < _SHORT and _is_picture(page, bare=not layer.text):
            return self._replace(page, shown, number, "")
        if layer.is_garbled:
            return self._replace(page, shown, number, "The text layer does not say which letters it holds")
        if script_of(layer.text) == "Arab":
            return self._judge(page, shown, number)
        return shown, ()

    def _replace(self, page: Any, shown: PageText, number: int, why: str) -> tuple[PageText, tuple[Trouble, ...]]:
        """OCR instead of a layer that is missing or bad; the layer stays where OCR gives nothing."""
        done = recognise(_render(page), number, self.task.settings, likely=self._likely)
        told = (
            (
                Trouble(
                    "text-order",
                    f"{why}; {'the OCR of the page' if done.page else 'the layer'} was taken",
                    number,
                    fatal=False,
                ),
            )
            if why
            else ()
        )
        if done.page is None or (shown.text and not done.page.text):
            return shown, (*told, *done.troubles)
        self._likely = done.page.language
        self._keep(number, "layer", shown.text)
        return replace(done.page, width=shown.width, height=shown.height), (*told, *done.troubles)

    def _judge(self, page: Any, shown: PageText, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        other = self._ask_poppler(number)
        candidates: list[PageText] = []
        for each in _orders(page, _with_joiners(shown, other or "")):
            candidates.append(each)
            if other is not None and differ(each.text, other) <= AGREE and repair_visual_order(each.text) is None:
                return replace(each, reader=f"{each.reader}, pdftotext agrees"), ()
        first = candidates[0]
        doubt = _doubt(
            second=other is not None,
            backward=repair_visual_order(first.text) is not None,
            difference=differ(first.text, other or ""),
        )
        done = recognise(_render(page), number, self.task.settings, likely=shown.language)
        if done.page is None or not done.page.text:
            self._keep(number, "pdftotext", other or "")
            best = next((c for c in candidates if repair_visual_order(c.text) is None), first)
            told = Trouble(
                "text-order",
                f"{doubt}; without OCR to settle it the text of {best.reader} was taken",
                number,
                fatal=False,
            )
            return best, (told, *done.troubles)
        seen = done.page.text
        best = min(candidates, key=lambda c: differ(c.text, seen))
        distance = differ(best.text, seen)
        if distance <= NEAR and (other is None or distance <= differ(other, seen) + AGREE):
            self._keep(number, "ocr", seen)
            told = Trouble(
                "text-order",
                f"{doubt}; the text of {best.reader} was taken, {distance:.0%} off the OCR of the page",
                number,
                fatal=False,
            )
            return best, () if best is first else (told,)
        self._keep(number, "layer", first.text)
        told = Trouble(
            "text-order",
            f"{doubt} and it is {distance:.0%} off the OCR of the page, which was taken",
            number,
            fatal=False,
        )
        return replace(done.page, width=shown.width, height=shown.height), (told, *done.troubles)

    def _ask_poppler(self, number: int) -> str | None:
        """The page as Poppler reads it; all pages are asked for at once, at the first page that needs it."""
        if not self._asked:
            self._asked = True
            last = min(self.count, self.task.limits.max_pages)
            self._second = run_pdftotext(self.content, first=1, last=last, seconds=_POPPLER_SECONDS)
        return self._second[number - 1] if self._second and number <= len(self._second) else None

    def _keep(self, number: int, reader: str, text: str) -> None:
        if text:
            self.other_texts[f"other-text:{number}:{reader}"] = text


def differ(one: str, two: str) -> float:
    """Share of letters (0-1) by which two texts differ after folding; blanks, digits and punctuation do not count."""
    a, b = (re.sub(r"[\W\d_]+", "", fold(text)) for text in (one, two))
    return float(Levenshtein.normalized_distance(a, b)) if a or b else 0.0


def _with_joiners(page: PageText, other: str) -> PageText:
    """The page with the zero-width non-joiners that PDFium drops and Poppler keeps, in words that Poppler always writes with them."""
    words = _JOINED.findall(other)
    plain = {w for w in words if "\u200c" not in w}
    joined = {w.replace("\u200c", ""): w for w in words if "\u200c" in w.strip("\u200c")}
    if not joined:
        return page
    text, boxes = replace_words(
        page.text,
        page.boxes,
        lambda word: _JOINED.sub(lambda m: m.group() if m.group() in plain else joined.get(m.group(), m.group()), word),
    )
    return replace(page, text=text, boxes=boxes)


def _orders(page: Any, shown: PageText) -> Iterator[PageText]:
    """The texts that a layer can mean: its letters by place, as stored, and turned round where that reads better."""
    yield shown
    stored = read_layer(page, by_place=False)
    yield replace(
        shown, text=stored.text, language=find_language(stored.text), reader="pypdfium2 as stored", boxes=stored.boxes
    )
    turned = repair_visual_order(shown.text)
    if turned is not None:
        boxes = mirror_boxes(shown.text, turned, shown.boxes)
        yield replace(shown, text=turned, language=find_language(turned), reader="pypdfium2 turned round", boxes=boxes)


def _doubt(*, second: bool, backward: bool, difference: float) -> str:
    if backward:
        return "The text layer reads backward"
    return (
        f"Two readers of the text layer differ by {difference:.0%}"
        if second
        else "The text layer has no second reader to confirm it"
    )


def _is_picture(page: Any, *, bare: bool) -> bool:
    """Whether the page is a picture of text: a page without a layer that shows anything, or one mostly covered by an image."""
    import pypdfium2.raw as pdfium

    wide, high = page.get_size()
    area = 0.0
    for number, each in enumerate(page.get_objects(max_depth=3)):
        if bare and each.type != pdfium.FPDF_PAGEOBJ_IMAGE and number > 3:
            return True
        if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = each.get_bounds()
            area += abs(right - left) * abs(top - bottom)
            if bare or area > _COVER * wide * high:
                return True
    return False


def _render(page: Any) -> Scan:
    wide, high = page.get_size()
    scale = OCR_DPI / 72 * min(1.0, _SIDE_INCHES * 72 / max(wide, high, 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return scan_from_image(bitmap.to_pil(), scale * 72)
    finally:
        bitmap.close()
