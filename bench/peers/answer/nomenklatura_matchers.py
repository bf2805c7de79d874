"""nomenklatura's matchers on bare names of persons.

``logic-v2`` (its present rules), ``name-based`` (sounds and Jaro-Winkler, deprecated by its makers), ``regression-v1`` (its default) and ``er-unstable``
(what its makers de-duplicate with); the regressions expect more than a name.
"""

from dataclasses import dataclass

from followthemoney import ValueEntity
from nomenklatura.matching import ScoringAlgorithm, get_algorithm

from bench.peers.answer.blocker import BlockedIndex
from bench.peers.answer.people import person


@dataclass(frozen=True, slots=True)
class Matcher:
    """One algorithm with its defaults."""

    algorithm: type[ScoringAlgorithm]

    def prepare(self, name: str) -> ValueEntity:
        """A person of that name."""
        return person(name)

    def compare(self, a: ValueEntity, b: ValueEntity) -> float:
        """Its score, 0-1."""
        return self.algorithm.compare(a, b, self.algorithm.default_config()).score

    def Index(self, names: list[str]) -> BlockedIndex:  # noqa: N802 - stands for the class of the other peers
        """Nomenklatura's blocker with this matcher."""
        return BlockedIndex(names, self.compare)


def variant(name: str) -> Matcher:
    """The matcher of that name.

    Raises:
        ValueError: nomenklatura has none of that name.
    """
    algorithm = get_algorithm(name)
    if algorithm is None:
        raise ValueError(f"nomenklatura has no algorithm {name}.")
    return Matcher(algorithm)
