"""How alike two name words are, in any script: a weighted alignment of their units.

Knows only words; articles, compounds and the order of parts belong to ``parse`` and ``align``. Long names cost the square of a word's
length, so words are cut at ``LONGEST_WORD`` letters, far beyond any name.

The trap: the result is relative to the weight of both words. One wrong consonant in a word of two is another name; in a word of six it is
a slip of the pen.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from cablegraph.names.sounds import COSTS, GAPS, Encoded, encode
from cablegraph.names.words import LONGEST_WORD

LEAST = 0.6
"""A likeness below this is no likeness and counts as 0."""
_CLEAR = 0.93
_H_GROUP = re.compile("([sdtkgcz])h")
_SPLIT = "\\1·h"


def _may_be_alike(a: str, b: str) -> bool:
    """A quick look at the consonants, to leave out pairs that an alignment would refuse."""
    longer = max(len(a), len(b))
    allowed = 1 + (longer > 2) + (longer > 5) + (longer > 8)
    return a == b or Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def _distance(a: Encoded, b: Encoded, most: float) -> float:
    """Least cost of turning one row of units into the other, or some cost above ``most``."""
    gap_a, gap_b = GAPS[b.script], GAPS[a.script]
    units_b = b.units
    gaps_b = [gap_b[v] for v in units_b]
    above = [0.0]
    for g in gaps_b:
        above.append(above[-1] + g)
    for u in a.units:
        costs, gap = COSTS[u], gap_a[u]
        diagonal = above[0]
        left = diagonal + gap
        row = [left]
        for v, g, up in zip(units_b, gaps_b, above[1:], strict=True):
            best = diagonal + costs[v]
            if up + gap < best:  # noqa: PLR1730 - twice as fast as min()
                best = up + gap
            if left + g < best:  # noqa: PLR1730
                best = left + g
            row.append(best)
            left = best
            diagonal = up
        if min(row) > most:
            return most + 1.0
        above = row
    return above[-1]


@lru_cache(maxsize=1 << 18)
def word_similarity(a: str, b: str) -> float:
    """Likeness of two folded words, 0 or ``LEAST`` (nothing in common) to 1 (spellings of one name).

    Args:
        a: A word as ``words.fold_word`` gives it.
        b: Another one, in the same or the other script.
    """
    if a == b:
        return 1.0
    x, y = encode(a[:LONGEST_WORD]), encode(b[:LONGEST_WORD])
    if not x.units or not y.units or not _may_be_alike(x.skeleton, y.skeleton):
        return 0.0
    alike = _alike(x, y)
    if alike < _CLEAR and (("h" in a and _H_GROUP.search(a)) or ("h" in b and _H_GROUP.search(b))):
        # Is-haq, Ad-ham: the two letters of a group may be two sounds
        alike = max(alike, _alike(encode(_H_GROUP.sub(_SPLIT, a)), encode(_H_GROUP.sub(_SPLIT, b))))
    return alike


def _alike(x: Encoded, y: Encoded) -> float:
    weight = max((x.weight[y.script] + y.weight[x.script]) / 2, 0.5)
    alike = 1.0 - _distance(x, y, (1 - LEAST) * weight) / weight
    return alike if alike >= LEAST else 0.0
