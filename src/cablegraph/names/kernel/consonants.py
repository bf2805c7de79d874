"""A quick look at the consonants of two words, which refuses most pairs before anything is aligned.

Levenshtein distance over consonant classes, all consonants of one word at a time as the bits of a number. ``words`` measures what passes;
``candidates`` looks through the rows of an index in the same way.

The trap: a number has 64 bits, so no more than ``MOST_UNITS`` consonants of a word are looked at.
"""

from typing import TypeAlias

import numpy as np

from cablegraph.names.kernel.compiled import compiled
from cablegraph.names.kernel.layout import MOST_UNITS, Handle
from cablegraph.names.kernel.memory import byte_at, unit_at

Bits: TypeAlias = np.uint64
_ONE = np.uint64(1)
_NONE = np.uint64(0)


@compiled
def _consonants(tables: Handle, units: int, start: int, end: int, into: int, scratch: Handle) -> int:
    """Write the consonant classes of a row of units into the scratch from ``into`` on; their number."""
    count = 0
    for at in range(start, min(end, start + MOST_UNITS)):
        sign = byte_at(tables.classes, unit_at(units, at))
        if sign:
            scratch.consonants[into + count] = sign
            count += 1
    return count


@compiled
def add_masks(count: int, scratch: Handle) -> None:
    """Note for each consonant where it stands among the first ``count`` (at most 64) of the scratch."""
    for at in range(count):
        scratch.masks[scratch.consonants[at]] |= _ONE << np.uint64(at)


@compiled
def clear_masks(count: int, scratch: Handle) -> None:
    """Forget what ``add_masks`` noted."""
    for at in range(count):
        scratch.masks[scratch.consonants[at]] = _NONE


@compiled
def slip(n: int, sign: int, plus: Bits, minus: Bits, distance: int, scratch: Handle) -> tuple[Bits, Bits, int]:
    """One step of the Levenshtein distance to the ``n`` (1-64) masked consonants; bit-parallel after Myers (1999) and Hyyrö (2003)."""
    top = _ONE << np.uint64(n - 1)
    equal = scratch.masks[sign]
    down = equal | minus
    across = (((equal & plus) + plus) ^ plus) | equal
    more = minus | ~(across | plus)
    less = plus & across
    if more & top:
        distance += 1
    elif less & top:
        distance -= 1
    more = (more << _ONE) | _ONE
    return (less << _ONE) | ~(down | more), more & down, distance


@compiled
def may_be_alike(tables: Handle, x: int, x0: int, x1: int, y: int, y0: int, y1: int, scratch: Handle) -> bool:
    """A quick look at the consonants, to leave out pairs that an alignment would refuse."""
    n = _consonants(tables, x, x0, x1, 0, scratch)
    m = _consonants(tables, y, y0, y1, MOST_UNITS, scratch)
    longer = max(n, m)
    allowed = 1 + int(longer > 2) + int(longer > 5) + int(longer > 8)
    if abs(n - m) > allowed:
        return False
    if n == 0 or longer <= allowed:
        return True
    add_masks(n, scratch)
    plus, minus, distance = ~_NONE, _NONE, n
    for at in range(MOST_UNITS, MOST_UNITS + m):
        plus, minus, distance = slip(n, scratch.consonants[at], plus, minus, distance, scratch)
    clear_masks(n, scratch)
    return distance <= allowed
