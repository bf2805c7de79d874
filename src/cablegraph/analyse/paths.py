"""Who links two entities: the shortest ways between them, each step with the relations that make it.

A way is short first by its steps, then by how sure they are (Yen's algorithm, from networkx).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from cablegraph.analyse.ties import build_graph
from cablegraph.model.answers import Chain, ConnectionAnswer, EntityCard, Node, RelationCard

if TYPE_CHECKING:
    import networkx as nx

LONGEST = 6
"""A way of more steps links everybody with everybody and tells nothing."""


def find_chains(
    relations: Sequence[RelationCard], cards: Mapping[str, EntityCard], one: str, other: str, *, limit: int = 5
) -> ConnectionAnswer:
    """At most ``limit`` ways from one entity (by id) to another; none where nothing links them in ``LONGEST`` steps."""
    import networkx as nx

    graph = build_graph(relations)
    if one == other or one not in graph or other not in graph or not nx.has_path(graph, one, other):
        return ConnectionAnswer((), len(relations))
    ways = nx.shortest_simple_paths(graph, one, other, weight="weight")
    near = (way for way in islice(ways, limit) if len(way) <= LONGEST + 1)
    return ConnectionAnswer(tuple(_chain(graph, cards, way) for way in near), len(relations))


def _chain(graph: nx.Graph[str], cards: Mapping[str, EntityCard], way: Sequence[str]) -> Chain:
    nodes = tuple(
        Node(key, cards[key].schema, cards[key].caption, cards[key].romanised, cards[key].documents, graph.degree(key))
        for key in way
    )
    return Chain(nodes, tuple(graph.edges[a, b]["relations"] for a, b in pairwise(way)))
