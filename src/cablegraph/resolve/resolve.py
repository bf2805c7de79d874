"""From referents and judgements to entities: a pure function, so that the same case gives the same entities again."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cablegraph.model import Entity, Link, Referent, Relation, Verdict
from cablegraph.resolve.bodies import link_bodies
from cablegraph.resolve.evidence import posts_held
from cablegraph.resolve.known_bodies import KnownBodies, seed_bodies
from cablegraph.resolve.outcome import Outcome
from cablegraph.resolve.persons import link_persons
from cablegraph.resolve.spellings import is_full
from cablegraph.resolve.union import Clusters

RESOLVE_VERSION = "6"
_CUT_ARTICLE = re.compile(r"\b([AaEeUu][ldnrstz]|[Aa]sh|[Aa]th)- ")


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities, for each referent why it is in its entity, and the pairs that wait for a person, best first."""

    entities: tuple[Entity, ...]
    members: tuple[tuple[str, Link], ...]
    candidates: tuple[Link, ...]


def resolve(
    referents: Sequence[Referent],
    relations: Iterable[Relation],
    verdicts: Mapping[tuple[str, str], Verdict],
    *,
    written: Mapping[str, str] = MappingProxyType({}),
    bodies: KnownBodies | None = None,
    splits: Iterable[tuple[str, str]] = (),
) -> Resolution:
    """Cluster referents.

    Args:
        referents: All referents of a case.
        relations: What the documents say of them; posts held at one time tell namesakes apart.
        verdicts: What people have said of two referents; pairs of ids that are not there are left aside.
        written: The date of each document that has one (ISO).
        bodies: Bodies that are known under several names; those that come with cablegraph where not given.
        splits: Referents that a person took out of an entity, each with that entity's id: nothing but a verdict brings them to another.
    """
    listed = seed_bodies() if bodies is None else bodies
    by_id = {r.id: r for r in referents}
    clusters: Clusters[str] = Clusters(sorted(by_id))
    outcome = Outcome()
    held = posts_held(relations, written)
    known = {pair: v for pair, v in verdicts.items() if pair[0] in by_id and pair[1] in by_id}
    for (a, b), verdict in sorted(known.items()):
        if verdict is Verdict.NEGATIVE:
            clusters.part(a, b)
    taken = sorted((one, whole) for one, whole in splits if one in by_id)
    for one, whole in taken:
        if whole in by_id and whole != one:
            clusters.part(one, whole)
    for (a, b), verdict in sorted(known.items()):
        if verdict is Verdict.POSITIVE and clusters.join(a, b):
            outcome.note(a, b, 1.0, "judged the same by a person")
            outcome.note(b, a, 1.0, "judged the same by a person")
    for one, _ in taken:
        if len(clusters.members(one)) == 1:
            clusters.seal(one)
    for schema in sorted({r.schema for r in referents}):
        some = [r for r in referents if r.schema == schema]
        person = schema == "Person"
        found = link_persons(some, held, written, clusters) if person else link_bodies(some, listed, clusters)
        for link in found.links.values():
            outcome.note(link.left, link.right, link.score, link.reason)
        outcome.candidates.extend(found.candidates)
    entities: list[Entity] = []
    members: list[tuple[str, Link]] = []
    for group in clusters.all():
        entity = _entity(sorted(group), by_id, outcome)
        entities.append(entity)
        members.extend(
            (entity.id, outcome.links.get(k) or Link(k, k, 1.0, "the first of its entity")) for k in entity.referents
        )
    decided = {frozenset(pair) for pair, v in known.items() if v is not Verdict.UNSURE}
    return Resolution(
        tuple(sorted(entities, key=lambda e: e.id)),
        tuple(sorted(members, key=lambda m: m[1].left)),
        _open_pairs(outcome.candidates, clusters, decided),
    )


def _entity(group: list[str], by_id: Mapping[str, Referent], outcome: Outcome) -> Entity:
    members = [by_id[key] for key in group]
    counts: dict[str, int] = {}
    for r in members:
        for name in map(_tidy, r.names or (r.name,)):
            counts[name] = counts.get(name, 0) + (2 if name == _tidy(r.name) else 1)
    caption = max(counts, key=lambda n: (is_full(n), not n.isupper(), counts[n], len(n), n))
    names = (caption, *sorted((n for n in counts if n != caption), key=lambda n: (-counts[n], n)))
    scores = [outcome.links[key].score for key in group if key in outcome.links]
    return Entity(group[0], members[0].schema, caption, names, tuple(group), round(min(scores, default=1.0), 3))


def _tidy(name: str) -> str:
    """A name on one line, with the article joined to its word again where a line ended between them."""
    return _CUT_ARTICLE.sub(r"\1-", " ".join(name.split()))


def _open_pairs(candidates: Sequence[Link], clusters: Clusters[str], decided: set[frozenset[str]]) -> tuple[Link, ...]:
    """One candidate for each two clusters, decided and joined ones left out."""
    best: dict[tuple[str, str], Link] = {}
    for link in candidates:
        a, b = clusters.root(link.left), clusters.root(link.right)
        if a == b or not clusters.may_join(a, b) or frozenset((link.left, link.right)) in decided:
            continue
        x, y = min(clusters.members(a)), min(clusters.members(b))
        pair = (x, y) if x < y else (y, x)
        if pair not in best or link.score > best[pair].score:
            best[pair] = Link(pair[0], pair[1], link.score, link.reason)
    return tuple(sorted(best.values(), key=lambda k: (-k.score, k.left, k.right)))
