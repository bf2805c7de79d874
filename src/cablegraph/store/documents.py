"""Documents and pages in the database."""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from cablegraph.errors import NothingThere
from cablegraph.model import PAGE_BREAK, Document, OtherText, Page, Reading, Region, WordBox, make_id
from cablegraph.store import jobs
from cablegraph.store.tables import document, page
from cablegraph.store.upsert import upsert


def join_pages(reading: Reading) -> tuple[str, tuple[Page, ...]]:
    """The text of a reading as one, and its pages with their spans in it."""
    parts: list[str] = []
    pages: list[Page] = []
    offset = 0
    for number, text in enumerate(reading.pages, 1):
        boxes = tuple(
            WordBox(b.start + offset, b.end + offset, b.left, b.top, b.right, b.bottom, b.confidence) for b in text.boxes
        )  # fmt: skip
        end = offset + len(text.text)
        pages.append(
            Page(
                number,
                offset,
                end,
                text.language,
                text.source,
                text.reader,
                text.width,
                text.height,
                text.confidence,
                boxes,
                tuple(_moved(r, offset) for r in text.regions),
                text.others,
            )
        )
        parts.append(text.text)
        offset = end + len(PAGE_BREAK)
    return PAGE_BREAK.join(parts), tuple(pages)


def _moved(region: Region, offset: int) -> Region:
    return region if region.start < 0 else replace(region, start=region.start + offset, end=region.end + offset)


def document_id(sha256: str) -> str:
    """The id of the document with this content."""
    return make_id("d", sha256)


def save_reading(connection: sa.Connection, sha256: str, size: int, reading: Reading, *, language: str) -> str:
    """Store what a reader made of a content as a document with its pages; returns the document's id."""
    text, pages = join_pages(reading)
    key = document_id(sha256)
    row = {
        "id": key, "sha256": sha256, "kind": reading.kind, "mime": reading.mime, "size": size, "title": reading.title, "language": language,
        "reader": reading.reader, "properties": dict(reading.metadata), "text": text,
    }  # fmt: skip
    if connection.execute(sa.select(document.c.text).where(document.c.id == key)).scalar() not in {None, text}:
        jobs.forget_input(connection, key)
    upsert(connection, document, [row])
    connection.execute(sa.delete(page).where(page.c.document == key))
    if pages:
        connection.execute(sa.insert(page), [_page_row(key, p) for p in pages])
    return key


def _page_row(key: str, p: Page) -> dict[str, object]:
    boxes = [
        [b.start, b.end, *(round(x, 5) for x in (b.left, b.top, b.right, b.bottom)), b.confidence] for b in p.boxes
    ]
    regions = [[r.kind, *(round(x, 5) for x in (r.left, r.top, r.right, r.bottom)), r.start, r.end] for r in p.regions]
    return {
        "document": key, "number": p.number, "start": p.start, "end": p.end, "language": p.language, "source": p.source,
        "reader": p.reader, "width": p.width, "height": p.height, "confidence": p.confidence, "boxes": _pack(boxes),
        "regions": regions or None, "others": _pack([[o.text, o.reader, o.reason] for o in p.others]),
    }  # fmt: skip


def _pack(rows: list[list[Any]]) -> bytes | None:
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode()) if rows else None


def _unpack(packed: bytes | None) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(zlib.decompress(packed)) if packed else []
    return rows


def _page(row: Any) -> Page:
    return Page(
        row.number,
        row.start,
        row.end,
        row.language,
        row.source,
        row.reader,
        row.width,
        row.height,
        row.confidence,
        tuple(WordBox(*b) for b in _unpack(row.boxes)),
        tuple(Region(*r) for r in row.regions or ()),
        tuple(OtherText(*o) for o in _unpack(row.others)),
    )


def iter_documents(connection: sa.Connection, ids: Sequence[str]) -> Iterator[Document]:
    """The documents of these ids with their text and pages (without word boxes and other texts), in order of id."""
    light = [sa.null().label(c.name) if c.name in {"boxes", "others"} else c for c in page.columns]
    pages: dict[str, list[Page]] = {}
    for row in connection.execute(sa.select(*light).where(page.c.document.in_(ids)).order_by(page.c.number)):
        pages.setdefault(row.document, []).append(_page(row))
    for row in connection.execute(sa.select(document).where(document.c.id.in_(ids)).order_by(document.c.id)):
        yield _document(row, pages.get(row.id, []))


def _document(row: Any, pages: Iterable[Page]) -> Document:
    return Document(
        row.id, row.sha256, row.kind, row.mime, row.size, row.text, tuple(pages), row.title, row.language, row.reader,
        row.properties,
    )  # fmt: skip


def unsure_words(connection: sa.Connection, ids: Sequence[str], below: float) -> dict[str, list[tuple[int, int]]]:
    """For each document with words that OCR was not sure of (confidence under ``below``) their spans, in order."""
    query = sa.select(page.c.document, page.c.boxes).where(
        page.c.document.in_(ids), page.c.confidence.is_not(None), page.c.boxes.is_not(None)
    )
    out: dict[str, list[tuple[int, int]]] = {}
    for key, packed in connection.execute(query.order_by(page.c.document, page.c.number)):
        for start, end, *_, confidence in _unpack(packed):
            if confidence is not None and confidence < below:
                out.setdefault(key, []).append((start, end))
    return out


def load_document(connection: sa.Connection, key: str) -> Document:
    """One document with everything that is known of its pages.

    Raises:
        NothingThere: No document has this id.
    """
    row = connection.execute(sa.select(document).where(document.c.id == key)).first()
    if row is None:
        message = f"There is no document {key} in this case."
        raise NothingThere(message)
    return _document(
        row,
        [_page(r) for r in connection.execute(sa.select(page).where(page.c.document == key).order_by(page.c.number))],
    )


def load_text(connection: sa.Connection, key: str) -> str:
    """The extracted text of a document, empty where there is none."""
    return connection.execute(sa.select(document.c.text).where(document.c.id == key)).scalar() or ""


def exists(connection: sa.Connection, sha256: str) -> bool:
    """Whether a content became a document."""
    return connection.execute(sa.select(document.c.id).where(document.c.sha256 == sha256)).first() is not None
