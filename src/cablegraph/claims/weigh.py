"""What the trove says to a claim: passages for and against, and a proposal. The verdict is a person's.

Relations are compared first: the same relation of the same people supports; the same one denied or only planned, another holder of a
post at that time, or another time contradicts. Where the claim has no relation of its own, a passage of the trove that names two of the
same parties together is only a mention.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cablegraph.model import (
    Citation,
    ClaimKind,
    Evidence,
    FoundClaim,
    Modality,
    Polarity,
    Proposal,
    Review,
    overlap,
    stated_interval,
)
from cablegraph.model.answers import RelationCard

_TOLD = frozenset({Modality.FACT, Modality.REPORT})
_MOST = 12


@dataclass(frozen=True, slots=True)
class Weighed:
    """The proposal, the reason in one sentence, and the passages."""

    proposal: Proposal
    reason: str
    evidence: tuple[Evidence, ...]


def weigh(
    claim: FoundClaim, says: Sequence[RelationCard], trove: Sequence[RelationCard], mentioned: Sequence[Citation]
) -> Weighed:
    """Weigh one claim.

    Args:
        claim: The claim.
        says: The relations that rest on the claim's own sentence.
        trove: The relations that the trove states.
        mentioned: Sentences of the trove that name the same people or bodies.
    """
    if claim.kind is not ClaimKind.FACT:
        return Weighed(Proposal.NOT_CHECKABLE, f"This is {claim.kind.value}; there is no fact to look for.", ())
    supporting: list[Evidence] = []
    against: list[Evidence] = []
    for own in says:
        for other in trove:
            if other.review == Review.REJECTED or other.type != own.type:
                continue
            verdict = _compare(own, other)
            if verdict is None:
                continue
            supports, reason = verdict
            (supporting if supports else against).extend(Evidence(c, supports, reason) for c in other.citations)
    if supporting or against:
        mixed = supporting and against
        proposal = Proposal.SUPPORTED if len(supporting) >= len(against) else Proposal.CONTRADICTED
        if against and not supporting:
            proposal = Proposal.CONTRADICTED
        reason = f"{len(supporting)} passages of the trove say the same and {len(against)} say otherwise." if mixed else (
            f"{len(supporting)} passages of the trove say the same." if supporting else f"{len(against)} passages of the trove say otherwise."
        )  # fmt: skip
        return Weighed(proposal, reason, tuple(_best(supporting) + _best(against)))
    if mentioned:
        found = tuple(Evidence(c, supports=True, reason="names the same people or bodies") for c in mentioned[:_MOST])
        return Weighed(
            Proposal.MENTIONED, f"{len(mentioned)} sentences of the trove name the same, none says this.", found
        )
    return Weighed(
        Proposal.NOTHING, "No passage of the trove that was read names the same people or bodies together.", ()
    )


def _best(evidence: list[Evidence]) -> list[Evidence]:
    unique = {(e.citation.document, e.citation.start): e for e in evidence}
    return [unique[key] for key in sorted(unique)][:_MOST]


def _compare(own: RelationCard, other: RelationCard) -> tuple[bool, str] | None:
    """Whether a relation of the trove speaks for a claimed one (true), against it (false), or neither (None)."""
    mine, theirs = (own.subject.entity, own.object.entity), (other.subject.entity, other.object.entity)
    in_time = _in_time(own, other)
    if mine == theirs or (not own.directed and mine == theirs[::-1]):
        return _same_ends(own, other)
    if (
        other.polarity != Polarity.AFFIRMED
        or own.polarity != Polarity.AFFIRMED
        or other.modality not in _TOLD
        or not in_time
    ):
        return None
    if own.type == "Occupancy" and mine[1] == theirs[1] and (own.first or own.last):
        return False, f"{other.subject.caption} held this post at that time"
    if own.type in {"Recruitment", "Allegiance"} and mine[0] == theirs[0]:
        return False, f"the trove names {other.object.caption} instead"
    return None


def _same_ends(own: RelationCard, other: RelationCard) -> tuple[bool, str] | None:
    in_time = _in_time(own, other)
    if own.polarity != other.polarity:
        return (False, f"the trove has it {other.polarity}") if in_time and other.modality in _TOLD else None
    if own.modality in _TOLD and other.modality == Modality.PLAN:
        return False, "the trove has it as a plan only"
    if other.modality not in _TOLD:
        return None
    if in_time and (not own.directed or _ends_fit(own, other)):
        return True, "the same relation"
    return (False, "the same relation at another time") if own.directed and own.polarity == Polarity.AFFIRMED else None


def _in_time(own: RelationCard, other: RelationCard) -> bool:
    """Whether both may speak of one day."""
    return overlap(
        *stated_interval(other.type, other.first, other.last), *stated_interval(own.type, own.first, own.last)
    )


def _ends_fit(own: RelationCard, other: RelationCard) -> bool:
    """Whether the stated starts, and the stated ends, may be the same day."""
    pairs = ((own.first, other.first), (own.last, other.last))
    return all(a is None or b is None or overlap(a, a, b, b) for a, b in pairs)
