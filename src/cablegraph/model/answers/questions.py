"""Answers to the questions that a reporter puts to a network: who links two, what changed, who stands out, who is named in one delivery alone."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import EntityCard, RelationCard
from cablegraph.model.answers.graph import Node


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from one entity to another: the entities on it, and for each step the relations that make it, the surest first."""

    nodes: tuple[Node, ...]
    hops: tuple[tuple[RelationCard, ...], ...]


@dataclass(frozen=True, slots=True)
class ConnectionAnswer:
    """The shortest ways between two entities; ``searched`` is how many relations were looked at."""

    chains: tuple[Chain, ...]
    searched: int


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """What changed between two days: lasting relations that began or ended, and what happened once; in order of time."""

    began: tuple[RelationCard, ...]
    ended: tuple[RelationCard, ...]
    happened: tuple[RelationCard, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entity stands in a network.

    ``degree`` counts the others whom it is tied to; ``betweenness`` (0-1) is the share of shortest ways between others that lead through it, ``pagerank``
    (sums to 1) the chance to meet it on a walk along the ties; ``community`` numbers the groups, the largest first.
    """

    entity: EntityCard
    degree: int
    betweenness: float
    pagerank: float
    community: int


@dataclass(frozen=True, slots=True)
class MeasureAnswer:
    """The network measured.

    ``bias`` is Spearman's rank correlation (-1 to 1) of degree with the number of documents that name an entity: near 1, the measure says who was written
    about. ``sampled`` is how many entities betweenness was reckoned from, None for all. ``warnings`` say in plain words what the numbers cannot tell.
    """

    nodes: int
    ties: int
    communities: int
    bias: float | None
    sampled: int | None
    warnings: tuple[str, ...]
    standings: tuple[Standing, ...]
