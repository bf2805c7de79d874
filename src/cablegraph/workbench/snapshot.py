"""A case in memory as its screens need it: a line for each document, a card for each entity, and the relations between entities with all their citations.

Made once after each change of the case and shared by all readers. Texts are not in it, so that it stays small beside the trove.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from cablegraph.analyse import Decision, Ends, gather_relations
from cablegraph.model import Modality, Relation, Review, Verdict
from cablegraph.model.answers import EntityCard, RelationCard
from cablegraph.names import romanise
from cablegraph.store import entities, facts, files, judgements, places
from cablegraph.store.tables import cable, document, file, page, referent
from cablegraph.text import is_rtl
from cablegraph.workbench.apart import load_apart
from cablegraph.workbench.citing import CableGraph
from cablegraph.workbench.place_book import PlaceBook
from cablegraph.workbench.threads import Threads

SIGNAL = "signal:"
"""How keys of metadata begin that name something to look at."""
_NAMED = frozenset({"Person", "Address"})
"""Schemata whose captions are names, so that a Latin form helps; a body or a post is made of words."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document as a list shows it.

    ``pages`` gives number, start and end of each; ``record`` is true for public statements; ``signals`` are the names of what to look at (``has-macros``).
    """

    id: str
    title: str
    path: str
    dataset: str
    datasets: tuple[str, ...]
    kind: str
    type: str | None
    language: str
    date: str | None
    record: bool
    pages: tuple[tuple[int, int, int], ...]
    signals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The case at one moment.

    ``entity_of`` maps a referent to its entity, ``entities_in`` a document to the entities named in it; ``relations`` holds what the trove
    says, ``record`` what public statements say; ``threads``, ``cables`` (the graph of citations) and ``places`` (where they lie) are found when
    they are asked for.
    """

    lines: Mapping[str, DocumentLine]
    cards: Mapping[str, EntityCard]
    entity_of: Mapping[str, str]
    entities_in: Mapping[str, frozenset[str]]
    relations: tuple[RelationCard, ...]
    record: tuple[RelationCard, ...]
    threads: Threads = field(default_factory=Threads)
    cables: CableGraph = field(default_factory=CableGraph)
    places: PlaceBook = field(default_factory=PlaceBook)


def take_snapshot(connection: sa.Connection) -> Snapshot:
    """Read a case into memory."""
    lines = _lines(connection)
    cards = _cards(connection)
    entity_of = entities.entity_of(connection)
    reviews = _reviews(connection)
    ends = Ends(cards, entity_of)
    apart = load_apart(connection)
    trove: list[Relation] = []
    public: list[Relation] = []
    for relation in facts.iter_relations(connection):
        if relation.subject in entity_of and relation.object in entity_of:
            told = replace(relation, citation=apart.mark(relation.citation))
            (public if lines[relation.document].record else trove).append(told)
    record = gather_relations(public, ends, reviews)
    known = {(r.type, r.subject.entity, r.object.entity) for r in record}
    has_record = any(line.record for line in lines.values())
    relations = tuple(
        replace(
            r,
            new=has_record
            and (r.type, r.subject.entity, r.object.entity) not in known
            and r.modality != Modality.OPINION,
        )
        for r in gather_relations(trove, ends, reviews)
    )
    return Snapshot(lines, cards, entity_of, _entities_in(connection, entity_of), relations, record)


def _reviews(connection: sa.Connection) -> dict[str, Decision]:
    """For each statement of a document the latest decision of a person about a relation that rested on it."""
    out: dict[str, Decision] = {}
    for j in judgements.load(connection):
        if j.subject == "relation":
            review = Review.OPEN if j.verdict == Verdict.NONE else Review(j.verdict)
            out.update(dict.fromkeys(j.left.split(), (j.seq, review)))
    return out


def _entities_in(connection: sa.Connection, entity_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in connection.execute(sa.select(referent.c.id, referent.c.document)):
        if row.id in entity_of:
            out.setdefault(row.document, set()).add(entity_of[row.id])
    return {key: frozenset(found) for key, found in out.items()}


def _lines(connection: sa.Connection) -> dict[str, DocumentLine]:
    kinds = {d.name: d.kind.value for d in files.load_datasets(connection)}
    pages: dict[str, list[tuple[int, int, int]]] = {}
    for row in connection.execute(
        sa.select(page.c.document, page.c.number, page.c.start, page.c.end).order_by(page.c.document, page.c.number)
    ):
        pages.setdefault(row.document, []).append((row.number, row.start, row.end))
    datasets: dict[str, set[str]] = {}
    for place in connection.execute(
        sa.select(document.c.id, file.c.dataset).join(file, file.c.sha256 == document.c.sha256)
    ):
        datasets.setdefault(place.id, set()).add(place.dataset)
    heads = {
        head.id: head
        for head in connection.execute(
            sa.select(document.c.id, document.c.title, document.c.kind, document.c.language, cable.c.type, cable.c.date, cable.c.header)
            .outerjoin(cable, cable.c.document == document.c.id)
        )
    }  # fmt: skip
    signals = _signals(connection)
    out = {}
    for key, dataset, path in places.iter_first_places(connection):
        head = heads[key]
        subject = (head.header or {}).get("subject")
        out[key] = DocumentLine(
            key, subject if isinstance(subject, str) and subject else head.title, path, dataset, tuple(sorted(datasets.get(key, ()))),
            head.kind, head.type, head.language, head.date, kinds[dataset] == "record", tuple(pages.get(key, ())),
            frozenset(signals.get(key, ())),
        )  # fmt: skip
    return out


def _signals(connection: sa.Connection) -> dict[str, set[str]]:
    """The names of the signals of each document that has any."""
    entry = sa.func.json_each(document.c.properties).table_valued("key")
    said = sa.cast(document.c.properties, sa.Text).like(f'%"{SIGNAL}%')
    out: dict[str, set[str]] = {}
    query = (
        sa.select(document.c.id, entry.c.key)
        .select_from(document.join(entry, sa.true()))
        .where(said, entry.c.key.like(f"{SIGNAL}%"))
    )
    for key, name in connection.execute(query):
        out.setdefault(key, set()).add(name.removeprefix(SIGNAL))
    return out


def _cards(connection: sa.Connection) -> dict[str, EntityCard]:
    out = {}
    for key, row in entities.load_entities(connection).items():
        latin = romanise(row.caption) if row.schema in _NAMED and is_rtl(row.caption) else ""
        out[key] = EntityCard(key, row.schema, row.caption, latin, tuple(row.names), row.documents, row.mentions)
    return out
