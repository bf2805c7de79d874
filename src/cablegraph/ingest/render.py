"""A picture of one page, to show beside its text.

Knows pages of PDF and of pictures, turned as the readers turn them, so that word boxes lie where the words are.
"""

import io
from pathlib import Path

from cablegraph.errors import NothingThere
from cablegraph.ingest.readers.image import image_page_count, load_upright, open_picture

_MOST_PIXELS = 60_000_000


def render_page(content: Path, kind: str, page: int, width: int) -> bytes:
    """A PNG of a page.

    Args:
        content: The file's bytes.
        kind: ``pdf`` or ``image``.
        page: From 1.
        width: In pixels, 16-6000.

    Raises:
        NothingThere: The file has no such page, or no page of it can be shown.
    """
    width = min(max(width, 16), 6000)
    try:
        if kind == "pdf":
            return _render_pdf(content, page, width)
        if kind == "image":
            return _render_image(content, page, width)
    except (OSError, ValueError, RuntimeError, SyntaxError) as error:
        raise NothingThere(
            f"Page {page} cannot be shown ({type(error).__name__}). Open the original instead."
        ) from error
    raise NothingThere(f"A file of kind {kind} has no page images. Read its text instead.")


def _render_pdf(content: Path, page: int, width: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        if not 1 <= page <= len(document):
            raise NothingThere(f"There is no page {page}; the document has {len(document)}.")
        leaf = document[page - 1]
        wide, high = leaf.get_size()
        scale = min(width / max(wide, 1.0), (_MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
        return _png(leaf.render(scale=scale).to_pil())
    finally:
        document.close()


def _render_image(content: Path, page: int, width: int) -> bytes:
    with open_picture(content) as image:
        if not 1 <= page <= image_page_count(image):
            raise NothingThere(f"There is no page {page}; the picture has {image_page_count(image)}.")
        image.seek(page - 1)
        if image.width * image.height > _MOST_PIXELS * 4:
            raise NothingThere(f"Page {page} is too large to be shown. Open the original instead.")
        shown, _ = load_upright(image)
        height = max(round(shown.height * width / shown.width), 1)
        return _png(shown.convert("RGB").resize((width, min(height, _MOST_PIXELS // width))))


def _png(image: object) -> bytes:
    from PIL import Image

    assert isinstance(image, Image.Image)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()
