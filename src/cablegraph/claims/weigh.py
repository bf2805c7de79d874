"""What the trove says to a claim: passages for and against, and a proposal. The verdict is a person's.

Relations are compared first: the same relation of the same people supports; the same one denied, another holder of a post at that time, or another time contradicts. Where the
claim has no relation of its own, a sentence of the trove that names the same people is only a mention.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cablegraph.model import Citation, ClaimKind, Evidence, FoundClaim, Polarity, Proposal, Review, overlap
from cablegraph.model.answers import RelationCard

_CHECKABLE = frozenset({ClaimKind.FACT, ClaimKind.ASSESSMENT})
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
    if claim.kind not in _CHECKABLE:
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
    same_ends = mine == theirs or (not own.directed and mine == theirs[::-1])
    in_time = overlap(other.first, other.last, own.first, own.last)
    if same_ends:
        if own.polarity != other.polarity:
            return False, f"the trove has it {other.polarity}"
        return (True, "the same relation") if in_time else (False, "the same relation at another time")
    if (
        own.type == "Occupancy"
        and own.polarity == other.polarity == Polarity.AFFIRMED
        and mine[1] == theirs[1]
        and in_time
    ):
        if own.first is None and own.last is None:
            return None
        return False, f"{other.subject.caption} held this post at that time"
    if (
        own.type in {"Recruitment", "Allegiance"}
        and mine[0] == theirs[0]
        and own.polarity == other.polarity
        and in_time
    ):
        return False, f"the trove names {other.object.caption} instead"
    return None
