"""A name that is looked for in segments: which of their names share parts with it, and how they compare.

``index`` asks every segment in turn; what one list of names weighs depends on all of them, so that a name is found alike wherever it stands.

The trap: a query may be hostile, so only its first ``MOST_PARTS`` parts are read, as in every comparison.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cablegraph.names.columns import Hashes
from cablegraph.names.kernel.layout import MOST_PARTS, Bools, Handle, Ints
from cablegraph.names.prepare import Preparer
from cablegraph.names.segment import Postings, Segment, part_keys, row_of
from cablegraph.names.tables import tables

MOST_CANDIDATES = 512
"""How many candidates are compared in full for one query."""
WORTH = 0.4
"""Share of the best candidate's weight that makes a candidate worth comparing."""
LONG_LIST = 4000
"""A list longer than this only adds to candidates found by a shorter one."""
_MOST_SLIPS, _SIGNS_A_SLIP = 2, 3
_NONE = np.zeros(0, np.int32)
Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate after comparison: its segment, its number there, score and closeness of spelling (0-1)."""

    segment: int
    number: int
    score: float
    closeness: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """The parts of the query that anything shares, rarest first, what sharing each weighs, and which bring no candidates of their own."""

    order: list[int]
    weights: npt.NDArray[np.float64]
    only_adds: Bools


class Query:
    """A name made ready for looking it up."""

    def __init__(self, name: str, language: str | None) -> None:
        preparer = Preparer()
        preparer.add(name, language)
        self.book = preparer.finish()
        self.parts: list[tuple[Hashes, npt.NDArray[np.uint8]]] = []
        for number in self.book.row[:MOST_PARTS].tolist():
            part = preparer.examples[number]
            self.parts.append((part_keys(part), np.frombuffer(bytearray(row_of(part.core)), np.uint8)))

    def parts_in(self, lists: Postings, room: Handle, *, widened: bool) -> tuple[list[Ints], list[int]]:
        """For each part of the query the parts of a segment that share a key with it, and how many names have them."""
        found = [_parts_of(lists, keys, row, room, widened=widened) for keys, row in self.parts]
        return found, [int((lists.part_starts[parts + 1] - lists.part_starts[parts]).sum()) for parts in found]

    def weigh(self, lengths: Sequence[Sequence[int]], names: int) -> _Plan:
        """How to go through the lists, given their lengths in each segment and the number of names in all."""
        totals = [sum(column) for column in zip(*lengths, strict=True)] if lengths else []
        order = sorted((k for k, total in enumerate(totals) if total), key=lambda k: (totals[k], k))
        weights = np.array([math.log(1 + names / totals[k]) for k in order], np.float64)
        only_adds = np.array([place > 0 and totals[k] > LONG_LIST for place, k in enumerate(order)], np.bool_)
        return _Plan(order, weights, only_adds)

    def gather(
        self, segment: Segment, parts: Sequence[Ints], plan: _Plan, removed: Bools, totals: Weights, last: npt.NDArray[np.uint8]
    ) -> tuple[Ints, Weights]:  # fmt: skip
        """Names of a segment that share parts with the query, and what that weighs."""
        from cablegraph.names.kernel.candidates import gather

        taken = [parts[k] for k in plan.order]
        bounds = np.cumsum([0, *map(len, taken)]).astype(np.int32)
        flat = np.concatenate([_NONE, *taken])
        lists = segment.postings
        return gather(
            segment.book.starts, lists.part_starts, lists.part_names, flat, bounds, plan.weights, plan.only_adds,
            len(self.parts), removed, totals, last,
        )  # fmt: skip

    def rank(
        self, segments: Sequence[Segment], found: Sequence[tuple[Ints, Weights]], most: int, room: Handle, *, everything: bool
    ) -> list[Ranked]:  # fmt: skip
        """The weightiest candidates in the order of their likelihood."""
        from cablegraph.names.kernel.comparison import compare_pairs

        chosen = _choose(found, most, 0.0 if everything else WORTH)
        out: list[Ranked] = []
        for number, (segment, names) in enumerate(zip(segments, chosen, strict=True)):
            if len(names):
                mine = np.zeros(len(names), np.int32)
                scores, _, close = compare_pairs(
                    tables().handle, self.book.handle, mine, segment.book.handle, names, room
                )
                good = np.flatnonzero(scores > 0)
                out += map(
                    Ranked, [number] * len(good), names[good].tolist(), scores[good].tolist(), close[good].tolist()
                )
        return sorted(out, key=lambda r: (-r.score, -r.closeness, r.segment, r.number))


def _parts_of(lists: Postings, keys: Hashes, row: npt.NDArray[np.uint8], room: Handle, *, widened: bool) -> Ints:
    """The parts of a segment that have one of the keys or, widened, nearly the same consonants."""
    from cablegraph.names.kernel.candidates import near_rows

    at = np.searchsorted(lists.keys, keys)
    hits = [
        k for k, key in zip(at.tolist(), keys.tolist(), strict=True) if k < len(lists.keys) and lists.keys[k] == key
    ]
    found = [lists.key_parts[lists.key_starts[k] : lists.key_starts[k + 1]] for k in hits]
    if widened and len(row):
        near = near_rows(lists.rows, lists.row_lengths, row, min(_MOST_SLIPS, len(row) // _SIGNS_A_SLIP), room)
        found += [lists.row_parts[lists.row_starts[k] : lists.row_starts[k + 1]] for k in near.tolist()]
    return np.unique(np.concatenate(found)) if found else _NONE


def _choose(found: Sequence[tuple[Ints, Weights]], most: int, worth: float) -> list[Ints]:
    """Of the candidates of all segments the weightiest, and of equals those that were added first, in their order."""
    weights = np.concatenate([w for _, w in found])
    if not len(weights):
        return [_NONE for _ in found]
    floor = float(weights.max()) * worth
    if len(weights) > most:
        floor = max(floor, float(np.partition(weights, len(weights) - most)[len(weights) - most]))
    kept = [(names[w >= floor], w[w >= floor]) for names, w in found]
    if sum(len(names) for names, _ in kept) <= most:
        return [np.sort(names) for names, _ in kept]
    left = most - sum(int((w > floor).sum()) for _, w in kept)
    out = []
    for names, w in kept:
        equals = np.sort(names[w == floor])[:left]
        left -= len(equals)
        out.append(np.sort(np.concatenate([names[w > floor], equals])))
    return out
