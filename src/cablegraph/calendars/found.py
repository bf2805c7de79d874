"""What a rule's pattern has matched, as its reader sees it: named nodes, their numbers, the language, the year.

Knows how to get from a pattern's named groups to nodes and years; what they mean together is the reader's. The groups have the same names
everywhere: d day, e last day, M month or season, alias the same month in another tradition's name, Y year, R years from-to, k era mark, W weekday,
V observance, D decade, u unit, n and h numbers (h hundreds or tens), s last, this or next, p a solar year counted from now.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cablegraph.calendars.interval import DateInterval
from cablegraph.calendars.node import DATE, Node, Rule
from cablegraph.calendars.partial import Partial
from cablegraph.calendars.setting import Setting
from cablegraph.calendars.years import Year, read_year, year_beside


def number_of(node: Node) -> int:
    """Return the number that a numeral or a number word stands for."""
    return int(node.value) if node.word else node.number


_DIGITS = {"q": 2, "n": 2, "d": 2, "c": 2, "i": 3}  # how many digits a year was written with, by role; others four


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule's pattern over the roles of ``nodes``."""

    match: re.Match[str]
    nodes: Sequence[Node]
    setting: Setting

    def at(self, name: str) -> Node | None:
        """Return the node of a named group, None where the pattern has no such group or it matched nothing."""
        return self.nodes[self.match.start(name)] if self.match.groupdict().get(name) else None

    def must(self, name: str) -> Node:
        """Return the node of a named group that the pattern always matches."""
        return self.nodes[self.match.start(name)]

    def number(self, name: str) -> int | None:
        """Return the number at a named group."""
        node = self.at(name)
        return number_of(node) if node else None

    @property
    def first(self) -> Node:
        """The first node of the match."""
        return self.nodes[self.match.start()]

    @property
    def last(self) -> Node:
        """The last node of the match."""
        return self.nodes[self.match.end() - 1]

    @property
    def before(self) -> str:
        """The role of the node before the match; empty at the start."""
        return self.nodes[self.match.start() - 1].role if self.match.start() else ""

    @property
    def after(self) -> str:
        """The role of the node after the match; empty at the end."""
        return self.nodes[self.match.end()].role if self.match.end() < len(self.nodes) else ""

    @property
    def text(self) -> str:
        """The text of the match."""
        return self.setting.text[self.first.start : self.last.end]

    @property
    def tongue(self) -> str:
        """The language whose conventions hold: ``"fa"``, ``"ar"`` or ``"en"``."""
        return self.setting.tongue(self.first.start, self.last.end)

    @property
    def mark(self) -> str:
        """The calendar of the era mark, or the empty string."""
        mark = self.at("k")
        return mark.value if mark else ""

    def year(self, month_calendar: str = "") -> Year | None:
        """Return the calendar and year at group Y, read alone or beside a month of a known calendar."""
        node = self.at("Y")
        if node is None:
            return None
        digits = _DIGITS.get(node.role, 4)
        written = self.setting.written
        if month_calendar:
            return year_beside(
                month_calendar, number_of(node), digits=digits, tongue=self.tongue, mark=self.mark, written=written
            )
        return read_year(number_of(node), digits=digits, tongue=self.tongue, mark=self.mark, written=written)

    def dated(self, partial: Partial, *, bare: bool = False) -> Node:
        """Return the match as a date with the fields that were written."""
        return Node(DATE, self.first.start, self.last.end, partial=partial, bare=bare)

    def read(self, readings: Sequence[DateInterval], *, bare: bool = False) -> Node:
        """Return the match as a date with its readings: none (cannot be read), one, or several."""
        return Node(DATE, self.first.start, self.last.end, self.first.word, readings=tuple(readings), bare=bare)

    def joined(self, node: Node, **fields: object) -> Node:
        """Return a date that already is a node, widened to the whole match."""
        return replace(node, start=self.first.start, end=self.last.end, **fields)  # type: ignore[arg-type]


Reading = Callable[[Found], Node | None]
Table = tuple[tuple[str, Reading], ...]


def bind_rules(tables: Sequence[Table], setting: Setting) -> list[Rule]:
    """Return the rules of several tables for :func:`cablegraph.calendars.node.rewrite`, bound to a setting."""

    def bind(reading: Reading) -> Callable[[re.Match[str], Sequence[Node]], Node | None]:
        return lambda match, nodes: reading(Found(match, nodes, setting))

    return [(re.compile(pattern), bind(reading)) for table in tables for pattern, reading in table]
