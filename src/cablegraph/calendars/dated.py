"""Rules for dates that stand on a calendar: days, months, seasons, years, decades, centuries, observances, fiscal years.

Knows the orders in which the three languages write them. Relative wording is :mod:`cablegraph.calendars.relative`'s, parts, ranges and open
ends are :mod:`cablegraph.calendars.phrases`'s. The trap: a number that may be a year needs a reason; a year with nothing beside it is marked
``bare`` and judged last.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from cablegraph.calendars.interval import GREGORIAN, SOLAR, DateInterval
from cablegraph.calendars.node import DATE, Node, Rule
from cablegraph.calendars.numeric import read_group, read_numeric
from cablegraph.calendars.observances import calendar_of, observe
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.setting import Setting
from cablegraph.calendars.years import Year, full_year, is_solar_context, occurrences, read_year, year_beside

_MONTH = r"(?P<M>M)(?:[/(]?(?P<alias>M)\)?)?"
_YEAR = r"(?:[,/-]?[OIw]{0,2}y?(?P<Y>[Yqn]|i(?=k))(?P<k>k?))"
_DAY_MONTH = rf"(?P<d>[do])[/-]?[OIw]{{0,2}}b?{_MONTH}b?"
_LAST_DAY = r"[-Tt&/,]{1,2}O?(?P<e>[do])"
_BARE_YEARS = range(1800, 2050)
_BARE_SOLAR_YEARS = range(1290, 1421)
_FISCAL_CHANGE = 1977  # the first United States fiscal year that began in October

_Reading = Callable[[re.Match[str], Sequence[Node], Setting], Node | None]


def date_rules(setting: Setting) -> list[Rule]:
    """Return the rules, bound to a setting, for :func:`cablegraph.calendars.node.rewrite`."""

    def bind(reading: _Reading) -> Callable[[re.Match[str], Sequence[Node]], Node | None]:
        return lambda match, nodes: reading(match, nodes, setting)

    return [(pattern, bind(reading)) for pattern, reading in _RULES]


def _node(match: re.Match[str], nodes: Sequence[Node], name: str) -> Node | None:
    index = match.groupdict().get(name)
    return nodes[match.start(name)] if index else None


def _made(match: re.Match[str], nodes: Sequence[Node], **fields: object) -> Node:
    made = Node(DATE, nodes[match.start()].start, nodes[match.end() - 1].end)
    return replace(made, **fields)  # type: ignore[arg-type]


def _mark(match: re.Match[str], nodes: Sequence[Node]) -> str:
    mark = _node(match, nodes, "k")
    return mark.value if mark else ""


def _digits(node: Node, setting: Setting) -> int:
    return 2 if node.role in "qnd" else node.end - node.start if node.role == "i" else 4


def _year_of(match: re.Match[str], nodes: Sequence[Node], setting: Setting, month_calendar: str = "") -> Year | None:
    node = _node(match, nodes, "Y")
    if node is None:
        return None
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    mark, digits = _mark(match, nodes), _digits(node, setting)
    if month_calendar:
        return year_beside(month_calendar, node.number, digits=digits, tongue=tongue, mark=mark, written=setting.written)
    return read_year(node.number, digits=digits, tongue=tongue, mark=mark, written=setting.written)


def _read_month(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    """Read any date with a named month; day and year may be missing."""
    month, alias = _node(match, nodes, "M"), _node(match, nodes, "alias")
    day, last, year_node = _node(match, nodes, "d"), _node(match, nodes, "e"), _node(match, nodes, "Y")
    if month is None or month.word is None or (alias is not None and alias.value != month.value):
        return None
    if year_node is not None and match.end() < len(nodes) and nodes[match.end()].role == "$" and not match["k"]:
        return None
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    needs = month.word.needs
    if (needs == "year" and year_node is None and tongue != "ar") or (needs == "day and year" and (year_node is None or day is None)):
        return None
    if year_node is not None and year_node.role == "d" and not _is_short_year(match, year_node, nodes):
        return None
    partial = Partial(
        month.word.calendar,
        month=int(month.value),
        day=day.number or int(day.value) if day else None,
        last_day=last.number or int(last.value) if last else None,
    )
    if partial.last_day is not None and partial.day is not None and partial.last_day <= partial.day:
        return None
    if year_node is None:
        between = "".join(node.role for node in nodes[match.start() : match.start("M")])
        return None if "-" in between and tongue != "en" and not last else _made(match, nodes, partial=partial, bare=day is None)
    year = _year_of(match, nodes, setting, partial.calendar)
    if year is None:
        return None
    if year[0] == partial.calendar and not is_solar_context(partial, year, tongue=tongue, mark=_mark(match, nodes)):
        return _made(match, nodes, partial=replace(partial, year=year[1]))
    return _made(match, nodes, readings=occurrences(partial, (SOLAR, year[1]) if year[0] == partial.calendar else year))


def _is_short_year(match: re.Match[str], year: Node, nodes: Sequence[Node]) -> bool:
    """Tell whether a number under 32 after day and month is a year: two digits, after a dash, an abbreviation or capitals."""
    before = nodes[match.start("Y") - 1]
    month = nodes[match.start("M")]
    return year.last == 2 and (before.role in "-/." or month.end - month.start <= 4)


def _read_year(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    year = _year_of(match, nodes, setting)
    return _made(match, nodes, partial=Partial(year[0], year[1])) if year else None


def _read_bare_year(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    node = nodes[match.start()]
    year = _year_of(match, nodes, setting)
    if year is None:
        return None
    is_plain = node.number in (_BARE_SOLAR_YEARS if year[0] == SOLAR else _BARE_YEARS)
    return _made(match, nodes, partial=Partial(year[0], year[1]), bare=True) if is_plain else None


def _read_years(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    """Read 1958-60; a second part that could be a month (2004-11) leaves both readings."""
    node = nodes[match.start("R")]
    tongue = setting.tongue(node.start, node.end)
    mark = _mark(match, nodes) or (GREGORIAN if node.last >= 1500 and node.number >= 1000 and node.last < 2200 else "")
    ends = [read_year(number, digits=4, tongue=tongue, mark=mark, written=setting.written) for number in (node.number, node.last)]
    is_backward = int(setting.text[node.start : node.start + 2]) != node.number // 100
    if (is_backward and tongue == "en") or ends[0] is None or ends[1] is None or (tongue == "en" and ends[0][0] == GREGORIAN and node.number not in _BARE_YEARS):
        return None
    first, last = cover(Partial(*ends[0])), cover(Partial(*ends[1]))
    if first is None or last is None:
        return None
    years = DateInterval(first.start, last.end, last.calendar, "range")
    month = cover(Partial(ends[0][0], ends[0][1], node.last % 100)) if node.end - node.start == 7 and 1 <= node.last % 100 <= 12 else None
    is_iso = not is_backward and month is not None and setting.text[node.start + 4] == "-" and not match["y"]
    return _made(match, nodes, readings=(years, month) if is_iso and month else (years,), bare=not match["y"])


def _read_season(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    season, years = int(nodes[match.start("S")].value), _node(match, nodes, "R")
    if years is not None:
        return _made(match, nodes, partial=Partial(GREGORIAN, years.number, season=season)) if years.number in _BARE_YEARS else None
    year = _year_of(match, nodes, setting)
    if year is None or year[0] not in {GREGORIAN, SOLAR}:
        return None
    partial = Partial(year[0], year[1], season=season)
    before = cover(replace(partial, year=year[1] - 1))
    after = cover(partial)
    if season == 3 and year[0] == GREGORIAN and before and after:  # the winter that ends in the year, or the one that begins in it
        return _made(match, nodes, readings=(before, after))
    return _made(match, nodes, partial=partial)


def _read_decade(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    node = nodes[match.start("D")]
    number = int(node.value) if node.word else node.number
    if number >= 1000:
        years = 100 if number % 100 == 0 and number < 1900 else 10
        year = read_year(number, digits=4, tongue="en", mark="", written=setting.written)
        return _made(match, nodes, partial=Partial(year[0], year[1], years=years)) if year else None
    is_said = node.word is not None or nodes[match.start() - 1].role == "O" or setting.text[node.start] in "'’‘"
    return _made(match, nodes, partial=Partial(GREGORIAN, 1900 + number, years=10)) if is_said and number % 10 == 0 and number < 100 else None


def _read_named_decade(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    node = nodes[match.start("Y")]
    number = int(node.value) if node.word else node.number
    if number % 10 or number == 0:
        return None
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    mark = _mark(match, nodes)
    if number < 100:
        is_solar = mark in {SOLAR, "hijri"} or (tongue == "fa" and not mark)
        return _made(match, nodes, partial=Partial(SOLAR, 1300 + number, years=10) if is_solar else Partial(GREGORIAN, 1900 + number, years=10))
    year = read_year(number, digits=4, tongue=tongue, mark=mark, written=setting.written)
    return _made(match, nodes, partial=Partial(year[0], year[1], years=10)) if year else None


def _read_century(match: re.Match[str], nodes: Sequence[Node], _: Setting) -> Node | None:
    node = nodes[match.start("o")]
    number = int(node.value) if node.word else node.number
    mark = _mark(match, nodes)
    if mark == "bc":
        return None
    calendar = SOLAR if mark == "hijri" else mark or GREGORIAN
    return _made(match, nodes, partial=Partial(calendar, (number - 1) * 100 + 1, years=100)) if 1 <= number <= 21 else None


def _read_numeric(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    node = nodes[match.start()]
    text = setting.text[node.start : node.end]
    if "/" not in text and match.start() and nodes[match.start() - 1].role == "N":
        return None
    tongue = setting.tongue(node.start, nodes[match.end() - 1].end)
    partials = read_numeric(text, tongue=tongue, mark=_mark(match, nodes), month_first=setting.month_first, written=setting.written)
    if not partials:
        return None
    if len(partials) == 1:
        return _made(match, nodes, partial=partials[0])
    return _made(match, nodes, readings=tuple(each for each in map(cover, partials) if each))


def _read_group(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    node = nodes[match.start()]
    partial = read_group(setting.text[node.start : node.end], setting.written)
    return _made(match, nodes, partial=partial) if partial else None


def _read_observance(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    observance = nodes[match.start("V")]
    node = _node(match, nodes, "Y")
    if node is None:
        return None
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    mark = _mark(match, nodes)
    year = read_year(node.number, digits=_digits(node, setting), tongue=tongue, mark=mark, written=setting.written)
    if year is not None and tongue == "en" and not mark and year[0] == SOLAR and calendar_of(observance.value) != SOLAR:
        year = None
    if year is None and node.role == "Y":
        year = calendar_of(observance.value), node.number
    found = observe(observance.value, year) if year else ()
    return _made(match, nodes, readings=found) if found else None


def _read_fiscal(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> Node | None:
    """Read a United States fiscal year: from July until 1976, from October since."""
    node = nodes[match.start("Y")]
    if node.role == "d" and node.last != 2:
        return None
    until = _node(match, nodes, "e")
    first = node.number if node.role in "YR" else full_year(node.number, setting.written)
    last = node.last if node.role == "R" else full_year(until.number, setting.written) if until else first
    if last < first or first not in _BARE_YEARS or last not in _BARE_YEARS:
        return None
    start = date(first - 1, 10 if first >= _FISCAL_CHANGE else 7, 1)
    end = date(last, 9, 30) if last >= _FISCAL_CHANGE else date(last, 6, 30)
    precision = "range" if last > first else "year"
    return _made(match, nodes, readings=(DateInterval(start, end, GREGORIAN, precision),))


_RULES: list[tuple[re.Pattern[str], _Reading]] = [
    (re.compile(pattern), reading)
    for pattern, reading in (
        (rf"{_DAY_MONTH}(?:\.?{_YEAR})?", _read_month),
        (rf"(?P<d>[do])[/-]?{_MONTH}\.?[-/.]?(?P<Y>d)(?P<k>k?)(?![donYq/A])", _read_month),
        (rf"(?:[fw]O?)?(?P<d>[do]){_LAST_DAY}[OIw]{{0,2}}b?{_MONTH}b?(?:\.?{_YEAR})?", _read_month),
        (r"(?P<M>M)\.?O?(?P<d>[do])(?:[,.]?y?(?P<Y>[Yq])(?P<k>k?))?", _read_month),
        (r"(?P<M>M)\.?O?(?P<d>[do]),?(?P<Y>n)(?P<k>k?)", _read_month),
        (rf"(?P<M>M)\.?(?P<d>[do]){_LAST_DAY}(?:[,.]?(?P<Y>[Yq])(?P<k>k?))?", _read_month),
        (rf"b?{_MONTH}b?(?:\.?{_YEAR})?", _read_month),
        (rf"b?(?P<M>M)b?(?:\.?{_YEAR})?", _read_month),
        (r"y[OIw]?(?P<Y>[Yni])(?P<k>k?)", _read_year),
        (r"(?P<Y>[Yi])(?P<k>k)", _read_year),
        (r"(?P<k>k)y?(?P<Y>[Yi])", _read_year),
        (r"(?P<Y>Y)(?P<k>)", _read_bare_year),
        (r"(?P<y>y?)O?(?P<R>R)(?P<k>k?)", _read_years),
        (r"(?P<S>S),?[OIw]{0,2}y?(?:(?P<Y>[Yqn])|(?P<R>R))(?P<k>k?)", _read_season),
        (r"(?P<D>[DE])(?:[Iw]?gL)?", _read_decade),
        (r"e[Iw]?O?(?P<D>[DE])(?:[Iw]?gL)?", _read_decade),
        (r"e[Iw]?(?P<Y>[Yndc])(?P<k>k?)", _read_named_decade),
        (r"(?P<o>o)-?g(?P<k>k?)", _read_century),
        (r"g[OIw]?(?P<o>[odc])(?P<k>k?)", _read_century),
        (r"#(?P<k>k?)", _read_numeric),
        (r"G", _read_group),
        (r"(?P<V>V)[OIw,]{0,2}y?(?P<Y>[Yqn])(?P<k>k?)", _read_observance),
        (r"Z-?(?P<Y>[YqnRd])", _read_fiscal),
        (r"Z-?(?P<Y>[nd])[-Tt](?P<e>[nd])", _read_fiscal),
    )
]
