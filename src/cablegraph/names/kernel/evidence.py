"""What an alignment of two names says for and against one person, as a few numbers, and the score that they add up to.

The findings behind them: the worst-aligned part decides, not the average; a part that both sides have and that differs weighs far more than a
part that one side leaves out; a missing first part is another person (father and child), a missing middle or last part usually is not;
meeting a rare part says much, meeting "Mohammad" little. The weights of the numbers are ``data/weights.yml``, named in ``tables.FEATURES``.

The trap: parts left over on both sides *in the same place* conflict; parts left over in different places are two omissions.
"""

import math

from cablegraph.names.kernel.compiled import compiled
from cablegraph.names.kernel.layout import (
    HEAD,
    IS_INITIAL,
    IS_LINKED,
    MARKS,
    MASS,
    TAIL,
    WEIGHT,
    Handle,
)  # fmt: skip
from cablegraph.names.kernel.memory import float_at, int_at
from cablegraph.names.kernel.parts import part

COMMON = 35
"""Weight, in hundredths, of a name that is met everywhere."""
CLEAR_LOSS = 0.1
"""Loss of a pair (1 - likeness) beyond which it is rather another name than another spelling."""
DOUBLE = 1.5
"""How much more a missing first half of a double name (Mohammad-Reza, Reza) counts than a missing first name."""
UNDERSPECIFIED = 0.45
"""Highest score of a name of one part against a fuller one."""
(
    BIAS, EVIDENCE, WORST, LAST_LOSS, CONFLICT, CONFLICT_MORE, CONFLICT_FIRST, CONFLICT_LAST,
    OMIT_FIRST, OMIT_PREFIX, OMIT_MIDDLE, OMIT_LAST, ONE_MET, ONE_PART, TURNED, OTHER_FORM,
) = range(16)  # fmt: skip
_LITTLE, _SOME, _UNKNOWN_LOSS = 0.2, 0.25, 0.3
_LIMIT = 30.0


@compiled
def _at(book: Handle, start: int, count: int, place: int, column: int) -> int:
    """One number of the part at a place of a name whose ``count`` parts stand from ``start`` on; counting goes on at the first."""
    return part(book, int_at(book.row, start + place % count), column)


@compiled
def _mass(book: Handle, start: int, count: int, first: int, end: int) -> float:
    """How much the parts in a stretch say together."""
    total = 0.0
    for place in range(first, end):
        total += _at(book, start, count, place, MASS) / 100
    return total


@compiled
def _gaps(a: Handle, p: int, n: int, b: Handle, q: int, m: int, count: int, turn: int, scratch: Handle) -> None:
    """Add up what met nothing, stretch by stretch: on both sides a conflict, on one an omission."""
    numbers, met = scratch.numbers, scratch.met
    at_a = at_b = 0
    for number in range(count + 1):
        last = number == count
        end_a = n if last else met[number, 0]
        end_b = m if last else met[number, 2]
        left_a = _mass(a, p, n, at_a, end_a)
        left_b = _mass(b, q, m, at_b + turn, end_b + turn)
        both = min(left_a, left_b)
        one = max(left_a, left_b) - both
        if both >= _SOME:
            numbers[CONFLICT] += min(both, 1.0)
            numbers[CONFLICT_MORE] += max(0.0, both - 1.0)
            numbers[CONFLICT_FIRST] += int(number == 0)
            numbers[CONFLICT_LAST] += int(last)
        if number == 0 and (left_a or left_b):
            if left_a > left_b:
                is_linked, weight = n > 1 and _at(a, p, n, 1, MARKS) & IS_LINKED, _at(a, p, n, 0, WEIGHT)
            else:
                is_linked, weight = m > 1 and _at(b, q, m, turn + 1, MARKS) & IS_LINKED, _at(b, q, m, turn, WEIGHT)
            double = one > 0 and is_linked
            if end_a - at_a + end_b - at_b == 1 and weight <= COMMON and not double:
                numbers[OMIT_PREFIX] += one
            else:
                numbers[OMIT_FIRST] += one * (DOUBLE if double else 1.0)
        elif last:
            numbers[OMIT_LAST] += one
        else:
            numbers[OMIT_MIDDLE] += one
        if not last:
            at_a, at_b = met[number, 1], met[number, 3]


@compiled
def weigh(a: Handle, p: int, n: int, b: Handle, q: int, m: int, count: int, turn: int, scratch: Handle) -> None:
    """Write the numbers of an alignment into ``scratch.numbers``."""
    numbers, met = scratch.numbers, scratch.met
    numbers[:] = 0.0
    _gaps(a, p, n, b, q, m, count, turn, scratch)
    strong, worst, last_loss = 0, 0.0, _UNKNOWN_LOSS
    for at in range(count):
        loss, weight = 1.0 - scratch.strength[at, 0], scratch.strength[at, 1]
        if weight > _LITTLE:
            strong += 1
            worst = max(worst, loss)
        numbers[EVIDENCE] += weight * max(0.0, 1.0 - loss * 4)
        if met[at, 1] == n and met[at, 3] == m:
            last_loss = loss
        other_head = _at(a, p, n, met[at, 0], HEAD) != _at(b, q, m, met[at, 2] + turn, HEAD)
        if other_head or _at(a, p, n, met[at, 1] - 1, TAIL) != _at(b, q, m, met[at, 3] - 1 + turn, TAIL):
            numbers[OTHER_FORM] += 1.0
    numbers[BIAS] = 1.0
    numbers[EVIDENCE] = min(numbers[EVIDENCE], 3.0)
    numbers[WORST] = max(0.0, (worst if strong else _UNKNOWN_LOSS) - CLEAR_LOSS)
    numbers[LAST_LOSS] = last_loss
    numbers[OMIT_FIRST] = min(numbers[OMIT_FIRST], 2.0)
    numbers[OMIT_MIDDLE] = min(numbers[OMIT_MIDDLE], 3.0)
    numbers[OMIT_LAST] = min(numbers[OMIT_LAST], 3.0)
    numbers[ONE_MET] = int(strong == 1)
    numbers[ONE_PART] = int(min(_mass(a, p, n, 0, n), _mass(b, q, m, 0, m)) <= 1.3)
    numbers[TURNED] = int(turn > 0)


@compiled
def _said(book: Handle, start: int, count: int) -> int:
    """How many parts of a name say who is meant."""
    said = 0
    for place in range(count):
        said += int(_at(book, start, count, place, MARKS) & IS_INITIAL == 0)
    return said


@compiled
def judge(
    tables: Handle, a: Handle, p: int, n: int, b: Handle, q: int, m: int, count: int, scratch: Handle
) -> tuple[float, bool]:
    """The score (0-1) of the numbers in the scratch, and whether nothing in them speaks against one person."""
    if count == 0:
        return 0.0, False
    numbers = scratch.numbers
    total = 0.0
    for at in range(OTHER_FORM + 1):
        total += float_at(tables.weights, at) * numbers[at]
    score = 1 / (1 + math.exp(-max(-_LIMIT, min(_LIMIT, total))))
    said_a, said_b = _said(a, p, n), _said(b, q, m)
    says_little = said_a != said_b and min(said_a, said_b) <= 1
    if says_little:
        score = min(score, UNDERSPECIFIED)
    agrees = numbers[CONFLICT] == 0 and numbers[WORST] == 0 and (says_little or numbers[OMIT_FIRST] == 0)
    return score, agrees
