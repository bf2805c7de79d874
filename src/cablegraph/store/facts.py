"""What was read out of documents: headers, mentions, dates, referents and relations.

``save_extraction`` replaces everything that was known of a document, in one transaction of the caller.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from cablegraph.model import (
    Citation,
    DateMention,
    Extraction,
    Header,
    Mention,
    Modality,
    Polarity,
    Referent,
    Relation,
    make_id,
    text_checksum,
)
from cablegraph.store.tables import cable, date, mention, referent, relation

_DERIVED = (cable, mention, date, referent, relation)


def save_extraction(connection: sa.Connection, key: str, found: Extraction) -> None:
    """Store what was read out of one document in place of what was known before."""
    for table in _DERIVED:
        connection.execute(sa.delete(table).where(table.c.document == key))
    header = found.header
    row = {
        "document": key, "type": header.text_of("type"), "number": header.text_of("number"), "date": header.text_of("date"),
        "header": header.as_json(), "spans": {name: list(span) for name, span in header.spans.items()},
    }  # fmt: skip
    connection.execute(sa.insert(cable), [row])
    for table, rows in (
        (mention, [_mention_row(m) for m in found.mentions]),
        (date, [_date_row(d) for d in found.dates]),
        (referent, [_referent_row(r) for r in found.referents]),
        (relation, [_relation_row(r) for r in found.relations]),
    ):
        if rows:
            connection.execute(sa.insert(table), rows)


def _mention_row(m: Mention) -> dict[str, object]:
    return {
        "id": m.id, "document": m.document, "page": m.page, "start": m.start, "end": m.end, "text": m.text, "label": m.label,
        "confidence": m.confidence, "origin": m.origin, "checksum": text_checksum(m.text), "referent": m.referent,
    }  # fmt: skip


def _date_row(d: DateMention) -> dict[str, object]:
    return {
        "id": make_id("t", d.document, d.start, d.end), "document": d.document, "page": d.page, "start": d.start, "end": d.end, "text": d.text,
        "first": d.first, "last": d.last, "calendar": d.calendar, "precision": d.precision, "edtf": d.edtf,
        "candidates": list(d.candidates), "checksum": text_checksum(d.text), "weekday_agrees": d.weekday_agrees,
    }  # fmt: skip


def _referent_row(r: Referent) -> dict[str, object]:
    context = {name: list(values) for name, values in r.context.items()}
    return {
        "id": r.id, "document": r.document, "schema": r.schema, "name": r.name, "names": list(r.names), "language": r.language, "context": context,
    }  # fmt: skip


def _relation_row(r: Relation) -> dict[str, object]:
    c = r.citation
    return {
        "id": r.id, "document": r.document, "page": c.page, "start": c.start, "end": c.end, "type": r.type, "subject": r.subject,
        "object": r.object, "organization": r.organization, "handler": r.handler, "subject_text": r.subject_text, "object_text": r.object_text,
        "first": r.first, "last": r.last, "as_of": r.as_of, "polarity": r.polarity.value, "modality": r.modality.value,
        "asserted_by": r.asserted_by, "quote": c.quote, "checksum": c.checksum, "confidence": r.confidence, "origin": r.origin,
        "cue": r.cue, "place": r.place, "acting": r.acting,
    }  # fmt: skip


def load_header(connection: sa.Connection, key: str) -> Header:
    """The header of a document; an empty one where none was found."""
    row = connection.execute(sa.select(cable).where(cable.c.document == key)).first()
    if row is None:
        return Header()
    values = {n: tuple(v) if isinstance(v, list) else v for n, v in row.header.items()}
    return Header(values, {n: (s[0], s[1]) for n, s in row.spans.items()})


def dates_written(connection: sa.Connection) -> dict[str, str]:
    """For each document with a date in its header that date, ISO to the precision given."""
    query = sa.select(cable.c.document, cable.c.date).where(cable.c.date.is_not(None))
    return {row.document: row.date for row in connection.execute(query)}


def load_mentions(connection: sa.Connection, documents: Sequence[str]) -> list[Mention]:
    """The mentions of some documents, in reading order."""
    query = (
        sa.select(mention)
        .where(mention.c.document.in_(documents))
        .order_by(mention.c.document, mention.c.start, mention.c.end, mention.c.id)
    )
    return [
        Mention(r.id, r.document, r.page, r.start, r.end, r.text, r.label, r.confidence, r.origin, r.referent)
        for r in connection.execute(query)
    ]


def load_dates(connection: sa.Connection, key: str) -> list[DateMention]:
    """The dates of a document, in reading order."""
    query = sa.select(date).where(date.c.document == key).order_by(date.c.start)
    return [
        DateMention(
            r.document,
            r.page,
            r.start,
            r.end,
            r.text,
            r.first,
            r.last,
            r.calendar,
            r.precision,
            r.edtf,
            tuple(r.candidates),
            r.weekday_agrees,
        )
        for r in connection.execute(query)
    ]


def iter_referents(connection: sa.Connection) -> Iterator[Referent]:
    """All referents, in order of id."""
    for r in connection.execute(sa.select(referent).order_by(referent.c.id)):
        yield Referent(
            r.id, r.document, r.schema, r.name, tuple(r.names), r.language, {n: tuple(v) for n, v in r.context.items()}
        )


def as_relation(r: Any) -> Relation:
    """A row of the table ``relation`` as a record."""
    proof = Citation(r.document, r.page, r.start, r.end, r.quote, r.checksum)
    return Relation(
        r.id, r.document, r.type, r.subject, r.object, r.organization, r.handler, r.subject_text, r.object_text, r.first, r.last, r.as_of,
        Polarity(r.polarity), Modality(r.modality), r.asserted_by, proof, r.confidence, r.origin, r.cue, r.place, r.acting,
    )  # fmt: skip


def iter_relations(connection: sa.Connection, *, documents: Sequence[str] | None = None) -> Iterator[Relation]:
    """The relations of some documents or of all, in order of id."""
    query = sa.select(relation).order_by(relation.c.id)
    if documents is not None:
        query = query.where(relation.c.document.in_(documents))
    for row in connection.execute(query):
        yield as_relation(row)


def iter_citations(connection: sa.Connection, key: str) -> Iterator[Citation]:
    """Every citation that rests on a document: of its mentions, dates and relations."""
    for table, words in ((mention, mention.c.text), (date, date.c.text), (relation, relation.c.quote)):
        query = sa.select(table.c.page, table.c.start, table.c.end, words.label("quote"), table.c.checksum).where(
            table.c.document == key
        )
        for r in connection.execute(query.order_by(table.c.start, table.c.end)):
            yield Citation(key, r.page, r.start, r.end, r.quote, r.checksum)
