"""Relations of documents become relations of entities: the same thing said in several places is one line with several citations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cablegraph.analyse.intervals import Interval, join_instants, join_lasting
from cablegraph.model import Relation, Review, make_id, relation_schemata
from cablegraph.model.answers import End, EntityCard, RelationCard

Said = tuple[str, str, str, str, str]
"""What a relation says but for its time: type, subject, object, polarity, modality."""
Stretch = tuple[Interval, list[Relation]]
Decision = tuple[int, Review]
"""The number of a judgement, and what it says of a relation."""


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
    relations: Iterable[Relation], ends: Ends, reviews: Mapping[str, Decision]
) -> tuple[RelationCard, ...]:
    """Group the relations of documents by what they say: type, ends, interval, polarity and modality.

    What speaks of one stretch of time becomes one (see ``intervals``). Self-relations are left out.
    ``reviews`` are by the id of a document's relation; of several the latest counts.
    """
    said: dict[Said, list[Stretch]] = {}
    for relation in sorted(
        relations, key=lambda r: (r.first is None, r.last is None, r.first or "", r.last or "", r.id)
    ):
        a, b = ends.entity_of[relation.subject], ends.entity_of[relation.object]
        if a == b:
            continue
        if not relation_schemata()[relation.type].directed and b < a:
            a, b = b, a
        key = (relation.type, a, b, relation.polarity.value, relation.modality.value)
        said.setdefault(key, []).append(((relation.first, relation.last), [relation]))
    cards = [
        _card(key, when, group, ends, reviews)
        for key, stretches in said.items()
        for when, group in _joined(key[0], stretches)
    ]
    return tuple(sorted(cards, key=lambda r: (r.first or r.last or r.as_of or "9", r.type, r.id)))


def _joined(kind: str, stretches: list[Stretch]) -> list[Stretch]:
    """Bring together what speaks of one stretch of time; what has no date joins the one dated stretch, where there is just one."""
    join = join_instants if relation_schemata()[kind].instant else join_lasting
    dated: list[Stretch] = []
    for when, group in (s for s in stretches if s[0] != (None, None)):
        for i, (other, theirs) in enumerate(dated):
            both = join(other, when)
            if both:
                dated[i] = (both, theirs + group)
                break
        else:
            dated.append((when, group))
    undated = [r for when, group in stretches if when == (None, None) for r in group]
    if undated and len(dated) == 1:
        return [(dated[0][0], dated[0][1] + undated)]
    return [*dated, ((None, None), undated)] if undated else dated


def _card(
    key: Said, when: Interval, group: list[Relation], ends: Ends, reviews: Mapping[str, Decision]
) -> RelationCard:
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
    number = make_id("l", *key, *when)
    review = max((reviews[r.id] for r in group if r.id in reviews), default=(0, Review.OPEN))[1]
    citations = tuple(dict.fromkeys(r.citation for r in group))
    return RelationCard(
        id=number, type=best.type, label=schema.label, directed=schema.directed, subject=subject, object=target,
        organization=ends.of(body, "") if body else None, handler=ends.of(handler, "") if handler else None,
        first=when[0], last=when[1], as_of=min((r.as_of for r in group if r.as_of), default=None), polarity=best.polarity.value,
        modality=best.modality.value, asserted_by=best.asserted_by, confidence=round(min(1 - doubt, 0.99), 3),
        review=review.value, acting=any(r.acting for r in group), place=next((r.place for r in group if r.place), None),
        citations=citations, sources=len({c.document for c in citations}), new=False, statements=tuple(sorted({r.id for r in group})),
    )  # fmt: skip
