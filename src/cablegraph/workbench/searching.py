"""Search over a case: the answer with its hits, snippets and facets."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import sqlalchemy as sa

from cablegraph.model import UNSURE, Mention
from cablegraph.model.answers import Count, Hit, Mark, SearchAnswer, Snippet
from cablegraph.store import FullText, documents, facts
from cablegraph.text import Span, find_sentences, is_rtl
from cablegraph.workbench.indexing import touches
from cablegraph.workbench.matching import find_hits, full_text_query
from cablegraph.workbench.query import included, parse_query
from cablegraph.workbench.snapshot import DocumentLine, Snapshot

REACHABLE = 10_000
NO_DATE = "none"
"""The value of the filter on years for documents without a confirmed date."""
_SNIPPETS = 3
_FACETS = ("dataset", "kind", "language", "type", "year", "signal", "entity")
_FACET_SIZE = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: filters by facet (ORed within one, ANDed between them), names across scripts and other forms of words or not, order and page."""

    filters: Mapping[str, Sequence[str]]
    scripts: bool
    stems: bool
    sure: bool
    sort: str
    offset: int
    limit: int


def search(
    connection: sa.Connection, full_text: FullText, snapshot: Snapshot, text: str, wanted: Wanted
) -> SearchAnswer:
    """Answer a query.

    Raises:
        QueryInvalid: See ``query.parse_query``.
    """
    started = time.perf_counter()
    query = parse_query(text, stems=wanted.stems)
    asked = full_text.confined(full_text_query(full_text, query, scripts=wanted.scripts), sure=wanted.sure)
    found = full_text.search(asked, max(len(snapshot.lines), 1))[1]
    scored = [(snapshot.lines[key], score) for key, score in found if key in snapshot.lines]
    entities_of = snapshot.entities_in
    kept = [(line, score) for line, score in scored if _passes(line, entities_of, wanted.filters)]
    if wanted.sort == "date":
        kept.sort(key=lambda pair: (pair[0].date is None, pair[0].date or "", pair[0].id))
    else:
        kept.sort(key=lambda pair: (-round(pair[1], 6), pair[0].id))
    facets = {name: _facet(name, [line for line, _ in kept], entities_of, snapshot) for name in _FACETS}
    shown = kept[:REACHABLE][wanted.offset : wanted.offset + wanted.limit]
    mentions: dict[str, list[Mention]] = {}
    for m in facts.load_mentions(connection, [line.id for line, _ in shown]):
        mentions.setdefault(m.document, []).append(m)
    terms = included(query)
    doubts = documents.unsure_words(connection, [line.id for line, _ in shown], UNSURE) if wanted.sure else {}
    hits = []
    for line, score in shown:
        body = documents.load_text(connection, line.id)
        spans, why = find_hits(body, terms, mentions.get(line.id, []), scripts=wanted.scripts, language=line.language)
        spans = [span for span in spans if not touches(doubts.get(line.id, []), span.start, span.end)]
        hits.append(_hit(line, score, body, spans, tuple(dict.fromkeys(why))))
    milliseconds = round((time.perf_counter() - started) * 1000, 2)
    return SearchAnswer(text, len(kept), min(len(kept), REACHABLE), wanted.offset, milliseconds, tuple(hits), facets)


def _values(name: str, line: DocumentLine, entities_of: Mapping[str, frozenset[str]]) -> AbstractSet[str]:
    if name == "entity":
        return entities_of.get(line.id, frozenset())
    if name == "dataset":
        return set(line.datasets)
    if name == "signal":
        return line.signals
    value = {
        "kind": line.kind,
        "language": line.language,
        "type": line.type,
        "year": line.date[:4] if line.date else NO_DATE,
    }[name]
    return {value} if value else {"none"}


def _passes(
    line: DocumentLine, entities_of: Mapping[str, frozenset[str]], filters: Mapping[str, Sequence[str]]
) -> bool:
    return all(
        not wanted or set(wanted) & _values(name, line, entities_of)
        for name, wanted in filters.items()
        if name in _FACETS
    )


def _facet(
    name: str, lines: Sequence[DocumentLine], entities_of: Mapping[str, frozenset[str]], snapshot: Snapshot
) -> tuple[Count, ...]:
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(_values(name, line, entities_of))
    if name == "entity":
        people = (
            (v, n)
            for v, n in counts.items()
            if v in snapshot.cards and snapshot.cards[v].schema in {"Person", "Organization"}
        )
        best = sorted(people, key=lambda item: (-item[1], item[0]))[:_FACET_SIZE]
        return tuple(Count(v, snapshot.cards[v].caption, n) for v, n in best)
    if name == "year":
        return tuple(Count(v, "no confirmed date" if v == NO_DATE else v, n) for v, n in sorted(counts.items()))
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_FACET_SIZE]
    return tuple(Count(v, v, n) for v, n in best)


def _hit(line: DocumentLine, score: float, body: str, spans: list[Span], why: tuple[str, ...]) -> Hit:
    return Hit(
        document=line.id, title=line.title, path=line.path, dataset=line.dataset, kind=line.kind, type=line.type, language=line.language,
        direction="rtl" if is_rtl(line.title) else "ltr", date=line.date, score=round(score, 4), snippets=_snippets(line, body, spans), why=why,
    )  # fmt: skip


def _snippets(line: DocumentLine, body: str, spans: list[Span]) -> tuple[Snippet, ...]:
    if not spans:
        return (_snippet(line, body, Span(0, min(len(body), 240)), []),) if body else ()
    out: list[Snippet] = []
    taken = -1
    for span in spans:
        if span.start < taken:
            continue
        around = _around(body, span)
        taken = around.end
        out.append(_snippet(line, body, around, [s for s in spans if around.start <= s.start and s.end <= around.end]))
        if len(out) == _SNIPPETS:
            break
    return tuple(out)


def _around(body: str, span: Span) -> Span:
    """The sentence round a span, cut to some 300 characters."""
    low, high = max(0, span.start - 600), min(len(body), span.end + 600)
    window = body[low:high]
    for s, e in find_sentences(window):
        if low + s <= span.start < low + e:
            start, end = low + s, max(low + e, span.end)
            break
    else:
        start, end = span
    if end - start > 320:
        start, end = max(start, span.start - 140), min(end, span.end + 160)
    return Span(start, end)


def _snippet(line: DocumentLine, body: str, around: Span, spans: Sequence[Span]) -> Snippet:
    piece = body[around.start : around.end]
    marks = tuple(Mark(s.start - around.start, s.end - around.start) for s in spans)
    first = spans[0] if spans else around
    page = next((number for number, start, end in line.pages if start <= first.start <= end), 1)
    return Snippet(piece, marks, page, first.start, first.end, "rtl" if is_rtl(piece) else "ltr")
