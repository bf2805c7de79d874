"""A surname, a title-name or a kunya alone: to the one person whom it can mean, of several to the one whom the document supports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cablegraph.model import Link, Referent
from cablegraph.names import compare_names, compare_prepared, parse_name, prepare_names
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


class _Camp:
    """One person whom a bare name may mean, as the referents that bear the full name; what they hold together is found once."""

    def __init__(self, members: Sequence[Referent], evidence: Mapping[str, Evidence]) -> None:
        self.head = members[0]
        self._documents = {m.document for m in members}
        self.evidence = merged(evidence[m.id] for m in members)
        self._years: Counter[int | None] | None = None

    def known_at(self, day: str | None, written: Mapping[str, str]) -> int:
        """How many documents of that time name this person in full; documents without a date count always."""
        if self._years is None:
            self._years = Counter(_year(written.get(document)) for document in self._documents)
        wanted = _year(day)
        return sum(
            n for year, n in self._years.items() if wanted is None or year is None or abs(wanted - year) <= _YEARS
        )


class _Fit(NamedTuple):
    """A person whom a bare name fits; ``tier`` tells how."""

    camp: _Camp
    tier: int


def _year(day: str | None) -> int | None:
    return int(day[:4]) if day else None


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
    finder = _Finder(groups, evidence)
    alone: dict[str, list[Referent]] = {}
    for r in sorted(bare, key=lambda r: r.id):
        fits = [
            fit
            for fit in finder.fits(r.name, clusters)
            if not conflict(evidence[r.id], fit.camp.evidence) and clusters.may_join(r.id, fit.camp.head.id)
        ]
        home, score, reason = _home(r, fits, evidence, written)
        tied = len(clusters.members(r.id)) > 1
        if home and clusters.join(r.id, home.id):
            if tied:  # a person has joined this one with others, who may be another camp
                finder.forget()
            outcome.note(r.id, home.id, score, reason)
            continue
        for camp, _ in fits[:3]:
            outcome.candidates.append(Link(r.id, camp.head.id, 0.5, f"{r.name} alone could be {camp.head.name}"))
        if not fits:
            alone.setdefault(fold(r.name), []).append(r)
    for same in alone.values():
        for r in same[1:]:
            if not conflict(evidence[r.id], evidence[same[0].id]) and clusters.join(r.id, same[0].id):
                outcome.note(r.id, same[0].id, 0.75, f"{r.name} alone; nobody in the case bears this name in full")


def _home(
    r: Referent, fits: Sequence[_Fit], evidence: Mapping[str, Evidence], written: Mapping[str, str]
) -> tuple[Referent | None, float, str]:
    """The person whom a bare name means, with score and reason; None where that is open."""
    if not fits:
        return None, 0.0, ""
    best_tier = min(fit.tier for fit in fits)
    nearest = [fit.camp for fit in fits if fit.tier == best_tier]
    several = f"{r.name} alone; of {len(fits)} people of this name"
    mine = evidence[r.id]
    if len(nearest) == 1:
        home = nearest[0].head
        agrees = _supports(mine, nearest[0].evidence)
        if len(fits) > 1:
            return home, 0.8 if agrees else 0.75, f"{several} only {home.name} has it as the surname"
        if agrees:
            return home, 0.9, f"{r.name} alone; {home.name} is the only person of this name, and the document agrees"
        return home, 0.8, f"{r.name} alone; {home.name} is the only person of this name in the case"
    held = [camp for camp in nearest if agree(mine, camp.evidence)]
    if len(held) == 1:
        return held[0].head, 0.8, f"{several} the document supports {held[0].head.name}"
    known = sorted(
        ((camp.known_at(written.get(r.document), written), n) for n, camp in enumerate(nearest)), reverse=True
    )
    (most, best), (next_most, _) = known[0], known[1]
    if most >= _WELL_KNOWN and next_most <= 1:
        return nearest[best].head, 0.7, f"{several} {nearest[best].head.name} is by far the best known at that time"
    company = [camp for camp in nearest if mine.companions & camp.evidence.companions]
    if len(company) == 1:
        return company[0].head, 0.8, f"{several} the document supports {company[0].head.name}"
    return None, 0.0, ""


class _Finder:
    """Finds the people whom a bare name can mean, by their names in full and by the bare names that documents give them."""

    def __init__(self, groups: Mapping[str, Sequence[Referent]], evidence: Mapping[str, Evidence]) -> None:
        self._groups = groups
        self._evidence = evidence
        self._names = {root: {n for r in group for n in (r.name, *r.names)} for root, group in groups.items()}
        self._by_key: dict[str, set[str]] = {}
        for root, names in self._names.items():
            for name in names:
                for _, keys in find_name_keys(name):
                    for key in keys:
                        self._by_key.setdefault(key, set()).add(root)
        self._full = _Full(sorted({name for names in self._names.values() for name in names}))
        self._camps: dict[str, tuple[_Camp, ...]] = {}
        self._fits: dict[str, tuple[_Fit, ...]] = {}

    def forget(self) -> None:
        """Look anew at which referents are one person."""
        self._camps.clear()
        self._fits.clear()

    def fits(self, bare: str, clusters: Clusters[str]) -> tuple[_Fit, ...]:
        """The people of whose names the bare name is a part or an alias."""
        if bare not in self._fits:
            roots = set().union(*(self._by_key.get(key, set()) for _, keys in find_name_keys(bare) for key in keys))
            tier_of = self._full.tiers(bare, {name for root in roots for name in self._names[root]})
            tiers = ((root, min(tier_of.get(name, _NOT) for name in self._names[root])) for root in sorted(roots))
            self._fits[bare] = tuple(
                _Fit(camp, tier) for root, tier in tiers if tier != _NOT for camp in self._people(root, clusters)
            )
        return self._fits[bare]

    def _people(self, root: str, clusters: Clusters[str]) -> tuple[_Camp, ...]:
        if root not in self._camps:
            people: dict[str, list[Referent]] = {}
            for m in self._groups[root]:
                people.setdefault(clusters.root(m.id), []).append(m)
            self._camps[root] = tuple(_Camp(members, self._evidence) for members in people.values())
        return self._camps[root]


class _Full:
    """The names that a bare one may be a part of, made ready for comparing."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._number = {name: n for n, name in enumerate(names)}
        self._book = prepare_names(names)
        self._families: dict[str, str] = {}

    def tiers(self, bare: str, names: Iterable[str]) -> dict[str, int]:
        """How a bare name can mean the bearers of others: as the surname or an alias, as another part of it; the rest is left out."""
        numbers = sorted(self._number[name] for name in names)
        found = compare_prepared(prepare_names([bare]), self._book, [(0, n) for n in numbers])
        out = {}
        for n, same, fits in zip(numbers, found.same.tolist(), found.compatible.tolist(), strict=True):
            name = self._names[n]
            if not fits:
                continue
            if not is_full(name):
                if same:
                    out[name] = _SURNAME
                continue
            family = self._family(name)
            out[name] = _SURNAME if not family or _is_same(bare, family) else _OTHER_PART
        return out

    def _family(self, name: str) -> str:
        """The last part of a name that is a family name or a nisba; empty where there is none."""
        if name not in self._families:
            self._families[name] = next((p.text for p in reversed(parse_name(name).parts) if p.kind in _LAST), "")
        return self._families[name]


@lru_cache(maxsize=100_000)
def _is_same(a: str, b: str) -> bool:
    return compare_names(a, b).same


def _supports(mine: Evidence, theirs: Evidence) -> bool:
    return agree(mine, theirs) or bool(mine.companions & theirs.companions)
