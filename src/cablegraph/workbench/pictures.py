"""Pictures of pages, made when they are first asked for and kept in the cache of the case."""

import threading

from cablegraph.errors import NothingThere
from cablegraph.ingest import render_page
from cablegraph.model import Document
from cablegraph.store import Case

_NARROWEST, _WIDEST = 64, 4000
"""Pixels between which a width is kept."""


def picture_of(case: Case, item: Document, page: int, width: int) -> bytes:
    """A page (from 1) as PNG, ``width`` pixels wide. Raises ``NothingThere`` where the page has no picture."""
    if item.kind not in {"pdf", "image"} or not 1 <= page <= len(item.pages):
        message = f"Page {page} of document {item.id} has no picture."
        raise NothingThere(message)
    width = min(max(width, _NARROWEST), _WIDEST)
    cached = case.cache_folder / "pages" / item.sha256[:2] / f"{item.sha256}-{page}-{width}.png"
    if not cached.is_file():
        picture = render_page(case.archive.path_of(item.sha256), item.kind, page, width)
        cached.parent.mkdir(parents=True, exist_ok=True)
        part = cached.with_suffix(f".{threading.get_ident()}.part")
        part.write_bytes(picture)
        part.replace(cached)
    return cached.read_bytes()
