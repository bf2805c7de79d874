"""Entities: what we think the mentions of a trove mean, and the judgements of people about them.

An entity is a cluster of referents; its id is the smallest id of its referents, so that it depends on nothing but its members. Judgements are
nomenklatura's: positive (same), negative (different), unsure; they are appended, never changed, and undone by a later one of kind ``none``.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a person says of two referents, in nomenklatura's words; ``none`` takes an earlier verdict back."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entity:
    """A cluster of referents.

    ``schema`` is FollowTheMoney's (Person, Organization, PublicBody, Position, Address); ``names`` holds every form, the caption first; ``confidence`` is the
    weakest link that holds the cluster together, 0-1.
    """

    id: str
    schema: str
    caption: str
    names: tuple[str, ...]
    referents: tuple[str, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """Why a referent is in its entity, or why two of them might be one: a score (0-1) and a reason in words."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about two referents, or about a relation (then ``left`` holds the ids of its statements, ``right`` nothing).

    ``seq`` counts up from 1; ``at`` is an ISO instant; ``chain`` is the SHA-256 of this entry and the ``chain`` of the one before.
    """

    seq: int
    subject: str
    left: str
    right: str
    verdict: str
    who: str
    at: str
    reason: str
    chain: str
