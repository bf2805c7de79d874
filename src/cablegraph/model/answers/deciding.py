"""What a decision on two entities would do, and what a recompute of the entities has done."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import EntityCard, RelationCard
from cablegraph.model.answers.sides import Contradiction


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities with its posts in time, its other relations, and the years of the documents that name it (None where none is dated)."""

    entity: EntityCard
    posts: tuple[RelationCard, ...]
    relations: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class MergeAnswer:
    """Two entities side by side and as one: all names, both in how many documents, and what would then contradict itself."""

    left: Side
    right: Side
    names: tuple[str, ...]
    documents: int
    documents_of_both: int
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class EntityChange:
    """An entity that a recompute has changed: ``kind`` is ``joined``, ``parted`` or ``joined and parted``.

    ``before`` and ``after`` are captions with ids; ``moved`` are referents that left or came, ``why`` the reason of the weightiest.
    """

    kind: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    moved: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ResolutionReport:
    """What the last recompute of the entities changed among documents that were there before: cause, counts, and the changes, those of most referents first."""

    cause: str
    entities: int
    new_referents: int
    changed: int
    changes: tuple[EntityChange, ...]


@dataclass(frozen=True, slots=True)
class ExchangeReport:
    """How many decisions of a file were taken, how many were known already, and how many are about ids that are not in the case."""

    taken: int
    known: int
    unknown: int
