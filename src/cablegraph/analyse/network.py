"""The network of influence for an instant, a range, or all time.

A relation holds at an instant when its interval covers it; an unknown end is open, a relation without any date is shown
only where all time is asked for, so that a gap stays a gap. Rejected relations are never shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cablegraph.model import Review, overlap, relation_schemata, stated_interval
from cablegraph.model.answers import Count, Edge, EntityCard, NetworkAnswer, Node, RelationCard


@dataclass(frozen=True, slots=True)
class NetworkQuestion:
    """What is asked for: ``at`` one ISO day, or ``first``-``last``; ``types`` empty = all; ``depth`` lines from ``entity``; at most ``limit`` lines."""

    at: str | None = None
    first: str | None = None
    last: str | None = None
    types: Sequence[str] = ()
    entity: str | None = None
    depth: int = 1
    least_confidence: float = 0.0
    limit: int = 2000


def holds_in(relation: RelationCard, low: str | None, high: str | None) -> bool:
    """Whether a relation may hold (or happened) between two days; without any date of its own only its day of writing counts."""
    if low is None and high is None:
        return True
    first, last = stated_interval(relation.type, relation.first, relation.last)
    if first is None and last is None:
        if relation.as_of is None:
            return False
        first = last = relation.as_of
    return overlap(first, last, low, high)


def build_network(
    relations: Sequence[RelationCard], cards: Mapping[str, EntityCard], question: NetworkQuestion
) -> NetworkAnswer:
    """Choose the relations that are asked for and the entities at their ends."""
    low, high = (question.at, question.at) if question.at else (question.first, question.last)
    sound = [r for r in relations if r.review != Review.REJECTED and r.confidence >= question.least_confidence]
    timed = [r for r in sound if holds_in(r, low, high)]
    near = timed if question.entity is None else _reach(timed, question.entity, question.depth)
    counts: dict[str, int] = {}
    for r in near:
        counts[r.type] = counts.get(r.type, 0) + 1
    wanted = [r for r in near if not question.types or r.type in question.types]
    shown = sorted(wanted, key=lambda r: (-r.sources, -r.confidence, r.id))[: question.limit]
    degree: dict[str, int] = {}
    for r in shown:
        for end in (r.subject.entity, r.object.entity):
            degree[end] = degree.get(end, 0) + 1
    if question.entity in cards:
        degree.setdefault(question.entity or "", 0)
    nodes = tuple(
        Node(key, cards[key].schema, cards[key].caption, cards[key].romanised, cards[key].documents, number)
        for key, number in sorted(degree.items(), key=lambda item: (-item[1], item[0]))
    )
    edges = tuple(Edge(r.id, r.subject.entity, r.object.entity, r) for r in shown)
    days = [d for r in sound for d in (r.first, r.last) if d]
    types = tuple(
        Count(name, relation_schemata()[name].label, counts[name])
        for name in sorted(counts, key=lambda n: (-counts[n], n))
    )
    return NetworkAnswer(
        nodes, edges, types, min(days, default=None), max(days, default=None), len(wanted) - len(shown)
    )


def _reach(relations: Sequence[RelationCard], entity: str, depth: int) -> list[RelationCard]:
    inside = {entity}
    kept: dict[str, RelationCard] = {}
    for _ in range(max(depth, 1)):
        step = [r for r in relations if r.subject.entity in inside or r.object.entity in inside]
        kept.update((r.id, r) for r in step)
        inside |= {end for r in step for end in (r.subject.entity, r.object.entity)}
    return list(kept.values())
