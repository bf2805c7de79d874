"""Which referents are one body, post or place, across documents and languages: by what their names mean, and acronyms by what defines them."""

from collections.abc import Sequence
from itertools import combinations

from cablegraph.model import Link, Referent
from cablegraph.names.acronyms import is_acronym_of
from cablegraph.resolve.meaning import blocking_keys, same_meaning
from cablegraph.resolve.outcome import Outcome
from cablegraph.resolve.union import Clusters
from cablegraph.text import fold

_MOST_PAIRS = 300


def link_bodies(referents: Sequence[Referent], clusters: Clusters[str]) -> Outcome:
    """Join the referents of one schema in ``clusters``, by the meaning of any of their names."""
    outcome = Outcome()
    first: dict[str, Referent] = {}
    owners: dict[str, Referent] = {}
    for r in sorted(referents, key=lambda r: r.id):
        for name in r.names or (r.name,):
            home = first.setdefault(fold(name), r)
            owners.setdefault(name, r)
            if home is not r and clusters.join(r.id, home.id):
                outcome.note(r.id, home.id, 1.0, "the same name")
    _link_by_meaning(owners, clusters, outcome)
    _link_acronyms(owners, clusters, outcome)
    return outcome


def _link_by_meaning(owners: dict[str, Referent], clusters: Clusters[str], outcome: Outcome) -> None:
    blocks: dict[str, list[str]] = {}
    for name in owners:
        for key in sorted(blocking_keys(name)):
            blocks.setdefault(key, []).append(name)
    for block in blocks.values():
        if len(block) > _MOST_PAIRS:
            continue
        for a, b in combinations(sorted(block), 2):
            x, y = owners[a], owners[b]
            if clusters.root(x.id) == clusters.root(y.id):
                continue
            found = same_meaning(a, b)
            if found and clusters.join(x.id, y.id):
                outcome.note(x.id, y.id, *found)


def _link_acronyms(owners: dict[str, Referent], clusters: Clusters[str], outcome: Outcome) -> None:
    """Join an acronym that no document defines to the one body of the case whose first letters it has."""
    full = [(name, r) for name, r in owners.items() if " " in name]
    for short, r in owners.items():
        if not short.isupper() or (len(clusters.members(r.id)) > 1 and any(" " in n for n in r.names)):
            continue
        homes = {clusters.root(o.id): (name, o) for name, o in full if is_acronym_of(short, name)}
        homes.pop(clusters.root(r.id), None)
        if len(homes) == 1:
            name, home = next(iter(homes.values()))
            outcome.candidates.append(Link(r.id, home.id, 0.7, f"{short} are the first letters of {name}"))
