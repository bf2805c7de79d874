"""How alike two parts of names are: the words that carry them, their compounds, initials, short forms, and names known to be different.

An initial or a short form is never as good as the name itself. Which part stands where is left to ``alignment``.

The trap: letters may be near and the names still two (Hassan, Hussein). Where both words are known names and not the same one, they are.
"""

from cablegraph.names.kernel.compiled import compiled
from cablegraph.names.kernel.layout import (
    BEHEADED,
    CORE,
    FORMS,
    GROUPS,
    HEAD,
    IS_INITIAL,
    IS_PLAIN,
    KNOWN,
    MARKS,
    PART_COLUMNS,
    SETS_END,
    TAIL,
    WHOLE,
    Handle,
)  # fmt: skip
from cablegraph.names.kernel.memory import float_at, int_at, unit_at
from cablegraph.names.kernel.words import CLEAR, joined_likeness, word, word_likeness

PAIR = 0.7
"""Likeness (0-1) from which two parts may be spellings of one."""
_INITIAL, _NEAR_LETTER = 0.9, 0.2
_SURE = 0.985
_OTHER_NAME = 0.6
_NICKNAME = 0.93
_OTHER_FORM = 0.95
_SWALLOWED = 0.02


@compiled
def part(book: Handle, number: int, column: int) -> int:
    """One number of the row of a part."""
    return int_at(book.parts, number * PART_COLUMNS + column)


@compiled
def _meet(a: Handle, a0: int, a1: int, b: Handle, b0: int, b1: int) -> bool:
    """Whether two sets have a member in common."""
    for i in range(a0, a1):
        for j in range(b0, b1):
            if int_at(a.sets, i) == int_at(b.sets, j):
                return True
    return False


@compiled
def _are_known_apart(a: Handle, v: int, b: Handle, w: int) -> bool:
    """Whether both words are known names and not the same one."""
    a0, a1, b0, b1 = word(a, v, KNOWN), word(a, v, GROUPS), word(b, w, KNOWN), word(b, w, GROUPS)
    return a0 < a1 and b0 < b1 and not _meet(a, a0, a1, b, b0, b1)


@compiled
def _capped(alike: float, a: Handle, v: int, b: Handle, w: int) -> float:
    return min(alike, _OTHER_NAME) if alike >= PAIR and _are_known_apart(a, v, b, w) else alike


@compiled
def _bare_likeness(tables: Handle, a: Handle, i: int, b: Handle, j: int, scratch: Handle) -> float:
    """Likeness where one side swallowed the article into its first letter (العريض, Larayedh)."""
    if (
        part(a, i, WHOLE) != part(a, i, CORE)
        and part(b, j, WHOLE) == part(b, j, CORE)
        and word(b, part(b, j, CORE), BEHEADED) >= 0
    ):
        return (
            word_likeness(tables, a, part(a, i, CORE), b, word(b, part(b, j, CORE), BEHEADED), PAIR, scratch)
            - _SWALLOWED
        )
    return 0.0


@compiled
def _initial_likeness(tables: Handle, a: Handle, v: int, b: Handle, w: int) -> float:
    x, y = word(a, v, FORMS), word(b, w, FORMS)
    if x == word(a, v, FORMS + 1) or y == word(b, w, FORMS + 1):
        return 0.0
    return (
        _INITIAL
        if float_at(tables.costs, unit_at(a.units, x) * tables.units_count + unit_at(b.units, y)) <= _NEAR_LETTER
        else 0.0
    )


@compiled
def part_likeness(tables: Handle, a: Handle, i: int, b: Handle, j: int, scratch: Handle) -> float:
    """Likeness of part ``i`` of one book and part ``j`` of another, 0-1; what is below ``PAIR`` may be answered with 0."""
    v, w = part(a, i, CORE), part(b, j, CORE)
    if (part(a, i, MARKS) | part(b, j, MARKS)) & IS_INITIAL:
        return _initial_likeness(tables, a, v, b, w)
    alike = word_likeness(tables, a, v, b, w, PAIR, scratch)
    other_form = part(a, i, HEAD) != part(b, j, HEAD) or part(a, i, TAIL) != part(b, j, TAIL)
    if alike >= _SURE and not other_form:
        return alike
    if part(a, i, MARKS) & part(b, j, MARKS) & IS_PLAIN:
        return _capped(alike, a, v, b, w)
    if other_form:
        return max(
            alike * _OTHER_FORM, word_likeness(tables, a, part(a, i, WHOLE), b, part(b, j, WHOLE), PAIR, scratch)
        )
    if alike < CLEAR and (part(a, i, WHOLE) != v or part(b, j, WHOLE) != w):
        alike = max(alike, word_likeness(tables, a, part(a, i, WHOLE), b, part(b, j, WHOLE), PAIR, scratch))
        alike = max(alike, _bare_likeness(tables, a, i, b, j, scratch))
        alike = max(alike, _bare_likeness(tables, b, j, a, i, scratch))
    if alike < _NICKNAME and _meet(
        a, word(a, v, GROUPS), word(a, v, SETS_END), b, word(b, w, GROUPS), word(b, w, SETS_END)
    ):
        return _NICKNAME
    return _capped(alike, a, v, b, w)


@compiled
def pair_as_one(
    tables: Handle, a: Handle, first: int, second: int, b: Handle, whole: int, least: float, scratch: Handle
) -> float:
    """Likeness of two neighbouring parts of one name, written together, to one part of the other, 0 below ``least``."""
    if (part(a, first, MARKS) | part(a, second, MARKS) | part(b, whole, MARKS)) & IS_INITIAL:
        return 0.0
    return joined_likeness(
        tables, a, part(a, first, WHOLE), part(a, second, WHOLE), b, part(b, whole, WHOLE), least, scratch
    )
