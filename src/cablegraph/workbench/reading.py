"""One document as the reading screen shows it: text, pages, header, what is lit, and the facts that rest on it."""

from collections.abc import Iterator
from dataclasses import asdict

import sqlalchemy as sa

from cablegraph.model import APART, UNSURE, Document, Page, WordBox, problem_codes
from cablegraph.model.answers import DocumentAnswer, PageView, RelationCard, TextMark, ThreadLine
from cablegraph.store import documents, facts, places, problems
from cablegraph.text import is_rtl
from cablegraph.workbench.citing import cited_cables, open_references
from cablegraph.workbench.copying import copies_of
from cablegraph.workbench.matching import find_hits
from cablegraph.workbench.query import included, parse_query
from cablegraph.workbench.snapshot import SIGNAL, Snapshot

_PICTURED = frozenset({"pdf", "image"})
_PAGE = "page:"
"""How keys of metadata begin that say what a page is."""


def read_document(connection: sa.Connection, snapshot: Snapshot, key: str, query: str | None) -> DocumentAnswer:
    """Everything about one document.

    Raises:
        NothingThere: No document has this id.
        QueryInvalid: The query cannot be read.
    """
    item = documents.load_document(connection, key)
    line = snapshot.lines[item.id]
    titles = problem_codes()
    resting = tuple(
        r for r in (*snapshot.relations, *snapshot.record) if any(c.document == item.id for c in r.citations)
    )  # fmt: skip
    cables = snapshot.cables.of(connection, snapshot.lines)
    return DocumentAnswer(
        id=item.id, title=line.title, kind=item.kind, mime=item.mime, size=item.size, sha256=item.sha256, language=item.language,
        direction=_direction(item.text), date=line.date, reader=item.reader, text=item.text, pages=tuple(_page(item, p) for p in item.pages),
        header=facts.load_header(connection, item.id).as_json(), metadata={k: v for k, v in item.metadata.items() if not k.startswith((SIGNAL, _PAGE))},
        marks=tuple(_marks(connection, item, snapshot, resting, query)), relations=resting,
        occurrences=tuple({"dataset": o.dataset, "path": o.path, "state": o.state.value} for o in places.occurrences(connection, item.sha256)),
        attachments=tuple(_attachments(connection, item)),
        problems=tuple(asdict(p) | {"title": titles[p.code]["title"]} for p in problems.load(connection, document=item.id)),
        copies=copies_of(connection, snapshot, item.id), signals=_split_off(item, SIGNAL), thread=tuple(_thread(connection, snapshot, item.id)),
        cites=cited_cables(cables.cites.get(item.id, ()), snapshot.lines), cited_by=cited_cables(cables.cited_by.get(item.id, ()), snapshot.lines, back=True),
        open_references=open_references(cables.unresolved.get(item.id, ()), snapshot.lines),
    )  # fmt: skip


def _split_off(item: Document, start: str) -> dict[str, str]:
    """What the file says of itself under keys that begin so, without that."""
    return {k.removeprefix(start): v for k, v in item.metadata.items() if k.startswith(start)}


def _thread(connection: sa.Connection, snapshot: Snapshot, key: str) -> Iterator[ThreadLine]:
    for one in snapshot.threads.of(connection, key):
        if line := snapshot.lines.get(one.key):
            yield ThreadLine(line.id, line.title, line.date, one.depth, one.key == key)


def _direction(text: str) -> str:
    return "rtl" if is_rtl(text) else "ltr"


def _page(item: Document, page: Page) -> PageView:
    boxes = tuple(_box(b) for b in page.boxes)
    return PageView(
        page.number, page.start, page.end, page.language, _direction(item.text[page.start : page.end]), page.source, page.reader,
        page.confidence, item.kind in _PICTURED, boxes,
        item.metadata.get(f"{_PAGE}{page.number}", ""), page.regions, page.others,
    )  # fmt: skip


def _box(b: WordBox) -> tuple[int, int, float, float, float, float]:
    return b.start, b.end, b.left, b.top, b.right, b.bottom


def _marks(
    connection: sa.Connection, item: Document, snapshot: Snapshot, resting: tuple[RelationCard, ...], query: str | None
) -> Iterator[TextMark]:
    mentions = facts.load_mentions(connection, [item.id])
    for m in mentions:
        entity = snapshot.entity_of.get(m.referent or "")
        card = snapshot.cards[entity] if entity else None
        known = (card.caption, card.romanised, card.schema) if card else (None, None, None)
        yield TextMark(m.start, m.end, "mention", m.label, entity, *known)
    for d in facts.load_dates(connection, item.id):
        yield TextMark(
            d.start,
            d.end,
            "date",
            d.calendar,
            first=d.first,
            last=d.last,
            doubt="weekday" if d.weekday_agrees is False else None,
        )
    for page in item.pages:
        for region in page.regions:
            if region.kind in APART and region.start < region.end:
                yield TextMark(region.start, region.end, "apart", region.kind)
        for b in page.boxes:
            if b.confidence is not None and b.confidence < UNSURE:
                yield TextMark(b.start, b.end, "unsure", f"{b.confidence:.2f}")
    for r in resting:
        for c in r.citations:
            if c.document == item.id:
                yield TextMark(c.start, c.end, "relation", r.type, relation=r.id)
    if query:
        for start, end in find_hits(
            item.text, included(parse_query(query, stems=True)), mentions, scripts=True, language=item.language
        )[0]:
            yield TextMark(start, end, "hit", "hit")


def _attachments(connection: sa.Connection, item: Document) -> Iterator[dict[str, str]]:
    for path, sha256 in places.members_of(connection, item.sha256):
        yield {"path": path, "document": documents.document_id(sha256) if documents.exists(connection, sha256) else ""}
