"""Cables as a word processor's file and as a web page.

Knows .docx through python-docx and a plain HTML page; leaves archives and mail to ``packing`` and ``mail``. The trap: a .docx is
a zip whose members carry the hour of writing, so it is packed anew with the manifest's time.
"""

from datetime import datetime
from html import escape
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement

from cablegraph.demo.packing import make_zip

RIGHT_TO_LEFT = frozenset({"ar", "fa"})


def make_docx(text: str, *, language: str, title: str, written: datetime) -> bytes:
    """Write a text as .docx, one paragraph a line, right to left for Arabic and Persian."""
    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.title, properties.language = "cablegraph demo", title, language
    properties.created = properties.modified = properties.last_printed = written.replace(tzinfo=None)
    for line in text.splitlines():
        paragraph = document.add_paragraph(line)
        if language in RIGHT_TO_LEFT:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx has no name for it
    out = BytesIO()
    document.save(out)
    with ZipFile(out) as packed:
        members = [(name, packed.read(name)) for name in packed.namelist()]
    return make_zip(members, written=written)


def make_html(text: str, *, language: str, title: str) -> bytes:
    """Write a text as a web page: the paragraphs as ``p``, line breaks as ``br``, with the site's trimmings round it."""
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    paragraphs = "\n".join(
        f"<p>{escape(part.strip()).replace(chr(10), '<br>' + chr(10))}</p>"
        for part in text.split("\n\n")
        if part.strip()
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>body {{ max-width: 40em }}</style>\n"
        f'<script>var counted = "not part of the text";</script>\n</head>\n<body>\n<article>\n{paragraphs}\n</article>\n'
        "</body>\n</html>\n"
    )
    return page.encode("utf-8")
