"""The timeline of a case: relations that begin, end or happen, and the documents themselves, in order of time, undated ones kept apart."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from cablegraph.calendars import CALENDARS, show_in
from cablegraph.model import Review, first_day, overlap, precision_of
from cablegraph.model.answers import End, RelationCard, TimelineAnswer, TimelineItem


@dataclass(frozen=True, slots=True)
class TimelineQuestion:
    """What is asked for: ISO dates ``first``-``last``, one ``entity``, some ``types`` of relation, one ``kind`` (relation or document)."""

    first: str | None = None
    last: str | None = None
    entity: str | None = None
    types: Sequence[str] = ()
    kind: str | None = None
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class Written:
    """A document as the timeline shows it: when it was written (ISO, None = not known) and who stands in it."""

    document: str
    title: str
    type: str | None
    date: str | None
    language: str
    entities: tuple[End, ...]


def build_timeline(
    relations: Iterable[RelationCard], documents: Iterable[Written], question: TimelineQuestion
) -> TimelineAnswer:
    """Order what is asked for by its first day."""
    items = [
        _of_relation(r)
        for r in relations
        if r.review != Review.REJECTED and (not question.types or r.type in question.types)
    ]
    if not question.types:
        items += [_of_document(d) for d in documents]
    wanted = [i for i in items if _is_wanted(i, question)]
    dated = sorted(
        (i for i in wanted if i.first or i.last), key=lambda i: (first_day(i.first or i.last or ""), i.kind, i.id)
    )
    undated = sorted((i for i in wanted if not (i.first or i.last)), key=lambda i: (i.kind, i.title, i.id))
    if question.first or question.last:
        undated = []
    end = question.offset + question.limit
    return TimelineAnswer(tuple(dated[question.offset : end]), tuple(undated[: question.limit]), len(dated))


def _is_wanted(item: TimelineItem, question: TimelineQuestion) -> bool:
    if question.kind and item.kind != question.kind:
        return False
    if question.entity and question.entity not in {e.entity for e in item.entities}:
        return False
    if not (item.first or item.last):
        return True
    return overlap(item.first, item.last, question.first, question.last)


def _of_relation(r: RelationCard) -> TimelineItem:
    proof = r.citations[0]
    ends = tuple(e for e in (r.subject, r.object, r.organization, r.handler) if e)
    verb = r.label if r.polarity == "affirmed" else f"denied: {r.label}"
    title = f"{r.subject.caption} {verb} {r.object.caption}"
    return TimelineItem(
        r.id, "relation", r.type, title, r.first, r.last, precision_of(r.first or r.last or "0000-00-00") if r.first or r.last else "unknown",
        _shown(r.first or r.last), ends, proof, proof.document, "", r.as_of, r.polarity, r.modality, r.review,
    )  # fmt: skip


def _of_document(d: Written) -> TimelineItem:
    precision = precision_of(d.date) if d.date else "unknown"
    return TimelineItem(
        d.document,
        "document",
        d.type or "document",
        d.title,
        d.date,
        d.date,
        precision,
        _shown(d.date),
        d.entities,
        None,
        d.document,
        d.language,
    )


def _shown(iso: str | None) -> dict[str, str]:
    """The first day in words of each calendar that can tell it."""
    if iso is None:
        return {}
    day = date.fromisoformat(first_day(iso))
    out = {}
    for calendar in CALENDARS:
        with suppress(ValueError):
            out[calendar] = show_in(day, calendar, "en")
    return out
