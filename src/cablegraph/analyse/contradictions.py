"""Pairs of statements that cannot both hold: two holders of one post, something affirmed and denied, one event on two dates, one person in two places.

Nothing is decided here: each pair goes to a person with the sentences of both. What was rejected, planned or only thought is left out. The trap: one place has
several names; so two places count as two only where no word of one sounds like a word of the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

import yaml

from cablegraph.analyse.held import sure_days
from cablegraph.analyse.posts import PostsQuestion, build_posts
from cablegraph.analyse.powers import is_told
from cablegraph.model import Modality, Polarity, Review, last_day, overlap, relation_schemata, stated_interval
from cablegraph.model.answers import Contradiction, RelationCard
from cablegraph.names.word_keys import find_name_keys

_DAY = len("2014-11-05")
_SAID = frozenset({Modality.FACT, Modality.REPORT, Modality.ALLEGATION})


@cache
def _once() -> frozenset[str]:
    data: dict[str, list[str]] = yaml.safe_load((files(__package__) / "data" / "once.yml").read_text(encoding="utf-8"))
    return frozenset(data["once"])


def find_contradictions(relations: Sequence[RelationCard]) -> tuple[Contradiction, ...]:
    """Every pair of relations that cannot both hold, by kind and in order of time."""
    found = [*_holders(relations), *_denied(relations), *_dates(relations), *_places(relations)]
    return tuple(sorted(found, key=lambda c: (c.kind, c.one.first or c.one.as_of or "9", c.one.id, c.other.id)))


def _holders(relations: Sequence[RelationCard]) -> Iterator[Contradiction]:
    known = {r.id: r for r in relations if r.type == "Occupancy"}
    for post in build_posts(known.values(), PostsQuestion(limit=len(known))).posts:
        for one, other in post.clashes:
            yield Contradiction("holders", post.post, known[one], known[other])


def _by_ends(relations: Iterable[RelationCard]) -> Iterator[list[RelationCard]]:
    groups: dict[tuple[str, str, str], list[RelationCard]] = {}
    for r in relations:
        groups.setdefault((r.type, r.subject.entity, r.object.entity), []).append(r)
    return (group for group in groups.values() if len(group) > 1)


def _denied(relations: Iterable[RelationCard]) -> Iterator[Contradiction]:
    for group in _by_ends(r for r in relations if r.review != Review.REJECTED and r.modality in _SAID):
        for denial in (r for r in group if r.polarity == Polarity.DENIED):
            for r in (r for r in group if r.polarity == Polarity.AFFIRMED):
                mine, theirs = (stated_interval(o.type, o.first, o.last) for o in (r, denial))
                if overlap(*mine, *theirs):
                    yield Contradiction("denied", r.subject, r, denial)


def _dates(relations: Iterable[RelationCard]) -> Iterator[Contradiction]:
    for group in _by_ends(r for r in relations if is_told(r) and (r.first or r.last)):
        for one, other in combinations(sorted(group, key=lambda r: (r.first or r.last or "", r.id)), 2):
            if relation_schemata()[one.type].instant:
                mine, theirs = (stated_interval(o.type, o.first, o.last) for o in (one, other))
                differ = one.type in _once() and not overlap(*mine, *theirs)
            else:
                differ = _begins_twice(one, other)
            if differ:
                yield Contradiction("date", one.subject, one, other)


def _begins_twice(one: RelationCard, other: RelationCard) -> bool:
    """Whether two statements give one stretch of time two beginnings: the earlier one surely holds before the later one begins."""
    if not one.first or not other.first or overlap(one.first, one.first, other.first, other.first):
        return False
    days = sure_days(one)
    return days is not None and days[0] < other.first and last_day(other.first) <= days[1]


def _places(relations: Iterable[RelationCard]) -> Iterator[Contradiction]:
    there: dict[tuple[str, str], list[RelationCard]] = {}
    for r in relations:
        day = r.first if r.first == r.last or r.last is None else None
        if r.type == "Meeting" and r.place and day and len(day) == _DAY and is_told(r):
            for end in (r.subject, r.object):
                there.setdefault((end.entity, day), []).append(r)
    told: set[tuple[str, str]] = set()
    for (person, _), group in there.items():
        for one, other in combinations(sorted(group, key=lambda r: r.id), 2):
            if (one.id, other.id) not in told and not is_one_place(one.place or "", other.place or ""):
                told.add((one.id, other.id))
                about = one.subject if one.subject.entity == person else one.object
                yield Contradiction("place", about, one, other)


def is_one_place(one: str, other: str) -> bool:
    """Whether two names of places may mean one place: a word of one is a word of the other, in any script."""
    keys = [{key for _, found in find_name_keys(name) for key in found} for name in (one, other)]
    return not keys[0].isdisjoint(keys[1])
