"""Which referents are one person, across documents and scripts.

First names are compared with names, each spelling once; then the referents behind spellings that are the same name are told apart
by what the documents say of them, so that two people of one name stay two. A bare surname goes to the one person whom the document
supports, else stays open. Nothing is joined here that a person has parted.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from cablegraph.model import Link, Referent
from cablegraph.resolve.bare_names import link_bare
from cablegraph.resolve.evidence import Evidence, Held, Pool, agree, conflict, gather
from cablegraph.resolve.outcome import Outcome
from cablegraph.resolve.spellings import Spellings, cluster_names, is_full, reason_for
from cablegraph.resolve.union import Clusters


def link_persons(
    referents: Sequence[Referent],
    held: Mapping[str, frozenset[Held]],
    written: Mapping[str, str],
    clusters: Clusters[str],
) -> Outcome:
    """Join the referents of people in ``clusters`` (by referent id, with what people have parted already in it).

    ``held`` gives the posts of referents with their days (``evidence.posts_held``), ``written`` the dates of documents (ISO).
    """
    outcome = Outcome()
    fullness = {name: is_full(name) for name in {r.name for r in referents}}
    full = [r for r in referents if fullness[r.name]]
    bare = [r for r in referents if not fullness[r.name]]
    names = sorted(name for name, whole in fullness.items() if whole)
    spellings = Spellings(names)
    by_name = cluster_names(spellings)
    name_cluster = {r.id: by_name.root(r.name) for r in full}
    evidence = gather(referents, name_cluster, held)
    groups: dict[str, list[Referent]] = {}
    for r in sorted(full, key=lambda r: r.id):
        groups.setdefault(name_cluster[r.id], []).append(r)
    for group in groups.values():
        _link_group(group, evidence, clusters, outcome)
    _propose_between(groups, spellings, by_name, clusters, outcome)
    link_bare(bare, groups, evidence, written, clusters, outcome)
    return outcome


def _link_group(
    group: list[Referent],
    evidence: Mapping[str, Evidence],
    clusters: Clusters[str],
    outcome: Outcome,
) -> None:
    """Join the bearers of one name, unless what they held at one time says that they are several people."""
    torn = [r for r in group if conflict(evidence[r.id], evidence[r.id])]
    rivals = _rivals(group, evidence)
    for a, b in rivals:
        clusters.part(a, b)
    if not torn and not rivals and not _disputed(group, evidence):
        heads: list[Referent] = []
        for r in group:
            if not any(_join(r, h, clusters, outcome, "and nothing in the documents speaks against it") for h in heads):
                heads.append(r)
        return
    camps: list[list[Referent]] = []
    pools: list[Pool] = []
    unsure = {r.id for r in torn}
    whole = [r for r in group if r.id not in unsure]
    for r in sorted(whole, key=lambda r: (not evidence[r.id].held, not evidence[r.id].anchors, r.id)):
        _place(r, camps, pools, evidence, clusters, outcome)
    for x, y in combinations(camps, 2):
        score, why = reason_for(x[0].name, y[0].name)
        outcome.candidates.append(
            Link(x[0].id, y[0].id, round(score * 0.7, 3), f"{why}; but the documents give them different posts")
        )
    for r in torn:
        for camp in camps:
            reason = f"{r.name}: one document gives this name two posts at one time"
            outcome.candidates.append(Link(r.id, camp[0].id, 0.6, reason))


def _rivals(group: list[Referent], evidence: Mapping[str, Evidence]) -> list[tuple[str, str]]:
    """Two of one name in one document, which it gives different posts or bodies: it speaks of two people."""
    by_document: dict[str, list[Referent]] = {}
    for r in group:
        if evidence[r.id].anchors:
            by_document.setdefault(r.document, []).append(r)
    return [
        (a.id, b.id)
        for some in by_document.values()
        for a, b in combinations(some, 2)
        if not agree(evidence[a.id], evidence[b.id])
    ]


def _disputed(group: list[Referent], evidence: Mapping[str, Evidence]) -> bool:
    """Whether what two of a group held, or the entries of lists that fit them, cannot be one person's."""
    telling = {(e.held, e.known): e for r in group if (e := evidence[r.id]).held or e.known}
    return any(conflict(a, b) for a, b in combinations(telling.values(), 2))


def _place(
    r: Referent, camps: list[list[Referent]], pools: list[Pool], evidence: Mapping[str, Evidence], clusters: Clusters[str],
    outcome: Outcome,
) -> None:  # fmt: skip
    """Put a bearer of a disputed name with those whom a post, or else the company, says to be the same; else leave it open."""
    mine = evidence[r.id]
    numbers = range(len(camps))
    homes = [n for n in numbers if agree(mine, pools[n]) and not conflict(mine, pools[n])]
    more = "and a post or body in common"
    if not homes and not mine.held:
        shared = [0 if conflict(mine, e) else len(mine.companions & e.companions) for e in pools]
        best = max(shared, default=0)
        homes = [n for n in numbers if best and shared[n] == best]
        more = "and the same company"
    if len(homes) == 1 and _join(r, camps[homes[0]][0], clusters, outcome, more):
        camps[homes[0]].append(r)
        pools[homes[0]].add(mine)
        return
    camps.append([r])
    pools.append(Pool(mine))


def _join(
    a: Referent,
    b: Referent,
    clusters: Clusters[str],
    outcome: Outcome,
    more: str,
) -> bool:
    if not clusters.join(a.id, b.id):
        return False
    score, why = reason_for(a.name, b.name)
    outcome.note(a.id, b.id, score, f"{why}, {more}")
    return True


def _propose_between(
    groups: dict[str, list[Referent]],
    spellings: Spellings,
    by_name: Clusters[str],
    clusters: Clusters[str],
    outcome: Outcome,
) -> None:
    """Spellings that are near but not sure: one pair for each two clusters of names."""
    seen: set[tuple[str, str]] = set()
    first: dict[str, Referent] = {}
    for group in groups.values():
        for r in group:
            first.setdefault(r.name, r)
    for (a, b), score in spellings.ranked():
        roots = tuple(sorted((by_name.root(a), by_name.root(b))))
        if roots[0] == roots[1] or roots in seen:
            continue
        seen.add((roots[0], roots[1]))
        left, right = first[a], first[b]
        if clusters.may_join(left.id, right.id):
            outcome.candidates.append(Link(left.id, right.id, round(score * 0.9, 3), reason_for(a, b)[1]))
