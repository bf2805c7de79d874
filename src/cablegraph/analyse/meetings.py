"""Who met whom, when and where, and where else both are said to have been on that day.

The trap: a place elsewhere on one day is no contradiction in itself; people travel, and one place has several names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cablegraph.analyse.contradictions import is_one_place
from cablegraph.analyse.network import holds_in
from cablegraph.model import Review, first_day, last_day
from cablegraph.model.answers import MeetingLine, MeetingsAnswer, RelationCard

_DAY = len("2014-11-05")


@dataclass(frozen=True, slots=True)
class MeetingsQuestion:
    """What is asked for: meetings of ``who`` (entity id), with ``whom``, from ``first`` to ``last`` (ISO), at most ``limit``."""

    who: str | None = None
    whom: str | None = None
    first: str | None = None
    last: str | None = None
    limit: int = 200


def find_meetings(relations: Sequence[RelationCard], question: MeetingsQuestion) -> MeetingsAnswer:
    """The meetings that are asked for, denied and planned ones among them, each with where its people were on that day."""
    wanted = {key for key in (question.who, question.whom) if key}
    found = [
        r
        for r in relations
        if r.type == "Meeting"
        and r.review != Review.REJECTED
        and wanted <= {r.subject.entity, r.object.entity}
        and holds_in(r, question.first, question.last)
    ]
    found.sort(key=lambda r: (r.first or r.last or "9", r.as_of or "9", r.id))
    placed = _placed(relations)
    lines = tuple(MeetingLine(r, tuple(_elsewhere(r, placed))) for r in found[: question.limit])
    return MeetingsAnswer(len(found), lines)


def _placed(relations: Iterable[RelationCard]) -> dict[tuple[str, str], list[RelationCard]]:
    """By person and day what happened with them at a named place."""
    out: dict[tuple[str, str], list[RelationCard]] = {}
    for r in relations:
        day = _day(r)
        if r.place and day and r.review != Review.REJECTED:
            for end in (r.subject, r.object):
                out.setdefault((end.entity, day), []).append(r)
    return out


def _day(r: RelationCard) -> str | None:
    """The one day on which a relation happened, where it is told to the day."""
    first, last = r.first or r.last, r.last or r.first
    return first if first and last and len(first) == _DAY and first_day(first) == last_day(last) else None


def _elsewhere(r: RelationCard, placed: dict[tuple[str, str], list[RelationCard]]) -> Iterable[RelationCard]:
    day = _day(r)
    if day is None:
        return ()
    near = (o for end in (r.subject, r.object) for o in placed.get((end.entity, day), ()) if o.id != r.id)
    return {o.id: o for o in near if not _is_retold(r, o)}.values()


def _is_retold(r: RelationCard, other: RelationCard) -> bool:
    """Whether another relation tells the same meeting at the same place."""
    ends = {r.subject.entity, r.object.entity} == {other.subject.entity, other.object.entity}
    return ends and r.place is not None and is_one_place(r.place, other.place or "")
