"""Which spellings are one name: each spelling of a case is compared once, with those near to it.

Knows names only; whether their bearers are one person is left to ``persons``. The trap: a chain of near spellings may join two that are not one name, so a
spelling joins a cluster only where it conflicts with none of it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from cablegraph.model import Referent
from cablegraph.names import Comparison, NameIndex, compare_names, compare_prepared, parse_name, prepare_names
from cablegraph.resolve.union import Clusters

_SMALL_PARTS = frozenset({"particle", "honorific", "initial"})
_NUMERAL = re.compile(r"[IVX]+\b")
"""What tells a king from his namesakes; Jr. alone tells nobody apart from a stranger."""
_INITIAL = re.compile(r"(?<!\w)[A-Z]\.?(?=\s)")
JOINED = 0.75
"""Spellings are taken for one name from this score on; between it and what counts as the same name, people decide."""
_NEAREST = 40
"""How many of the nearest spellings each spelling is compared with."""


@lru_cache(maxsize=200_000)
def is_full(name: str) -> bool:
    """Whether a name has two parts that tell people apart; "al-Sarraf", "Gen. Hashemi" and "Abu Layth" have one."""
    parts = parse_name(name).parts
    return (
        sum(
            part.kind not in _SMALL_PARTS and not (part.kind == "suffix" and not _NUMERAL.match(part.text))
            for part in parts
        )
        >= 2
    )


def same_names(names: Sequence[str]) -> dict[tuple[str, str], Comparison]:
    """Pairs of spellings that are one name or compatible, each pair in order."""
    index = NameIndex.build((name, name) for name in names)
    near = ((name, hit.id) for name in names for hit in index.search(name, limit=_NEAREST) if hit.id != name)
    pairs = list(dict.fromkeys((a, b) if a < b else (b, a) for a, b in near))
    number = {name: n for n, name in enumerate(names)}
    prepared = prepare_names(names)
    found = compare_prepared(prepared, prepared, [(number[a], number[b]) for a, b in pairs])
    fits = found.compatible.tolist()
    return {p: compare_names(*p) for p, fit in zip(pairs, fits, strict=True) if fit and not have_two_surnames(*p)}


def cluster_names(names: Sequence[str], pairs: dict[tuple[str, str], Comparison]) -> Clusters[str]:
    """The spellings in clusters of one name each, the surest pairs joined first."""
    clusters: Clusters[str] = Clusters(names)
    for (a, b), result in sorted(pairs.items(), key=lambda item: (-item[1].score, item[0])):
        if result.score < JOINED or clusters.root(a) == clusters.root(b):
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
    return (result.same or result.compatible) and not have_two_surnames(a, b)


@lru_cache(maxsize=200_000)
def have_two_surnames(a: str, b: str) -> bool:
    """Whether two names in Latin script, one of them with an initial as in "John W. Foster", end in different surnames.

    Who writes an initial writes the Western way, with the surname last; elsewhere a last part may be left out ("Saddam Hussein al-Tikriti").
    """
    one, other = _surname(a), _surname(b)
    if not one or not other or not (_INITIAL.search(a) or _INITIAL.search(b)):
        return False
    return not compare_names(one, other).same


def _surname(name: str) -> str:
    family = [part.text for part in parse_name(name).parts if part.kind == "family"]
    return family[-1] if family and family[-1].isascii() else ""


def reason_for(a: Referent, b: Referent, pairs: dict[tuple[str, str], Comparison]) -> tuple[float, str]:
    """The score (0-1) of two names being one, and why."""
    if a.name == b.name:
        return 0.97, "the same name"
    pair = (a.name, b.name) if a.name < b.name else (b.name, a.name)
    result = pairs.get(pair) or compare_names(*pair)
    return min(result.score, 0.97), result.why
