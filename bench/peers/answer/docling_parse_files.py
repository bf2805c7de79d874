"""docling-parse, which gives docling the text layer: its lines in the order in which it gives them, before docling's models of layout."""

from functools import cache

from docling_parse.pdf_parser import DoclingPdfParser


@cache
def _parser() -> DoclingPdfParser:
    return DoclingPdfParser(loglevel="fatal")


def read(path: str) -> str:
    """The lines of all pages."""
    document = _parser().load(path)
    lines = [cell.text for _, page in document.iterate_pages() for cell in page.textline_cells]
    document.unload()
    return "\n".join(lines)
