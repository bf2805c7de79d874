"""Posts in time: the holders of each post of a body, who follows whom, and two who cannot both have held it.

Rests on relations that somebody affirms as fact or report and that nobody has rejected. The traps: a post that several hold side by side (member,
adviser, deputy) has neither a predecessor nor a clash, and a holder known from a single day says nothing about the days before and after.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.analyse.held import begin_of, end_of, maybe_at, sure_days, surely_at
from cablegraph.model import Modality, Polarity, Review
from cablegraph.model.answers import End, Holder, PostLine, PostsAnswer, RelationCard
from cablegraph.text import fold

_SOUND = frozenset({Modality.FACT, Modality.REPORT})


@dataclass(frozen=True, slots=True)
class PostsQuestion:
    """What is asked for: the holders on the day ``at`` (ISO), one ``post`` or ``person`` (entity ids), only posts that ``changed`` hands."""

    at: str | None = None
    post: str | None = None
    person: str | None = None
    changed: bool = False
    offset: int = 0
    limit: int = 100


def build_posts(relations: Iterable[RelationCard], question: PostsQuestion) -> PostsAnswer:
    """Put the occupancies of a case in order, by post and body."""
    lines = [_line(group, question.at) for group in iter_posts(relations) if _is_wanted(group, question)]
    found = [line for line in lines if line.holders and (not question.changed or len(_people(line)) > 1)]
    found.sort(
        key=lambda line: (-len(_people(line)), -len(line.holders), line.post.caption, line.holders[0].relation.id)
    )
    return PostsAnswer(len(found), tuple(found[question.offset : question.offset + question.limit]))


def iter_posts(relations: Iterable[RelationCard]) -> Iterator[list[RelationCard]]:
    """The occupancies of each post of a body; who holds a post without a body named holds that of the only body that has it."""
    held: dict[str, dict[str, list[RelationCard]]] = {}
    for r in relations:
        sound = r.polarity == Polarity.AFFIRMED and r.modality in _SOUND and r.review != Review.REJECTED
        if r.type == "Occupancy" and sound:
            body = r.organization.entity if r.organization else ""
            held.setdefault(r.object.entity, {}).setdefault(body, []).append(r)
    for bodies in held.values():
        if len(bodies) == 2 and "" in bodies:
            yield [r for group in bodies.values() for r in group]
        else:
            yield from bodies.values()


@cache
def _side_by_side() -> frozenset[str]:
    """The folded words of posts that several people hold at one time (``data/side_by_side.yml``)."""
    data: dict[str, list[str]] = yaml.safe_load(
        (files(__package__) / "data" / "side_by_side.yml").read_text(encoding="utf-8")
    )
    return frozenset(fold(word).casefold() for words in data.values() for word in words)


def is_shared(post: str) -> bool:
    """Whether several people hold a post of this name at one time."""
    return not _side_by_side().isdisjoint(fold(post).casefold().split())


def _is_wanted(group: Sequence[RelationCard], question: PostsQuestion) -> bool:
    named = {group[0].object.entity, *(r.organization.entity for r in group if r.organization)}
    if question.post and question.post not in named:
        return False
    return not question.person or any(r.subject.entity == question.person for r in group)


def _people(line: PostLine) -> set[str]:
    return {holder.relation.subject.entity for holder in line.holders}


def _line(group: Sequence[RelationCard], at: str | None) -> PostLine:
    ordered = sorted(group, key=lambda r: (begin_of(r) or "9999", end_of(r) or "9999", r.id))
    shared = is_shared(ordered[0].object.caption)
    neighbours = {} if shared else _neighbours(ordered)
    holders = tuple(
        Holder(r, *neighbours.get(r.id, (None, None)), sure=None if at is None else surely_at(r, at))
        for r in ordered
        if at is None or maybe_at(r, at, ordered, shared=shared)
    )
    clashes = () if shared else tuple(_clashes(ordered))
    body = next((r.organization for r in ordered if r.organization), None)
    return PostLine(ordered[0].object, body, holders, clashes)


def _neighbours(ordered: Sequence[RelationCard]) -> Mapping[str, tuple[End | None, End | None]]:
    """For each relation the holders before and after it; only those with a day of their own take part."""
    dated = [r for r in ordered if begin_of(r)]
    out: dict[str, tuple[End | None, End | None]] = {}
    for n, r in enumerate(dated):
        earlier = [o.subject for o in dated[:n] if o.subject.entity != r.subject.entity]
        later = [o.subject for o in dated[n + 1 :] if o.subject.entity != r.subject.entity]
        out[r.id] = (earlier[-1] if earlier else None, later[0] if later else None)
    return out


def _clashes(ordered: Sequence[RelationCard]) -> Iterable[tuple[str, str]]:
    """Pairs of different people who both surely hold the post on one day; who only acts for the other is no clash."""
    known = [(r, days) for r in ordered if (days := sure_days(r)) and not r.acting]
    for n, (r, mine) in enumerate(known):
        for other, theirs in known[n + 1 :]:
            if other.subject.entity != r.subject.entity and mine[0] <= theirs[1] and theirs[0] <= mine[1]:
                yield r.id, other.id
