"""A case as the tables that `neo4j-admin database import full` takes: nodes and relationships with typed columns.

Source: the import reference of Neo4j 5. A relation with its words becomes one relationship; its quotes stand in a list. The trap: values in a list
are parted by a sign that must not stand in them, so a quote loses it.
"""

from collections.abc import Iterator

from cablegraph.publish.bundle import Bundle
from cablegraph.publish.tables import place_cells, table_lines

_PART = ";"


def neo4j_tables(bundle: Bundle) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield each table as its file name and its lines: entities, documents, relations, and which document names whom by relation."""
    places = bundle.places()
    yield (
        "entities.csv",
        table_lines(
            (
                "id:ID",
                "caption",
                "romanised",
                "names:string[]",
                "documents:int",
                "mentions:int",
                "latitude:float",
                "longitude:float",
                "country",
                "geonames:int",
                ":LABEL",
            ),
            (
                (
                    e.id,
                    e.caption,
                    e.romanised,
                    _listed(e.names),
                    str(e.documents),
                    str(e.mentions),
                    *place_cells(places.get(e.id)),
                    f"Entity{_PART}{e.schema}",
                )
                for e in bundle.entities
            ),
            mark=False,
        ),
    )
    yield (
        "documents.csv",
        table_lines(
            ("id:ID", "title", "path", "dataset", "date", "language", ":LABEL"),
            ((d.id, d.title, d.path, d.dataset, d.date or "", d.language, "Document") for d in bundle.documents()),
            mark=False,
        ),
    )
    yield (
        "relations.csv",
        table_lines(
            (":START_ID", ":END_ID", ":TYPE", "id", "from", "to", "as_of", "polarity", "modality", "asserted_by", "confidence:float", "review",
             "quotes:string[]"),
            (
                (r.subject.entity, r.object.entity, _type(r.type), r.id, r.first or "", r.last or "", r.as_of or "", r.polarity, r.modality, r.asserted_by,
                 f"{r.confidence:.3f}", r.review, _listed(tuple(c.quote for c in r.citations)))
                for r in bundle.relations
            ),
            mark=False,
        ),
    )  # fmt: skip
    yield (
        "cited.csv",
        table_lines(
            (":START_ID", ":END_ID", ":TYPE", "words"), ((r.document, r.cited, "CITES", r.words) for r in bundle.references), mark=False
        ),
    )  # fmt: skip


def _listed(values: tuple[str, ...]) -> str:
    return _PART.join(" ".join(value.replace(_PART, ",").split()) for value in values)


def _type(name: str) -> str:
    """A relation's type in the manner of Neo4j: ``FamilyOf`` becomes ``FAMILY_OF``."""
    return "".join(f"_{c}" if c.isupper() and n else c for n, c in enumerate(name)).upper()
