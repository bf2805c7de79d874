"""What stands beside a relation in its documents: how the documents grade themselves, and which bodies its sentence names besides its ends."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from cablegraph.model.answers import End, RelationCard
from cablegraph.store.tables import cable, member, mention
from cablegraph.workbench.people import ends_of
from cablegraph.workbench.snapshot import Snapshot

_AT_ONCE = 500
_BODIES = frozenset({"Organization", "PublicBody"})


def load_grades(connection: sa.Connection, relations: Iterable[RelationCard]) -> dict[str, str]:
    """The Admiralty codes (``B2``, ``B``, ``2``) of the documents behind some relations; documents that grade nothing are left out."""
    out: dict[str, str] = {}
    for part in _parts({c.document for r in relations for c in r.citations}):
        rows = connection.execute(sa.select(cable.c.document, cable.c.header).where(cable.c.document.in_(part)))
        for key, header in rows:
            told = header or {}
            if grade := f"{told.get('reliability', '')}{told.get('credibility', '')}":
                out[key] = grade
    return out


def find_beside(
    connection: sa.Connection, snapshot: Snapshot, relations: Sequence[RelationCard]
) -> dict[str, tuple[End, ...]]:
    """For relations (ids) the bodies that are named in their sentences and are no end of them."""
    named: dict[str, list[tuple[int, int, str]]] = {}
    for part in _parts({c.document for r in relations for c in r.citations}):
        query = (
            sa.select(mention.c.document, mention.c.start, mention.c.end, member.c.entity)
            .join(member, member.c.referent == mention.c.referent)
            .where(mention.c.document.in_(part), mention.c.label == "ORG")
        )
        for document, start, end, entity in connection.execute(query):
            named.setdefault(document, []).append((start, end, entity))
    out = {}
    for r in relations:
        known = ends_of(r)
        found = [
            entity
            for c in r.citations
            for start, end, entity in sorted(named.get(c.document, ()))
            if c.start <= start and end <= c.end and entity not in known
        ]
        cards = [snapshot.cards[key] for key in dict.fromkeys(found)]
        out[r.id] = tuple(End(c.id, c.schema, c.caption, c.romanised, "") for c in cards if c.schema in _BODIES)
    return out


def _parts(documents: Iterable[str]) -> Iterable[list[str]]:
    ordered = sorted(documents)
    return (ordered[n : n + _AT_ONCE] for n in range(0, len(ordered), _AT_ONCE))
