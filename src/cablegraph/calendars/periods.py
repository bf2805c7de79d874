"""Rules for what is wider than a month: years, quarters, seasons, fiscal years; and for observances of a year.

Knows which numbers are years by themselves. The trap: a year with nothing beside it may be the number of a telegram, so it is marked ``bare``
and judged last.
"""

from dataclasses import replace
from datetime import date

from cablegraph.calendars.found import Found, Table
from cablegraph.calendars.interval import GREGORIAN, SOLAR, DateInterval
from cablegraph.calendars.node import Node
from cablegraph.calendars.observances import calendar_of, observe
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.years import full_year, read_year

_BARE_YEARS = range(1800, 2050)
_BARE_SOLAR_YEARS = range(1290, 1421)
_MOST_YEARS = 60  # a longer range without a word for years is none: 2013-11 is a month
_LEADS = frozenset("ICBFTKJwPbt&OM")  # before a year in words that stands alone
_FISCAL_CHANGE = 1977  # the first United States fiscal year that began in October


def _read_year(found: Found) -> Node | None:
    if not found.text[-1].isdecimal() and not found.mark and found.after == "$":  # سال شصت نفر
        return None
    if found.tongue == "ar" and found.must("Y").role == "n" and not found.text[-1].isdecimal() and not found.mark:
        return found.read([])  # سنة ثلاث وستين: of which century, and of which era, only the reader can tell
    year = found.year()
    return found.dated(Partial(year[0], year[1])) if year else None


def _read_year_of_event(found: Found) -> Node | None:
    """Read انتخابات ۸۸, "in '98"."""
    is_led = found.before in ("IBCFTf" if found.must("Y").role == "q" else "j")
    return _read_year(found) if is_led and found.before and found.after != "$" else None


def _read_bare_year(found: Found) -> Node | None:
    year = found.year()
    if not found.text[0].isdecimal() and (found.before not in _LEADS or found.first.number % 1000 == 0):
        return None
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
    most = 1 if "/" in text[node.start : node.end] else _MOST_YEARS
    is_range = node.last - node.number <= most or found.at("y") is not None
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
    readings = [DateInterval(begins.start, ends.end, ends.calendar, "range")] if is_range else []
    is_iso = node.end - node.start == 7 and text[node.start + 4] in "-/" and not is_backward and found.at("y") is None
    is_iso = is_iso and (text[node.start + 4] == "-" or found.tongue == "fa")
    month = cover(Partial(*first, node.last % 100)) if is_iso and 1 <= node.last % 100 <= 12 else None
    readings += [month] if month else []
    return found.read(readings, bare=found.at("y") is None) if readings else None


def _read_short_years(found: Found) -> Node | None:
    """Read سال‌های ۸۴ تا ۹۲, بین سال‌های ۵۷ و ۶۰: years of two digits from-to."""
    opener, first, last = found.at("f"), found.year(), found.number("e")
    if first is None or last is None or (found.at("a") is not None and (opener is None or opener.value != "between")):
        return None
    begins, ends = cover(Partial(*first)), cover(Partial(first[0], first[1] // 100 * 100 + last))
    if begins is None or ends is None or begins.start is None or ends.end is None or ends.end <= begins.start:
        return None
    return replace(found.read([DateInterval(begins.start, ends.end, first[0], "range")]), is_closed=True)


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


def _read_quarter(found: Found) -> Node | None:
    """Read 2010 Q4."""
    year, part = found.year(), found.must("P")
    is_short = part.value.startswith("quarter") and part.end - part.start == 2
    return found.dated(Partial(year[0], year[1], slice=part.value)) if year and is_short else None


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
    (r"(?P<f>f?)y(?P<Y>[nY])(?:[-Tt]y?|(?P<a>&))(?P<e>n)(?P<k>k?)(?![uybA$])", _read_short_years),
    (r"(?P<Y>[Yi])(?P<k>k)", _read_year),
    (r"(?P<k>k)y?(?P<Y>[Yi])", _read_year),
    (r"(?P<Y>Y)", _read_bare_year),
    (r"(?P<Y>[nq])", _read_year_of_event),
    (r"(?P<y>y?)O?(?P<R>R)(?P<k>k?)", _read_years),
    (r"(?P<S>S),?[OIw]{0,2}y?(?:(?P<Y>[Yqn])|(?P<R>R))(?P<k>k?)", _read_season),
    (r"(?P<Y>Y)[,-]?(?P<P>P)(?![OIwyb@dMS])", _read_quarter),
    (r"(?P<V>V)[OIw,]{0,2}y?(?P<Y>[Yqn])(?P<k>k?)", _read_observance),
    (r"Z-?(?P<Y>[YqnRd])", _read_fiscal),
    (r"Z-?(?P<Y>[nd])[-Tt](?P<e>[nd])", _read_fiscal),
)
