"""One segment of several, without reading a name again.

Words are the same where their hashes are, parts where everything in their rows is; what stands twice is kept once, and names that were
removed are left out.

The trap: a word that stands in a book only as the rest of another one (Larayedh without its l) has its own row, and keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cablegraph.names.columns import Texts, ranges
from cablegraph.names.kernel.layout import (
    BEHEADED,
    CORE,
    FORMS,
    KNOWN,
    SETS_END,
    WHOLE,
    WORD_COLUMNS,
    Book,
    Bools,
    Ints,
)  # fmt: skip
from cablegraph.names.segment import LONGEST_ROW, Segment, put_together


def merge_segments(segments: Sequence[Segment], removed: Sequence[Bools]) -> Segment:
    """The names of several segments that were not removed, in their order."""
    books = [s.book for s in segments]
    words, word_numbers = _words(books)
    parts, part_numbers = _parts(books, word_numbers)
    kept = [np.flatnonzero(~gone) for gone in removed]
    sizes = [np.diff(b.starts)[k] for b, k in zip(books, kept, strict=True)]
    rows = [
        numbers[b.row[ranges(b.starts[:-1][k], n)]]
        for b, k, n, numbers in zip(books, kept, sizes, part_numbers, strict=True)
    ]
    starts = np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int32)
    book = Book(words.rows, words.units, words.sets, parts, starts, np.concatenate(rows).astype(np.int32))
    lists = [s.postings for s in segments]
    keys = _once(
        [np.repeat(p.keys, np.diff(p.key_starts)) for p in lists],
        [numbers[p.key_parts] for p, numbers in zip(lists, part_numbers, strict=True)],
    )
    signs = _once(
        [np.repeat(_padded(p.rows), np.diff(p.row_starts)) for p in lists],
        [numbers[p.row_parts] for p, numbers in zip(lists, part_numbers, strict=True)],
    )
    hashes = []
    for s, k in zip(segments, kept, strict=True):
        mine = np.empty(len(s), np.int64)
        mine[s.id_numbers] = s.id_hashes
        hashes.append(mine[k])
    ids, names = (_texts([getattr(s, field) for s in segments], kept) for field in ("ids", "names"))
    return put_together(book, *keys, *signs, ids, names, np.concatenate(hashes))


@dataclass(frozen=True, slots=True)
class _Words:
    rows: Ints
    units: npt.NDArray[np.uint16]
    sets: Ints


def _words(books: Sequence[Book]) -> tuple[_Words, list[Ints]]:
    """The different words of several books, and for each book their numbers there."""
    table = np.concatenate([b.words for b in books])
    home = np.repeat(np.arange(len(books)), [len(b.words) for b in books])
    is_rest = table[:, BEHEADED] == -1
    known = np.ascontiguousarray(np.column_stack([table[:, :2], is_rest]).astype(np.int32))
    _, first, inverse = np.unique(_as_items(known), return_index=True, return_inverse=True)
    numbers = np.split(inverse.astype(np.int32), np.cumsum([len(b.words) for b in books])[:-1])
    rows = table[first].copy()
    for column, data in ((FORMS, "units"), (KNOWN, "sets")):
        last = WORD_COLUMNS - 1 if column == FORMS else SETS_END
        shift = np.concatenate([[0], np.cumsum([len(getattr(b, data)) for b in books])])[home[first]]
        rows[:, column : last + 1] += shift[:, None].astype(np.int32)
    units, sets = np.concatenate([b.units for b in books]), np.concatenate([b.sets for b in books])
    units = _taken(rows, FORMS, WORD_COLUMNS - 1, units)
    sets = _taken(rows, KNOWN, SETS_END, sets)
    inside = rows[:, BEHEADED] >= 0
    offsets = np.concatenate([[0], np.cumsum([len(b.words) for b in books])])[home[first]]
    rows[inside, BEHEADED] = inverse[rows[inside, BEHEADED] + offsets[inside]]
    return _Words(rows, units, sets), numbers


def _taken(rows: Ints, first: int, last: int, data: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The stretches of ``data`` to which rows point, closed up; the rows are made to point there."""
    starts, sizes = rows[:, first].copy(), rows[:, last] - rows[:, first]
    moved = np.concatenate([[0], np.cumsum(sizes)])[:-1] - starts
    rows[:, first : last + 1] += moved[:, None].astype(np.int32)
    return data[ranges(starts, sizes)]


def _parts(books: Sequence[Book], word_numbers: Sequence[Ints]) -> tuple[Ints, list[Ints]]:
    """The different parts of several books, and for each book their numbers there."""
    tables = []
    for b, numbers in zip(books, word_numbers, strict=True):
        table = b.parts.copy()
        table[:, CORE], table[:, WHOLE] = numbers[table[:, CORE]], numbers[table[:, WHOLE]]
        tables.append(table)
    whole = np.ascontiguousarray(np.concatenate(tables))
    _, first, inverse = np.unique(_as_items(whole), return_index=True, return_inverse=True)
    ends = np.cumsum([len(t) for t in tables])[:-1]
    return np.ascontiguousarray(whole[first]), np.split(inverse.astype(np.int32), ends)


def _as_items(table: Ints) -> npt.NDArray[np.void]:
    """Each row as one value that can be sorted."""
    return table.view([("", table.dtype)] * table.shape[1]).reshape(-1)


def _padded(rows: npt.NDArray[np.uint8]) -> npt.NDArray[np.bytes_]:
    return np.ascontiguousarray(rows).view(f"S{rows.shape[1]}").reshape(-1).astype(f"S{LONGEST_ROW}")


def _once(keys: Sequence[npt.NDArray[Any]], members: Sequence[Ints]) -> tuple[npt.NDArray[Any], Ints]:
    """Pairs of key and member of several segments, each once."""
    all_keys, all_members = np.concatenate(keys), np.concatenate(members)
    found, inverse = np.unique(all_keys, return_inverse=True)
    pairs = np.unique(inverse.astype(np.int64) << 32 | all_members.astype(np.int64))
    return found[pairs >> 32], (pairs & 0xFFFFFFFF).astype(np.int32)


def _texts(texts: Sequence[Texts], kept: Sequence[npt.NDArray[np.intp]]) -> Texts:
    """The kept strings of several segments."""
    sizes = [np.diff(t.ends)[k] for t, k in zip(texts, kept, strict=True)]
    data = [t.text[ranges(t.ends[:-1][k], n)] for t, k, n in zip(texts, kept, sizes, strict=True)]
    return Texts(np.concatenate(data), np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int64))
