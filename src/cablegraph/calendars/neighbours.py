"""What dates that stand side by side lend each other: "3 and 5 June 1953", "November 5 and December 10, 1964", "from 30 May to 5 June".

Knows that a list shares its last year, and days their month. The trap: a list can run over the new year, and then the first date is a year back.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cablegraph.calendars.found import number_of
from cablegraph.calendars.interval import SOLAR
from cablegraph.calendars.node import DATE, Node, roles
from cablegraph.calendars.partial import Partial

_LISTED = re.compile(r"@\.?(?:,&?|&)[OI]{0,2}@")
_LISTED_DAYS = re.compile(r"[do](?:,[do]){0,8},?&[OI]?@")
_LISTED_YEARS = re.compile(r"@&n(?![uybegA$])")
_STARTS_LISTED = re.compile(rf"(?={_LISTED.pattern})")


def _lend_year(to: Partial, lender: Partial, *, is_earlier: bool) -> Partial:
    """Give a date without a year the year of its neighbour, or the one before (after) if it would be out of order."""
    if to.year is not None or lender.year is None or to.calendar != lender.calendar or to.month is None:
        return to
    month = lender.month or to.month
    is_wrapped = to.month > month if is_earlier else to.month < month
    return replace(to, year=lender.year + ((-1 if is_earlier else 1) if is_wrapped else 0))


def share(left: Node, right: Node) -> tuple[Node, Node]:
    """Return two dates of which one may have lent the other its year."""
    if left.partial is None or right.partial is None:
        return left, right
    first = _lend_year(left.partial, right.partial, is_earlier=True)
    is_lent = left.partial.year is None and first.year is not None
    second = _lend_year(right.partial, first, is_earlier=False)
    return replace(left, partial=first, bare=left.bare and not is_lent), replace(right, partial=second)


def _name_listed(nodes: Sequence[Node]) -> list[Node]:
    """Make dates of the first days in "3, 5 and 7 June", which have the month and year of the last, and of the second year in سال ۶۳ و ۶۴."""
    named = list(nodes)
    string = roles(nodes)
    for match in reversed(list(_LISTED_DAYS.finditer(string))):
        dated = nodes[match.end() - 1].partial
        if (
            dated is None
            or dated.day is None
            or dated.month is None
            or string[match.start() - 1 : match.start()] == "N"
        ):
            continue
        for at in range(match.start(), match.end() - 1):
            if nodes[at].role in "do" and number_of(nodes[at]) < dated.day:
                day = replace(dated, day=number_of(nodes[at]), last_day=None)
                named[at] = Node(DATE, nodes[at].start, nodes[at].end, partial=day)
    for match in _LISTED_YEARS.finditer(string):
        year = nodes[match.start()].partial
        node = nodes[match.end() - 1]
        if year is None or year.year is None or year.calendar != SOLAR or node.number <= year.year % 100:
            continue
        if replace(year, year=None) == Partial(SOLAR):
            listed = replace(year, year=year.year // 100 * 100 + node.number)
            named[match.end() - 1] = Node(DATE, node.start, node.end, partial=listed)
    return named


def share_years(nodes: list[Node]) -> list[Node]:
    """Let neighbours in a list share the year that one of them has ("November 5 and December 10, 1964")."""
    nodes = _name_listed(nodes)
    string = roles(nodes)
    starts = [match.start() for match in _STARTS_LISTED.finditer(string)]
    for start in (*reversed(starts), *starts):
        match = _LISTED.match(string, start)
        left, right = nodes[start], nodes[match.end() - 1 if match else start]
        if left.partial is None or right.partial is None or left.weekday is not None or right.weekday is not None:
            continue
        if left.partial.month and right.partial.month and (left.partial.day is None) == (right.partial.day is None):
            nodes[start], nodes[match.end() - 1 if match else start] = share(left, right)
    return nodes
