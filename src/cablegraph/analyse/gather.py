"""Relations of documents become relations of entities: the same thing said in several places is one line with several citations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cablegraph.model import Relation, Review, make_id, relation_schemata
from cablegraph.model.answers import End, EntityCard, RelationCard


@dataclass(frozen=True, slots=True)
class Ends:
    """The cards of entities, and the entity of each referent."""

    cards: Mapping[str, EntityCard]
    entity_of: Mapping[str, str]

    def of(self, referent: str, words: str) -> End:
        """The end of a relation: the entity of a referent, with the words that stand in the sentence."""
        card = self.cards[self.entity_of[referent]]
        return End(card.id, card.schema, card.caption, card.romanised, words)


def gather_relations(
    relations: Iterable[Relation], ends: Ends, reviews: Mapping[str, Review]
) -> tuple[RelationCard, ...]:
    """Group the relations of documents by what they say: type, ends, interval, polarity and modality.

    A statement without a date joins the one dated statement of the same ends, where there is just one. Self-relations are left out.
    ``reviews`` are by the id of the result.
    """
    groups: dict[tuple[object, ...], list[Relation]] = {}
    for relation in relations:
        a, b = ends.entity_of[relation.subject], ends.entity_of[relation.object]
        if a == b:
            continue
        if not relation_schemata()[relation.type].directed and b < a:
            a, b = b, a
        key = (relation.type, a, b, relation.polarity.value, relation.modality.value, relation.first, relation.last)
        groups.setdefault(key, []).append(relation)
    _absorb_undated(groups)
    cards = [_card(key, group, ends, reviews) for key, group in groups.items()]
    return tuple(sorted(cards, key=lambda r: (r.first or r.last or r.as_of or "9", r.type, r.id)))


def _absorb_undated(groups: dict[tuple[object, ...], list[Relation]]) -> None:
    dated: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for key in groups:
        if key[5] or key[6]:
            dated.setdefault(key[:5], []).append(key)
    for key in [k for k in groups if not (k[5] or k[6])]:
        homes = dated.get(key[:5], [])
        if len(homes) == 1:
            groups[homes[0]].extend(groups.pop(key))


def _card(key: tuple[object, ...], group: list[Relation], ends: Ends, reviews: Mapping[str, Review]) -> RelationCard:
    group.sort(key=lambda r: (r.document, r.citation.start, r.id))
    best = max(group, key=lambda r: (r.confidence, r.id))
    schema = relation_schemata()[best.type]
    swapped = ends.entity_of[best.subject] != key[1]
    subject, target = ends.of(best.subject, best.subject_text), ends.of(best.object, best.object_text)
    if swapped:
        subject, target = target, subject
    body = next((r.organization for r in group if r.organization in ends.entity_of), None)
    handler = next((r.handler for r in group if r.handler in ends.entity_of), None)
    doubt = 1.0
    for document in {r.document for r in group}:
        doubt *= 1 - max(r.confidence for r in group if r.document == document)
    number = make_id("l", *key)
    citations = tuple(dict.fromkeys(r.citation for r in group))
    return RelationCard(
        id=number, type=best.type, label=schema.label, directed=schema.directed, subject=subject, object=target,
        organization=ends.of(body, "") if body else None, handler=ends.of(handler, "") if handler else None,
        first=best.first, last=best.last, as_of=min((r.as_of for r in group if r.as_of), default=None), polarity=best.polarity.value,
        modality=best.modality.value, asserted_by=best.asserted_by, confidence=round(min(1 - doubt, 0.99), 3),
        review=reviews.get(number, Review.OPEN).value, acting=any(r.acting for r in group), place=next((r.place for r in group if r.place), None),
        citations=citations, sources=len({c.document for c in citations}), new=False,
    )  # fmt: skip
