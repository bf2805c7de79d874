"""The dated relations of a case as a calendar (iCalendar, RFC 5545), which every calendar program opens.

A lasting relation becomes the day on which it began and the day on which it ended, a single event the days that it may have happened on. The traps: a
calendar knows no uncertainty, so a date known to the month or year fills all of it and says so; and its last day is exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from cablegraph.model import first_day, last_day, precision_of, relation_schemata
from cablegraph.model.answers import RelationCard
from cablegraph.publish.bundle import Bundle

if TYPE_CHECKING:
    from icalendar import Event

_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
"""The standard wants a moment of writing; a fixed one keeps two exports of one case equal."""


def calendar_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the lines; denied and rejected relations are left out, and so is what has no date."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//cablegraph//EN")
    calendar.add("version", "2.0")
    for r in bundle.relations:
        if r.polarity == "affirmed" and r.review != "rejected":
            for event in _events(r):
                calendar.add_component(event)
    yield from calendar.to_ical().decode("utf-8").splitlines(keepends=True)


def _events(r: RelationCard) -> Iterator[Event]:
    if relation_schemata()[r.type].instant:
        if r.first or r.last:
            yield _event(r, r.first or r.last or "", r.last or r.first or "", "")
        return
    if r.first:
        yield _event(r, r.first, r.first, "begins: ")
    if r.last:
        yield _event(r, r.last, r.last, "ends: ")


def _event(r: RelationCard, first: str, last: str, lead: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{r.id}-{lead[:-2] or 'on'}@cablegraph")
    event.add("dtstamp", _STAMP)
    event.add("dtstart", date.fromisoformat(first_day(first)))
    event.add("dtend", date.fromisoformat(last_day(last)) + timedelta(days=1))
    event.add("summary", f"{lead}{r.subject.caption} {r.label} {r.object.caption}")
    unsure = "" if precision_of(first) == "day" else f"Known to the {precision_of(first)} only. "
    proof = r.citations[0]
    event.add(
        "description", f"{unsure}{r.modality}, on the word of {r.asserted_by}. {proof.quote} ({proof.document}, page {proof.page}, {proof.start}-{proof.end})"
    )  # fmt: skip
    event.add("categories", [r.type])
    return event
