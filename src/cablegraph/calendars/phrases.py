"""Rules for what is built from dates: early and late, a weekday beside a day, ranges, and open ends.

Knows how two dates share a year ("from 30 May to 5 June 1990") and what before, after, since and until leave open. The trap: the order of
the passes matters: a part binds tighter than a range, and a range tighter than an open end.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from cablegraph.calendars.interval import RELATIVE, DateInterval
from cablegraph.calendars.node import DATE, Node, rewrite, roles
from cablegraph.calendars.partial import Partial
from cablegraph.calendars.relative import read_node
from cablegraph.calendars.relative_rules import weekday_rules
from cablegraph.calendars.setting import Setting

_DAY = timedelta(days=1)
_PART = re.compile(r"P-?[OIwyb]{0,2}@")
_WEEKDAY = re.compile(r"u?W[,.]{0,2}[OI]{0,2}@|@,?\(?W\)?")
_RANGE = re.compile(r"(?:(?P<f>[fw])[OIyb]{0,2})?(?P<a>@)(?P<c>,?[-Tt/]|&)[OIywbt]{0,2}(?P<b>@)")
_OPEN = re.compile(r"(?P<p>[BFCTKJ])-?[OIywbu]{0,2}(?P<a>@)|(?:(?P<f>[fw])[OIyb]{0,2})?(?P<a2>@)r")
_LISTED = re.compile(r"@(?:,&?|&)[OI]{0,2}@")


def build_phrases(nodes: list[Node], setting: Setting) -> list[Node]:
    """Return the nodes with parts, weekdays, ranges and open ends read."""

    def bind(reading: Callable[[re.Match[str], Sequence[Node], Setting], Node | None]) -> Callable[[re.Match[str], Sequence[Node]], Node | None]:
        return lambda match, nodes: reading(match, nodes, setting)

    nodes = rewrite(nodes, [(_WEEKDAY, _join_weekday)])
    nodes = rewrite(nodes, weekday_rules(setting))
    nodes = rewrite(nodes, [(_PART, _narrow)])
    nodes = rewrite(nodes, [(_RANGE, bind(_join_range))])
    return rewrite(_share_years(nodes), [(_OPEN, bind(_open))])


def _narrow(match: re.Match[str], nodes: Sequence[Node]) -> Node | None:
    first, dated = nodes[match.start()], nodes[match.end() - 1]
    narrowed = dated.partial.sliced(first.value) if dated.partial else None
    return replace(dated, start=first.start, partial=narrowed, bare=False) if narrowed else None


def _join_weekday(match: re.Match[str], nodes: Sequence[Node]) -> Node | None:
    inside = nodes[match.start() : match.end()]
    dated = next(node for node in inside if node.role == DATE and node.weekday is None)
    weekday = next((node for node in inside if node.role == "W"), None)
    return replace(dated, start=inside[0].start, end=inside[-1].end, weekday=int(weekday.value)) if weekday else None


def _has_day(node: Node) -> bool:
    if node.partial is not None:
        return node.partial.day is not None
    return len(node.readings) >= 1 and node.readings[0].precision == "day"


def _lend_year(to: Partial, lender: Partial, *, earlier: bool) -> Partial:
    """Give a date without a year the year of its neighbour, or the one before (after) if it would be out of order."""
    if to.year is not None or lender.year is None or to.calendar != lender.calendar or to.month is None:
        return to
    is_wrapped = to.month > (lender.month or to.month) if earlier else to.month < (lender.month or to.month)
    step = (-1 if earlier else 1) if is_wrapped else 0
    return replace(to, year=lender.year + step)


def _join_range(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    left, right = nodes[match.start("a")], nodes[match.start("b")]
    opener = nodes[match.start("f")] if match["f"] else None
    is_between = opener is not None and opener.role == "f" and opener.value == "between"
    if match["c"] == "&" and not is_between:
        return None
    if match["c"].endswith("/") and not (left.partial and left.partial.month and not left.partial.year):
        return None
    if left.is_closed or right.is_closed or (left.bare and right.bare and match["c"] == "," and not opener):
        return None
    if left.partial and right.partial:
        left = replace(left, partial=_lend_year(left.partial, right.partial, earlier=True))
        right = replace(right, partial=_lend_year(right.partial, left.partial, earlier=False)) if left.partial else right
    first, last = read_node(left, setting), read_node(right, setting)
    start = nodes[match.start()].start if opener or match["c"] != "&" else left.start
    start = opener.start if opener else left.start
    joined = replace(right, start=start, partial=None, readings=(), bare=left.bare and right.bare and opener is None, is_closed=True, weekday=None)
    if not first or not last:
        is_unread = (not first and _has_day(left)) or (not last and _has_day(right)) or setting.written is None
        return joined if is_unread else None
    begins, ends = first[0].start, last[-1].end
    if begins is None or ends is None or begins > ends:
        return None
    calendar = last[-1].calendar if last[-1].calendar != RELATIVE else first[0].calendar
    return replace(joined, readings=(DateInterval(begins, ends, calendar, "range"),))


def _share_years(nodes: list[Node]) -> list[Node]:
    """Let neighbours in a list share the year that one of them has ("November 5 and December 10, 1964")."""
    nodes = list(nodes)
    string = roles(nodes)
    for forward in (False, True):
        starts = [match.span() for match in re.finditer(rf"(?={_LISTED.pattern})", string)]
        for start, _ in starts if forward else reversed(starts):
            match = _LISTED.match(string, start)
            if match is None:
                continue
            left, right = nodes[match.start()], nodes[match.end() - 1]
            if left.partial is None or right.partial is None or left.weekday is not None or right.weekday is not None:
                continue
            if left.partial.month and right.partial.month and (left.partial.day is None) == (right.partial.day is None):
                nodes[match.start()] = replace(left, partial=_lend_year(left.partial, right.partial, earlier=True))
                nodes[match.end() - 1] = replace(right, partial=_lend_year(right.partial, left.partial, earlier=False))
    return nodes


def _open(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    dated = nodes[match.start("a") if match["a"] else match.start("a2")]
    if dated.is_closed:
        return None
    kind = nodes[match.start("p")].value if match["a"] else "since"
    start = nodes[match.start()].start
    if kind == "before" and dated.partial is not None and dated.partial.slice == "end":
        kind = "until"
    opened = replace(dated, start=start, end=nodes[match.end() - 1].end, partial=None, readings=(), bare=False, is_closed=True, weekday=None)
    found = read_node(dated, setting)
    if not found:
        return opened
    first, last = found[0], found[-1]
    if first.start is None or last.end is None:
        return None
    bounds = {
        "before": (None, first.start - _DAY),
        "after": (last.end + _DAY, None),
        "since": (first.start, None),
        "until": (None, last.end),
    }[kind]
    return replace(opened, readings=(DateInterval(*bounds, first.calendar, "open"),))
