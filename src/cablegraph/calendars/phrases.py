"""Rules for what is built from dates: early and late, a weekday beside a day, ranges, and open ends.

Knows what before, after, since and until leave open; what neighbours lend each other is in :mod:`cablegraph.calendars.neighbours`. The trap: the order of
the passes matters: a part binds tighter than a range, and a range tighter than an open end.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cablegraph.calendars.anaphora import SAME_YEAR_RULES
from cablegraph.calendars.anchored import WEEKDAY_RULES
from cablegraph.calendars.convert import from_day
from cablegraph.calendars.found import Found, Table, bind_rules
from cablegraph.calendars.interval import GREGORIAN, RELATIVE, SOLAR, DateInterval
from cablegraph.calendars.neighbours import share, share_years
from cablegraph.calendars.node import DATE, Node, Rule, rewrite
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.relative import read_node, shift
from cablegraph.calendars.setting import Setting

_DAY = timedelta(days=1)


def phrase_passes(setting: Setting) -> list[list[Rule]]:
    """Return the rules of each pass, in order, bound to a setting."""
    return [bind_rules([table], setting) for table in (SAME_YEAR_RULES, _BESIDE, WEEKDAY_RULES, _PARTS, _RANGES, _OPEN)]


def build_phrases(nodes: list[Node], passes: Sequence[Sequence[Rule]]) -> list[Node]:
    """Return the nodes with weekdays, parts, ranges and, last, open ends read."""
    for rules in passes[:-1]:
        nodes = rewrite(nodes, rules)
    return rewrite(share_years(nodes), passes[-1])


def _whole(interval: DateInterval) -> Partial | None:
    """Return the month or year that a relative interval (next year, امسال) is, None where it is neither."""
    if interval.calendar != RELATIVE or interval.start is None or interval.precision not in {"month", "year"}:
        return None
    for calendar in (GREGORIAN, SOLAR):
        year, month, day = from_day(interval.start, calendar)
        if day == 1 and (interval.precision == "month" or month == 1):
            return Partial(calendar, year, month if interval.precision == "month" else None)
    return None


def _up_to_writing(found: Found) -> DateInterval | None:
    """Read "earlier this year" and "later this month": up to, and from, the day of writing; None for other wording."""
    within, written, text = found.last.readings[0], found.setting.written, found.text.lower()
    if written is None or within.start is None or within.end is None or not within.start <= written <= within.end:
        return None
    if text.startswith("earlier"):
        return replace(within, end=written, precision="range")
    return replace(within, start=written, precision="range") if text.startswith("later") else None


def _narrow(found: Found) -> Node | None:
    if len(found.last.readings) == 1 and found.last.steps is None:
        whole = _whole(found.last.readings[0])
        part = whole.sliced(found.first.value) if whole else None
        covered = _up_to_writing(found) or (cover(part) if part else None)
        return found.joined(found.last, readings=(replace(covered, calendar=RELATIVE),)) if covered else None
    narrowed = found.last.partial.sliced(found.first.value) if found.last.partial else None
    return found.joined(found.last, partial=narrowed, bare=False) if narrowed else None


def _read_week_of(found: Found) -> Node | None:
    """Read "the week of 3 March 2014": from its Monday to its Sunday."""
    dated = found.must("a")
    day = read_node(dated, found.setting)
    if found.must("u").value != "week" or dated.partial is None or dated.partial.day is None or len(day) != 1:
        return None
    start = day[0].start
    if start is None or day[0].precision != "day":
        return None
    return found.joined(dated, partial=None, readings=(replace(shift(start, "week", 0), calendar=day[0].calendar),))


def _join_weekday(found: Found) -> Node | None:
    dated = found.must("a")
    return found.joined(dated, weekday=int(found.must("W").value)) if dated.weekday is None else None


def _join_range(found: Found) -> Node | None:
    left, right, opener, link = found.must("a"), found.must("b"), found.at("f"), found.match["c"]
    if opener is not None and (opener.value == "before" or (opener.role in "CK" and "T" not in link)):
        return None
    is_between = opener is not None and opener.value == "between"
    if left.steps is not None or right.steps is not None:
        return None
    is_months = left.partial is not None and left.partial.month is not None and left.partial.year is None
    if (link == "&" and not is_between) or (link.endswith("/") and not is_months) or left.is_closed or right.is_closed:
        return None
    left, right = share(left, right)
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


def _join_days(found: Found) -> Node | None:
    """Read 1-15/8/2014: days from-to, where the last is a date in numbers."""
    dated, day = found.must("b"), found.number("d")
    last = dated.partial
    if last is None or last.day is None or last.last_day is not None or day is None or day >= last.day:
        return None
    return found.joined(dated, partial=replace(last, day=day, last_day=last.day))


def _open_beginning(found: Found) -> Node | None:
    """Read "beginning 1 September 2010": since that day."""
    dated = found.must("a").partial
    is_since = dated is not None and dated.day is not None and found.text.lower().startswith("beginning")
    return _open(found) if is_since else None


def _open_from(found: Found) -> Node | None:
    """Read از سال ۱۳۸۲ with no تا after it: since that year."""
    is_since = found.tongue == "fa" and found.first.value == "from" and not found.last.bare
    return _open(found) if is_since else None


def _open(found: Found) -> Node | None:
    dated, word = found.must("a"), found.at("p")
    if dated.is_closed or dated.steps is not None:
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
    if start == date.min or end == date.max:
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
_PARTS: Table = (
    (rf"(?P<u>u)[Iw](?P<a>{DATE})", _read_week_of),
    (rf"[Pl]-?[OIwyb]{{0,2}}{DATE}", _narrow),
)
_RANGES: Table = (
    (rf"(?:[fw][OIyb]{{0,2}})?(?P<d>[do])[-Tt][OI]?(?P<b>{DATE})", _join_days),
    (rf"(?:(?P<f>[fwCK])[OIyb]{{0,2}})?(?P<a>{DATE})(?P<c>,?&?[-Tt/]|&)[OIywbt]{{0,2}}(?P<b>{DATE})", _join_range),
)
_OPEN: Table = (
    (rf"(?P<p>[BFCTKJ])-?[OIywbu]{{0,2}}(?P<a>{DATE})", _open),
    (rf"(?:[fw][OIyb]{{0,2}})?(?P<a>{DATE})r", _open),
    (rf"f[OIyb]{{0,2}}(?P<a>{DATE})", _open_from),
    (rf"P(?P<a>{DATE})", _open_beginning),
)
