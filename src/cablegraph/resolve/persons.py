"""Which referents are one person, across documents and scripts.

First names are compared with names, each spelling once; then the referents behind spellings that are the same name are told apart
by what the documents say of them, so that two people of one name stay two. A bare surname goes to the one person whom the document
supports, else stays open. Nothing is joined here that a person has parted.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from cablegraph.model import Link, Referent
from cablegraph.names import Comparison
from cablegraph.resolve.bare_names import link_bare
from cablegraph.resolve.evidence import Evidence, Held, agree, conflict, gather, merged
from cablegraph.resolve.outcome import Outcome
from cablegraph.resolve.spellings import cluster_names, is_full, reason_for, same_names
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
    full = [r for r in referents if is_full(r.name)]
    bare = [r for r in referents if not is_full(r.name)]
    names = sorted({r.name for r in full})
    pairs = same_names(names)
    by_name = cluster_names(names, pairs)
    name_cluster = {r.id: by_name.root(r.name) for r in full}
    evidence = gather(referents, name_cluster, held)
    groups: dict[str, list[Referent]] = {}
    for r in sorted(full, key=lambda r: r.id):
        groups.setdefault(name_cluster[r.id], []).append(r)
    for group in groups.values():
        _link_group(group, evidence, clusters, outcome, pairs)
    _propose_between(groups, pairs, by_name, clusters, outcome)
    link_bare(bare, groups, evidence, written, clusters, outcome)
    return outcome


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
        score, why = reason_for(x[0], y[0], pairs)
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
    score, why = reason_for(a, b, pairs)
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
