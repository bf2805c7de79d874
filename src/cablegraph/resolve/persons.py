"""Which referents are one person, across documents and scripts.

First names are compared with names, each spelling once; then the referents behind spellings that are the same name
are told apart by what the documents say of them, so that two people of one name stay two. A bare surname goes to the one person whom the document supports, else stays open. Nothing is joined here that a person has parted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from cablegraph.model import Link, Referent
from cablegraph.names import Comparison, compare_names, name_keys
from cablegraph.resolve.evidence import Evidence, agree, gather, merged
from cablegraph.resolve.union import Clusters
from cablegraph.text import find_words, fold

_MOST_PAIRS = 400
"""Names under one key beyond which the key says too little to compare them all."""


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


def _words(name: str) -> list[str]:
    return [name[s:e] for s, e in find_words(name)]


def _is_full(name: str) -> bool:
    return len(_words(name)) >= 2


def same_names(names: Sequence[str]) -> dict[tuple[str, str], Comparison]:
    """Pairs of spellings that are one name or compatible, each pair in order."""
    blocks: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        keys = [sorted(name_keys(w)) for w in _words(name)]
        for x, y in combinations(keys, 2):
            for a in x:
                for b in y:
                    blocks.setdefault((a, b) if a < b else (b, a), []).append(name)
    found: dict[tuple[str, str], Comparison] = {}
    tried: set[tuple[str, str]] = set()
    for block in blocks.values():
        unique = sorted(set(block))
        if len(unique) > _MOST_PAIRS:
            continue
        for pair in combinations(unique, 2):
            if pair in tried:
                continue
            tried.add(pair)
            result = compare_names(*pair)
            if result.same or result.compatible:
                found[pair] = result
    return found


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


def link_persons(referents: Sequence[Referent], clusters: Clusters[str]) -> Outcome:
    """Join the referents of people in ``clusters`` (by referent id, with what people have parted already in it)."""
    outcome = Outcome()
    full = [r for r in referents if _is_full(r.name)]
    bare = [r for r in referents if not _is_full(r.name)]
    names = sorted({r.name for r in full})
    pairs = same_names(names)
    by_name = _cluster_names(names, pairs)
    name_cluster = {r.id: by_name.root(r.name) for r in full}
    evidence = gather(referents, name_cluster)
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
    evidence: dict[str, Evidence],
    clusters: Clusters[str],
    outcome: Outcome,
    pairs: dict[tuple[str, str], Comparison],
) -> None:
    """Part the bearers of one name by their posts and bodies, then place those of whom nothing is said."""
    anchored = [r for r in group if evidence[r.id].anchors]
    plain = [r for r in group if not evidence[r.id].anchors]
    camps: list[list[Referent]] = []
    for r in anchored:
        near = [
            c
            for c in camps
            if agree(evidence[r.id], merged(evidence[m.id] for m in c)) and clusters.may_join(r.id, c[0].id)
        ]
        for camp in near:
            if _join(r, camp[0], clusters, outcome, pairs, "and a post or body in common"):
                camp.append(r)
                break
        else:
            camps.append([r])
    camps = _merge_camps(camps, evidence, clusters, outcome, pairs)
    for r in plain:
        homes = [c for c in camps if clusters.may_join(r.id, c[0].id)]
        if len(homes) > 1:
            shared = [len(evidence[r.id].companions & merged(evidence[m.id] for m in c).companions) for c in homes]
            best = max(shared)
            homes = [c for c, n in zip(homes, shared, strict=True) if n == best] if best else homes
        if len(homes) == 1 or (homes and not anchored):
            home = homes[0]
            if _join(r, home[0], clusters, outcome, pairs, "the only one of this name whom the document supports"):
                home.append(r)
            continue
        for camp in homes:
            outcome.candidates.append(
                Link(r.id, camp[0].id, 0.6, f"{r.name}: several people bear this name and the document supports none")
            )
        camps.append([r])


def _merge_camps(
    camps: list[list[Referent]],
    evidence: dict[str, Evidence],
    clusters: Clusters[str],
    outcome: Outcome,
    pairs: dict[tuple[str, str], Comparison],
) -> list[list[Referent]]:
    """Join camps of one name that keep the same company; propose the others to a person."""
    kept: list[list[Referent]] = []
    for camp in camps:
        mine = merged(evidence[r.id] for r in camp)
        for other in kept:
            theirs = merged(evidence[r.id] for r in other)
            common = len(mine.companions & theirs.companions)
            if (common >= 2 or agree(mine, theirs)) and _join(
                camp[0], other[0], clusters, outcome, pairs, "and the same company"
            ):
                other.extend(camp)
                break
            score, why = _reason(camp[0], other[0], pairs)
            outcome.candidates.append(
                Link(camp[0].id, other[0].id, round(score * 0.8, 3), f"{why}; but different posts and bodies")
            )
        else:
            kept.append(camp)
    return kept


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
    evidence: dict[str, Evidence],
    clusters: Clusters[str],
    outcome: Outcome,
) -> None:
    """Give a surname or a codename alone to the one person whom the document supports."""
    by_key: dict[str, set[str]] = {}
    for root, group in groups.items():
        for r in group:
            for word in _words(r.name):
                for key in name_keys(word):
                    by_key.setdefault(key, set()).add(root)
    alone: dict[str, list[Referent]] = {}
    for r in sorted(bare, key=lambda r: r.id):
        roots = set().union(*(by_key.get(key, set()) for word in _words(r.name) for key in name_keys(word)))
        fits = [
            root
            for root in sorted(roots)
            if len(groups[root]) < _MOST_PAIRS and compare_names(r.name, groups[root][0].name).compatible
        ]
        supported = [root for root in fits if _supports(r, groups[root], evidence)]
        if len(fits) == 1 and supported:
            home = groups[fits[0]][0]
            if clusters.join(r.id, home.id):
                outcome.note(
                    r.id,
                    home.id,
                    0.85,
                    f"{r.name} alone; {home.name} is the only person of this name, and the company is the same",
                )
                continue
        for root in fits[:3]:
            outcome.candidates.append(
                Link(r.id, groups[root][0].id, 0.5, f"{r.name} alone could be {groups[root][0].name}")
            )
        alone.setdefault(fold(r.name), []).append(r)
    for same in alone.values():
        for r in same[1:]:
            home = next(
                (o for o in same if o.id < r.id and _supports(r, [o], evidence) and clusters.may_join(r.id, o.id)), None
            )
            if home and clusters.join(r.id, home.id):
                outcome.note(r.id, home.id, 0.8, f"{r.name} alone, in the same company or post")


def _supports(r: Referent, group: Sequence[Referent], evidence: dict[str, Evidence]) -> bool:
    theirs = merged(evidence[m.id] for m in group)
    mine = evidence[r.id]
    return agree(mine, theirs) or bool(mine.companions & theirs.companions)
