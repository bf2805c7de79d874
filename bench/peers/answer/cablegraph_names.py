"""cablegraph itself, for the clock that all peers are under; runs in the project's own environment."""

from cablegraph.names import NameIndex, compare_names


def prepare(name: str) -> str:
    """The name as it is; cablegraph keeps what it knows of name parts by itself."""
    return name


def compare(a: str, b: str) -> float:
    """Likelihood of one person, 0-1."""
    return compare_names(a, b).score


class Index:
    """The index of names."""

    def __init__(self, names: list[str]) -> None:
        self._index = NameIndex.build((str(number), name) for number, name in enumerate(names))

    def search(self, queries: list[str], limit: int) -> list[list[tuple[int, float]]]:
        """The best names of each query, as (number, score)."""
        return [[(int(hit.id), hit.score) for hit in self._index.search(query, limit)] for query in queries]
