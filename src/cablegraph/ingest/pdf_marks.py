"""What people put onto the pages of a PDF: fields of forms that they filled in, notes, highlights and stamps, with who and when.

Knows PDFium's annotations and fields. Where the marks stand in a page's text is said here, too: behind it, one paragraph for each, in brackets what it is.
The traps: a field's value may lie in its parent, which only PDFium's form environment knows, so that has to be there before a page is opened; and of a
group of radio buttons every button tells the value of the group.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cablegraph.ingest.plain import clean_text
from cablegraph.model import PageText, Region, WordBox
from cablegraph.text import find_language

_MOST = 2000
_LONGEST = 20_000
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?")
_BLANKS = re.compile(r"\s*\n\s*")
_TURNED_OFF = frozenset({"", "Off"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its ``kind`` (field, note, text, highlight ...), ``label`` (the field's name, or who and when), its text, and its edges on the page."""

    kind: str
    label: str
    text: str
    edges: tuple[float, float, float, float]


def find_marks(document: Any, page: Any) -> list[Mark]:
    """The marks of a page in the order of the file; empty fields and marks that say nothing are left out."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)
    if count <= 0:
        return []
    textpage = page.get_textpage()
    try:
        found = [m for n in range(count) if (m := _read_mark(document, page, textpage, n, pdfium))]
    finally:
        textpage.close()
    return list({(m.kind, m.label, m.text): m for m in found}.values())


def _read_mark(document: Any, page: Any, textpage: Any, number: int, pdfium: Any) -> Mark | None:
    annotation = pdfium.FPDFPage_GetAnnot(page, number)
    if not annotation:
        return None
    try:
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        edges = _edges(page, annotation, pdfium)
        if subtype == pdfium.FPDF_ANNOT_WIDGET:
            return _read_field(document, annotation, edges, pdfium)
        kind = _kinds(pdfium).get(subtype)
        if kind is None:
            return None
        text = _string(annotation, "Contents", pdfium)
        if kind in {"highlight", "underline", "struck out"}:
            covered = " ".join(_covered(annotation, textpage, pdfium))
            text = f"«{covered}» {text}".strip() if covered else text
        if pdfium.FPDFAnnot_GetFlags(annotation) & pdfium.FPDF_ANNOT_FLAG_HIDDEN:
            kind = f"hidden {kind}"
        label = ", ".join(x for x in (_string(annotation, "T", pdfium), _date(annotation, pdfium)) if x)
        return Mark(kind, label, text, edges) if text else None
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _kinds(pdfium: Any) -> dict[int, str]:
    return {
        pdfium.FPDF_ANNOT_TEXT: "note", pdfium.FPDF_ANNOT_FREETEXT: "text", pdfium.FPDF_ANNOT_HIGHLIGHT: "highlight",
        pdfium.FPDF_ANNOT_UNDERLINE: "underline", pdfium.FPDF_ANNOT_STRIKEOUT: "struck out", pdfium.FPDF_ANNOT_STAMP: "stamp",
        pdfium.FPDF_ANNOT_CARET: "insertion", pdfium.FPDF_ANNOT_INK: "drawing", pdfium.FPDF_ANNOT_SQUARE: "frame",
    }  # fmt: skip


def _read_field(document: Any, annotation: Any, edges: tuple[float, float, float, float], pdfium: Any) -> Mark | None:
    form = document.formenv
    if form is None:
        return None
    name = _wide(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldName(form, annotation, buffer, size))
    value = _wide(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) == pdfium.FPDF_FORMFIELD_CHECKBOX:
        value = "yes" if pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
    return None if value in _TURNED_OFF else Mark("field", name, value, edges)


def _string(annotation: Any, key: str, pdfium: Any) -> str:
    return _wide(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, key.encode(), buffer, size))


def _wide(ask: Any) -> str:
    """A string of UTF-16 that PDFium hands out in two steps."""
    size = min(int(ask(None, 0)), _LONGEST)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return _BLANKS.sub(" ", clean_text(buffer.raw[: size - 2].decode("utf-16-le", "replace"))).strip()


def _date(annotation: Any, pdfium: Any) -> str:
    said = _DATE.match(_string(annotation, "M", pdfium) or _string(annotation, "CreationDate", pdfium))
    return "-".join(x for x in said.groups() if x) if said else ""


def _covered(annotation: Any, textpage: Any, pdfium: Any) -> Iterator[str]:
    """The text below a highlight, quadrilateral by quadrilateral."""
    corners = pdfium.FS_QUADPOINTSF()
    for number in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 200)):
        if not pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, corners):
            continue
        across = (corners.x1, corners.x2, corners.x3, corners.x4)
        up = (corners.y1, corners.y2, corners.y3, corners.y4)
        text = textpage.get_text_bounded(min(across), min(up), max(across), max(up))
        if text.strip():
            yield " ".join(text.split())


def _edges(page: Any, annotation: Any, pdfium: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom as fractions of the page as it is shown."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, box):
        return (0.0, 0.0, 0.0, 0.0)
    grid = 1_000_000
    x, y = ctypes.c_int(), ctypes.c_int()
    points = []
    for across, up in ((box.left, box.top), (box.right, box.bottom)):
        pdfium.FPDF_PageToDevice(page, 0, 0, grid, grid, 0, across, up, ctypes.byref(x), ctypes.byref(y))
        points.append((min(max(x.value / grid, 0.0), 1.0), min(max(y.value / grid, 0.0), 1.0)))
    (x0, y0), (x1, y1) = points
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def add_marks(page: PageText, marks: Sequence[Mark]) -> PageText:
    """The page with its marks behind its text, each with the box of where it was put; all but fields are set apart as what is not the document's own word."""
    text, boxes, regions = page.text, list(page.boxes), list(page.regions)
    for mark in marks:
        head = f"[{mark.kind}: {mark.label}]" if mark.label else f"[{mark.kind}]"
        start = len(text) + (2 if text else 0) + len(head) + 1
        text = f"{text}\n\n{head} {mark.text}" if text else f"{head} {mark.text}"
        boxes.append(WordBox(start, len(text), *mark.edges))
        if mark.kind != "field":
            kind = "hidden" if mark.kind.startswith("hidden") else "comment"
            regions.append(Region(kind, *mark.edges, start, len(text)))
    language = page.language if page.language != "und" else find_language(text)
    added = replace(page, text=text, language=language, boxes=tuple(boxes), regions=tuple(regions))
    return added if marks else page
