"""Which spellings are one name: each spelling of a case is compared once, with those near to it.

Knows names only; whether their bearers are one person is left to ``persons``. The trap: a chain of near spellings may join two that are not one name, so a
spelling joins a cluster only where it conflicts with none of it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

import numpy as np

from cablegraph.names import Comparison, compare_names, compare_prepared, parse_name, prepare_names
from cablegraph.resolve.near_names import near_pairs
from cablegraph.resolve.union import Clusters

_SMALL_PARTS = frozenset({"particle", "honorific", "initial"})
_NUMERAL = re.compile(r"[IVX]+\b")
"""What tells a king from his namesakes; Jr. alone tells nobody apart from a stranger."""
_INITIAL = re.compile(r"(?<!\w)[A-Z]\.?(?=\s)")
JOINED = 0.75
"""Spellings are taken for one name from this score on; between it and what counts as the same name, people decide."""
_AT_ONCE = 2_000_000
"""So many pairs are compared at once."""


@lru_cache(maxsize=200_000)
def is_full(name: str) -> bool:
    """Whether a name has two parts that tell people apart; "al-Sarraf", "Gen. Hashemi" and "Abu Layth" have one."""
    parts = parse_name(name).parts
    return (
        sum(
            part.kind not in _SMALL_PARTS and not (part.kind == "suffix" and not _NUMERAL.match(part.text))
            for part in parts
        )
        >= 2
    )


class Spellings:
    """The spellings of a case, made ready for comparing; ``scores`` has the likelihood (0-1) of each pair that is one name or compatible, in order."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._book = prepare_names(self.names)
        self._number = {name: n for n, name in enumerate(self.names)}
        self.scores: dict[tuple[str, str], float] = {}
        near = near_pairs(self.names)
        for low in range(0, len(near), _AT_ONCE):
            some = near[low : low + _AT_ONCE]
            found = compare_prepared(self._book, self._book, some)
            fits = np.flatnonzero(found.compatible)
            for (i, j), score in zip(some[fits].tolist(), found.score[fits].tolist(), strict=True):
                a, b = self.names[i], self.names[j]
                if not have_two_surnames(a, b):
                    self.scores[(a, b) if a < b else (b, a)] = score

    def ranked(self) -> list[tuple[tuple[str, str], float]]:
        """The pairs with their scores, the surest first."""
        return sorted(self.scores.items(), key=lambda item: (-item[1], item[0]))

    def all_agree(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether no name of the one side speaks against one of the other."""
        pairs = [(a, b) for a, b in product(some, others) if ((a, b) if a < b else (b, a)) not in self.scores]
        if any(have_two_surnames(a, b) for a, b in pairs):
            return False
        numbers = [(self._number[a], self._number[b]) for a, b in pairs]
        return not pairs or bool(compare_prepared(self._book, self._book, numbers).compatible.all())


def cluster_names(spellings: Spellings) -> Clusters[str]:
    """The spellings in clusters of one name each, the surest pairs joined first."""
    clusters: Clusters[str] = Clusters(spellings.names)
    for (a, b), score in spellings.ranked():
        if score < JOINED:
            break
        if clusters.root(a) != clusters.root(b) and spellings.all_agree(clusters.members(a), clusters.members(b)):
            clusters.join(a, b)
    return clusters


def have_two_surnames(a: str, b: str) -> bool:
    """Whether two names in Latin script, one of them with an initial as in "John W. Foster", end in different surnames.

    Who writes an initial writes the Western way, with the surname last; elsewhere a last part may be left out ("Saddam Hussein al-Tikriti").
    """
    if not (_has_initial(a) or _has_initial(b)):
        return False
    one, other = _surname(a), _surname(b)
    if not one or not other:
        return False
    return not compare_names(one, other).same


@lru_cache(maxsize=200_000)
def _has_initial(name: str) -> bool:
    return _INITIAL.search(name) is not None


def _surname(name: str) -> str:
    family = [part.text for part in parse_name(name).parts if part.kind == "family"]
    return family[-1] if family and family[-1].isascii() else ""


def reason_for(a: str, b: str) -> tuple[float, str]:
    """The score (0-1) of two names being one person's, and why."""
    if a == b:
        return 0.97, "the same name"
    found = _compared(*((a, b) if a < b else (b, a)))
    return min(found.score, 0.97), found.why


@lru_cache(maxsize=50_000)
def _compared(a: str, b: str) -> Comparison:
    return compare_names(a, b)
