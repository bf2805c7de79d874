"""What speaks for or against two referents being one person, apart from the name.

Posts and bodies that the documents give them, when they held those posts, and the people named beside them. Nothing here decides;
``persons`` weighs it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from cablegraph.model import KNOWN_AS, Referent, Relation, first_day, last_day
from cablegraph.resolve.meaning import meaning_of
from cablegraph.text import fold

ANCHORS = ("posts", "organizations")
"""The properties of a referent's context that tell one person from a namesake."""
_LOOSE = frozenset({"member", "adviser", "acting"})
"""Terms of posts that one person may well hold beside another post."""

Tokens = frozenset[str]
_NONE: frozenset[Tokens] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """A post by its common terms, and the days from and to which it was certainly held (ISO days, both inclusive)."""

    post: Tokens
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """``anchors``: for each post or body its tokens; ``companions``: other people of the document; ``held``: posts with their days.

    ``known``: the entries of reference lists that fit, as ``list:id``.
    """

    anchors: frozenset[Tokens]
    companions: frozenset[str]
    held: frozenset[Held]
    known: frozenset[str] = frozenset()


@lru_cache(maxsize=100_000)
def tokens_of(name: str) -> Tokens:
    """The terms and proper words of a post or body as one set."""
    found = meaning_of(name)
    return found.terms | {fold(word) for word in found.proper}


def anchors_of(referent: Referent) -> frozenset[Tokens]:
    """Each post and body of a referent as a set of tokens; empty where the document gives none."""
    if not referent.context:
        return _NONE
    found = {tokens_of(value) for name in ANCHORS for value in referent.context.get(name, ())}
    return frozenset(found - {frozenset()}) if found else _NONE


def posts_held(relations: Iterable[Relation], written: Mapping[str, str]) -> dict[str, frozenset[Held]]:
    """For each referent the posts that somebody affirms, with the days that are certain.

    Those are from the stated start (else the day of writing) to the stated end (else the day of writing).

    Args:
        relations: What the documents say.
        written: For each document its date, ISO to the precision known.
    """
    out: dict[str, set[Held]] = {}
    for r in relations:
        if r.type != "Occupancy" or r.polarity != "affirmed" or r.modality not in {"fact", "report"}:
            continue
        post = meaning_of(r.object_text).terms
        day = r.as_of or written.get(r.document)
        stated = r.first or day or r.last
        begin = last_day(r.first) if r.first else first_day(stated) if stated else None
        if begin is None or not post or post & _LOOSE:
            continue
        end = first_day(r.last) if r.last else max(begin, first_day(day)) if day else begin
        if begin <= end:
            out.setdefault(r.subject, set()).add(Held(post, begin, end))
    return {key: frozenset(held) for key, held in out.items()}


def gather(
    referents: Sequence[Referent], name_cluster: Mapping[str, str], held: Mapping[str, frozenset[Held]]
) -> dict[str, Evidence]:
    """The evidence for each referent; ``name_cluster`` gives for a person's referent the cluster of its name."""
    people: dict[str, set[str]] = {}
    for r in referents:
        people.setdefault(r.document, set()).add(name_cluster.get(r.id, r.id))
    return {
        r.id: Evidence(
            anchors_of(r),
            frozenset(people[r.document] - {name_cluster.get(r.id, r.id)}),
            held.get(r.id, frozenset()),
            frozenset(r.context.get(KNOWN_AS, ())),
        )
        for r in referents
    }


def merged(items: Iterable[Evidence]) -> Evidence:
    """The evidence of several referents together."""
    kept = list(items)
    return Evidence(
        frozenset().union(*(e.anchors for e in kept)),
        frozenset().union(*(e.companions for e in kept)),
        frozenset().union(*(e.held for e in kept)),
        frozenset().union(*(e.known for e in kept)),
    )


class Pool:
    """The evidence of a cluster that grows: the same as ``merged`` of its members, without making it anew for each."""

    def __init__(self, first: Evidence) -> None:
        self.anchors, self.companions = set(first.anchors), set(first.companions)
        self.held, self.known = set(first.held), set(first.known)

    def add(self, more: Evidence) -> None:
        """Take in the evidence of one more member."""
        self.anchors |= more.anchors
        self.companions |= more.companions
        self.held |= more.held
        self.known |= more.known


def agree(a: Evidence, b: "Evidence | Pool") -> bool:
    """Whether one entry of a reference list fits both, or a post or body of one has most of its tokens in a post or body of the other."""
    return bool(a.known & b.known) or any(
        2 * len(x & y) > min(len(x), len(y)) for x, y in product(a.anchors, b.anchors)
    )


def conflict(a: Evidence, b: "Evidence | Pool") -> bool:
    """Whether two entries of one reference list fit them, or they certainly held two different posts on one day, as one person rarely does."""
    if (
        a.known
        and b.known
        and not a.known & b.known
        and {_list_of(x) for x in a.known} & {_list_of(x) for x in b.known}
    ):
        return True
    return any(not x.post & y.post and x.first <= y.last and y.first <= x.last for x, y in product(a.held, b.held))


def _list_of(entry: str) -> str:
    return entry.partition(":")[0]
