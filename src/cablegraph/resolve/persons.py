"""Which referents are one person, across documents and scripts.

First names are compared with names, each spelling once; then the referents behind spellings that are the same name are told apart
by what the documents say of them, so that two people of one name stay two. A bare surname goes to the one person whom the document
supports, else stays open. Nothing is joined here that a person has parted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from cablegraph.model import Link, Referent
from cablegraph.names import Comparison, NameIndex, compare_names, compare_prepared, parse_name, prepare_names
from cablegraph.names.word_keys import find_name_keys
from cablegraph.resolve.evidence import Evidence, Held, agree, conflict, gather, merged
from cablegraph.resolve.union import Clusters
from cablegraph.text import fold

_SMALL_PARTS = frozenset({"particle", "honorific", "initial"})
_NEAREST = 40
"""How many of the nearest spellings each spelling is compared with."""


@dataclass(slots=True)
class Outcome:
    """Links that were made, each from a referent to one of its cluster, and pairs left for a person."""

    links: dict[str, Link] = field(default_factory=dict)
    candidates: list[Link] = field(default_factory=list)

    def note(self, referent: str, other: str, score: float, reason: str) -> None:
        """Keep the best reason why a referent is where it is."""
        old = self.links.get(referent)
        if old is None or score > old.score:
            self.links[referent] = Link(referent, other, score, reason)


@lru_cache(maxsize=200_000)
def is_full(name: str) -> bool:
    """Whether a name has two parts that tell people apart; "al-Sarraf", "Gen. Hashemi" and "Abu Layth" have one."""
    return sum(part.kind not in _SMALL_PARTS for part in parse_name(name).parts) >= 2


def same_names(names: Sequence[str]) -> dict[tuple[str, str], Comparison]:
    """Pairs of spellings that are one name or compatible, each pair in order."""
    index = NameIndex.build((name, name) for name in names)
    near = ((name, hit.id) for name in names for hit in index.search(name, limit=_NEAREST) if hit.id != name)
    pairs = list(dict.fromkeys((a, b) if a < b else (b, a) for a, b in near))
    number = {name: n for n, name in enumerate(names)}
    prepared = prepare_names(names)
    found = compare_prepared(prepared, prepared, [(number[a], number[b]) for a, b in pairs])
    return {pair: compare_names(*pair) for pair, fits in zip(pairs, found.compatible.tolist(), strict=True) if fits}


def _cluster_names(names: Sequence[str], pairs: dict[tuple[str, str], Comparison]) -> Clusters[str]:
    clusters: Clusters[str] = Clusters(names)
    for (a, b), result in sorted(pairs.items(), key=lambda item: (-item[1].score, item[0])):
        if not result.same or clusters.root(a) == clusters.root(b):
            continue
        cross = ((x, y) for x in clusters.members(a) for y in clusters.members(b))
        if all(_no_conflict(x, y, pairs) for x, y in cross):
            clusters.join(a, b)
    return clusters


def _no_conflict(a: str, b: str, pairs: dict[tuple[str, str], Comparison]) -> bool:
    pair = (a, b) if a < b else (b, a)
    if pair in pairs:
        return True
    result = compare_names(a, b)
    return result.same or result.compatible


def link_persons(
    referents: Sequence[Referent], held: Mapping[str, frozenset[Held]], clusters: Clusters[str]
) -> Outcome:
    """Join the referents of people in ``clusters`` (by referent id, with what people have parted already in it).

    ``held`` gives the posts of referents with their days (``evidence.posts_held``).
    """
    outcome = Outcome()
    full = [r for r in referents if is_full(r.name)]
    bare = [r for r in referents if not is_full(r.name)]
    names = sorted({r.name for r in full})
    pairs = same_names(names)
    by_name = _cluster_names(names, pairs)
    name_cluster = {r.id: by_name.root(r.name) for r in full}
    evidence = gather(referents, name_cluster, held)
    groups: dict[str, list[Referent]] = {}
    for r in sorted(full, key=lambda r: r.id):
        groups.setdefault(name_cluster[r.id], []).append(r)
    for group in groups.values():
        _link_group(group, evidence, clusters, outcome, pairs)
    _propose_between(groups, pairs, by_name, clusters, outcome)
    _link_bare(bare, groups, evidence, clusters, outcome)
    return outcome


def _reason(a: Referent, b: Referent, pairs: dict[tuple[str, str], Comparison]) -> tuple[float, str]:
    if a.name == b.name:
        return 0.97, "the same name"
    pair = (a.name, b.name) if a.name < b.name else (b.name, a.name)
    result = pairs.get(pair) or compare_names(*pair)
    return min(result.score, 0.97), result.why


def _link_group(
    group: list[Referent],
    evidence: Mapping[str, Evidence],
    clusters: Clusters[str],
    outcome: Outcome,
    pairs: dict[tuple[str, str], Comparison],
) -> None:
    """Join the bearers of one name, unless what they held at one time says that they are several people."""
    torn = [r for r in group if conflict(evidence[r.id], evidence[r.id])]
    whole = [r for r in group if r not in torn]
    if not torn and not any(conflict(evidence[a.id], evidence[b.id]) for a, b in combinations(whole, 2)):
        heads: list[Referent] = []
        for r in group:
            if not any(
                _join(r, h, clusters, outcome, pairs, "and nothing in the documents speaks against it") for h in heads
            ):
                heads.append(r)
        return
    camps: list[list[Referent]] = []
    for r in sorted(whole, key=lambda r: (not evidence[r.id].held, not evidence[r.id].anchors, r.id)):
        _place(r, camps, evidence, clusters, outcome, pairs)
    for x, y in combinations(camps, 2):
        score, why = _reason(x[0], y[0], pairs)
        outcome.candidates.append(
            Link(x[0].id, y[0].id, round(score * 0.7, 3), f"{why}; but the documents give them different posts")
        )
    for r in torn:
        for camp in camps:
            reason = f"{r.name}: one document gives this name two posts at one time"
            outcome.candidates.append(Link(r.id, camp[0].id, 0.6, reason))


def _place(
    r: Referent, camps: list[list[Referent]], evidence: Mapping[str, Evidence], clusters: Clusters[str], outcome: Outcome,
    pairs: dict[tuple[str, str], Comparison],
) -> None:  # fmt: skip
    """Put a bearer of a disputed name with those whom a post, or else the company, says to be the same; else leave it open."""
    mine = evidence[r.id]
    theirs = [merged(evidence[m.id] for m in camp) for camp in camps]
    homes = [c for c, e in zip(camps, theirs, strict=True) if agree(mine, e) and not conflict(mine, e)]
    more = "and a post or body in common"
    if not homes and not mine.held:
        shared = [0 if conflict(mine, e) else len(mine.companions & e.companions) for e in theirs]
        best = max(shared, default=0)
        homes = [c for c, n in zip(camps, shared, strict=True) if best and n == best]
        more = "and the same company"
    if len(homes) == 1 and _join(r, homes[0][0], clusters, outcome, pairs, more):
        homes[0].append(r)
        return
    camps.append([r])


def _join(
    a: Referent,
    b: Referent,
    clusters: Clusters[str],
    outcome: Outcome,
    pairs: dict[tuple[str, str], Comparison],
    more: str,
) -> bool:
    if not clusters.join(a.id, b.id):
        return False
    score, why = _reason(a, b, pairs)
    outcome.note(a.id, b.id, score, f"{why}, {more}")
    return True


def _propose_between(
    groups: dict[str, list[Referent]],
    pairs: dict[tuple[str, str], Comparison],
    by_name: Clusters[str],
    clusters: Clusters[str],
    outcome: Outcome,
) -> None:
    """Spellings that are near but not sure: one pair for each two clusters of names."""
    seen: set[tuple[str, str]] = set()
    for (a, b), result in sorted(pairs.items(), key=lambda item: (-item[1].score, item[0])):
        roots = tuple(sorted((by_name.root(a), by_name.root(b))))
        if roots[0] == roots[1] or roots in seen:
            continue
        seen.add((roots[0], roots[1]))
        left = next(r for r in groups[by_name.root(a)] if r.name == a)
        right = next(r for r in groups[by_name.root(b)] if r.name == b)
        if clusters.may_join(left.id, right.id):
            outcome.candidates.append(Link(left.id, right.id, round(result.score * 0.9, 3), result.why))


def _link_bare(
    bare: Iterable[Referent],
    groups: dict[str, list[Referent]],
    evidence: Mapping[str, Evidence],
    clusters: Clusters[str],
    outcome: Outcome,
) -> None:
    """Give a surname, a title-name or a kunya alone to the one person whom it can mean; of several, to the one whom the document supports."""
    finder = _Finder(groups)
    alone: dict[str, list[Referent]] = {}
    for r in sorted(bare, key=lambda r: r.id):
        camps = finder.camps(r, clusters)
        fits = [
            c
            for c in camps
            if not conflict(evidence[r.id], merged(evidence[m.id] for m in c)) and clusters.may_join(r.id, c[0].id)
        ]
        home, score, reason = _home(r, fits, evidence)
        if home and clusters.join(r.id, home.id):
            outcome.note(r.id, home.id, score, reason)
            continue
        for camp in fits[:3]:
            outcome.candidates.append(Link(r.id, camp[0].id, 0.5, f"{r.name} alone could be {camp[0].name}"))
        if not fits:
            alone.setdefault(fold(r.name), []).append(r)
    for same in alone.values():
        for r in same[1:]:
            if not conflict(evidence[r.id], evidence[same[0].id]) and clusters.join(r.id, same[0].id):
                outcome.note(r.id, same[0].id, 0.75, f"{r.name} alone; nobody in the case bears this name in full")


def _home(
    r: Referent, fits: list[list[Referent]], evidence: Mapping[str, Evidence]
) -> tuple[Referent | None, float, str]:
    """The person whom a bare name means, with score and reason; None where that is open."""
    if len(fits) == 1:
        home = fits[0][0]
        if _supports(r, fits[0], evidence):
            return home, 0.9, f"{r.name} alone; {home.name} is the only person of this name, and the document agrees"
        return home, 0.8, f"{r.name} alone; {home.name} is the only person of this name in the case"
    supported = [camp for camp in fits if _supports(r, camp, evidence)]
    if len(supported) == 1:
        home = supported[0][0]
        return home, 0.8, f"{r.name} alone; of {len(fits)} people of this name the document supports {home.name}"
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

    def camps(self, r: Referent, clusters: Clusters[str]) -> list[list[Referent]]:
        """The people of whose names the bare name is a part or an alias, each as its referents."""
        roots = set().union(*(self._by_key.get(key, set()) for _, keys in find_name_keys(r.name) for key in keys))
        out: list[list[Referent]] = []
        for root in sorted(roots):
            names = {name for m in self._groups[root] for name in (m.name, *m.names)}
            if not any(_can_mean(r.name, name) for name in sorted(names)):
                continue
            people: dict[str, list[Referent]] = {}
            for m in self._groups[root]:
                people.setdefault(clusters.root(m.id), []).append(m)
            out += people.values()
        return out


@lru_cache(maxsize=200_000)
def _can_mean(bare: str, name: str) -> bool:
    result = compare_names(bare, name)
    return result.compatible if is_full(name) else result.same


def _supports(r: Referent, group: Sequence[Referent], evidence: Mapping[str, Evidence]) -> bool:
    theirs = merged(evidence[m.id] for m in group)
    mine = evidence[r.id]
    return agree(mine, theirs) or bool(mine.companions & theirs.companions)
