"""What ties people to a power: its own people and bodies, the ties that lead to them, how long each binds, and how much the evidence weighs.

A tie of a person who knows somebody of the power is a tie through that person; it is possible and never certain. What was denied is kept beside, and what
nobody wrote down is unknown: no tie found does not mean free.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.analyse.held import ALWAYS, Days, sure_days
from cablegraph.analyse.realms import Realm, find_bodies, is_named
from cablegraph.model import Modality, Polarity, Review, first_day, last_day
from cablegraph.model.answers import End, EntityCard, PowerTie, RelationCard

_TOLD = frozenset({Modality.FACT, Modality.REPORT, Modality.ALLEGATION})
_SURE = frozenset({Modality.FACT, Modality.REPORT})
_SERVES = "serves"
Grades = Mapping[str, str]
"""For documents (ids) that grade themselves, their Admiralty code: reliability, credibility or both (``B2``)."""


@dataclass(frozen=True, slots=True)
class Power:
    """A power: the ids of its bodies, and of its people each with the relation that proves it, the surest."""

    bodies: frozenset[str]
    people: Mapping[str, RelationCard]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of tie, as ``data/power_ties.yml`` explains it; ``rank`` 0 is the strongest."""

    name: str
    rank: int
    directed: bool
    binds: str


@cache
def _data() -> dict[str, Any]:
    text = (files(__package__) / "data" / "power_ties.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@cache
def tie_kinds() -> Mapping[str, Kind]:
    """The kind of tie that each type of relation makes."""
    kinds: dict[str, Kind] = {}
    for rank, (name, rule) in enumerate(_data()["kinds"].items()):
        kinds.update(dict.fromkeys(rule["types"], Kind(name, rank, rule["directed"], rule["binds"])))
    return kinds


def is_told(r: RelationCard) -> bool:
    """Whether a relation counts: somebody affirms it, be it as an allegation, and nobody has rejected it."""
    return r.polarity == Polarity.AFFIRMED and r.modality in _TOLD and r.review != Review.REJECTED


def find_power(relations: Iterable[RelationCard], cards: Mapping[str, EntityCard], realm: Realm) -> Power:
    """The bodies that bear the name of a power, and the people who serve it or hold a post of it."""
    bodies = find_bodies(cards, realm)
    people: dict[str, RelationCard] = {}
    named: dict[str, bool] = {}
    for r in relations:
        kind = tie_kinds().get(r.type)
        if kind is None or kind.name != _SERVES or not is_told(r):
            continue
        if r.object.entity not in named:
            named[r.object.entity] = r.object.schema == "Position" and is_named(r.object.caption, realm)
        ours = r.organization.entity in bodies if r.organization else named[r.object.entity]
        if ours or r.object.entity in bodies:
            known = people.get(r.subject.entity)
            if known is None or r.confidence > known.confidence:
                people[r.subject.entity] = r
    return Power(bodies, people)


def find_ties(
    relations: Iterable[RelationCard], people: frozenset[str], power: Power, grades: Grades
) -> tuple[dict[str, list[PowerTie]], dict[str, list[RelationCard]]]:
    """For people (ids) their ties to a power, the strongest first, and what denies a tie."""
    ties: dict[str, list[PowerTie]] = {}
    denied: dict[str, list[RelationCard]] = {}
    for r in relations:
        kind = tie_kinds().get(r.type)
        if kind is None or r.review == Review.REJECTED:
            continue
        ends = [end for end in (r.object, r.organization, r.handler) if end]
        sides = [(r.subject, ends)] if kind.directed else [(r.subject, ends), *((end, [r.subject]) for end in ends)]
        for person, others in sides:
            if person.entity not in people:
                continue
            met = _leads_to(others, person.entity, power)
            if met is None and kind.name == _SERVES and power.people.get(person.entity) is r:
                met = r.object
            if met is None:
                continue
            if r.polarity == Polarity.DENIED:
                denied.setdefault(person.entity, []).append(r)
            elif is_told(r):
                ties.setdefault(person.entity, []).append(_tie(r, kind, met, power, grades))
    for found in ties.values():
        found.sort(key=_order)
    return ties, denied


def _leads_to(others: Iterable[End], person: str, power: Power) -> End | None:
    """The end at which a relation touches a power: the power itself before one of its people."""
    ends = [end for end in others if end.entity != person]
    return next(
        (e for e in ends if e.entity in power.bodies), next((e for e in ends if e.entity in power.people), None)
    )


def _tie(r: RelationCard, kind: Kind, met: End, power: Power, grades: Grades) -> PowerTie:
    through = met if met.entity in power.people and met.entity not in power.bodies else None
    sure = r.modality in _SURE and r.confidence >= _data()["sure"]["confidence"]
    certain = sure and through is None and kind.binds != "never"
    proof = power.people[through.entity] if through else None
    return PowerTie(kind.name, r, through, proof, weigh(r, grades), best_grade(r, grades), certain)


def _order(tie: PowerTie) -> tuple[int, bool, bool, int, float, str]:
    r = tie.relation
    return (tie_kinds()[r.type].rank, tie.through is not None, not tie.certain, -r.sources, -r.confidence, r.id)


def best_grade(r: RelationCard, grades: Grades) -> str:
    """The best Admiralty code among the documents that say so, by reliability and then credibility; empty where none is graded."""
    return min((grades[c.document] for c in r.citations if c.document in grades), default="")


def weigh(r: RelationCard, grades: Grades) -> str:
    """How much the evidence for a relation weighs: ``strong``, ``fair`` or ``weak``, by its confidence, its documents and their grades."""
    strong, weak = _data()["weight"]["strong"], _data()["weight"]["weak"]
    grade = best_grade(r, grades)
    bad = bool(grade) and (grade[0] in weak["reliability"] or grade[-1] in weak["credibility"])
    if bad or r.confidence < weak["confidence"] or r.modality not in _SURE:
        return "weak"
    good = grade[:1] in tuple(strong["reliability"]) and grade[-1:] in tuple(strong["credibility"])
    return "strong" if r.confidence >= strong["confidence"] and (good or r.sources >= strong["documents"]) else "fair"


def find_leavings(relations: Iterable[RelationCard], people: frozenset[str], power: Power) -> dict[str, str]:
    """For people (ids) the last day on which each is said to have gone over to another side than this power."""
    gone: dict[str, str] = {}
    for r in relations:
        if r.type == "Allegiance" and r.subject.entity in people and is_told(r) and r.object.entity not in power.bodies:
            stated = r.first or r.last
            if stated:
                gone[r.subject.entity] = max(gone.get(r.subject.entity, ""), first_day(stated))
    return gone


def tie_days(tie: PowerTie, gone: str | None) -> tuple[Days | None, Days]:
    """The days on which a tie certainly holds (None where none is certain), and those on which it may; both inclusive.

    What once tied somebody may tie them still, so a tie is possible without an end; one without a date is possible always. ``gone`` is the day on which the
    person went over to another side (``find_leavings``), which ends what has no end of its own.
    """
    r = tie.relation
    stated = r.first or (r.last if tie_kinds()[r.type].binds == "till-gone" else None)
    may = (first_day(stated), ALWAYS[1]) if stated else ALWAYS
    if not tie.certain:
        return None, may
    until = ALWAYS[1] if gone is None else gone
    if tie_kinds()[r.type].binds == "interval" and (r.last or not r.first):
        return sure_days(r), may
    since = last_day(stated) if stated else first_day(r.as_of) if r.as_of else None
    if since is None:
        return None, may
    return (since, until if until > since else ALWAYS[1]), may
