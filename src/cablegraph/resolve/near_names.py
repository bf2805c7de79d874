"""Which spellings are near enough to be compared: those that share two words by sound, or one that few others have.

Knows keys and counts, no likelihoods. Whether two spellings are compared depends on the two and on how many bear their words, never on the order or on
what else was found, so that a case that grows comes to the same pairs as one made at once. The trap: a word that half a country bears (Mohammad)
would bring all of it together; such a word counts only beside another.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

from cablegraph.names.word_keys import find_name_keys

Numbers = npt.NDArray[np.int64]

_RARE = 100
"""So many spellings at most share a word that brings them together by itself."""
_MOST_IN_BLOCK = 3000
"""So many share two words; more are not names of people but a fault of the material."""
_MOST_WORDS = 6
_AT_ONCE = 8_000_000
"""Pairs held before doubles are dropped."""
_SHIFT = 32


def near_pairs(names: Sequence[str]) -> npt.NDArray[np.int32]:
    """Pairs of spellings to be compared, as rows of two numbers of names, the smaller first; sorted."""
    single, double = _entries(names)
    found = np.empty(0, np.int64)
    waiting: list[Numbers] = []
    count = 0
    for entries, most in ((single, _RARE), (double, _MOST_IN_BLOCK)):
        for pairs in _in_blocks(entries, most):
            waiting.append(pairs)
            count += len(pairs)
            if count > _AT_ONCE:
                found, waiting, count = np.unique(np.concatenate([found, *waiting])), [], 0
    found = np.unique(np.concatenate([found, *waiting]))
    return np.stack([found >> _SHIFT, found & ((1 << _SHIFT) - 1)], axis=1).astype(np.int32)


def _entries(names: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Rows of block and number of a name: blocks of one key, and of two keys of two words."""
    codes: dict[str, int] = {}
    blocks: dict[tuple[int, int], int] = {}
    single: list[tuple[int, int]] = []
    double: list[tuple[int, int]] = []
    for number, name in enumerate(names):
        words = [sorted(codes.setdefault(k, len(codes)) for k in keys) for _, keys in find_name_keys(name) if keys][
            :_MOST_WORDS
        ]
        single += [(code, number) for code in {c for word in words for c in word}]
        both = {(a, b) if a < b else (b, a) for x, y in combinations(words, 2) for a, b in product(x, y) if a != b}
        double += [(blocks.setdefault(pair, len(blocks)), number) for pair in both]
    return np.array(single, np.int64).reshape(-1, 2), np.array(double, np.int64).reshape(-1, 2)


def _in_blocks(entries: Numbers, most: int) -> Iterator[Numbers]:
    """All pairs within each block of two to ``most`` names, the smaller number in the upper half of each value."""
    rows = entries[np.lexsort((entries[:, 1], entries[:, 0]))]
    starts = np.flatnonzero(np.diff(rows[:, 0], prepend=-1))
    sizes = np.diff(starts, append=len(rows))
    for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]).tolist():
        at = starts[sizes == size]
        left, right = np.triu_indices(size, 1)
        step = max(1, _AT_ONCE // len(left))
        for low in range(0, len(at), step):
            block = rows[at[low : low + step, None] + np.arange(size), 1]
            yield ((block[:, left] << _SHIFT) | block[:, right]).ravel()
