"""The last step of the road: documents go into the full-text index, folded and by their stems, and their names under keys that are the same in every script."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

import sqlalchemy as sa

from cablegraph.model import UNSURE, Document, Mention
from cablegraph.names.word_keys import find_name_keys
from cablegraph.store import Case, Entry, FullText, documents, facts, jobs
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import document, job
from cablegraph.text import find_words, fold_word
from cablegraph.workbench.progress import Progress, Report
from cablegraph.workbench.word_stems import find_stems

STEP = "index"
VERSION = "3"
_BATCH = 200
_GAP = "\ufffd"
Part = Literal["both", "whole", "sure"]
NAMED = frozenset({"PERSON", "ORG", "PLACE", "CODENAME"})


def words_of(text: str) -> list[str]:
    """The folded words of a text in order."""
    return [w for w in (fold_word(text[s:e]) for s, e in find_words(text)) if w]


def keys_of(mentions: list[Mention]) -> list[str]:
    """The keys of all names, each once."""
    out: set[str] = set()
    for m in mentions:
        if m.label in NAMED:
            for _, keys in find_name_keys(m.text):
                out |= keys
    return sorted(out)


def index_documents(case: Case, report: Report) -> int:
    """Index every document that is not in the index as it is now; returns how many those were."""
    full_text = FullText(case.index_folder)
    with case.engine.begin() as connection:
        extracted = dict(
            connection.execute(sa.select(job.c.input, job.c.version).where(job.c.step == "extract")).tuples().all()
        )
        indexed = dict(
            connection.execute(sa.select(job.c.input, job.c.version).where(job.c.step == STEP)).tuples().all()
        )
        if full_text.count() != len(indexed):  # thrown away, or cut off between its own commit and that of the ledger
            jobs.forget(connection, STEP)
            indexed = {}
        ids = [key for key in connection.execute(sa.select(document.c.id).order_by(document.c.id)).scalars()
               if indexed.get(key) != f"{VERSION}/{extracted.get(key, '')}"]  # fmt: skip
    for i in range(0, len(ids), _BATCH):
        batch = ids[i : i + _BATCH]
        with full_disk_told(case.folder), case.engine.begin() as connection:
            full_text.write(_entries(connection, batch))
            for key in batch:
                jobs.mark(connection, key, STEP, f"{VERSION}/{extracted.get(key, '')}")
        report(Progress(STEP, min(i + _BATCH, len(ids)), len(ids)))
    return len(ids)


def _entries(connection: sa.Connection, batch: list[str]) -> Iterator[Entry]:
    mentions: dict[str, list[Mention]] = {}
    for m in facts.load_mentions(connection, batch):
        mentions.setdefault(m.document, []).append(m)
    unsure = documents.unsure_words(connection, batch, UNSURE)
    for item in documents.iter_documents(connection, batch):
        doubts = unsure.get(item.id, [])
        yield _entry(item, mentions.get(item.id, []), [], "whole" if doubts else "both")
        if doubts:
            yield _entry(item, mentions.get(item.id, []), doubts, "sure")


def _entry(item: Document, mentions: list[Mention], doubts: list[tuple[int, int]], part: Part) -> Entry:
    """What is indexed of a document; of words in doubt only the place is kept, so that no phrase closes over them."""
    kept = [m for m in mentions if not touches(doubts, m.start, m.end)]
    stems = [
        mark
        for span, marks in find_stems(item.text, mentions, language=item.language)
        if not touches(doubts, span.start, span.end)
        for mark in sorted(marks)
    ]
    words = [
        _GAP if touches(doubts, start, end) else word
        for start, end in find_words(item.text)
        if (word := fold_word(item.text[start:end]))
    ]
    return Entry(item.id, words_of(item.title), words, keys_of(kept), stems, part)


def touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps one of some spans that stand in order."""
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start
