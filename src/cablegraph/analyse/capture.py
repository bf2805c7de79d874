"""The capture map: who held the posts of an institution or a country, what tied each holder to a power, and the share of posts so tied by month.

The curve has two bounds. Below: posts that somebody certainly held who was certainly tied. Above: posts that somebody may have held who may have been tied.
What lies over the upper bound is unknown, never free: a trove tells of ties that were seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cablegraph.analyse.held import Days, begin_of, end_of
from cablegraph.analyse.months import iter_shares
from cablegraph.analyse.posts import iter_posts
from cablegraph.analyse.powers import Grades, find_leavings, find_power, find_ties, tie_days
from cablegraph.analyse.realms import Realm, find_bodies, is_named
from cablegraph.model import first_day, last_day, overlap
from cablegraph.model.answers import (
    CaptureAnswer,
    CaptureHolder,
    CapturePost,
    End,
    EntityCard,
    PowerTie,
    RelationCard,
)


@dataclass(frozen=True, slots=True)
class CaptureQuestion:
    """What is asked for: the ``body`` or country, the ``power``, ISO dates ``first``-``last``, at most ``limit`` posts."""

    body: Realm
    power: Realm
    first: str | None = None
    last: str | None = None
    limit: int = 100


def find_posts_of(
    relations: Sequence[RelationCard], cards: Mapping[str, EntityCard], body: Realm
) -> list[list[RelationCard]]:
    """The occupancies of the posts of an institution or a country, by post, each in order of time; posts with most holders first."""
    bodies = find_bodies(cards, body)
    named: dict[str, bool] = {}

    def is_ours(group: list[RelationCard]) -> bool:
        post, held = group[0].object, {r.organization.entity for r in group if r.organization}
        if held:
            return not held.isdisjoint(bodies) or post.entity in bodies
        if post.entity not in named:
            named[post.entity] = post.entity in bodies or is_named(post.caption, body)
        return named[post.entity]

    found = [sorted(g, key=lambda r: (begin_of(r) or "9999", r.id)) for g in iter_posts(relations) if is_ours(g)]
    return sorted(found, key=lambda g: (-len({r.subject.entity for r in g}), -len(g), g[0].object.caption, g[0].id))


def build_capture(
    relations: Sequence[RelationCard], cards: Mapping[str, EntityCard], question: CaptureQuestion, grades: Grades
) -> CaptureAnswer:
    """The capture map; ``grades`` are the Admiralty codes of documents that grade themselves."""
    every = [g for g in find_posts_of(relations, cards, question.body) if _in_time(g, question)]
    groups = every[: question.limit]
    people = frozenset(r.subject.entity for g in groups for r in g)
    power = find_power(relations, cards, question.power)
    ties, denied = find_ties(relations, people, power, grades)
    gone = find_leavings(relations, people, power)
    posts = tuple(
        CapturePost(
            group[0].object,
            next((r.organization for r in group if r.organization), None),
            tuple(_holder(r, ties.get(r.subject.entity, []), denied.get(r.subject.entity, [])) for r in group),
        )
        for group in groups
    )
    span = _span(groups, question)
    months = tuple(iter_shares(groups, ties, gone, span)) if span else ()
    return CaptureAnswer(
        _end(cards[question.body.entity]), _end(cards[question.power.entity]), posts, months, months[0].month if months else None,
        months[-1].month if months else None, len(people), len(people & ties.keys()),
        tuple(_end(cards[key]) for key in sorted(power.bodies)), len(every) - len(groups),
    )  # fmt: skip


def _holder(r: RelationCard, ties: Sequence[PowerTie], denied: Sequence[RelationCard]) -> CaptureHolder:
    """A holder with the ties that may hold by the end of their time; the post itself is no tie of its own."""
    until = last_day(r.last) if r.last else None
    mine = tuple(t for t in ties if t.relation.id != r.id and (until is None or tie_days(t, None)[1][0] <= until))
    return CaptureHolder(r, mine[0].kind if mine else "", any(t.certain for t in mine), mine, tuple(denied))


def _in_time(group: Iterable[RelationCard], question: CaptureQuestion) -> bool:
    if question.first is None and question.last is None:
        return True
    return any(begin_of(r) and overlap(r.first, r.last, question.first, question.last) for r in group)


def _span(groups: Iterable[Iterable[RelationCard]], question: CaptureQuestion) -> Days | None:
    days = [day for group in groups for r in group for day in (begin_of(r), end_of(r)) if day]
    if not days:
        return None
    low = first_day(question.first) if question.first else min(days)
    high = last_day(question.last) if question.last else max(days)
    return (low, high) if low <= high else None


def _end(card: EntityCard) -> End:
    return End(card.id, card.schema, card.caption, card.romanised, "")
