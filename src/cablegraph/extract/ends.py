"""Ends of relations as referents.

An end is the referent of its mention; where no mention covers it (a post told in words), a referent is made of its own words. The trap is
the open mention: two people of that name, so the end cannot be had, and the relation with it.
"""

from collections.abc import Sequence

from cablegraph.extract.linking import post_name, referent_id
from cablegraph.model.citation import cite
from cablegraph.model.document import Document
from cablegraph.model.ids import make_id
from cablegraph.model.mention import FoundMention, Referent
from cablegraph.model.relation import FoundRelation, Party, Relation
from cablegraph.model.schemata import entity_schema


class Ends:
    """Referents for the ends of relations: those of their mentions, and new ones for ends that no mention covers (a post told in words)."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[FoundMention],
        of_mentions: Sequence[str | None],
        referents: Sequence[Referent],
    ) -> None:
        self.document = document
        self.by_span = {(m.start, m.end, m.label): r for m, r in zip(mentions, of_mentions, strict=True)}
        self.inside = [(m, r) for m, r in zip(mentions, of_mentions, strict=True)]
        self.known = {r.id: r for r in referents}

    def referents(self) -> tuple[Referent, ...]:
        """All referents, the linked ones first."""
        return tuple(self.known.values())

    def of(self, party: Party | None, *, post: bool = False) -> str | None:
        """The referent of an end; None where its mention is open (two people of that name)."""
        if party is None:
            return None
        span = (party.start, party.end, party.label)
        if not post and span in self.by_span:
            return self.by_span[span]
        schema = "Position" if post else entity_schema(party.label)
        if schema is None:
            return None
        name = post_name(party.text) if post else " ".join(party.text.split())
        if schema == "Person":
            inner_names = [
                r for m, r in self.inside if m.label == "PERSON" and party.start <= m.start and m.end <= party.end
            ]
            if inner_names:
                return inner_names[0]
            name = " ".join(reversed([part.strip() for part in name.split(",", 1)]))
        id_ = referent_id(self.document.id, schema, name)
        if id_ not in self.known:
            inner = tuple(
                m.text
                for m, _ in self.inside
                if m.label in {"ORG", "PLACE"} and party.start <= m.start and m.end <= party.end
            )
            context = {"organizations": tuple(dict.fromkeys(inner))} if inner else {}
            self.known[id_] = Referent(id_, self.document.id, schema, name, (name,), self.document.language, context)
        return id_

    def relation(self, page: int, found: FoundRelation) -> Relation | None:
        """The relation with its citation; None where an end is open."""
        subject = self.of(found.subject)
        object_ = self.of(found.object, post=found.type == "Occupancy")
        if subject is None or object_ is None or subject == object_:
            return None
        text = self.document.text
        return Relation(
            id=make_id(
                "l", self.document.id, found.type, subject, object_, found.start, found.end, found.polarity.value
            ),
            document=self.document.id,
            type=found.type,
            subject=subject,
            object=object_,
            organization=self.of(found.organization),
            handler=self.of(found.handler),
            subject_text=found.subject.text,
            object_text=found.object.text,
            first=found.first,
            last=found.last,
            as_of=found.as_of,
            polarity=found.polarity,
            modality=found.modality,
            asserted_by=found.asserted_by,
            citation=cite(self.document.id, page, text, found.start, found.end),
            confidence=found.confidence,
            origin=found.origin,
            cue=found.cue,
            place=found.place,
            acting=found.acting,
        )
