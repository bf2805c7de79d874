"""What the mentions of one document mean together: surname to full name, title to its holder, acronym to its body, codename to its bearer.

Whatever is ambiguous stays open: the mention then has no referent, and nothing is claimed of it. Leaves to ``titles.py`` who holds a post.
The trap is the acronym: it is merged only where the document has one body of those initials.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cablegraph.extract.linking.aliases import find_aliases
from cablegraph.extract.linking.groups import Group, group_equal, group_persons, merge
from cablegraph.extract.linking.titles import find_holders, post_key
from cablegraph.extract.relations.within import Within
from cablegraph.model.ids import make_id
from cablegraph.model.mention import FoundMention, Referent
from cablegraph.model.relation import FoundRelation
from cablegraph.model.schemata import entity_schema
from cablegraph.names.acronyms import is_acronym_of
from cablegraph.text import fold

NEAR = 200
MOST = 6


@dataclass(frozen=True, slots=True)
class Linked:
    """The referents of a document, and for every mention the id of its own or None where that is open."""

    referents: tuple[Referent, ...]
    of_mentions: tuple[str | None, ...]


def referent_id(document: str, schema: str, name: str) -> str:
    """The id of a referent: the same document, schema and folded name give the same."""
    return make_id("r", document, schema, fold(name))


def link_within(
    text: str,
    mentions: Sequence[FoundMention],
    *,
    language: str | None,
    document: str,
    relations: Sequence[FoundRelation] = (),
) -> Linked:
    """Gather the mentions of one document under referents.

    Args:
        text: The document's text.
        mentions: Its mentions, spans in code points of ``text``.
        language: The document's main language where known.
        document: Its id, which goes into the ids of the referents.
        relations: What the text states; who holds which post links a bare title to its holder.

    Returns:
        Referents in order of their first mention; ambiguous short forms have none.
    """
    groups, by_span = _group(text, mentions, language)
    holders = find_holders(mentions, relations, by_span)
    titles = [n for n, m in enumerate(mentions) if m.label == "POST"]
    posts: dict[str, list[int]] = defaultdict(list)
    beside = {(r.object.start, r.object.end) for r in relations if r.type == "Occupancy"}
    for n in titles:
        m = mentions[n]
        holder = holders.get(post_key(m.text))
        named_here = any(start <= m.start and m.end <= end for start, end in beside)
        if holder is not None and not named_here:
            holder.members.append(n)
        else:
            posts[" ".join(m.text.split())].append(n)
    groups += group_equal(posts, "Position")
    return _referents(mentions, groups, document, language or "und", relations)


def _group(
    text: str, mentions: Sequence[FoundMention], language: str | None
) -> tuple[list[Group], dict[tuple[int, int], Group]]:
    forms: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, m in enumerate(mentions):
        schema = "Person" if m.label == "SOURCE" else entity_schema(m.label)
        if schema and schema != "Position":
            forms["Codename" if m.label in {"CODENAME", "SOURCE"} else schema][" ".join(m.text.split())].append(n)
    groups, _ = group_persons(forms.pop("Person", {}))
    groups += group_equal(forms.pop("Codename", {}), "Person")
    for schema, written in forms.items():
        groups += group_equal(written, schema)
    by_mention = {n: g for g in groups for n in g.members}
    spans = {(m.start, m.end): n for n, m in enumerate(mentions)}
    for name, other in find_aliases(text, mentions, language):
        a, b = by_mention.get(spans.get(name, -1)), by_mention.get(spans.get(other, -1))
        if a and b and a is not b and a.schema == b.schema and a in groups and b in groups:
            merge(groups, a, b)
            by_mention |= dict.fromkeys(b.members, a)
    _link_acronyms(groups)
    return groups, {(mentions[n].start, mentions[n].end): g for g in groups for n in g.members}


def _link_acronyms(groups: list[Group]) -> None:
    bodies = [g for g in groups if g.schema == "Organization"]
    for short in [g for g in bodies if len(g.forms) == 1 and g.name.isupper() and " " not in g.name]:
        full = [g for g in bodies if g is not short and any(is_acronym_of(short.name, f) for f in g.forms)]
        if len(full) == 1:
            merge(groups, full[0], short)


def _referents(
    mentions: Sequence[FoundMention],
    groups: Sequence[Group],
    document: str,
    language: str,
    relations: Sequence[FoundRelation],
) -> Linked:
    of_mentions: list[str | None] = [None] * len(mentions)
    referents: dict[str, Referent] = {}
    places = Within([m for m in mentions if m.label == "PLACE"], lambda m: (m.start, m.end))
    for group in sorted(groups, key=lambda g: min(mentions[n].start for n in g.members)):
        id_ = referent_id(document, group.schema, group.name)
        for n in group.members:
            of_mentions[n] = id_
        spans = {(mentions[n].start, mentions[n].end) for n in group.members}
        context = _context(spans, relations, places)
        names = tuple(dict.fromkeys([group.name, *group.forms]))
        known = referents.get(id_)
        if known:
            names = tuple(dict.fromkeys([*known.names, *names]))
            context = {
                k: tuple(dict.fromkeys([*known.context.get(k, ()), *context.get(k, ())]))
                for k in {*known.context, *context}
            }
        referents[id_] = Referent(id_, document, group.schema, group.name, names, language, context)
    return Linked(tuple(referents.values()), tuple(of_mentions))


def _context(
    spans: set[tuple[int, int]], relations: Sequence[FoundRelation], places: Within[FoundMention]
) -> dict[str, tuple[str, ...]]:
    """What the document says beside a name: posts held, bodies, places close by."""
    posts, bodies = [], []
    for r in relations:
        if (r.subject.start, r.subject.end) not in spans:
            continue
        if r.type == "Occupancy":
            posts.append(" ".join(r.object.text.split()))
        elif r.object.label == "ORG":
            bodies.append(" ".join(r.object.text.split()))
        if r.organization:
            bodies.append(" ".join(r.organization.text.split()))
    near = [
        " ".join(p.text.split())
        for s, e in sorted(spans)
        for p in places.inside(s - NEAR, e + NEAR)
        if (p.start, p.end) != (s, e)
    ]
    context = {"posts": posts, "organizations": bodies, "places": near}
    return {name: tuple(dict.fromkeys(values))[:MOST] for name, values in context.items() if values}
