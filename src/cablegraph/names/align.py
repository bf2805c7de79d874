"""Lay the parts of two names side by side: which part met which, what met nothing.

Parts keep their order, but a name may be written family name first, and one part may be two words on the other side (بلمختار, Bel Mokhtar).
What the picture means for "one person or two" is left to ``evidence``.

The trap: the best sum of likenesses is not the question; the worst pair decides later, so a pair is only a pair above ``PAIR``.
"""

from __future__ import annotations

from dataclasses import dataclass

from cablegraph.names.lexicon import known_names, lexicon
from cablegraph.names.parts import JOINT, Kind, Name, Part
from cablegraph.names.similarity import word_similarity
from cablegraph.names.sounds import COSTS, encode

PAIR = 0.7
"""Likeness (0-1) from which two parts may be spellings of one."""
MOST_PARTS = 12
_CERTAIN, _JOINED, _JOINED_GAIN = 0.95, 0.8, 1.4
_TURNED = 0.2
_FEW = 6
_INITIAL = 0.9
_CLEAR = 0.93
_SURE = 0.985
_OTHER_NAME = 0.6
_NICKNAME = 0.93
_OTHER_FORM = 0.95


@dataclass(frozen=True, slots=True)
class Met:
    """A run of parts of ``a`` that met a run of parts of ``b`` (half-open indexes), with their likeness (0-1) and weight (0-1)."""

    a: tuple[int, int]
    b: tuple[int, int]
    likeness: float
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two names lie side by side; ``turned`` when the second had to be read with its last part first (or its first part last)."""

    a: tuple[Part, ...]
    b: tuple[Part, ...]
    met: tuple[Met, ...]
    turned: bool


def part_likeness(p: Part, q: Part) -> float:
    """Likeness of two parts, 0-1; an initial or a short form is never as good as the name itself."""
    if p.kind is Kind.INITIAL or q.kind is Kind.INITIAL:
        return _initial_likeness(p, q)
    alike = word_similarity(p.core, q.core)
    if alike >= _SURE and p.head == q.head and p.tail == q.tail:
        return alike
    if p.plain and q.plain:
        return min(alike, _OTHER_NAME) if alike >= PAIR and _are_known_apart(p.core, q.core) else alike
    if p.head != q.head or p.tail != q.tail:
        return max(alike * _OTHER_FORM, word_similarity(p.whole, q.whole))
    if alike < _CLEAR and (p.whole != p.core or q.whole != q.core):
        alike = max(alike, word_similarity(p.whole, q.whole), _bare_likeness(p, q), _bare_likeness(q, p))
    if alike < _NICKNAME:
        groups = lexicon().nicknames
        if (mine := groups.get(p.core)) and (other := groups.get(q.core)) and mine & other:
            return _NICKNAME
    return min(alike, _OTHER_NAME) if alike >= PAIR and _are_known_apart(p.core, q.core) else alike


def _are_known_apart(a: str, b: str) -> bool:
    """Whether both words are known names and not the same one."""
    mine = known_names(a)
    return bool(mine) and bool(other := known_names(b)) and mine.isdisjoint(other)


def _bare_likeness(p: Part, q: Part) -> float:
    """Likeness where one side swallowed the article into its first letter (العريض, Larayedh)."""
    if p.whole != p.core and q.core.startswith("l") and q.whole == q.core:
        return word_similarity(p.core, q.core[1:]) - 0.02
    return 0.0


def _initial_likeness(p: Part, q: Part) -> float:
    x, y = encode(p.core).units, encode(q.core).units
    return _INITIAL if x and y and COSTS[x[0]][y[0]] <= 0.2 else 0.0


def _joined_likeness(one: Part, other: Part, whole: Part) -> float:
    """Likeness of two neighbouring parts, written together, to one part."""
    if whole.kind is Kind.INITIAL or one.kind is Kind.INITIAL or other.kind is Kind.INITIAL:
        return 0.0
    return word_similarity(one.whole + JOINT + other.whole, whole.whole)


def align_names(first: Name, second: Name) -> Alignment:
    """Lay two parsed names side by side in the best of the orders that names are written in."""
    a, b = first.core[:MOST_PARTS], second.core[:MOST_PARTS]
    table = [[part_likeness(p, q) for q in b] for p in a]
    pairs = sum(max(row) >= PAIR for row in table)
    if not pairs and len(a) + len(b) > _FEW:
        return Alignment(a, b, (), turned=False)
    total, met = _best(a, b, table)
    if len(met) < pairs and len(a) > 1 and len(b) > 1:
        for turn in {1, len(b) - 1}:
            turned = b[turn:] + b[:turn]
            other_total, other = _best(a, turned, [row[turn:] + row[:turn] for row in table])
            if other_total > total + _TURNED and len(other) > 1:
                return Alignment(a, turned, other, turned=True)
    return Alignment(a, b, met, turned=False)


def _gain(likeness: float, weight: float) -> float:
    return (likeness - PAIR + 0.05) * (0.5 + weight)


def _best(a: tuple[Part, ...], b: tuple[Part, ...], table: list[list[float]]) -> tuple[float, tuple[Met, ...]]:
    """The row of pairs with the greatest gain, parts in order (dynamic programming over both rows)."""
    none: tuple[float, tuple[Met, ...]] = (0.0, ())
    above = [none] * (len(b) + 1)
    two_above = above
    for i, (p, likenesses) in enumerate(zip(a, table, strict=True)):
        row = [none]
        before = a[i - 1] if i else None
        for j, (q, likeness) in enumerate(zip(b, likenesses, strict=True)):
            best = above[j + 1] if above[j + 1][0] >= row[j][0] else row[j]
            if likeness >= PAIR:
                weight = min(p.weight, q.weight)
                total = above[j][0] + _gain(likeness, weight)
                if total > best[0]:
                    best = (total, (*above[j][1], Met((i, i + 1), (j, j + 1), likeness, weight)))
            if likeness < _CERTAIN:
                if before and -2 < before.size + p.size - q.size < 2:
                    best = _with_joined(best, two_above[j], (before, p, q), (i - 1, i + 1), (j, j + 1))
                if j and -2 < b[j - 1].size + q.size - p.size < 2:
                    best = _with_joined(best, above[j - 1], (b[j - 1], q, p), (i, i + 1), (j - 1, j + 1))
            row.append(best)
        two_above, above = above, row
    return above[-1]


def _with_joined(
    best: tuple[float, tuple[Met, ...]],
    so_far: tuple[float, tuple[Met, ...]],
    parts: tuple[Part, Part, Part],
    run_a: tuple[int, int],
    run_b: tuple[int, int],
) -> tuple[float, tuple[Met, ...]]:
    """The better of what is best without, and of taking two neighbouring parts (the first two) for the third one."""
    likeness = _joined_likeness(*parts)
    total = so_far[0] + _JOINED_GAIN * _gain(likeness, parts[2].weight)
    if likeness < _JOINED or total <= best[0]:
        return best
    return (total, (*so_far[1], Met(run_a, run_b, likeness, parts[2].weight)))
