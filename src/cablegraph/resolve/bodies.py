"""Which referents are one body, post or place, across documents and languages: by lists of bodies, by what their names mean, acronyms by what defines them.

The trap: one meaning may be that of bodies of two countries. Where it is, only those whose country is known are told apart; the others stay by themselves.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from cablegraph.model import KNOWN_AS, Link, Referent
from cablegraph.names.acronyms import is_acronym_of
from cablegraph.resolve.known_bodies import KnownBodies
from cablegraph.resolve.meaning import blocking_keys, meaning_of, same_meaning
from cablegraph.resolve.outcome import Outcome
from cablegraph.resolve.union import Clusters
from cablegraph.text import find_words

_MOST_IN_BLOCK = 2000
"""Names of one sound and one set of terms that are compared with each other; more are no names."""
_SEATED = frozenset({"Organization", "PublicBody", "Company", "LegalEntity"})
"""Schemata of what a list of bodies may hold."""


class _Told:
    """Clusters of which the list knows some: two bodies of the list do not come together."""

    def __init__(self, referents: Sequence[Referent], known: KnownBodies, clusters: Clusters[str]) -> None:
        self.clusters = clusters
        self.of = {r.id: b for r in referents if r.schema in _SEATED and (b := known.body_of(r))}
        self._held: dict[str, frozenset[str]] = {}
        for key, body in self.of.items():
            root = clusters.root(key)
            self._held[root] = self._held.get(root, frozenset()) | {body}

    def bodies(self, key: str) -> frozenset[str]:
        return self._held.get(self.clusters.root(key), frozenset())

    def may_join(self, a: str, b: str) -> bool:
        x, y = self.bodies(a), self.bodies(b)
        return x <= y or y <= x

    def join(self, a: str, b: str) -> bool:
        both = self.bodies(a) | self.bodies(b)
        if not self.may_join(a, b) or not self.clusters.join(a, b):
            return False
        if both:
            self._held[self.clusters.root(a)] = both
        return True


def link_bodies(referents: Sequence[Referent], known: KnownBodies, clusters: Clusters[str]) -> Outcome:
    """Join the referents of one schema in ``clusters``: the same entry of a list, or the same meaning of any of their names."""
    outcome = Outcome()
    some = sorted(referents, key=lambda r: r.id)
    told = _Told(some, known, clusters)
    _link_listed(some, known, told, outcome)
    names: dict[str, list[Referent]] = {}
    for r in some:
        for name in dict.fromkeys(r.names or (r.name,)):
            names.setdefault(name, []).append(r)
    for group, why in _by_meaning(list(names)):
        _link_group([r for name in group for r in names[name]], why, told, outcome)
    _link_acronyms({name: held[0] for name, held in names.items()}, told, outcome)
    return outcome


def _link_listed(referents: Sequence[Referent], known: KnownBodies, told: _Told, outcome: Outcome) -> None:
    first: dict[str, Referent] = {}
    for r in referents:
        body = told.of.get(r.id)
        keys = [(body, f"both are {known.captions.get(body, body)} in the list of bodies")] if body else []
        keys += [(entry, f"both are {entry} in a reference list") for entry in r.context.get(KNOWN_AS, ())]
        for key, why in keys:
            home = first.setdefault(key, r)
            if home is not r and told.join(r.id, home.id):
                outcome.note(r.id, home.id, 0.97, why)


def _by_meaning(names: Sequence[str]) -> list[tuple[list[str], Mapping[str, tuple[float, str]]]]:
    """Names in groups of one meaning, with the score and the reason of all but the first of each."""
    blocks: dict[tuple[str, frozenset[str], int], list[str]] = {}
    for name in names:
        found = meaning_of(name)
        for key in blocking_keys(name):
            blocks.setdefault((key, found.terms, len(found.proper)), []).append(name)
    clusters: Clusters[str] = Clusters(names)
    why: dict[str, tuple[float, str]] = {}
    for _, block in sorted(blocks.items(), key=lambda item: min(item[1])):
        if len(block) > _MOST_IN_BLOCK:
            continue
        for a, b in combinations(sorted(block), 2):
            if clusters.root(a) != clusters.root(b) and (found_same := same_meaning(a, b)) and clusters.join(a, b):
                why[b] = max(found_same, why.get(b, found_same))
                why.setdefault(a, found_same)
    return [(sorted(group), why) for group in sorted(clusters.all(), key=min)]


def _link_group(
    members: Sequence[Referent], why: Mapping[str, tuple[float, str]], told: _Told, outcome: Outcome
) -> None:
    """Join those of one meaning; where several bodies of the list have it, only those that are known to be one, and the unknown by themselves."""
    bodies = {body for r in members for body in told.bodies(r.id)}
    heads: dict[str | None, Referent] = {}
    for r in sorted(members, key=lambda r: r.id):
        mine = min(told.bodies(r.id), default=None) if len(bodies) > 1 else None
        home = heads.setdefault(mine, r)
        if home is r or not told.join(r.id, home.id):
            continue
        shared = set(r.names or (r.name,)) & set(home.names or (home.name,))
        told_why = next((why[n] for n in (r.name, home.name, *r.names) if n in why), (1.0, "the same name"))
        outcome.note(r.id, home.id, *((1.0, "the same name") if shared else told_why))


def _link_acronyms(owners: Mapping[str, Referent], told: _Told, outcome: Outcome) -> None:
    """Propose an acronym that no document defines for the one body of the case whose first letters it has."""
    clusters = told.clusters
    full: dict[str, list[tuple[str, Referent]]] = {}
    for name, r in owners.items():
        if " " in name and name.isascii():
            for letter in {name[start].upper() for start, _ in find_words(name)}:
                full.setdefault(letter, []).append((name, r))
    for short, r in owners.items():
        if not short.isupper() or (len(clusters.members(r.id)) > 1 and any(" " in n for n in r.names)):
            continue
        possible = full.get(short[0], ())
        homes = {clusters.root(o.id): (name, o) for name, o in possible if is_acronym_of(short, name)}
        homes.pop(clusters.root(r.id), None)
        if len(homes) == 1:
            name, home = next(iter(homes.values()))
            if told.may_join(r.id, home.id):
                outcome.candidates.append(Link(r.id, home.id, 0.7, f"{short} are the first letters of {name}"))
