"""Rules for what is built from dates: early and late, a weekday beside a day, ranges, and open ends.

Knows how two dates share a year ("from 30 May to 5 June 1990") and what before, after, since and until leave open. The trap: the order of
the passes matters: a part binds tighter than a range, and a range tighter than an open end.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from cablegraph.calendars.anchored import WEEKDAY_RULES
from cablegraph.calendars.found import Found, Table, bind_rules
from cablegraph.calendars.interval import RELATIVE, DateInterval
from cablegraph.calendars.node import DATE, Node, Rule, rewrite, roles
from cablegraph.calendars.partial import Partial
from cablegraph.calendars.relative import read_node
from cablegraph.calendars.setting import Setting

_DAY = timedelta(days=1)
_LISTED = re.compile(r"@(?:,&?|&)[OI]{0,2}@")
_STARTS_LISTED = re.compile(rf"(?={_LISTED.pattern})")


def phrase_passes(setting: Setting) -> list[list[Rule]]:
    """Return the rules of each pass, in order, bound to a setting."""
    return [bind_rules([table], setting) for table in (_BESIDE, WEEKDAY_RULES, _PARTS, _RANGES, _OPEN)]


def build_phrases(nodes: list[Node], passes: Sequence[Sequence[Rule]]) -> list[Node]:
    """Return the nodes with weekdays, parts, ranges and, last, open ends read."""
    for rules in passes[:-1]:
        nodes = rewrite(nodes, rules)
    return rewrite(_share_years(nodes), passes[-1])


def _narrow(found: Found) -> Node | None:
    narrowed = found.last.partial.sliced(found.first.value) if found.last.partial else None
    return found.joined(found.last, partial=narrowed, bare=False) if narrowed else None


def _join_weekday(found: Found) -> Node | None:
    dated = found.must("a")
    return found.joined(dated, weekday=int(found.must("W").value)) if dated.weekday is None else None


def _lend_year(to: Partial, lender: Partial, *, is_earlier: bool) -> Partial:
    """Give a date without a year the year of its neighbour, or the one before (after) if it would be out of order."""
    if to.year is not None or lender.year is None or to.calendar != lender.calendar or to.month is None:
        return to
    month = lender.month or to.month
    is_wrapped = to.month > month if is_earlier else to.month < month
    return replace(to, year=lender.year + ((-1 if is_earlier else 1) if is_wrapped else 0))


def _share(left: Node, right: Node) -> tuple[Node, Node]:
    if left.partial is None or right.partial is None:
        return left, right
    first = _lend_year(left.partial, right.partial, is_earlier=True)
    return replace(left, partial=first), replace(right, partial=_lend_year(right.partial, first, is_earlier=False))


def _share_years(nodes: list[Node]) -> list[Node]:
    """Let neighbours in a list share the year that one of them has ("November 5 and December 10, 1964")."""
    nodes = list(nodes)
    string = roles(nodes)
    starts = [match.start() for match in _STARTS_LISTED.finditer(string)]
    for start in (*reversed(starts), *starts):
        match = _LISTED.match(string, start)
        left, right = nodes[start], nodes[match.end() - 1 if match else start]
        if left.partial is None or right.partial is None or left.weekday is not None or right.weekday is not None:
            continue
        if left.partial.month and right.partial.month and (left.partial.day is None) == (right.partial.day is None):
            nodes[start], nodes[match.end() - 1 if match else start] = _share(left, right)
    return nodes


def _join_range(found: Found) -> Node | None:
    left, right, opener, link = found.must("a"), found.must("b"), found.at("f"), found.match["c"]
    is_between = opener is not None and opener.value == "between"
    is_months = left.partial is not None and left.partial.month is not None and left.partial.year is None
    if (link == "&" and not is_between) or (link.endswith("/") and not is_months) or left.is_closed or right.is_closed:
        return None
    left, right = _share(left, right)
    first, last = read_node(left, found.setting), read_node(right, found.setting)
    bare = left.bare and right.bare and opener is None
    joined = found.joined(right, partial=None, readings=(), bare=bare, is_closed=True, weekday=None)
    if not first or not last:
        return joined if found.setting.written is None else None
    begins, ends = first[0].start, last[-1].end
    if begins is None or ends is None or begins > ends:
        return None
    calendar = last[-1].calendar if last[-1].calendar != RELATIVE else first[0].calendar
    return replace(joined, readings=(DateInterval(begins, ends, calendar, "range"),))


def _open(found: Found) -> Node | None:
    dated, word = found.must("a"), found.at("p")
    if dated.is_closed:
        return None
    kind = word.value if word else "since"
    if kind == "before" and dated.partial is not None and dated.partial.slice == "end":
        kind = "until"  # before the end of 1971
    opened = found.joined(dated, partial=None, readings=(), bare=False, is_closed=True, weekday=None)
    readings = read_node(dated, found.setting)
    if not readings:
        return opened
    start, end = readings[0].start, readings[-1].end
    if start is None or end is None:
        return None
    bounds = {
        "before": (None, start - _DAY),
        "after": (end + _DAY, None),
        "since": (start, None),
        "until": (None, end),
    }[kind]
    return replace(opened, readings=(DateInterval(*bounds, readings[0].calendar, "open"),))


_BESIDE: Table = (
    (rf"u?(?P<W>W)[,.]{{0,2}}[OI]{{0,2}}(?P<a>{DATE})", _join_weekday),
    (rf"(?P<a>{DATE}),?\(?(?P<W>W)\)?", _join_weekday),
)
_PARTS: Table = ((rf"P-?[OIwyb]{{0,2}}{DATE}", _narrow),)
_RANGES: Table = (
    (rf"(?:(?P<f>[fw])[OIyb]{{0,2}})?(?P<a>{DATE})(?P<c>,?[-Tt/]|&)[OIywbt]{{0,2}}(?P<b>{DATE})", _join_range),
)
_OPEN: Table = (
    (rf"(?P<p>[BFCTKJ])-?[OIywbu]{{0,2}}(?P<a>{DATE})", _open),
    (rf"(?:[fw][OIyb]{{0,2}})?(?P<a>{DATE})r", _open),
)
