"""How alike two words are: a weighted alignment of their units, cut short where it cannot succeed.

Symmetric up to rounding. A likeness below ``least`` is answered with 0, which lets most pairs of words be refused after a look at their
consonants. Articles, compounds and the order of parts belong to ``parts`` and ``alignment``.

The trap: the result is relative to the weight of both words. One wrong consonant in a word of two is another name; in a word of six it is
a slip of the pen.
"""

from cablegraph.names.kernel.compiled import compiled, entry
from cablegraph.names.kernel.consonants import may_be_alike
from cablegraph.names.kernel.layout import (
    ALONE,
    FIRST,
    FORMS,
    HASH_HIGH,
    HASH_LOW,
    MOST_UNITS,
    SCRIPT,
    SECOND,
    SPLIT,
    WORD_COLUMNS,
    Handle,
)  # fmt: skip
from cablegraph.names.kernel.memory import float_at, int_at, unit_at

CLEAR = 0.93
"""Likeness from which a word needs no second reading."""


@compiled
def word(book: Handle, number: int, column: int) -> int:
    """One number of the row of a word."""
    return int_at(book.words, number * WORD_COLUMNS + column)


@compiled
def _aligned(
    tables: Handle, x: int, x0: int, x1: int, x_script: int, y: int, y0: int, y1: int, y_script: int, least: float, scratch: Handle
) -> float:  # fmt: skip
    """Likeness of two rows of units, 0 where it is below ``least``: one less the least cost of turning one into the other."""
    count, row = tables.units_count, scratch.costs
    gaps_x, gaps_y = y_script * count, x_script * count
    weight_y = 0.0
    row[0] = 0.0
    for j in range(y0, y1):
        weight_y += float_at(tables.gaps, gaps_y + unit_at(y, j))
        row[j - y0 + 1] = weight_y
    weight_x = 0.0
    for i in range(x0, x1):
        weight_x += float_at(tables.gaps, gaps_x + unit_at(x, i))
    weight = max((weight_x + weight_y) / 2, 0.5)
    most = (1.0 - least) * weight
    for i in range(x0, x1):
        unit = unit_at(x, i)
        costs, gap = unit * count, float_at(tables.gaps, gaps_x + unit)
        diagonal = row[0]
        left = diagonal + gap
        row[0] = left
        smallest = left
        for j in range(y0, y1):
            other = unit_at(y, j)
            up = row[j - y0 + 1]
            best = diagonal + float_at(tables.costs, costs + other)
            best = min(best, up + gap)
            best = min(best, left + float_at(tables.gaps, gaps_y + other))
            row[j - y0 + 1] = best
            smallest = min(smallest, best)
            left = best
            diagonal = up
        if smallest > most:
            return 0.0
    likeness = 1.0 - row[y1 - y0] / weight
    return likeness if likeness >= least else 0.0


@compiled
def _split(book: Handle, number: int) -> int:
    """What to add to a form of a word for its second reading, 0 where there is none."""
    return SPLIT if word(book, number, FORMS + SPLIT) < word(book, number, FORMS + 2 * SPLIT) else 0


@compiled
def word_likeness(tables: Handle, a: Handle, v: int, b: Handle, w: int, least: float, scratch: Handle) -> float:
    """Likeness of two words, 0-1; a word with sh or the like is also read as two sounds (Is-haq, Ad-ham)."""
    if word(a, v, HASH_LOW) == word(b, w, HASH_LOW) and word(a, v, HASH_HIGH) == word(b, w, HASH_HIGH):
        return 1.0
    split_v, split_w = _split(a, v), _split(b, w)
    alike = 0.0
    for reading in range(2 if split_v or split_w else 1):
        form_v, form_w = FORMS + ALONE + reading * split_v, FORMS + ALONE + reading * split_w
        x0, x1, y0, y1 = word(a, v, form_v), word(a, v, form_v + 1), word(b, w, form_w), word(b, w, form_w + 1)
        if x0 == x1 or y0 == y1:
            return 0.0
        if reading == 0 and not may_be_alike(tables, a.units, x0, x1, b.units, y0, y1, scratch):
            return 0.0
        found = _aligned(
            tables, a.units, x0, x1, word(a, v, SCRIPT), b.units, y0, y1, word(b, w, SCRIPT), least, scratch
        )
        alike = max(alike, found)
        if alike >= CLEAR:
            break
    return alike


@compiled
def _copy(book: Handle, number: int, form: int, count: int, scratch: Handle) -> int:
    """Write the units of one form of a word behind the ``count`` that the scratch holds; their new number."""
    start, end = word(book, number, FORMS + form), word(book, number, FORMS + form + 1)
    for at in range(start, min(end, start + MOST_UNITS - count)):
        scratch.joined[count] = unit_at(book.units, at)
        count += 1
    return count


@compiled
def joined_likeness(
    tables: Handle, a: Handle, first: int, second: int, b: Handle, whole: int, least: float, scratch: Handle
) -> float:
    """Likeness of two words of one book, written together, to one word of another; of two scripts only the Arabic word is read."""
    script = min(word(a, first, SCRIPT), word(a, second, SCRIPT))
    split_first, split_second, split_whole = _split(a, first), _split(a, second), _split(b, whole)
    joined = scratch.joined.ctypes.data
    alike = 0.0
    for reading in range(2 if split_first or split_second or split_whole else 1):
        count = 0
        if word(a, first, SCRIPT) == script:
            count = _copy(a, first, FIRST + reading * split_first, count, scratch)
        if word(a, second, SCRIPT) == script:
            count = _copy(a, second, SECOND + reading * split_second, count, scratch)
        form = FORMS + ALONE + reading * split_whole
        y0, y1 = word(b, whole, form), word(b, whole, form + 1)
        if count == 0 or y0 == y1:
            return 0.0
        if reading == 0 and not may_be_alike(tables, joined, 0, count, b.units, y0, y1, scratch):
            return 0.0
        found = _aligned(tables, joined, 0, count, script, b.units, y0, y1, word(b, whole, SCRIPT), least, scratch)
        alike = max(alike, found)
        if alike >= CLEAR:
            break
    return alike


@entry
def compare_words(tables: Handle, a: Handle, b: Handle, least: float, room: Handle) -> float:
    """Likeness of the first words of two books."""
    return word_likeness(tables[0], a[0], 0, b[0], 0, least, room[0])
