"""Outer programs: Tesseract, Poppler and LibreOffice. Each is optional; who calls asks first whether it is there."""

from cablegraph.ingest.tools.libreoffice import find_libreoffice
from cablegraph.ingest.tools.poppler import find_pdftotext
from cablegraph.ingest.tools.tesseract import find_tesseract, installed_languages, tesseract_version


def tool_versions() -> str:
    """Which outer programs are there, with their languages: what a file's text may depend on beside the file."""
    ocr = (
        f"tesseract {tesseract_version()} {' '.join(sorted(installed_languages()))}"
        if find_tesseract()
        else "no tesseract"
    )
    others = {"pdftotext": find_pdftotext(), "libreoffice": find_libreoffice()}
    return "; ".join((ocr, *(name if path else f"no {name}" for name, path in others.items())))


__all__ = ["tool_versions"]
