"""The pieces a text is cut into while its dates are read: tokens with a role, and the dates built from them.

Knows one thing: a run of nodes is a string of role letters, and a rule is a pattern over that string with a reader for what it
matches. The trap: every pattern must have a bounded length, or a page of one repeated word would take quadratic time.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cablegraph.calendars.interval import DateInterval
from cablegraph.calendars.lexicon import Word
from cablegraph.calendars.partial import Partial

DATE = "@"
NEVER_FIRST = frozenset("IO&,.-/()'|$Nrtx")  # roles that no rule begins with


@dataclass(frozen=True, slots=True)
class Node:
    """A token or a date, from ``start`` to ``end`` (half-open, code points of the text).

    ``role`` is a letter: those of :mod:`cablegraph.calendars.lexicon` for words; for numbers ``d`` (1-31), ``n`` (two other digits), ``q`` ('64),
    ``Y`` (a year's four digits), ``i`` (any other), ``R`` (years from-to), ``D`` (1960s), ``#`` (numeric date), ``G`` (date-time group);
    a punctuation mark for itself, ``|`` a new paragraph, ``x`` everything else; ``@`` a date. A date is a ``partial`` one, or has
    ``readings``: none (cannot be read), one, or several candidates. ``bare`` is a year or a month with nothing beside it that says so. ``steps`` is
    unit and number where the date is counted from the one named before it.
    """

    role: str
    start: int
    end: int
    word: Word | None = None
    number: int = 0
    last: int = 0
    partial: Partial | None = None
    readings: tuple[DateInterval, ...] = ()
    bare: bool = False
    is_closed: bool = False
    weekday: int | None = None
    steps: tuple[str, int] | None = None

    @property
    def value(self) -> str:
        """The value of the node's word, or the empty string."""
        return self.word.value if self.word else ""


BREAK = Node("x", 0, 0)

Reader = Callable[[re.Match[str], Sequence[Node]], Node | None]
Rule = tuple[re.Pattern[str], Reader]


def roles(nodes: Sequence[Node]) -> str:
    """Return the string of role letters that patterns look at; position i is node i."""
    return "".join([node.role for node in nodes])


def rewrite(nodes: list[Node], rules: Sequence[Rule]) -> list[Node]:
    """Replace what the rules read by the date it makes, from left to right; of several readings at one place the longest wins."""
    string = roles(nodes)
    out: list[Node] = []
    position = 0
    while position < len(nodes):
        if string[position] in NEVER_FIRST:
            out.append(nodes[position])
            position += 1
            continue
        matches = [(match, reader) for pattern, reader in rules if (match := pattern.match(string, position))]
        matches.sort(key=lambda each: -each[0].end())
        for match, reader in matches:
            made = reader(match, nodes)
            if made is not None:
                out.append(made)
                position = match.end()
                break
        else:
            out.append(nodes[position])
            position += 1
    return out
