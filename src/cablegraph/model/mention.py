"""Mentions: names, posts, codenames and dates as they stand on a page, not yet resolved.

A ``FoundMention`` is what a tagger sees in a text; a ``Mention`` is the same thing in a document of a case. Within one document, mentions that
mean the same are gathered under a ``Referent``; referents of several documents are gathered under an entity.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LABELS = ("PERSON", "ORG", "PLACE", "POST", "CODENAME", "NATIONALITY")


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A name in a text: half-open span of code points, its label, how sure the finder is (0-1) and which finder it was."""

    start: int
    end: int
    text: str
    label: str
    confidence: float
    origin: str

    def as_json(self) -> dict[str, Any]:
        """The mention as a line of ``cablegraph lines mentions`` holds it."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "label": self.label,
            "confidence": round(self.confidence, 3),
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands on a page of a document; ``referent`` is what it means within that document, None where that is open."""

    id: str
    document: str
    page: int
    start: int
    end: int
    text: str
    label: str
    confidence: float
    origin: str
    referent: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands on a page, and the days it means: ISO, both inclusive, None where open or unknown.

    ``weekday_agrees`` is None where no weekday stands beside the date; False is a sign that one of the two is wrong.
    """

    document: str
    page: int
    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    calendar: str
    precision: str
    edtf: str
    candidates: tuple[str, ...] = ()
    weekday_agrees: bool | None = None


KNOWN_AS = "known-as"
"""The property of a referent's context that holds the entry of a reference list that fits it, as ``list:id``."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What the mentions of one document mean together: the unit that resolution clusters across documents.

    ``name`` is the fullest form; ``names`` all forms; ``context`` what the document says beside it (posts held, bodies, places, country words),
    by property name, which resolution weighs.
    """

    id: str
    document: str
    schema: str
    name: str
    names: tuple[str, ...]
    language: str
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
