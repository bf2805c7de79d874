"""How entities stand in a network: degree, betweenness, PageRank and communities, from networkx, with what such numbers cannot say.

The trap is the trove itself: who wrote much is seen much. So the numbers come with their correlation to how many documents name each entity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cablegraph.analyse.ties import build_graph
from cablegraph.model.answers import EntityCard, MeasureAnswer, RelationCard, Standing

if TYPE_CHECKING:
    import networkx as nx

_ALL = 600
"""Up to so many entities betweenness is reckoned from all of them, beyond from a sample of this size (with a fixed seed)."""
_MEASURED = frozenset({"Person", "Organization", "PublicBody"})
_STRONG = 0.6
_FEW = 3
_GENERAL = (
    "A leaked trove shows whom its writers saw, not everybody who mattered: who is missing here may have been careful, or in another office's papers.",
    "Betweenness is about the ties in these papers; a go-between whom nobody wrote down is not in it.",
)


def measure_network(
    relations: Sequence[RelationCard], cards: Mapping[str, EntityCard], *, schemata: frozenset[str] = _MEASURED, limit: int = 50
) -> MeasureAnswer:  # fmt: skip
    """Measure the graph of ties; ``standings`` of entities of these schemata, those with the highest betweenness first, at most ``limit``."""
    import networkx as nx

    graph = build_graph(relations)
    if graph.number_of_nodes() == 0:
        return MeasureAnswer(0, 0, 0, None, None, _GENERAL, ())
    sampled = _ALL if graph.number_of_nodes() > _ALL else None
    between = nx.betweenness_centrality(graph, k=sampled, seed=7)
    rank = nx.pagerank(graph)
    groups = sorted(nx.community.louvain_communities(graph, seed=7), key=lambda g: (-len(g), min(g)))
    member = {key: number for number, group in enumerate(groups, 1) for key in group}
    bias = _bias(graph, cards)
    standings = [
        Standing(cards[key], graph.degree(key), round(between[key], 5), round(rank[key], 5), member[key])
        for key in graph
        if cards[key].schema in schemata
    ]
    standings.sort(key=lambda s: (-s.betweenness, -s.degree, s.entity.id))
    return MeasureAnswer(
        graph.number_of_nodes(), graph.number_of_edges(), len(groups), bias, sampled, tuple(_warnings(bias, sampled)), tuple(standings[:limit])
    )  # fmt: skip


def _bias(graph: nx.Graph[str], cards: Mapping[str, EntityCard]) -> float | None:
    from scipy.stats import spearmanr

    keys = sorted(graph)
    degrees, documents = [graph.degree(k) for k in keys], [cards[k].documents for k in keys]
    if len(keys) < _FEW or len(set(degrees)) == 1 or len(set(documents)) == 1:
        return None
    return round(float(spearmanr(degrees, documents).statistic), 3)


def _warnings(bias: float | None, sampled: int | None) -> list[str]:
    said = list(_GENERAL)
    if bias is not None and bias >= _STRONG:
        said.insert(
            0,
            f"Here the number of ties follows the number of documents closely (rank correlation {bias:.2f}): much of it says who was written about.",
        )
    if sampled:
        said.append(f"Betweenness is an estimate from {sampled} entities.")
    return said
