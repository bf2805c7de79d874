"""Documents, their pages and the places at which they occur.

A document is one content, known by its SHA-256; a file is one occurrence of it: a path in a dataset, through all containers.
Spans count code points of the document's extracted text, which is its pages joined by ``PAGE_BREAK``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

PAGE_BREAK = "\n\n"
"""What stands between two pages in the text of a document; it belongs to neither."""


UNSURE = 0.6
"""Confidence of OCR (0-1) below which a word counts as a guess."""


APART = frozenset({"hidden", "deleted", "comment", "notes"})
"""Kinds of regions whose words a file holds and does not show as its own: nobody may quote them as what the document says."""


class DatasetKind(StrEnum):
    """What a body of documents is: leaked or declassified material, public statements about it, or lists of known names."""

    TROVE = "trove"
    RECORD = "record"
    REFERENCE = "reference"


class FileState(StrEnum):
    """What became of a file.

    ``listed``: its name is known, its bytes are not taken yet; ``pending``: its bytes wait for a reader; ``read``; ``duplicate``: the same content as
    another file; ``problem``; ``skipped``: left out by a rule (what programs leave behind, an ignore file).
    """

    LISTED = "listed"
    PENDING = "pending"
    READ = "read"
    DUPLICATE = "duplicate"
    PROBLEM = "problem"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One trove or tranche, one body of public record, or one reference list."""

    name: str
    kind: DatasetKind
    ordinal: int


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where a word stands on its page.

    ``start`` and ``end`` count code points of the document's text; the edges are fractions of the page (0-1) from its top left;
    ``confidence`` is 0-1 from OCR, or None for a text layer.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is not its running text.

    ``kind`` is ``header``, ``footer``, ``stamp`` or ``table``, or one of ``APART``; the edges are fractions of the page (0-1) from its top left, all 0 where
    the page has no picture; ``start`` and ``end`` count code points of the document's text (in a ``PageText`` of the page's), both -1 where the region has no
    text of its own or it does not stand in one piece.
    """

    kind: str
    left: float
    top: float
    right: float
    bottom: float
    start: int = -1
    end: int = -1


def find_apart(regions: Iterable[Region], start: int, end: int) -> str:
    """Which kind of ``APART`` a span touches, the first in the order of the page; empty for words that the document shows."""
    return next((r.kind for r in regions if r.kind in APART and r.start < end and start < r.end), "")


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text of a page that was read and not taken: who read it, and in one sentence why the page has another one."""

    text: str
    reader: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its span in the document's text and how its text was had.

    ``source`` is ``text`` (the file says so), ``layer`` (a PDF's text layer) or ``ocr``; ``width`` and ``height`` are in points (1/72 inch), 0 where a
    page has no picture; ``confidence`` is the mean over words, 0-1, or None where nothing was guessed. ``others`` are the texts that were not taken.
    """

    number: int
    start: int
    end: int
    language: str = "und"
    source: str = "text"
    reader: str = ""
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None
    boxes: tuple[WordBox, ...] = ()
    regions: tuple[Region, ...] = ()
    others: tuple[OtherText, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One content of a trove with its extracted text.

    ``kind`` is the family of file (text, pdf, image, email, docx, html, archive); ``metadata`` is what the file says of itself, kept apart from
    what its text says and never taken for the document's date.
    """

    id: str
    sha256: str
    kind: str
    mime: str
    size: int
    text: str
    pages: tuple[Page, ...]
    title: str = ""
    language: str = "und"
    reader: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place at which a document was found: a path through all containers in a dataset."""

    dataset: str
    path: str
    state: FileState
