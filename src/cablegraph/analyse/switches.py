"""Who changed sides, when, on whose word, and what speaks against it, put together across documents.

Somebody says so (an allegiance), or a service of one body ends and one of an opponent begins. The trap: a sentence about a defection often names the side that
was left only in passing, so bodies that stand beside the new one in its sentence count as the former side where nothing else ties the person to one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cablegraph.analyse.held import begin_of, end_of
from cablegraph.analyse.powers import is_told
from cablegraph.model import Polarity, Review, first_day, last_day, overlap
from cablegraph.model.answers import End, RelationCard, Switch

Beside = Mapping[str, Sequence[End]]
"""For relations (ids) the bodies that stand in their sentences and are no end of them."""
_SERVICE = ("Recruitment", "Allegiance", "Employment", "Membership", "Directorship", "Representation", "Occupancy")
"""What ties a person to a side, the plainest first."""
_LASTING = frozenset({"Employment", "Membership", "Directorship", "Representation"})


def find_switches(relations: Sequence[RelationCard], beside: Beside) -> tuple[Switch, ...]:
    """The changes of sides of a case, in order of time, those without a date at the end."""
    opponents = _opponents(relations)
    telling = {"Allegiance"} | (_LASTING if opponents else set())
    mine: dict[str, list[RelationCard]] = {r.subject.entity: [] for r in relations if r.type in telling}
    for r in relations:
        if r.subject.entity in mine and r.type in _SERVICE and r.review != Review.REJECTED:
            mine[r.subject.entity].append(r)
    found = [
        switch for person in mine.values() for switch in (*_gone_over(person, beside), *_to_rivals(person, opponents))
    ]
    return tuple(sorted(found, key=lambda s: (s.first or s.last or "9", s.person.entity, s.side.entity, s.kind)))


def _gone_over(mine: Sequence[RelationCard], beside: Beside) -> Iterator[Switch]:
    groups: list[list[RelationCard]] = []
    dated_first = sorted(mine, key=lambda r: (not (r.first or r.last), -r.confidence, r.id))
    for r in dated_first:
        if r.type == "Allegiance" and is_told(r):
            group = next((g for g in groups if _is_one_event(g, r)), None)
            if group is None:
                groups.append([r])
            else:
                group.append(r)
    for group in groups:
        yield _switch(group, mine, beside)


def _is_one_event(group: Sequence[RelationCard], r: RelationCard) -> bool:
    """Whether a relation tells of the change that a group tells of: the same day or, where one has no date, the same side."""
    if r.first or r.last:
        dated = [o for o in group if o.first or o.last]
        return bool(dated) and all(
            overlap(o.first or o.last, o.last or o.first, r.first or r.last, r.last or r.first) for o in dated
        )
    return any(o.object.entity == r.object.entity for o in group)


def _switch(group: Sequence[RelationCard], mine: Sequence[RelationCard], beside: Beside) -> Switch:
    sides = {r.object.entity for r in group}
    precise = min((r for r in group if r.first or r.last), key=lambda r: -len(r.first or r.last or ""), default=None)
    first, last = (precise.first, precise.last or precise.first) if precise else (None, None)
    told = {r.id for r in group}
    other = [r for r in mine if r.id not in told and (side := _side_of(r)) and side.entity not in sides and is_told(r)]
    reach = last_day(last) if last else "9999"
    before = [r for r in other if (begin_of(r) or "") <= reach]
    before.sort(key=lambda r: (_SERVICE.index(r.type), begin_of(r) or "9", r.id))
    former = _side_of(before[0]) if before else None
    if former is None:
        former = next((e for r in group for e in beside.get(r.id, ()) if e.entity not in sides), None)
    against = [r for r in mine if r.polarity == Polarity.DENIED and r.object.entity in sides]
    if first and former:
        later = (r for r in other if r.first and _side_of(r) == former and first_day(r.first) > reach)
        against += later
    best = max(group, key=lambda r: (r.sources, r.confidence, r.id))
    ordered = tuple(sorted(group, key=lambda r: (r.as_of or r.first or "9", r.id)))
    return Switch("went over", best.subject, former, best.object, first, last, ordered, tuple(before), tuple(against))


def _side_of(r: RelationCard) -> End | None:
    """The body that a relation ties its subject to; None for a post without one and for a recruiter in his own name."""
    if r.type == "Occupancy":
        return r.organization
    return r.object if r.object.schema not in {"Person", "Position"} else r.organization


def _opponents(relations: Iterable[RelationCard]) -> dict[frozenset[str], list[RelationCard]]:
    found: dict[frozenset[str], list[RelationCard]] = {}
    for r in relations:
        if r.type == "Conflict" and is_told(r):
            found.setdefault(frozenset((r.subject.entity, r.object.entity)), []).append(r)
    return found


def _to_rivals(
    mine: Sequence[RelationCard], opponents: Mapping[frozenset[str], list[RelationCard]]
) -> Iterator[Switch]:
    lasting = [r for r in mine if r.type in _LASTING and is_told(r)]
    for old in lasting:
        for new in lasting:
            opposed = opponents.get(frozenset((old.object.entity, new.object.entity)))
            left, came = end_of(old) if old.last else None, begin_of(new) if new.first else None
            if opposed and left and came and first_day(old.last or left) <= came:
                yield Switch(
                    "rival body", new.subject, old.object, new.object, new.first, new.first, (new,), (old,), (), tuple(opposed)
                )  # fmt: skip
