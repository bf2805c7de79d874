"""Rules for what is wider than a month: years, seasons, decades, centuries, fiscal years; and for observances of a year.

Knows which numbers are years by themselves. The trap: a year with nothing beside it may be the number of a telegram, so it is marked ``bare``
and judged last.
"""

from dataclasses import replace
from datetime import date

from cablegraph.calendars.found import Found, Table, number_of
from cablegraph.calendars.interval import GREGORIAN, SOLAR, DateInterval
from cablegraph.calendars.node import Node
from cablegraph.calendars.observances import calendar_of, observe
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.years import full_year, read_year

_BARE_YEARS = range(1800, 2050)
_BARE_SOLAR_YEARS = range(1290, 1421)
_FISCAL_CHANGE = 1977  # the first United States fiscal year that began in October


def _read_year(found: Found) -> Node | None:
    year = found.year()
    return found.dated(Partial(year[0], year[1])) if year else None


def _read_bare_year(found: Found) -> Node | None:
    year = found.year()
    if year is None or found.first.number not in (_BARE_SOLAR_YEARS if year[0] == SOLAR else _BARE_YEARS):
        return None
    return found.dated(Partial(year[0], year[1]), bare=True)


def _read_years(found: Found) -> Node | None:
    """Read 1958-60, in right-to-left text also 60-1958; a second part that could be a month (2004-11) leaves both readings."""
    node, text = found.must("R"), found.setting.text
    mark = found.mark or (GREGORIAN if node.last in range(1500, 2200) else "")
    first, last = (
        read_year(each, digits=4, tongue=found.tongue, mark=mark, written=None) for each in (node.number, node.last)
    )
    is_backward = int(text[node.start : node.start + 2]) != node.number // 100
    if (
        first is None
        or last is None
        or (found.tongue == "en" and (is_backward or (first[0] == GREGORIAN and first[1] not in _BARE_YEARS)))
    ):
        return None
    begins, ends = cover(Partial(*first)), cover(Partial(*last))
    if begins is None or ends is None:
        return None
    readings = [DateInterval(begins.start, ends.end, ends.calendar, "range")]
    is_iso = node.end - node.start == 7 and text[node.start + 4] == "-" and not is_backward and found.at("y") is None
    month = cover(Partial(*first, node.last % 100)) if is_iso and 1 <= node.last % 100 <= 12 else None
    return found.read([*readings, month] if month else readings, bare=found.at("y") is None)


def _read_season(found: Found) -> Node | None:
    season, years, year = int(found.must("S").value), found.at("R"), found.year()
    if years is not None:
        return found.dated(Partial(GREGORIAN, years.number, season=season)) if years.number in _BARE_YEARS else None
    if year is None or year[0] not in {GREGORIAN, SOLAR}:
        return None
    partial = Partial(year[0], year[1], season=season)
    if season < 3 or year[0] == SOLAR:
        return found.dated(partial)
    winters = (cover(replace(partial, year=year[1] - 1)), cover(partial))  # that ends in the year, that begins in it
    return found.read([each for each in winters if each])


def _read_decade(found: Found) -> Node | None:
    """Read 1960s, the '60s, الستينات."""
    node = found.must("D")
    number = number_of(node)
    if number >= 1000:
        year = read_year(number, digits=4, tongue="en", mark="", written=None)
        return found.dated(Partial(*year, years=100 if number % 100 == 0 and number < 1900 else 10)) if year else None
    is_said = node.word is not None or found.before == "O" or found.setting.text[node.start] in "'’‘"
    return (
        found.dated(Partial(GREGORIAN, 1900 + number, years=10))
        if is_said and number % 10 == 0 and number < 100
        else None
    )


def _read_named_decade(found: Found) -> Node | None:
    """Read دهه ۶۰, دهه شصت میلادی, عقد 1960."""
    number, mark = found.number("Y"), found.mark
    if not number or number % 10:
        return None
    if number < 100:
        is_solar = mark in {SOLAR, "hijri"} or (found.tongue == "fa" and not mark)
        return found.dated(
            Partial(SOLAR, 1300 + number, years=10) if is_solar else Partial(GREGORIAN, 1900 + number, years=10)
        )
    year = read_year(number, digits=4, tongue=found.tongue, mark=mark, written=None)
    return found.dated(Partial(*year, years=10)) if year else None


def _read_century(found: Found) -> Node | None:
    number, mark = found.number("n"), found.mark
    if number is None or not 1 <= number <= 21 or mark == "bc":
        return None
    calendar = SOLAR if mark == "hijri" else mark or GREGORIAN
    return found.dated(Partial(calendar, (number - 1) * 100 + 1, years=100))


def _read_observance(found: Found) -> Node | None:
    """Read Ashura 2014, عاشورای ۱۳۵۷; an English 13xx or 14xx counts in the observance's own calendar."""
    name, node, year = found.must("V").value, found.must("Y"), found.year()
    if node.role == "Y" and not found.mark and found.tongue == "en" and node.number < 1500:
        year = calendar_of(name), node.number
    readings = observe(name, year) if year else ()
    return found.read(readings) if readings else None


def _read_fiscal(found: Found) -> Node | None:
    """Read a United States fiscal year: from July until 1976, from October since."""
    node, until = found.must("Y"), found.at("e")
    if node.role == "d" and node.last != 2:
        return None
    first = node.number if node.role in "YR" else full_year(node.number, found.setting.written)
    last = node.last if node.role == "R" else full_year(until.number, found.setting.written) if until else first
    if last < first or first not in _BARE_YEARS or last not in _BARE_YEARS:
        return None
    start = date(first - 1, 10 if first >= _FISCAL_CHANGE else 7, 1)
    end = date(last, 9, 30) if last >= _FISCAL_CHANGE else date(last, 6, 30)
    return found.read([DateInterval(start, end, GREGORIAN, "range" if last > first else "year")])


PERIOD_RULES: Table = (
    (r"y[OIw]?(?P<Y>[Yni])(?P<k>k?)", _read_year),
    (r"(?P<Y>[Yi])(?P<k>k)", _read_year),
    (r"(?P<k>k)y?(?P<Y>[Yi])", _read_year),
    (r"(?P<Y>Y)", _read_bare_year),
    (r"(?P<y>y?)O?(?P<R>R)(?P<k>k?)", _read_years),
    (r"(?P<S>S),?[OIw]{0,2}y?(?:(?P<Y>[Yqn])|(?P<R>R))(?P<k>k?)", _read_season),
    (r"(?P<D>[DE])(?:[Iw]?gL)?", _read_decade),
    (r"e[Iw]?O?(?P<D>[DE])(?:[Iw]?gL)?", _read_decade),
    (r"e[Iw]?(?P<Y>[Yndc])(?P<k>k?)", _read_named_decade),
    (r"(?P<n>o)-?g(?P<k>k?)", _read_century),
    (r"g[OIw]?(?P<n>[odc])(?P<k>k?)", _read_century),
    (r"(?P<V>V)[OIw,]{0,2}y?(?P<Y>[Yqn])(?P<k>k?)", _read_observance),
    (r"Z-?(?P<Y>[YqnRd])", _read_fiscal),
    (r"Z-?(?P<Y>[nd])[-Tt](?P<e>[nd])", _read_fiscal),
)
