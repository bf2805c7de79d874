"""The network as a graph of ties: who stands with whom, and by which relations; the ground of paths and measures.

A relation ties its subject, its object and, where they stand, its body and handler. What somebody denied and what a person rejected ties nobody. The trap:
two people in one post or place are tied through it, so a way of two steps need not mean that they met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cablegraph.model import Polarity, Review
from cablegraph.model.answers import RelationCard

if TYPE_CHECKING:
    import networkx as nx


def is_sound(relation: RelationCard) -> bool:
    """Whether a relation counts as a tie."""
    return relation.polarity == Polarity.AFFIRMED and relation.review != Review.REJECTED


def iter_ties(relation: RelationCard) -> Iterator[tuple[str, str]]:
    """The pairs of entities (ids) that a relation ties."""
    subject = relation.subject.entity
    ends = [relation.object, relation.organization, relation.handler]
    for other in dict.fromkeys(end.entity for end in ends if end is not None):
        if other != subject:
            yield subject, other


def build_graph(relations: Iterable[RelationCard]) -> nx.Graph[str]:
    """An undirected graph; each edge holds its ``relations``, the surest first, and a ``weight`` of one step and a little more where it is unsure."""
    import networkx as nx

    held: dict[tuple[str, str], list[RelationCard]] = {}
    for relation in relations:
        if is_sound(relation):
            for one, other in iter_ties(relation):
                held.setdefault((min(one, other), max(one, other)), []).append(relation)
    graph: nx.Graph[str] = nx.Graph()
    for (one, other), found in sorted(held.items()):
        found.sort(key=lambda r: (-r.confidence, -r.sources, r.id))
        graph.add_edge(one, other, relations=tuple(found), weight=2.0 - found[0].confidence)
    return graph
