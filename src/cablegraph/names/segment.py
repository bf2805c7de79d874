"""A part of an index that never changes: names with their ids, prepared for comparing, and the lists by which they are found.

``index`` puts segments together and says which names in them were removed; ``columns`` keeps them in files; ``merging`` makes one of several.

The trap: words and parts are numbered within a segment. What holds across segments are the hashes of words, keys and ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from cablegraph.names.columns import Bytes, Hashes, Texts, ranges
from cablegraph.names.kernel.layout import Book, Ints
from cablegraph.names.keys import name_keys
from cablegraph.names.parts import JOINT, Part
from cablegraph.names.prepare import Preparer
from cablegraph.names.sounds import encode
from cablegraph.names.spelling import hash_text

LONGEST_ROW = 64


@dataclass(frozen=True, slots=True)
class Postings:
    """Which parts have a key or a row of consonants, which names have a part; every list in rising order.

    The parts of key ``k`` are ``key_parts[key_starts[k]:key_starts[k + 1]]``, and so on; ``keys`` are hashes in order, ``rows`` stand in the
    order of their ``row_lengths``.
    """

    keys: Hashes
    key_starts: Ints
    key_parts: Ints
    rows: Bytes
    row_lengths: Bytes
    row_starts: Ints
    row_parts: Ints
    part_starts: Ints
    part_names: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Names in the order in which they were added; ``id_hashes`` are in order, ``id_numbers`` the names they belong to.

    A segment is equal to itself only.
    """

    book: Book
    postings: Postings
    ids: Texts
    names: Texts
    id_hashes: Hashes
    id_numbers: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """All arrays by name, as ``from_arrays`` takes them."""
        book = {f.name: getattr(self.book, f.name) for f in fields(Book) if f.init}
        lists = {f.name: getattr(self.postings, f.name) for f in fields(Postings)}
        ids: dict[str, npt.NDArray[Any]] = {
            "ids": self.ids.text,
            "id_ends": self.ids.ends,
            "id_hashes": self.id_hashes,
            "id_numbers": self.id_numbers,
        }
        return {**book, **lists, **ids, "names": self.names.text, "name_ends": self.names.ends}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Segment:
        """The segment whose ``arrays()`` these are."""
        book = Book(**{f.name: arrays[f.name] for f in fields(Book) if f.init})
        lists = Postings(**{f.name: arrays[f.name] for f in fields(Postings)})
        ids, names = Texts(arrays["ids"], arrays["id_ends"]), Texts(arrays["names"], arrays["name_ends"])
        return cls(book, lists, ids, names, arrays["id_hashes"], arrays["id_numbers"])

    def numbers_of(self, identifier: str) -> list[int]:
        """Numbers of the names that were added under an id."""
        wanted = hash_id(identifier)
        first = np.searchsorted(self.id_hashes, wanted)
        last = np.searchsorted(self.id_hashes, wanted, "right")
        return [n for n in self.id_numbers[first:last].tolist() if self.ids[n] == identifier]


def hash_id(text: str) -> int:
    """A signed number of 64 bits that stands for a text."""
    return int.from_bytes(hash_text(text), "little", signed=True)


def part_keys(part: Part) -> Hashes:
    """Hashes of the keys of a part: of the word that carries it and, for a compound, of all its letters."""
    keys = part.keys | name_keys(part.whole.replace(JOINT, "")) if part.whole != part.core else part.keys
    return np.array([hash_id(key) for key in sorted(keys)], np.int64)


def make_segment(items: Sequence[tuple[str, str]]) -> Segment:
    """A segment of ``(id, name)`` pairs. A name without letters is kept but never found."""
    preparer = Preparer()
    for _, name in items:
        preparer.add(name)
    book = preparer.finish()
    keys = [part_keys(part) for part in preparer.examples]
    rows = [row_of(part.core) for part in preparer.examples]
    with_row = np.flatnonzero([bool(row) for row in rows])
    return put_together(
        book,
        np.concatenate([np.zeros(0, np.int64), *keys]),
        np.repeat(np.arange(len(keys), dtype=np.int32), [len(k) for k in keys]),
        np.array(rows, f"S{LONGEST_ROW}")[with_row],
        with_row.astype(np.int32),
        Texts.of(identifier for identifier, _ in items),
        Texts.of(name for _, name in items),
        np.array([hash_id(identifier) for identifier, _ in items], np.int64),
    )


def row_of(word: str) -> bytes:
    """The consonants of a word, one byte each."""
    return encode(word).skeleton[:LONGEST_ROW].encode()


def put_together(
    book: Book, keys: Hashes, key_parts: Ints, rows: npt.NDArray[np.bytes_], row_parts: Ints, ids: Texts, names: Texts, id_hashes: Hashes
) -> Segment:  # fmt: skip
    """A segment of prepared names and the keys and rows of their parts, given as pairs in any order."""
    found_keys, key_starts, key_parts = _lists(keys, key_parts)
    found_rows, row_starts, row_parts = _lists(rows, row_parts)
    lengths = np.char.str_len(found_rows).astype(np.uint8)
    order = np.argsort(lengths, kind="stable")
    width = max(1, int(lengths.max(initial=0)))
    table = found_rows.astype(f"S{width}").view(np.uint8).reshape(-1, width)[order]
    sizes = np.diff(row_starts)
    row_parts = row_parts[ranges(row_starts[:-1][order], sizes[order])]
    starts = np.concatenate([[0], np.cumsum(sizes[order])]).astype(np.int32)
    numbers = np.repeat(np.arange(len(book), dtype=np.int64), np.diff(book.starts))
    pairs = np.unique(book.row.astype(np.int64) << 32 | numbers)
    part_starts = np.searchsorted(pairs >> 32, np.arange(len(book.parts) + 1)).astype(np.int32)
    lists = Postings(
        found_keys, key_starts, key_parts, np.ascontiguousarray(table), lengths[order], starts, row_parts.astype(np.int32),
        part_starts, (pairs & 0xFFFFFFFF).astype(np.int32),
    )  # fmt: skip
    by_hash = np.argsort(id_hashes, kind="stable")
    return Segment(book, lists, ids, names, id_hashes[by_hash], by_hash.astype(np.int32))


def _lists(keys: npt.NDArray[Any], members: Ints) -> tuple[npt.NDArray[Any], Ints, Ints]:
    """The different keys in order, and the members of each one behind the other with where each list starts."""
    order = np.argsort(keys, kind="stable")
    found, first = np.unique(keys[order], return_index=True)
    starts = np.concatenate([first, [len(keys)]]).astype(np.int32)
    return found, starts, members[order].astype(np.int32)
