"""Entities as the screens show them: lists, one entity with everything known of it, and pairs that wait for a decision."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache

import sqlalchemy as sa

from cablegraph.errors import NothingThere
from cablegraph.model import Citation
from cablegraph.model.answers import Candidate, Count, EntityAnswer, EntityCard, MemberCard, RelationCard
from cablegraph.names.word_keys import find_name_keys
from cablegraph.store import entities, judgements
from cablegraph.store.tables import candidate, member, mention, referent
from cablegraph.text import fold, script_of
from cablegraph.workbench.name_search import NameSearch
from cablegraph.workbench.snapshot import Snapshot

_MOST_MENTIONS = 500
_MOST_COMPANIONS = 12


def find_entities(
    snapshot: Snapshot, names: Callable[[], NameSearch], query: str, schema: str | None
) -> list[EntityCard]:
    """The entities whose name matches in any script, best first; all by weight where the query is empty."""
    cards = [c for c in snapshot.cards.values() if schema is None or c.schema == schema]
    if not query.strip():
        return sorted(cards, key=lambda c: (-c.documents, -c.mentions, c.caption, c.id))
    wanted = [keys for _, keys in find_name_keys(query) if keys]
    folded = fold(query)
    people = names().find(query)
    scored = []
    for card in cards:
        score = max((_likeness(name, folded, wanted, people, card.schema) for name in card.names), default=0.0)
        if score > 0:
            scored.append((score, card))
    scored.sort(key=lambda pair: (-round(pair[0], 3), -pair[1].documents, -pair[1].mentions, pair[1].id))
    return [card for _, card in scored]


def _likeness(name: str, folded: str, wanted: list[frozenset[str]], people: Mapping[str, float], schema: str) -> float:
    mine = _folded(name)
    if mine == folded:
        return 2.0
    if folded in mine:
        return 1.2
    if schema == "Person":
        return people.get(name, 0.0)
    theirs = [keys for _, keys in find_name_keys(name)]
    if wanted and all(any(keys & other for other in theirs) for keys in wanted):
        return 0.5
    return 0.0


@lru_cache(maxsize=200_000)
def _folded(name: str) -> str:
    return fold(name)


def entity_id(connection: sa.Connection, snapshot: Snapshot, names: Callable[[], NameSearch], key: str) -> str:
    """The entity that an id or a name means; of several with the name, the one in most documents.

    Raises:
        NothingThere: Neither an id nor a name of this case.
    """
    if key in snapshot.cards:
        return key
    if key in snapshot.entity_of:
        return entities.current_id(connection, key)
    found = find_entities(snapshot, names, key, None)
    if not found:
        message = f"Nobody and nothing in this case is called {key!r}. Try another spelling, or `cablegraph search`."
        raise NothingThere(message)
    people = [c for c in found[:5] if c.schema == "Person"]
    return (
        people[0] if people and found[0].schema != "Person" and fold(found[0].caption) != fold(key) else found[0]
    ).id


def describe_entity(connection: sa.Connection, snapshot: Snapshot, key: str) -> EntityAnswer:
    """Everything that the trove says of an entity (by its current id); what public texts say of it stands in the claims."""
    card = snapshot.cards[key]
    mine = [r for r in snapshot.relations if key in ends_of(r)]
    posts = tuple(r for r in mine if r.type in {"Occupancy", "Directorship"})
    return EntityAnswer(
        entity=card, by_script=_by_script(connection, key), members=_members(connection, snapshot, key), posts=posts,
        relations=tuple(r for r in mine if r not in posts), companions=_companions(connection, snapshot, key),
        candidates=tuple(c for c in open_pairs(connection, snapshot) if key in {c.left.id, c.right.id}),
        mentions=_mentions(connection, key),
    )  # fmt: skip


def ends_of(r: RelationCard) -> set[str]:
    """The entities (ids) at the ends of a relation, its body and its handler among them."""
    return {end.entity for end in (r.subject, r.object, r.organization, r.handler) if end}


def _by_script(connection: sa.Connection, key: str) -> dict[str, tuple[Count, ...]]:
    query = (
        sa.select(mention.c.text, sa.func.count())
        .join(member, member.c.referent == mention.c.referent)
        .where(member.c.entity == key)
    )
    counts: dict[str, Counter[str]] = {}
    for text, number in connection.execute(query.group_by(mention.c.text)):
        counts.setdefault(script_of(text), Counter())[text] += number
    return {
        s: tuple(Count(t, t, n) for t, n in sorted(c.items(), key=lambda i: (-i[1], i[0])))
        for s, c in sorted(counts.items())
    }


def _members(connection: sa.Connection, snapshot: Snapshot, key: str) -> tuple[MemberCard, ...]:
    query = (
        sa.select(
            referent.c.id, referent.c.document, referent.c.name, referent.c.names, member.c.score, member.c.reason
        )
        .join(member, member.c.referent == referent.c.id)
        .where(member.c.entity == key)
    )
    cards = [
        MemberCard(r.id, r.document, snapshot.lines[r.document].title, r.name, tuple(r.names), r.score, r.reason)
        for r in connection.execute(query)
    ]
    return tuple(sorted(cards, key=lambda m: (snapshot.lines[m.document].date or "9", m.document, m.referent)))


def _companions(connection: sa.Connection, snapshot: Snapshot, key: str) -> tuple[EntityCard, ...]:
    """The people who stand in most documents beside this entity."""
    where = (
        sa.select(referent.c.document).join(member, member.c.referent == referent.c.id).where(member.c.entity == key)
    )
    query = (
        sa.select(member.c.entity, sa.func.count(sa.distinct(referent.c.document)))
        .join(referent, referent.c.id == member.c.referent)
        .where(referent.c.document.in_(where), referent.c.schema == "Person", member.c.entity != key)
        .group_by(member.c.entity)
    )
    best = sorted(connection.execute(query).tuples().all(), key=lambda row: (-row[1], row[0]))
    return tuple(snapshot.cards[e] for e, _ in best[:_MOST_COMPANIONS])


def _mentions(connection: sa.Connection, key: str) -> tuple[Citation, ...]:
    query = (
        sa.select(mention)
        .join(member, member.c.referent == mention.c.referent)
        .where(member.c.entity == key)
        .order_by(mention.c.document, mention.c.start)
        .limit(_MOST_MENTIONS)
    )
    return tuple(Citation(r.document, r.page, r.start, r.end, r.text, r.checksum) for r in connection.execute(query))


def open_pairs(connection: sa.Connection, snapshot: Snapshot) -> list[Candidate]:
    """The pairs that wait for a decision, those first of which a decision changes most, those called unsure at the end."""
    decided = {
        frozenset((left, right)): j.verdict
        for (s, left, right), j in judgements.in_force(judgements.load(connection)).items()
        if s == judgements.SAME
    }
    weights = Counter(end for r in snapshot.relations for end in ends_of(r))
    out = []
    for r in connection.execute(sa.select(candidate)):
        left, right = (snapshot.cards[snapshot.entity_of[key]] for key in (r.left, r.right))
        value = round(_unsure(r.score) * min(c.documents + weights[c.id] for c in (left, right)), 3)
        verdict = decided.get(frozenset((r.left, r.right)))
        out.append(Candidate(left, right, r.score, r.reason, verdict, value))
    return sorted(out, key=lambda c: (c.verdict is not None, -c.value, -c.score, c.left.id, c.right.id))


def _unsure(score: float) -> float:
    """How little is known of a pair, 0-1: 1 where both answers are as likely, never 0, since a score is itself uncertain."""
    return max(4 * score * (1 - score), 0.05)
