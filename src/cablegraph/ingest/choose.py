"""Which text of a PDF page to believe: the layer as PDFium reads it, the layer put in order, or the OCR of the page.

Knows the evidence: a Latin layer is believed unless it is garbled; a right-to-left one when Poppler reads the same or the OCR of the page is near it,
because each reader of layers gets some Persian and Arabic pages wrong. What was not chosen is kept beside it, and the choice is on record.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from cablegraph.ingest.layer import Layer, read_layer
from cablegraph.ingest.layout import mirror_boxes
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.scan import OCR_DPI, Scan, scan_from_image
from cablegraph.ingest.task import Task
from cablegraph.ingest.tools.poppler import run_pdftotext
from cablegraph.model import PageText, Trouble
from cablegraph.text import find_language, fold, repair_visual_order, script_of

AGREE = 0.02
"""Share of differing characters, after folding, up to which two readers of a layer agree."""

NEAR = 0.06
"""Share of differing characters up to which a layer counts as what OCR sees, which has errors of its own."""

_SHORT = 160
_COVER = 0.5
_SIDE_INCHES = 40
_POPPLER_SECONDS = 60


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
            return self._judge(page, layer, shown, number)
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

    def _judge(self, page: Any, layer: Layer, shown: PageText, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        repaired = repair_visual_order(layer.text)
        other = self._ask_poppler(number)
        difference = None if other is None else differ(layer.text, other)
        if repaired is None and difference is not None and difference <= AGREE:
            return replace(shown, reader="pypdfium2, pdftotext agrees"), ()
        candidates = [shown]
        if repaired is not None:
            boxes = mirror_boxes(layer.text, repaired, layer.boxes)
            candidates.append(
                replace(
                    shown,
                    text=repaired,
                    language=find_language(repaired),
                    reader="pypdfium2, order repaired",
                    boxes=boxes,
                )
            )
        doubt = _doubt(repaired, difference)
        done = recognise(_render(page), number, self.task.settings, likely=shown.language)
        if done.page is None or not done.page.text:
            self._keep(number, "pdftotext", other or "")
            told = Trouble(
                "text-order",
                f"{doubt}; without OCR to settle it {candidates[-1].reader} was taken",
                number,
                fatal=False,
            )
            return candidates[-1], (told, *done.troubles)
        best = min(candidates, key=lambda c: differ(c.text, done.page.text))  # type: ignore[union-attr]
        distance = differ(best.text, done.page.text)
        if distance <= NEAR:
            self._keep(number, "ocr", done.page.text)
            told = Trouble(
                "text-order",
                f"{doubt}; the OCR of the page is near {best.reader}, which was taken",
                number,
                fatal=False,
            )
            return best, () if best is shown else (told,)
        self._keep(number, "layer", layer.text)
        told = Trouble(
            "text-order",
            f"{doubt} and the OCR of the page differs by {distance:.0%}; the OCR was taken",
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
    """Share of characters (0-1) by which two texts differ after folding and without blanks."""
    a, b = "".join(fold(one).split()), "".join(fold(two).split())
    return float(Levenshtein.normalized_distance(a, b)) if a or b else 0.0


def _doubt(repaired: str | None, difference: float | None) -> str:
    if repaired is not None:
        return "The text layer is stored in visual order"
    if difference is None:
        return "The right-to-left text layer has no second reader to confirm it"
    return f"Two readers of the text layer differ by {difference:.0%}"


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
