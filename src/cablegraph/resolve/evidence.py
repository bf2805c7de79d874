"""What speaks for or against two referents being one person, apart from the name.

Posts and bodies that the documents give them, and the people named beside them. Nothing here decides; ``persons`` weighs it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cablegraph.model import Referent
from cablegraph.resolve.meaning import meaning_of
from cablegraph.text import fold

ANCHORS = ("post", "organization")
"""The properties of a referent's context that tell one person from a namesake."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """``anchors``: for each post or body its tokens; ``companions``: other people of the document, by the cluster of their name."""

    anchors: frozenset[frozenset[str]]
    companions: frozenset[str]


def anchors_of(referent: Referent) -> frozenset[frozenset[str]]:
    """Each post and body of a referent as a set of tokens; empty where the document gives none."""
    out = set()
    for name in ANCHORS:
        for value in referent.context.get(name, ()):
            found = meaning_of(value)
            tokens = found.terms | {fold(word) for word in found.proper}
            if tokens:
                out.add(frozenset(tokens))
    return frozenset(out)


def gather(referents: Iterable[Referent], name_cluster: Mapping[str, str]) -> dict[str, Evidence]:
    """The evidence for each referent; ``name_cluster`` gives for a person's referent the cluster of its name."""
    people: dict[str, set[str]] = {}
    kept = list(referents)
    for r in kept:
        people.setdefault(r.document, set()).add(name_cluster.get(r.id, r.id))
    return {r.id: Evidence(anchors_of(r), frozenset(people[r.document] - {name_cluster.get(r.id, r.id)})) for r in kept}


def merged(items: Iterable[Evidence]) -> Evidence:
    """The evidence of several referents together."""
    kept = list(items)
    return Evidence(frozenset().union(*(e.anchors for e in kept)), frozenset().union(*(e.companions for e in kept)))


def agree(a: Evidence, b: Evidence) -> bool:
    """Whether a post or body of one has most of its tokens in a post or body of the other."""
    return any(2 * len(x & y) > min(len(x), len(y)) for x in a.anchors for y in b.anchors)
