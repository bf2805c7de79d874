"""The texts that the layer of a right-to-left page can mean.

Knows the orders in which programs store such lines (by place, as stored, backward), and the joiners that PDFium drops and Poppler keeps. Which one to believe
is left to ``choose``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cablegraph.ingest.layer import read_layer
from cablegraph.ingest.layout import mirror_boxes, replace_words
from cablegraph.model import PageText
from cablegraph.text import find_language, repair_visual_order

_JOINED = re.compile("[\u0620-\u064a\u0671-\u06d3\u200c]+")


def add_joiners(page: PageText, other: str) -> PageText:
    """The page with the zero-width non-joiners that PDFium drops and Poppler keeps, in words that Poppler always writes with them."""
    words = _JOINED.findall(other)
    plain = {w for w in words if "\u200c" not in w}
    joined = {w.replace("\u200c", ""): w for w in words if "\u200c" in w.strip("\u200c")}
    if not joined:
        return page
    text, boxes = replace_words(
        page.text,
        page.boxes,
        lambda word: _JOINED.sub(lambda m: m.group() if m.group() in plain else joined.get(m.group(), m.group()), word),
    )
    return replace(page, text=text, boxes=boxes)


def iter_orders(page: Any, shown: PageText) -> Iterator[PageText]:
    """The texts that a layer can mean: its letters by place, as stored, and turned round where that reads better."""
    yield shown
    stored = read_layer(page, by_place=False)
    yield replace(
        shown, text=stored.text, language=find_language(stored.text), reader="pypdfium2 as stored", boxes=stored.boxes
    )
    turned = repair_visual_order(shown.text)
    if turned is not None:
        boxes = mirror_boxes(shown.text, turned, shown.boxes)
        yield replace(shown, text=turned, language=find_language(turned), reader="pypdfium2 turned round", boxes=boxes)
