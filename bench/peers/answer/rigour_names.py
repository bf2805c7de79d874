"""rigour's analysis of names: parts with their symbols (known name parts of many scripts), the rest compared part by part.

rigour leaves the weighing to its callers, so each alignment counts alike. Both the name as written and its romanisation are analysed, which is worth more
than either alone on the development pairs.
"""

from rigour.names import (
    Name,
    NameTypeTag,
    align_person_name_order,
    analyze_names,
    compare_parts,
    pair_symbols,
)
from rigour.text import ascii_text


def prepare(name: str) -> tuple[set[Name], set[Name]]:
    """The analysed name, as written and romanised."""
    return analyze_names(NameTypeTag.PER, [name]), analyze_names(NameTypeTag.PER, [ascii_text(name)])


def compare(a: tuple[set[Name], set[Name]], b: tuple[set[Name], set[Name]]) -> float:
    """The best share of parts that found their like, 0-1."""
    return max((_aligned(x, y) for i in (0, 1) for x in a[i] for y in b[i]), default=0.0)


def _aligned(a: Name, b: Name) -> float:
    if a.comparable == b.comparable:
        return 1.0
    best = 0.0
    for edges in pair_symbols(a, b):
        scores = [1.0] * len(edges)
        used_a = {part for edge in edges for part in edge.qps}
        used_b = {part for edge in edges for part in edge.rps}
        rest_a = [part for part in a.parts if part not in used_a]
        rest_b = [part for part in b.parts if part not in used_b]
        if rest_a or rest_b:
            scores += [each.score for each in compare_parts(*align_person_name_order(rest_a, rest_b))]
        if scores:
            best = max(best, sum(scores) / len(scores))
    return best
