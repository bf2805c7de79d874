"""The step that finds near copies, and what the screens show of them."""

from collections import OrderedDict

import sqlalchemy as sa

from cablegraph.analyse import SKETCH_VERSION, compare_words, find_differences, find_keys, split_words
from cablegraph.errors import NothingThere
from cablegraph.model.answers import DifferenceAnswer, NearCopy
from cablegraph.store import Case, copies, documents, jobs
from cablegraph.store.archive import full_disk_told
from cablegraph.store.copies import Pair
from cablegraph.store.tables import document
from cablegraph.workbench.progress import Progress, Report
from cablegraph.workbench.snapshot import Snapshot

STEP = "copies"
_BATCH = 200
_KEPT = 2000


def find_copies(case: Case, report: Report) -> int:
    """Find the near copies of every document that is new or changed; returns how many those were."""
    with case.engine.begin() as connection:
        done = jobs.ended_inputs(STEP, SKETCH_VERSION)
        query = sa.select(document.c.id).where(document.c.id.not_in(done)).order_by(document.c.id)
        ids = list(connection.execute(query).scalars())
    for start in range(0, len(ids), _BATCH):
        with full_disk_told(case.folder), case.engine.begin() as connection:
            for key in ids[start : start + _BATCH]:
                copies.save_keys(connection, key, find_keys(documents.load_text(connection, key)))
        report(Progress(STEP, start, len(ids)))
    words = _Words()
    for start in range(0, len(ids), _BATCH):
        with full_disk_told(case.folder), case.engine.begin() as connection:
            for key in ids[start : start + _BATCH]:
                copies.save_pairs(connection, _pairs(connection, key, words))
                jobs.mark(connection, key, STEP, SKETCH_VERSION)
        report(Progress(STEP, min(start + _BATCH, len(ids)), len(ids)))
    return len(ids)


class _Words:
    """The words of the documents that were compared last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, list[str]] = OrderedDict()

    def of(self, connection: sa.Connection, key: str) -> list[str]:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._kept[key] = split_words(documents.load_text(connection, key))
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]


def _pairs(connection: sa.Connection, key: str, words: _Words) -> list[Pair]:
    found = []
    for other in copies.find_partners(connection, key):
        left, right = sorted((key, other))
        likeness = compare_words(words.of(connection, left), words.of(connection, right))
        if likeness.counts:
            shares = (likeness.alike, likeness.left_in_right, likeness.right_in_left)
            found.append(Pair(left, right, *(round(share, 4) for share in shares)))
    return found


def copies_of(connection: sa.Connection, snapshot: Snapshot, key: str) -> tuple[NearCopy, ...]:
    """The near copies of a document, the likest first."""
    return tuple(
        _card(snapshot, key, pair)
        for pair in copies.pairs_of(connection, key)
        if {pair.left, pair.right} <= snapshot.lines.keys()
    )


def _card(snapshot: Snapshot, key: str, pair: Pair) -> NearCopy:
    other = pair.right if pair.left == key else pair.left
    contained, contains = (
        (pair.left_in_right, pair.right_in_left) if pair.left == key else (pair.right_in_left, pair.left_in_right)
    )
    line = snapshot.lines[other]
    relation = _relation(pair.alike, contains, contained)
    return NearCopy(
        other, line.title, line.path, line.dataset, line.kind, line.date, relation, pair.alike, contains, contained
    )


def _relation(alike: float, contains: float, contained: float) -> str:
    if alike == 1.0:
        return "same words"
    if alike >= 0.9 or abs(contains - contained) < 0.1:
        return "near copy"
    return "contains" if contains > contained else "contained in"


def compare_documents(connection: sa.Connection, left: str, right: str) -> DifferenceAnswer:
    """Two documents side by side. Raises ``NothingThere`` where one does not exist."""
    if left == right:
        message = "A document does not differ from itself. Name two documents."
        raise NothingThere(message)
    texts = [documents.load_document(connection, key).text for key in (left, right)]
    likeness = compare_words(split_words(texts[0]), split_words(texts[1]))
    return DifferenceAnswer(left, right, texts[0], texts[1], round(likeness.alike, 4), find_differences(*texts))
