"""What the workbench answers: the shapes that the command line prints, the HTTP API serves and the screens show.

They hold plain values and other frozen data, so that the same object becomes JSON everywhere.
"""

from dataclasses import dataclass, field
from typing import Any

from cablegraph.model.citation import Citation
from cablegraph.model.document import OtherText, Region


@dataclass(frozen=True, slots=True)
class Count:
    """A value with how often it occurs and the words to show for it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class DatasetStatus:
    """What became of the files of one dataset: ``seen`` = ``read`` + ``duplicates`` + ``skipped`` + ``problems`` + ``pending``."""

    name: str
    kind: str
    seen: int
    read: int
    duplicates: int
    problems: int
    pending: int
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of the files of one folder or kind in a dataset; the numbers add up as in ``DatasetStatus``."""

    dataset: str
    group: str
    seen: int
    read: int
    duplicates: int
    problems: int
    pending: int
    skipped: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file at its place; ``modified`` is its time of change on disk, not the date of a document. ``document`` where text came out of it."""

    dataset: str
    path: str
    state: str
    size: int
    sha256: str
    modified: str
    reader: str
    rule: str
    document: str | None


@dataclass(frozen=True, slots=True)
class ProblemCount:
    """How many files of a dataset have trouble of one code, what to do about it, and the command that tries just those again."""

    dataset: str
    code: str
    title: str
    remedy: str
    files: int
    retry: str


@dataclass(frozen=True, slots=True)
class CompletenessAnswer:
    """The proof that an import is complete: ``complete`` is true where every file is accounted for and none waits."""

    complete: bool
    totals: tuple[DatasetStatus, ...]
    folders: tuple[FileCount, ...]
    kinds: tuple[FileCount, ...]
    problems: tuple[ProblemCount, ...]


@dataclass(frozen=True, slots=True)
class RunState:
    """A run as another terminal sees it; times in seconds.

    ``remaining`` is None until enough was measured; ``alive`` is false after the run ended or was killed.
    """

    step: str
    done: int
    total: int
    bytes_done: int
    bytes_total: int
    pages: int
    elapsed: float
    remaining: float | None
    paused: bool
    alive: bool


@dataclass(frozen=True, slots=True)
class Status:
    """A case at a glance. ``steps`` maps a step to its counts by state; ``protection`` says what guards the readers; ``run`` is the last run's state."""

    name: str
    version: str
    datasets: tuple[DatasetStatus, ...]
    documents: int
    pages: int
    mentions: int
    dates: int
    entities: int
    relations: int
    claims: int
    judgements: int
    problems: tuple[Count, ...]
    languages: tuple[Count, ...]
    kinds: tuple[Count, ...]
    steps: dict[str, dict[str, int]]
    first_date: str | None
    last_date: str | None
    protection: str
    next: str
    run: RunState | None = None


@dataclass(frozen=True, slots=True)
class TrancheLine:
    """One file of a later delivery, or one that is missing from it.

    ``change`` is ``new`` (content not in the earlier one), ``repeated`` (the same content), ``changed`` (the same place, other content) or ``gone``;
    ``before`` is the place in the earlier delivery, where there is one.
    """

    change: str
    path: str
    before: str
    size: int
    sha256: str
    document: str | None


@dataclass(frozen=True, slots=True)
class TrancheAnswer:
    """What a later delivery adds to an earlier one: how many files of each change, and the files."""

    earlier: str
    later: str
    counts: tuple[Count, ...]
    lines: tuple[TrancheLine, ...]


@dataclass(frozen=True, slots=True)
class ManifestCheck:
    """A manifest held against a case: files that agree, and the places that do not, by what is wrong with them."""

    agree: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    unlisted: tuple[str, ...]
    damaged: tuple[str, ...]
    signature: str


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
    """Two entities that might be one, with score (0-1) and reason, for a person to judge."""

    left: EntityCard
    right: EntityCard
    score: float
    reason: str
    verdict: str | None = None


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

    ``signals`` maps what to look at (``has-macros``) to what was found; ``thread`` is empty where nobody answers and nobody is answered.
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


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """Trouble with one file, as the screen shows it."""

    id: str
    dataset: str
    path: str
    code: str
    title: str
    cause: str
    remedy: str
    step: str
    document: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one `add` did: counts by step, how long (seconds) each took, and what to do next."""

    seen: int
    read: int
    duplicates: int
    problems: int
    pending: int
    skipped: int = 0
    done: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    next: str = ""


@dataclass(frozen=True, slots=True)
class VerifyAnswer:
    """How many citations were read again and which no longer hold; the same for the originals and the chain of judgements."""

    citations: int
    broken: tuple[Citation, ...]
    originals: int
    damaged: tuple[str, ...]
    chain_holds: bool


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim of the public record with the machine's proposal and the evidence for and against it."""

    id: str
    document: str
    title: str
    start: int
    end: int
    text: str
    claim_kind: str
    claimant: str
    first: str | None
    last: str | None
    proposal: str
    verdict: str | None
    evidence: tuple[dict[str, Any], ...]
