"""A person, body or place with its relations and its open candidates."""

from dataclasses import dataclass

from cablegraph.model.answers.holdings import Count
from cablegraph.model.citation import Citation


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity as a list shows it; ``romanised`` is a readable Latin form of a caption in another script, empty where not needed."""

    id: str
    schema: str
    caption: str
    romanised: str
    names: tuple[str, ...]
    documents: int
    mentions: int


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation: the entity, and the words that stand in the sentence."""

    entity: str
    schema: str
    caption: str
    romanised: str
    text: str


@dataclass(frozen=True, slots=True)
class RelationCard:
    """A relation between entities with all its citations.

    ``first`` and ``last`` are ISO to the precision stated, None = unknown or open; ``as_of`` is the earliest day of writing of a
    sentence without a date; ``sources`` counts documents. ``statements`` are the ids of what single documents say, which a review is
    kept by. ``new`` is true where the case has a public record and it has no counterpart.
    """

    id: str
    type: str
    label: str
    directed: bool
    subject: End
    object: End
    organization: End | None
    handler: End | None
    first: str | None
    last: str | None
    as_of: str | None
    polarity: str
    modality: str
    asserted_by: str
    confidence: float
    review: str
    acting: bool
    place: str | None
    citations: tuple[Citation, ...]
    sources: int
    new: bool
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Why one referent belongs to an entity: the document, the name as it stands there, the score (0-1) and the reason."""

    referent: str
    document: str
    document_title: str
    name: str
    names: tuple[str, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that might be one, with score (0-1) and reason, for a person to judge.

    ``value`` says how much a decision would change: documents and relations that hang on it, times how unsure it is (0 = nothing).
    """

    left: EntityCard
    right: EntityCard
    score: float
    reason: str
    verdict: str | None = None
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """Everything that a case knows of an entity."""

    entity: EntityCard
    by_script: dict[str, tuple[Count, ...]]
    members: tuple[MemberCard, ...]
    posts: tuple[RelationCard, ...]
    relations: tuple[RelationCard, ...]
    companions: tuple[EntityCard, ...]
    candidates: tuple[Candidate, ...]
    mentions: tuple[Citation, ...]
