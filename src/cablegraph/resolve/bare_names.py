"""A surname, a title-name or a kunya alone: to the one person whom it can mean, of several to the one whom the document supports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cablegraph.model import Link, Referent
from cablegraph.names import compare_names, parse_name
from cablegraph.names.word_keys import find_name_keys
from cablegraph.resolve.evidence import Evidence, agree, conflict, merged
from cablegraph.resolve.outcome import Outcome
from cablegraph.resolve.spellings import is_full
from cablegraph.resolve.union import Clusters
from cablegraph.text import fold

_SURNAME, _OTHER_PART, _NOT = range(3)
_LAST = frozenset({"family", "nisba"})
_WELL_KNOWN = 4
"""So many documents of the time must name a person in full, and none or one the others of that surname."""
_YEARS = 3
"""Documents written so many years before or after count as of the same time."""


@dataclass(frozen=True, slots=True)
class _Camp:
    """One person whom a bare name may mean, as the referents that bear the full name; ``tier`` tells how the name fits."""

    members: tuple[Referent, ...]
    tier: int

    @property
    def head(self) -> Referent:
        return self.members[0]

    def evidence(self, of: Mapping[str, Evidence]) -> Evidence:
        return merged(of[m.id] for m in self.members)

    def known_at(self, day: str | None, written: Mapping[str, str]) -> int:
        """How many documents of that time name this person in full; documents without a date count always."""
        return sum(_is_near(day, written.get(document)) for document in {m.document for m in self.members})


def _is_near(day: str | None, other: str | None) -> bool:
    return not day or not other or abs(int(day[:4]) - int(other[:4])) <= _YEARS


def link_bare(
    bare: Iterable[Referent],
    groups: dict[str, list[Referent]],
    evidence: Mapping[str, Evidence],
    written: Mapping[str, str],
    clusters: Clusters[str],
    outcome: Outcome,
) -> None:
    """Give a surname, a title-name or a kunya alone to the person whom it means.

    That is the only one of that name, else the one whom the document supports, else the one who is by far the best known at that time.
    """
    finder = _Finder(groups)
    alone: dict[str, list[Referent]] = {}
    for r in sorted(bare, key=lambda r: r.id):
        fits = [
            camp
            for camp in finder.camps(r, clusters)
            if not conflict(evidence[r.id], camp.evidence(evidence)) and clusters.may_join(r.id, camp.head.id)
        ]
        home, score, reason = _home(r, fits, evidence, written)
        if home and clusters.join(r.id, home.id):
            outcome.note(r.id, home.id, score, reason)
            continue
        for camp in fits[:3]:
            outcome.candidates.append(Link(r.id, camp.head.id, 0.5, f"{r.name} alone could be {camp.head.name}"))
        if not fits:
            alone.setdefault(fold(r.name), []).append(r)
    for same in alone.values():
        for r in same[1:]:
            if not conflict(evidence[r.id], evidence[same[0].id]) and clusters.join(r.id, same[0].id):
                outcome.note(r.id, same[0].id, 0.75, f"{r.name} alone; nobody in the case bears this name in full")


def _home(
    r: Referent, fits: Sequence[_Camp], evidence: Mapping[str, Evidence], written: Mapping[str, str]
) -> tuple[Referent | None, float, str]:
    """The person whom a bare name means, with score and reason; None where that is open."""
    if not fits:
        return None, 0.0, ""
    nearest = [camp for camp in fits if camp.tier == min(c.tier for c in fits)]
    several = f"{r.name} alone; of {len(fits)} people of this name"
    if len(nearest) == 1:
        home = nearest[0].head
        agrees = _supports(evidence[r.id], nearest[0].evidence(evidence))
        if len(fits) > 1:
            return home, 0.8 if agrees else 0.75, f"{several} only {home.name} has it as the surname"
        if agrees:
            return home, 0.9, f"{r.name} alone; {home.name} is the only person of this name, and the document agrees"
        return home, 0.8, f"{r.name} alone; {home.name} is the only person of this name in the case"
    held = [camp for camp in nearest if agree(evidence[r.id], camp.evidence(evidence))]
    if len(held) == 1:
        return held[0].head, 0.8, f"{several} the document supports {held[0].head.name}"
    known = sorted(
        ((camp.known_at(written.get(r.document), written), n) for n, camp in enumerate(nearest)), reverse=True
    )
    (most, best), (next_most, _) = known[0], known[1]
    if most >= _WELL_KNOWN and next_most <= 1:
        return nearest[best].head, 0.7, f"{several} {nearest[best].head.name} is by far the best known at that time"
    company = [camp for camp in nearest if evidence[r.id].companions & camp.evidence(evidence).companions]
    if len(company) == 1:
        return company[0].head, 0.8, f"{several} the document supports {company[0].head.name}"
    return None, 0.0, ""


class _Finder:
    """Finds the people whom a bare name can mean, by their names in full and by the bare names that documents give them."""

    def __init__(self, groups: dict[str, list[Referent]]) -> None:
        self._groups = groups
        self._by_key: dict[str, set[str]] = {}
        for root, group in groups.items():
            for name in {name for r in group for name in (r.name, *r.names)}:
                for _, keys in find_name_keys(name):
                    for key in keys:
                        self._by_key.setdefault(key, set()).add(root)

    def camps(self, r: Referent, clusters: Clusters[str]) -> list[_Camp]:
        """The people of whose names the bare name is a part or an alias, each as its referents."""
        roots = set().union(*(self._by_key.get(key, set()) for _, keys in find_name_keys(r.name) for key in keys))
        out: list[_Camp] = []
        for root in sorted(roots):
            names = {name for m in self._groups[root] for name in (m.name, *m.names)}
            tier = min((_tier(r.name, name) for name in names), default=_NOT)
            if tier == _NOT:
                continue
            people: dict[str, list[Referent]] = {}
            for m in self._groups[root]:
                people.setdefault(clusters.root(m.id), []).append(m)
            out += (_Camp(tuple(members), tier) for members in people.values())
        return out


@lru_cache(maxsize=200_000)
def _tier(bare: str, name: str) -> int:
    """How a bare name can mean the bearer of another: as the surname or an alias, as another part of it, or not."""
    result = compare_names(bare, name)
    if not is_full(name):
        return _SURNAME if result.same else _NOT
    if not result.compatible:
        return _NOT
    family = [part.text for part in parse_name(name).parts if part.kind in _LAST]
    return _SURNAME if not family or compare_names(bare, family[-1]).same else _OTHER_PART


def _supports(mine: Evidence, theirs: Evidence) -> bool:
    return agree(mine, theirs) or bool(mine.companions & theirs.companions)
