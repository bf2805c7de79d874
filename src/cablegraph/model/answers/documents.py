"""A document with its pages, its thread and the copies like it."""

from dataclasses import dataclass, field
from typing import Any

from cablegraph.model.answers.citing import CitedCable, OpenReference
from cablegraph.model.answers.entities import RelationCard
from cablegraph.model.document import OtherText, Region


@dataclass(frozen=True, slots=True)
class TextMark:
    """Something lit in a document's text.

    ``kind`` is a mention (with its entity), a date (with the days it means), a relation's sentence, a search hit, or a
    word that OCR is unsure of (its confidence is the label).
    """

    start: int
    end: int
    kind: str
    label: str
    entity: str | None = None
    caption: str | None = None
    romanised: str | None = None
    schema: str | None = None
    first: str | None = None
    last: str | None = None
    relation: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as the reader sees it; ``has_image`` tells whether a picture of it can be asked for; boxes are fractions of the page.

    ``label`` says what the page is where its number does not (``sheet Budget, hidden``, ``deleted text``), empty elsewhere.
    """

    number: int
    start: int
    end: int
    language: str
    direction: str
    source: str
    reader: str
    confidence: float | None
    has_image: bool
    boxes: tuple[tuple[int, int, float, float, float, float], ...]
    label: str = ""
    regions: tuple[Region, ...] = ()
    others: tuple[OtherText, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A message of a thread; ``depth`` is 0 for the first one, 1 for its answers and so on; ``here`` marks the document that was asked for."""

    document: str
    title: str
    date: str | None
    depth: int
    here: bool


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Another document that says nearly the same: the same cable copied, scanned again or forwarded.

    ``alike`` is the share (0-1) of their words, in order, that both have; ``contains`` the share of the other's words that stand here too, ``contained``
    the share of this one's that stand in the other. ``relation`` is ``same words``, ``near copy``, ``contains`` or ``contained in``.
    """

    document: str
    title: str
    path: str
    dataset: str
    kind: str
    date: str | None
    relation: str
    alike: float
    contains: float
    contained: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch in which two texts differ (half-open spans in each), or agree; ``kind`` is ``same``, ``changed``, ``only left`` or ``only right``."""

    kind: str
    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class DifferenceAnswer:
    """Two documents side by side."""

    left: str
    right: str
    left_text: str
    right_text: str
    alike: float
    stretches: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """A document with its text, what is lit in it, its header, and the facts that rest on it.

    ``signals`` maps what to look at (``has-macros``) to what was found; ``thread`` is empty where nobody answers and nobody is answered;
    ``cites`` and ``cited_by`` are cables that references of headers lead to and come from, ``open_references`` those that lead to no one cable.
    """

    id: str
    title: str
    kind: str
    mime: str
    size: int
    sha256: str
    language: str
    direction: str
    date: str | None
    reader: str
    text: str
    pages: tuple[PageView, ...]
    header: dict[str, str | list[str]]
    metadata: dict[str, str]
    marks: tuple[TextMark, ...]
    relations: tuple[RelationCard, ...]
    occurrences: tuple[dict[str, str], ...]
    attachments: tuple[dict[str, str], ...]
    problems: tuple[dict[str, Any], ...]
    copies: tuple[NearCopy, ...] = ()
    signals: dict[str, str] = field(default_factory=dict)
    thread: tuple[ThreadLine, ...] = ()
    cites: tuple[CitedCable, ...] = ()
    cited_by: tuple[CitedCable, ...] = ()
    open_references: tuple[OpenReference, ...] = ()
