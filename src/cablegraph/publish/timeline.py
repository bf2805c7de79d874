"""A timeline as a table: what has a date in order of time, each date in three calendars, and what has none at the end, as such.

The trap: the words of a calendar name the first day that a date may mean; ``precision`` says how much of them was stated.
"""

from collections.abc import Iterator

from cablegraph.model.answers import TimelineAnswer, TimelineItem
from cablegraph.publish.tables import table_lines

CALENDARS = ("gregorian", "solar-hijri", "lunar-hijri")
HEAD = (
    "dated", "from", "to", "precision", *CALENDARS, "kind", "type", "title", "polarity", "modality", "review", "as_of", "entities", "entity_ids", "document",
    "page", "start", "end", "quote", "id",
)  # fmt: skip


def timeline_lines(answer: TimelineAnswer) -> Iterator[str]:
    """Yield the lines of the table, with a byte order mark; ``dated`` is ``yes`` or ``no``."""
    rows = (_row(item, dated) for items, dated in ((answer.items, "yes"), (answer.undated, "no")) for item in items)
    return table_lines(HEAD, rows)


def _row(item: TimelineItem, dated: str) -> tuple[str, ...]:
    proof = item.citation
    shown = (item.in_calendars.get(calendar, "") for calendar in CALENDARS)
    place = (str(proof.page), str(proof.start), str(proof.end), proof.quote) if proof else ("", "", "", "")
    return (
        dated, item.first or "", item.last or "", item.precision, *shown, item.kind, item.type, item.title, item.polarity, item.modality, item.review,
        item.as_of or "", "; ".join(e.caption for e in item.entities), "; ".join(e.entity for e in item.entities), item.document, *place, item.id,
    )  # fmt: skip
