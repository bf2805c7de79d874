"""The network and the timeline that are drawn of relations."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import End, RelationCard
from cablegraph.model.answers.holdings import Count
from cablegraph.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the network; ``degree`` counts the lines shown at it."""

    id: str
    schema: str
    caption: str
    romanised: str
    documents: int
    degree: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the network: one relation; ``source`` and ``target`` are entity ids."""

    id: str
    source: str
    target: str
    relation: RelationCard


@dataclass(frozen=True, slots=True)
class NetworkAnswer:
    """The network for an instant, a range or all time; ``types`` counts relations before the filter on types."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    types: tuple[Count, ...]
    first: str | None
    last: str | None
    hidden: int


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing in time: a relation that begins, ends or happens, or a document that was written.

    ``kind`` is ``relation`` or ``document``; dates are ISO to their precision; what is denied, planned or rumoured says so.
    ``in_calendars`` shows the first day in Solar Hijri, Hijri and Gregorian words.
    """

    id: str
    kind: str
    type: str
    title: str
    first: str | None
    last: str | None
    precision: str
    in_calendars: dict[str, str]
    entities: tuple[End, ...]
    citation: Citation | None
    document: str
    language: str
    as_of: str | None = None
    polarity: str = "affirmed"
    modality: str = "fact"
    review: str = "open"


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """The items in order of time, and those without any date."""

    items: tuple[TimelineItem, ...]
    undated: tuple[TimelineItem, ...]
    total: int
