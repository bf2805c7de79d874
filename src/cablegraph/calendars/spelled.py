"""Numbers written out in words: هزار و سیصد و نود و سه, ألف وتسعمئة وثمانية وخمسين, nineteen fifty-three.

Knows how the three languages put a number together from its words; the words are the lexicon's, and whether the number is a year, a day or a
count is left to the rules. The trap: "between five and twenty" is two numbers, and only Arabic says the ones before the tens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cablegraph.calendars.node import Node
from cablegraph.calendars.setting import Setting

_MOST_WORDS = 8
_LINKS = frozenset("&-")
_LAST_DAY, _YEARS, _TWO_DIGITS = 31, range(1000, 2600), range(20, 100)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number so far: its value, its last term, and the size that the next term must stay under."""

    total: int
    last: int
    room: int


def join_numerals(nodes: Sequence[Node], setting: Setting) -> list[Node]:
    """Return the tokens with every number of several words as one: a year ``Y``, two digits ``n``, a day or count ``c``, else ``i``."""
    joined: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        end, total = _read(nodes, position, setting) if node.role == "c" else (position + 1, 0)
        is_year = bool(total) and total in _TWO_DIGITS and bool(joined) and joined[-1].role == "y"
        if is_year and setting.tongue(node.start, node.end) == "fa":  # سال شصت; a smaller number counts years
            node = Node("n", node.start, nodes[end - 1].end, number=total)
        elif end - position > 1:
            role = "c" if total <= _LAST_DAY else "n" if total < 100 else "Y" if total in _YEARS else "i"
            node = Node(role, node.start, nodes[end - 1].end, number=total)
        joined.append(node)
        position = end
    return joined


def _read(nodes: Sequence[Node], position: int, setting: Setting) -> tuple[int, int]:
    """Return where the number that starts at a position ends, and its value."""
    value = int(nodes[position].value)
    number = _Sum(value, value, _room(value))
    end = position + 1
    tongue = ""
    for _ in range(_MOST_WORDS):
        at = end + (end < len(nodes) and nodes[end].role in _LINKS)
        if at >= len(nodes) or nodes[at].role != "c" or not nodes[at].word:
            break
        tongue = tongue or setting.tongue(nodes[position].start, nodes[position].end)
        grown = _grow(number, int(nodes[at].value), nodes[end].role if at > end else "", tongue)
        if grown is None:
            break
        number, end = grown, at + 1
    return end, number.total


def _grow(number: _Sum, term: int, link: str, tongue: str) -> _Sum | None:
    """Return the number with one more term, or None where the term is not part of it."""
    if not link and term in {100, 1000} and number.last <= 20:
        return _Sum(number.total - number.last + number.last * term, term, term)
    is_century = tongue == "en" and number.total == number.last and 11 <= number.total <= 20
    if is_century and link != "&" and 10 <= term < 100:
        return _Sum(number.total * 100 + term, term, _room(term))
    if tongue == "ar" and link == "&" and number.last < 10 and term in range(20, 100, 10):
        return _Sum(number.total + term, term, 1)
    is_linked = (link != "&" or number.total >= 100) if tongue == "en" else link == "&"
    return _Sum(number.total + term, term, _room(term)) if is_linked and term < number.room else None


def _room(term: int) -> int:
    if term < 20:
        return 1
    return next(size for size in (1000, 100, 10, 1) if term % size == 0)
