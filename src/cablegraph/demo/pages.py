"""Cables set as PDF pages with a text layer.

Knows how a cable looks on paper: one column, Courier for Latin script, Amiri from the right for Arabic script. Leaves scans
to ``scan``. The trap: Amiri stacks some letters, which Tesseract misreads, and draws others together, which Poppler then parts
with a space; both are turned off, as on a typewriter.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF

_A4 = "A4"
_MARGIN_MM = 22
_LATIN_POINTS, _LATIN_LINE_MM = 11, 5.2
_ARABIC_POINTS, _ARABIC_LINE_MM = 16, 10
_PLAIN = {"rlig": False, "calt": False, "liga": False, "kern": False}


def make_pdf(text: str, *, written: datetime, font: Path | None = None, password: str | None = None) -> bytes:
    """Set a text as PDF, the same bytes every time.

    Args:
        text: Paragraphs parted by blank lines; every line break of the text is kept.
        written: Time stamp put into the file.
        font: Arabic-script typeface; given, the page runs from right to left; else Courier (Latin-1 only).
        password: Given, the file opens only with it (RC4, enough to lock a reader out).

    Returns:
        The bytes of the file.
    """
    pdf = _new_pdf(written)
    if password is not None:
        pdf.set_encryption(owner_password=password + "-owner", user_password=password)
    pdf.set_margin(_MARGIN_MM)
    if font is None:
        pdf.set_font("Courier", size=_LATIN_POINTS)
        line_mm, align = _LATIN_LINE_MM, "L"
    else:
        pdf.add_font("Arabic", fname=font)
        pdf.set_font("Arabic", size=_ARABIC_POINTS)
        pdf.set_text_shaping(use_shaping_engine=True, direction="rtl", features=_PLAIN)
        line_mm, align = _ARABIC_LINE_MM, "R"
    pdf.add_page()
    for line in text.splitlines():
        if line:
            pdf.multi_cell(0, line_mm, line, align=align, new_x="LMARGIN", new_y="NEXT")
        else:
            pdf.ln(line_mm)
    return bytes(pdf.output())


def make_image_pdf(images: list[Any], *, written: datetime) -> bytes:
    """Bind page images into a PDF without a text layer; each image fills an A4 page."""
    pdf = _new_pdf(written)
    for image in images:
        pdf.add_page()
        pdf.image(image, x=0, y=0, w=pdf.w, h=pdf.h)
    return bytes(pdf.output())


def _new_pdf(written: datetime) -> FPDF:
    pdf = FPDF(format=_A4)
    pdf.set_creation_date(written.replace(tzinfo=UTC))
    pdf.set_producer("cablegraph demo")
    return pdf
