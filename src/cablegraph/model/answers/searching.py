"""What a search found: passages with their marks, and counts by facet."""

from dataclasses import dataclass

from cablegraph.model.answers.holdings import Count


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span to light in the text that stands beside it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a document round a hit; ``marks`` count code points of ``text``; ``start`` says where the first mark stands in the document."""

    text: str
    marks: tuple[Mark, ...]
    page: int
    start: int
    end: int
    direction: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found, with why it matches in words (``the word ...``, ``the name ... written ...``)."""

    document: str
    title: str
    path: str
    dataset: str
    kind: str
    type: str | None
    language: str
    direction: str
    date: str | None
    score: float
    snippets: tuple[Snippet, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What a search found: ``total`` documents of which the first ``reachable`` can be paged through; facets are counted over all of ``total``."""

    query: str
    total: int
    reachable: int
    offset: int
    milliseconds: float
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Count, ...]]
