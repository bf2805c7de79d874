"""A claim with the evidence for and against it."""

from dataclasses import dataclass
from typing import Any


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
