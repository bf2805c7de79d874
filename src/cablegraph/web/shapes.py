"""What the API sends and takes beside the answers of the workbench."""

from dataclasses import dataclass

from cablegraph.model.answers import EntityCard
from cablegraph.model.entity import Verdict
from cablegraph.model.relation import Review


@dataclass(frozen=True, slots=True)
class SessionAnswer:
    """Who is at work and what the screens may offer; ``version`` is that of the program."""

    who: str
    read_only: bool
    version: str


@dataclass(frozen=True, slots=True)
class EntityList:
    """One page of the entities; ``total`` counts all that match."""

    total: int
    entities: tuple[EntityCard, ...]


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """What a quotation says of the document that it stands in; ``record`` is true for a public statement."""

    title: str
    date: str | None
    record: bool


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """Why a request failed: the name of the fault, and a sentence for a person."""

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class JudgementRequest:
    """Two entities (or referents) and what a person says of them."""

    left: str
    right: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SplitRequest:
    """A referent to be taken out of its entity."""

    referent: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """A relation and whether a person accepts it; ``open`` takes an earlier review back."""

    relation: str
    review: Review
    reason: str = ""
