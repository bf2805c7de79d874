"""Jaro-Winkler (rapidfuzz) over names that ICU has put into Latin letters: the plainest thing that crosses scripts."""

from functools import cache

import icu
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

RULE = "Any-Latin; Latin-ASCII; Lower"


@cache
def _transliterator() -> icu.Transliterator:
    return icu.Transliterator.createInstance(RULE)


def prepare(name: str) -> str:
    """The name in plain Latin letters."""
    return str(_transliterator().transliterate(name))


def compare(a: str, b: str) -> float:
    """Similarity, 0-1."""
    return JaroWinkler.similarity(a, b)


class Index:
    """No index: every name is compared with every query, in one call of rapidfuzz."""

    def __init__(self, names: list[str]) -> None:
        self._names = [prepare(name) for name in names]

    def search(self, queries: list[str], limit: int) -> list[list[tuple[int, float]]]:
        """The best names of each query, as (number, score)."""
        found = (
            process.extract(prepare(query), self._names, scorer=JaroWinkler.similarity, limit=limit)
            for query in queries
        )
        return [[(number, score) for _, score, number in hits] for hits in found]
