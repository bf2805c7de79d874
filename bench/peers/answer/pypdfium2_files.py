"""pypdfium2 bare: the text layer of PDFium, which is cablegraph's first reader of PDF."""

import pypdfium2


def read(path: str) -> str:
    """The layers of all pages."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
