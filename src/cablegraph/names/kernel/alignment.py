"""Lay the parts of two names side by side: which part met which, what met nothing.

Parts keep their order, but a name may be written family name first, and one part may be two words on the other side (بلمختار, Bel Mokhtar).
What the picture means for "one person or two" is left to ``evidence``.

The trap: the best sum of likenesses is not the question; the worst pair decides later, so a pair is only a pair above ``PAIR``.
"""

from cablegraph.names.kernel.compiled import compiled
from cablegraph.names.kernel.layout import IS_FATHER, MARKS, SIZE, WEIGHT, Handle
from cablegraph.names.kernel.memory import int_at
from cablegraph.names.kernel.parts import PAIR, pair_as_one, part, part_likeness

_CERTAIN, _JOINED, _JOINED_GAIN = 0.95, 0.8, 1.4
_TURNED = 0.2
_FEW = 6
_LEFT, _UP, _PAIR, _TWO_OF_A, _TWO_OF_B = range(5)


@compiled
def _gain(likeness: float, weight: float) -> float:
    return (likeness - PAIR + 0.05) * (0.5 + weight)


@compiled
def _lay(tables: Handle, a: Handle, p: int, n: int, b: Handle, q: int, m: int, turn: int, scratch: Handle) -> float:
    """Fill the tables of the row of pairs with the greatest gain, parts in order, ``b`` read from its part ``turn`` on; its gain."""
    totals, likeness, steps = scratch.totals, scratch.likeness, scratch.steps
    for j in range(m + 1):
        totals[0, j] = 0.0
    for i in range(1, n + 1):
        totals[i, 0] = 0.0
        mine = int_at(a.row, p + i - 1)
        for j in range(1, m + 1):
            at = (j - 1 + turn) % m
            other = int_at(b.row, q + at)
            alike = scratch.table[i - 1, at]
            if totals[i - 1, j] >= totals[i, j - 1]:
                best, step = totals[i - 1, j], _UP
            else:
                best, step = totals[i, j - 1], _LEFT
            met = 0.0
            if alike >= PAIR:
                weight = min(part(a, mine, WEIGHT), part(b, other, WEIGHT)) / 100
                total = totals[i - 1, j - 1] + _gain(alike, weight)
                if total > best:
                    best, step, met = total, _PAIR, alike
            if alike < _CERTAIN:
                size = part(a, mine, SIZE) - part(b, other, SIZE)
                if i > 1 and -2 < part(a, int_at(a.row, p + i - 2), SIZE) + size < 2:
                    weight = part(b, other, WEIGHT) / 100
                    if totals[i - 2, j - 1] + _JOINED_GAIN * _gain(1.0, weight) > best:
                        found = pair_as_one(tables, a, int_at(a.row, p + i - 2), mine, b, other, _JOINED, scratch)
                        total = totals[i - 2, j - 1] + _JOINED_GAIN * _gain(found, weight)
                        if found >= _JOINED and total > best:
                            best, step, met = total, _TWO_OF_A, found
                before = int_at(b.row, q + (j - 2 + turn) % m)
                if j > 1 and -2 < part(b, before, SIZE) - size < 2:
                    weight = part(a, mine, WEIGHT) / 100
                    if totals[i - 1, j - 2] + _JOINED_GAIN * _gain(1.0, weight) > best:
                        found = pair_as_one(tables, b, before, other, a, mine, _JOINED, scratch)
                        total = totals[i - 1, j - 2] + _JOINED_GAIN * _gain(found, weight)
                        if found >= _JOINED and total > best:
                            best, step, met = total, _TWO_OF_B, found
            totals[i, j], steps[i, j], likeness[i, j] = best, step, met
    gain: float = totals[n, m]
    return gain


@compiled
def _trace(a: Handle, p: int, n: int, b: Handle, q: int, m: int, turn: int, scratch: Handle) -> int:
    """Read the runs that met off the tables into the scratch, in order; their number."""
    i, j, count = n, m, 0
    while i and j:
        step = scratch.steps[i, j]
        if step in (_UP, _LEFT):
            i, j = (i - 1, j) if step == _UP else (i, j - 1)
            continue
        size_a, size_b = 1 + int(step == _TWO_OF_A), 1 + int(step == _TWO_OF_B)
        weight_a = part(a, int_at(a.row, p + i - 1), WEIGHT)
        weight_b = part(b, int_at(b.row, q + (j - 1 + turn) % m), WEIGHT)
        weight = weight_b if step == _TWO_OF_A else weight_a if step == _TWO_OF_B else min(weight_a, weight_b)
        met, strength = scratch.met[count], scratch.strength[count]
        met[0], met[1], met[2], met[3] = i - size_a, i, j - size_b, j
        strength[0], strength[1] = scratch.likeness[i, j], weight / 100
        i, j, count = i - size_a, j - size_b, count + 1
    for at in range(count // 2):
        other = count - 1 - at
        for column in range(4):
            scratch.met[at, column], scratch.met[other, column] = scratch.met[other, column], scratch.met[at, column]
        for column in range(2):
            scratch.strength[at, column], scratch.strength[other, column] = (
                scratch.strength[other, column], scratch.strength[at, column],
            )  # fmt: skip
    return count


@compiled
def _names_a_father(a: Handle, p: int, n: int) -> bool:
    """Whether a name says whose son or daughter it is, so that its order means something."""
    for i in range(n):  # noqa: SIM110 - compiled code knows no any()
        if part(a, int_at(a.row, p + i), MARKS) & IS_FATHER:
            return True
    return False


@compiled
def align(tables: Handle, a: Handle, p: int, n: int, b: Handle, q: int, m: int, scratch: Handle) -> tuple[int, int]:
    """Lay two runs of parts side by side in the best of the orders that names are written in: ``n`` of ``a`` from ``p`` on, ``m`` of ``b`` from ``q``.

    Returns the number of runs in ``scratch.met`` and the part of ``b`` that had to be read first (0: as written).
    """
    pairs = 0
    for i in range(n):
        best = 0.0
        for j in range(m):
            scratch.table[i, j] = part_likeness(tables, a, int_at(a.row, p + i), b, int_at(b.row, q + j), scratch)
            best = max(best, scratch.table[i, j])
        pairs += int(best >= PAIR)
    if pairs == 0 and n + m > _FEW:
        return 0, 0
    total = _lay(tables, a, p, n, b, q, m, 0, scratch)
    count = _trace(a, p, n, b, q, m, 0, scratch)
    if count >= pairs or n < 2 or m < 2 or (_names_a_father(a, p, n) and _names_a_father(b, q, m)):
        return count, 0
    for turn in (1, m - 1):
        if _lay(tables, a, p, n, b, q, m, turn, scratch) > total + _TURNED:
            other = _trace(a, p, n, b, q, m, turn, scratch)
            if other > 1:
                return other, turn
    _lay(tables, a, p, n, b, q, m, 0, scratch)
    return _trace(a, p, n, b, q, m, 0, scratch), 0
