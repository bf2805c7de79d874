"""Pictures on a page of a PDF: how much of it they cover, where they lie, and whether the text on them is meant to be seen.

Knows page objects of PDFium. The trap: a searchable scan holds a picture and, invisible, what some other OCR made of it; such a layer is no born-digital text.
"""

from dataclasses import dataclass
from typing import Any

from cablegraph.ingest.scan import OCR_DPI, Scan, scan_from_image

_SIDE_INCHES = 40
_MOST_OBJECTS = 3000
_MOST_TEXTS = 200
_WHOLE = 0.5


@dataclass(frozen=True, slots=True)
class Pictures:
    """``cover`` is the share of the page (0-1) under pictures, ``boxes`` their edges in points (left, bottom, right, top); ``others`` counts other objects."""

    cover: float
    boxes: tuple[tuple[float, float, float, float], ...]
    others: int
    has_hidden_text: bool

    @property
    def is_scan(self) -> bool:
        """Whether pictures cover most of the page."""
        return self.cover > _WHOLE

    @property
    def is_bare(self) -> bool:
        """Whether the page has a picture or drawing to look at, however small; for pages without any text."""
        return bool(self.boxes) or self.others > 3


def find_pictures(page: Any) -> Pictures:
    """Look through the page's objects, forms included, up to a limit."""
    import pypdfium2.raw as pdfium

    wide, high = page.get_size()
    boxes: list[tuple[float, float, float, float]] = []
    others = texts = hidden = 0
    for number, each in enumerate(page.get_objects(max_depth=3)):
        if number >= _MOST_OBJECTS:
            break
        if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = each.get_bounds()
            boxes.append((left, bottom, right, top))
        else:
            others += 1
            if each.type == pdfium.FPDF_PAGEOBJ_TEXT and texts < _MOST_TEXTS:
                texts += 1
                hidden += pdfium.FPDFTextObj_GetTextRenderMode(each.raw) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
    area = sum(abs(r - x) * abs(t - b) for x, b, r, t in boxes)
    return Pictures(area / max(wide * high, 1.0), tuple(boxes), others, texts > 0 and hidden * 2 > texts)


def render_scan(page: Any) -> Scan:
    """The page as a scan at 300 dpi, less where it is larger than a newspaper's."""
    wide, high = page.get_size()
    scale = OCR_DPI / 72 * min(1.0, _SIDE_INCHES * 72 / max(wide, high, 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return scan_from_image(bitmap.to_pil(), scale * 72)
    finally:
        bitmap.close()
