"""The places of a case or of a time in it with what the gazetteer says of them, and what happened at each.

Knows what falls into a time and which sentence of a document names a place; what a place means and where it stands is ``place_book``'s.
"""

import sqlalchemy as sa

from cablegraph.analyse import holds_in
from cablegraph.analyse.places import SOURCE
from cablegraph.errors import NothingThere
from cablegraph.model import Citation, cite, overlap
from cablegraph.model.answers import PlaceAnswer, PlaceLine, PlacesAnswer
from cablegraph.store import documents
from cablegraph.store.tables import member, mention
from cablegraph.text import find_sentences
from cablegraph.workbench.place_book import PlaceFacts
from cablegraph.workbench.snapshot import Snapshot

_MOST_PASSAGES = 60
_LONGEST = 600


def list_places(snapshot: Snapshot, first: str | None = None, last: str | None = None) -> PlacesAnswer:
    """The places that documents or relations of a time speak of; a document counts by the day on which it was written."""
    every = (_within(snapshot, facts, first, last) for facts in snapshot.places.of(snapshot).values())
    lines = [_line(snapshot, facts) for facts in every if facts.documents or facts.relations]
    lines.sort(key=lambda line: (-line.documents, -line.relations, line.entity.caption, line.entity.id))
    states = [line.state for line in lines]
    return PlacesAnswer(
        tuple(lines), states.count("located"), states.count("undecided"), states.count("unknown"), SOURCE
    )


def describe_place(
    connection: sa.Connection, snapshot: Snapshot, key: str, first: str | None, last: str | None
) -> PlaceAnswer:
    """One place (by its current id) with what happened there and who names it.

    Raises:
        NothingThere: The entity is no place.
    """
    known = snapshot.places.of(snapshot).get(key)
    if known is None:
        message = f"Entity {key} is no place. Places are listed by `cablegraph places`."
        raise NothingThere(message)
    facts = _within(snapshot, known, first, last)
    written = sorted(facts.documents, key=lambda d: (snapshot.lines[d].date or "9", d))
    passages = tuple(c for d in written[:_MOST_PASSAGES] if (c := _passage(connection, key, d)))
    return PlaceAnswer(_line(snapshot, facts), facts.relations, passages)


def _within(snapshot: Snapshot, facts: PlaceFacts, first: str | None, last: str | None) -> PlaceFacts:
    """The facts of a time."""
    documents = frozenset(d for d in facts.documents if _is_within(snapshot, d, first, last))
    relations = tuple(r for r in facts.relations if holds_in(r, first, last))
    return PlaceFacts(facts.located, documents, relations)


def _line(snapshot: Snapshot, facts: PlaceFacts) -> PlaceLine:
    found = facts.located
    return PlaceLine(
        snapshot.cards[found.id], found.state, found.kind, found.choice, found.alternatives, len(facts.documents), len(facts.relations)
    )  # fmt: skip


def _is_within(snapshot: Snapshot, document: str, first: str | None, last: str | None) -> bool:
    line = snapshot.lines[document]
    if line.record:
        return False
    if first is None and last is None:
        return True
    return line.date is not None and overlap(line.date, line.date, first, last)


def _passage(connection: sa.Connection, entity: str, document: str) -> Citation | None:
    """The sentence in which a document first names an entity; the name alone where that sentence is very long."""
    query = (
        sa.select(mention.c.page, mention.c.start, mention.c.end)
        .join(member, member.c.referent == mention.c.referent)
        .where(member.c.entity == entity, mention.c.document == document)
        .order_by(mention.c.start)
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    text = documents.load_text(connection, document)
    start, end = row.start, row.end
    for sentence in find_sentences(text):
        if sentence.start <= start and end <= sentence.end and sentence.end - sentence.start <= _LONGEST:
            start, end = sentence.start, sentence.end
            break
    return cite(document, row.page, text, start, end)
