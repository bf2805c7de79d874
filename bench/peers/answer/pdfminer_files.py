"""pdfminer.six bare, with its own analysis of the layout."""

from pdfminer.high_level import extract_text


def read(path: str) -> str:
    """The layers of all pages."""
    return extract_text(path)
