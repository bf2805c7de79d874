"""cablegraph itself, for the clock that all peers are under; runs in the project's own environment."""

from collections.abc import Callable, Sequence

import numpy as np

from cablegraph.names import NameIndex, compare_names, compare_prepared, prepare_names


def prepare(name: str) -> str:
    """The name as it is; cablegraph keeps what it knows of name parts by itself."""
    return name


def compare(a: str, b: str) -> float:
    """Likelihood of one person, 0-1."""
    return compare_names(a, b).score


def ready_pairs(pairs: Sequence[tuple[str, str]]) -> Callable[[], object]:
    """The comparison of these pairs at once, their names prepared."""
    left, right = prepare_names([a for a, _ in pairs]), prepare_names([b for _, b in pairs])
    numbers = np.arange(len(pairs)).repeat(2).reshape(-1, 2)
    return lambda: compare_prepared(left, right, numbers)


class Index:
    """The index of names."""

    def __init__(self, names: list[str]) -> None:
        self._index = NameIndex.build((str(number), name) for number, name in enumerate(names))

    def search(self, queries: list[str], limit: int) -> list[list[tuple[int, float]]]:
        """The best names of each query, as (number, score)."""
        return [[(int(hit.id), hit.score) for hit in self._index.search(query, limit)] for query in queries]
