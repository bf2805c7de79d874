"""Claims: checkable or evaluative sentences of a public text, and what a trove says to them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cablegraph.model.citation import Citation


class ClaimKind(StrEnum):
    """What sort of sentence a claim is."""

    FACT = "fact"
    ASSESSMENT = "assessment"
    PREDICTION = "prediction"
    OPINION = "opinion"
    RHETORIC = "rhetoric"


class Proposal(StrEnum):
    """What the machine proposes; the verdict is a person's."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MENTIONED = "mentioned"
    NOTHING = "nothing found"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim in a text: its span, its kind, who makes it, and its interval (ISO to the precision stated, None = not said)."""

    start: int
    end: int
    text: str
    kind: ClaimKind
    claimant: str
    first: str | None = None
    last: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The claim as a line of ``cablegraph lines claims`` holds it."""
        return {
            "start": self.start, "end": self.end, "text": self.text, "kind": self.kind.value, "claimant": self.claimant,
            "from": self.first, "to": self.last,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the trove for or against a claim, and why it was found."""

    citation: Citation
    supports: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of a document of the record with the machine's proposal and its evidence."""

    id: str
    document: str
    found: FoundClaim
    proposal: Proposal
    evidence: tuple[Evidence, ...] = ()
    verdict: str | None = None
