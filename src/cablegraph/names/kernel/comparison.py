"""Compare two prepared names, or many pairs of them.

The order of two names does not matter: the one with fewer parts is laid beside the other, and of two equally long ones that with the smaller
hashes. What a result looks like in words is left to ``names.compare``.

The trap: a scratch is for one call at a time; every thread needs its own.
"""

import numpy as np

from cablegraph.names.kernel.alignment import align
from cablegraph.names.kernel.compiled import compiled, entry
from cablegraph.names.kernel.evidence import judge, weigh
from cablegraph.names.kernel.layout import CORE, HASH_HIGH, MOST_PARTS, Bools, Floats, Handle, Ints
from cablegraph.names.kernel.memory import int_at
from cablegraph.names.kernel.parts import part
from cablegraph.names.kernel.words import word


@compiled
def _stands_behind(a: Handle, p: int, n: int, b: Handle, q: int, m: int) -> bool:
    """Whether the first name is the one to be laid beside the second in the other order."""
    if n != m:
        return n > m
    for at in range(min(n, MOST_PARTS)):
        x = word(a, part(a, int_at(a.row, p + at), CORE), HASH_HIGH)
        y = word(b, part(b, int_at(b.row, q + at), CORE), HASH_HIGH)
        if x != y:
            return x > y
    return False


@compiled
def _lay_and_judge(
    tables: Handle, a: Handle, p: int, n: int, b: Handle, q: int, m: int, scratch: Handle
) -> tuple[float, bool, float, int, int]:
    """Score, agreement, closeness, number of runs and turn of two runs of parts, in this order."""
    count, turn = align(tables, a, p, n, b, q, m, scratch)
    weigh(a, p, n, b, q, m, count, turn, scratch)
    score, agrees = judge(tables, a, p, n, b, q, m, count, scratch)
    closeness = 0.0
    for at in range(count):
        closeness += scratch.strength[at, 0]
    return score, agrees, closeness / max(n, m), count, turn


@compiled
def compare_one(
    tables: Handle, a: Handle, i: int, b: Handle, j: int, scratch: Handle
) -> tuple[float, bool, float, int, int, bool]:
    """Compare name ``i`` of one book with name ``j`` of another.

    Returns the score, whether nothing speaks against one person, the closeness of the spellings (0-1), the number of runs in
    ``scratch.met``, the part of the second-laid name read first, and whether the second-laid name is ``i``.
    """
    p, q = int_at(a.starts, i), int_at(b.starts, j)
    n, m = int_at(a.starts, i + 1) - p, int_at(b.starts, j + 1) - q
    if n == 0 or m == 0:
        return 0.0, False, 0.0, 0, 0, False
    swapped = _stands_behind(a, p, n, b, q, m)
    n, m = min(n, MOST_PARTS), min(m, MOST_PARTS)
    if swapped:
        score, agrees, closeness, count, turn = _lay_and_judge(tables, b, q, m, a, p, n, scratch)
    else:
        score, agrees, closeness, count, turn = _lay_and_judge(tables, a, p, n, b, q, m, scratch)
    return score, agrees, closeness, count, turn, swapped


@entry
def compare_pairs(
    tables: Handle, a: Handle, left: Ints, b: Handle, right: Ints, room: Handle
) -> tuple[Floats, Bools, Floats]:
    """Scores, agreement and closeness of the names ``left`` of one book with the names ``right`` of another, pair by pair."""
    scores, agree, closeness = np.empty(len(left)), np.empty(len(left), np.bool_), np.empty(len(left))
    for at in range(len(left)):
        found = compare_one(tables[0], a[0], left[at], b[0], right[at], room[0])
        scores[at], agree[at], closeness[at] = found[0], found[1], found[2]
    return scores, agree, closeness


@entry
def explain_pair(tables: Handle, a: Handle, b: Handle, room: Handle) -> tuple[float, bool, int, int, bool]:
    """Compare the first names of two books: score, agreement, number of runs, turn and order; the runs are left in the scratch."""
    score, agrees, _, count, turn, swapped = compare_one(tables[0], a[0], 0, b[0], 0, room[0])
    return score, agrees, count, turn, swapped
