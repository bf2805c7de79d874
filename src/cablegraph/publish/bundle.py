"""What an export is made of: the case as plain records, in a fixed order.

Long lists are callables that give a fresh iterator, so that no export needs the whole trove in memory.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cablegraph.model import CitingEdge, Gap, Judgement, Mention, Problem
from cablegraph.model.answers import ClaimCard, EntityCard, PlaceChoice, RelationCard


@dataclass(frozen=True, slots=True)
class DocumentLeaf:
    """A document as exports name it; ``path`` is the place that counts as read, through all containers, ``places`` all of them by dataset and path."""

    id: str
    path: str
    sha256: str
    dataset: str
    title: str
    kind: str
    mime: str
    language: str
    date: str | None
    header: dict[str, str | list[str]]
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """A whole case; ``places`` gives what the gazetteer says of each place that it locates, by entity."""

    documents: Callable[[], Iterator[DocumentLeaf]]
    mentions: Callable[[], Iterator[tuple[Mention, str | None]]]
    entities: tuple[EntityCard, ...]
    relations: tuple[RelationCard, ...]
    claims: tuple[ClaimCard, ...]
    gaps: tuple[Gap, ...]
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...]
    references: tuple[CitingEdge, ...] = ()
    places: Callable[[], Mapping[str, PlaceChoice]] = dict
