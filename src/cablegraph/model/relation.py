"""Relations between two parties, in time, each with the sentence that says so.

``FoundRelation`` is what the extractor reads in a text; ``Relation`` is the same thing in a document of a case, with its citation. Polarity says
whether the sentence affirms or denies; modality how it puts the matter: fact, report, allegation, plan or opinion.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cablegraph.model.citation import Citation


class Polarity(StrEnum):
    """Whether a sentence affirms or denies the relation."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How a sentence puts the relation: as fact, as what somebody reports, as allegation or rumour, as plan, or as opinion."""

    FACT = "fact"
    REPORT = "report"
    ALLEGATION = "allegation"
    PLAN = "plan"
    OPINION = "opinion"


class Review(StrEnum):
    """What a person has said of a machine's proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a relation: words of the text with their span and label."""

    text: str
    start: int
    end: int
    label: str

    def as_json(self) -> dict[str, Any]:
        """The end of a relation as a line of ``cablegraph lines relations`` holds it."""
        return {"text": self.text, "start": self.start, "end": self.end, "label": self.label}


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation read in a text.

    ``subject`` and ``object`` lie within ``start``-``end`` (the sentence) or are marked as inferred by ``inferred``.
    ``first`` and ``last`` are ISO to the precision stated, None = not said or open; ``as_of`` is the day of writing where the
    sentence gives no date; ``cue`` is the wording that carried the rule, ``origin`` the rule.
    """

    type: str
    subject: Party
    object: Party
    start: int
    end: int
    quote: str
    organization: Party | None = None
    handler: Party | None = None
    first: str | None = None
    last: str | None = None
    as_of: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.FACT
    asserted_by: str = "writer"
    place: str | None = None
    acting: bool = False
    inferred: bool = False
    confidence: float = 0.5
    cue: str = ""
    origin: str = ""

    def as_json(self) -> dict[str, Any]:
        """The relation as a line of ``cablegraph lines relations`` holds it."""
        out: dict[str, Any] = {"type": self.type, "subject": self.subject.as_json(), "object": self.object.as_json()}
        if self.organization:
            out["organization"] = self.organization.as_json()
        if self.handler:
            out["handler"] = self.handler.as_json()
        return out | {
            "from": self.first, "to": self.last, "as_of": self.as_of, "polarity": self.polarity.value, "modality": self.modality.value,
            "asserted_by": self.asserted_by, "start": self.start, "end": self.end, "quote": self.quote, "cue": self.cue,
            "confidence": round(self.confidence, 3),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in a document of a case; its ends are ids of referents, its proof is the citation."""

    id: str
    document: str
    type: str
    subject: str
    object: str
    organization: str | None
    handler: str | None
    subject_text: str
    object_text: str
    first: str | None
    last: str | None
    as_of: str | None
    polarity: Polarity
    modality: Modality
    asserted_by: str
    citation: Citation
    confidence: float
    origin: str
    cue: str = ""
    place: str | None = None
    acting: bool = False
    review: Review = Review.OPEN
