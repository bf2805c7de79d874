"""Invented entities and relations, as they stand between entities; shared with the tests of claims and publish."""

from dataclasses import replace
from typing import Any

from cablegraph.analyse import Ends
from cablegraph.model import Citation, Modality, Polarity, Relation, Review, cite, relation_schemata
from cablegraph.model.answers import End, EntityCard, RelationCard

CARDS = {
    key: EntityCard(key, schema, caption, romanised, (caption, *others), 2, 5)
    for key, schema, caption, romanised, others in (
        ("e-karim", "Person", "Karim Zandi", "", ("کریم زندی", "كريم زندي")),
        ("e-leila", "Person", "لیلا صبری", "Leila Sabri", ("ليلى صبري",)),
        ("e-omar", "Person", "عمر حداد", "Omar Haddad", ()),
        ("e-port", "Organization", "Nahr Port Authority", "", ("اداره بندر نهر",)),
        ("e-post", "Position", "مدیر بندر", "Modir-e Bandar", ()),
        ("e-place", "Address", "بغداد", "Baghdad", ()),
    )
}
ENDS = Ends(CARDS, {f"r{n}-{key}": key for key in CARDS for n in range(4)})

SENTENCE = "کریم زندی در بندر با عمر حداد دیدار کرد. Karim Zandi met Omar Haddad. التقى كريم زندي عمر حداد."


def proof(document: str = "d-1", start: int = 0, page: int = 1) -> Citation:
    """A citation of some words of the sentence."""
    return cite(document, page, SENTENCE, start, start + 9)


def said(type_: str, subject: str, target: str, document: str = "d-1", n: int = 0, **more: Any) -> Relation:
    """A document says that one entity (by its id) stands to another; ``n`` tells apart the referents of one entity."""
    base = Relation(
        f"s-{type_}-{subject}-{target}-{document}-{n}-{sorted(more.items())}", document, type_, f"r{n}-{subject}", f"r{n}-{target}", None, None,
        CARDS[subject].caption, CARDS[target].caption, None, None, None, Polarity.AFFIRMED, Modality.FACT, "writer", proof(document, n), 0.6, "rule",
    )  # fmt: skip
    return replace(base, **more)


def end(key: str) -> End:
    """An end of a relation."""
    card = CARDS[key]
    return End(card.id, card.schema, card.caption, card.romanised, card.caption)


def line(type_: str, subject: str, target: str, key: str = "", **more: Any) -> RelationCard:
    """A relation between two entities."""
    schema = relation_schemata()[type_]
    base = RelationCard(
        id=key or f"l-{type_}-{subject}-{target}", type=type_, label=schema.label, directed=schema.directed, subject=end(subject), object=end(target),
        organization=None, handler=None, first=None, last=None, as_of=None, polarity="affirmed", modality="fact", asserted_by="writer",
        confidence=0.8, review=Review.OPEN.value, acting=False, place=None, citations=(proof(),), sources=1, new=False,
    )  # fmt: skip
    return replace(base, **more)
