"""Rules for days and months: named months, dates in numbers, and date-time groups.

Knows the orders in which the three languages write them. The trap: names of months mean much else (May, مهر, صفر), so a month by itself is
marked ``bare`` and judged last, and some names count only beside a year.
"""

from dataclasses import replace

from cablegraph.calendars.found import Found, Table
from cablegraph.calendars.interval import SOLAR
from cablegraph.calendars.node import Node
from cablegraph.calendars.numeric import read_group, read_numeric
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.years import is_solar_context, occurrences

_MONTH = r"(?P<M>M)(?:[/(]?(?P<alias>M)\)?)?"
_YEAR = r"(?:\.?[,/-]?[OIw]{0,2}y?(?P<Y>[Yqn]|i(?=k))(?P<k>k?))"
_DAY_MONTH = rf"(?P<d>[do])[/-]?[OIw]{{0,2}}b?{_MONTH}b?"
_LAST_DAY = r"[-Tt&/,]{1,2}O?(?P<e>[do])"


def _read_month(found: Found) -> Node | None:
    """Read any date with a named month; day and year may be missing."""
    month, alias, year_node = found.must("M"), found.at("alias"), found.at("Y")
    day, last = found.number("d"), found.number("e")
    if (
        month.word is None
        or (alias is not None and alias.value != month.value)
        or (day is not None and last is not None and last <= day)
    ):
        return None
    if not _is_wanted(found, month.word.needs, year_node):
        return None
    partial = Partial(month.word.calendar, month=int(month.value), day=day, last_day=last)
    if year_node is None:
        return found.dated(partial, bare=day is None)
    year = found.year(partial.calendar)
    if year is None:
        return None
    is_solar = is_solar_context(partial, year, tongue=found.tongue, mark=found.mark)
    if year[0] == partial.calendar and not is_solar:
        return found.dated(replace(partial, year=year[1]))
    return found.read(occurrences(partial, (SOLAR, year[1]) if is_solar else year))


def _is_wanted(found: Found, needs: str, year: Node | None) -> bool:
    """Tell whether a match has what its month name needs, and whether its last number can be a year."""
    if year is None:
        between = "".join(node.role for node in found.nodes[found.match.start() : found.match.start("M")])
        is_score = "-" in between and found.tongue != "en" and found.at("e") is None  # "4 - صفر" is a result
        return not is_score and needs != "day and year" and (needs != "year" or found.tongue == "ar")
    if found.after == "$" and not found.mark:  # "on 5 November 1400 hours"
        return False
    if year.role == "d" and not _is_short_year(found, year):
        return False
    return needs != "day and year" or found.at("d") is not None


def _is_short_year(found: Found, year: Node) -> bool:
    """Tell whether a number under 32 after day and month is a year: two digits, after a mark, an abbreviation or capitals."""
    month = found.must("M")
    return year.last == 2 and (found.nodes[found.match.start("Y") - 1].role in "-/." or month.end - month.start <= 4)


def _read_numeric(found: Found) -> Node | None:
    if "/" not in found.text and found.before == "N":  # "NIE 11-6-70"
        return None
    text = found.setting.text[found.first.start : found.first.end]
    partials = read_numeric(
        text, tongue=found.tongue, mark=found.mark, month_first=found.setting.month_first, written=found.setting.written
    )
    if len(partials) == 1:
        return found.dated(partials[0])
    return found.read([each for each in map(cover, partials) if each]) if partials else None


def _read_group(found: Found) -> Node | None:
    partial = read_group(found.text, found.setting.written)
    return found.dated(partial) if partial else None


DAY_RULES: Table = (
    (rf"{_DAY_MONTH}{_YEAR}?", _read_month),
    (rf"(?P<d>[do])[/-]?{_MONTH}\.?[-/.]?(?P<Y>d)(?P<k>k?)(?![donYq/A])", _read_month),
    (rf"(?:[fw]O?)?(?P<d>[do]){_LAST_DAY}[OIw]{{0,2}}b?{_MONTH}b?{_YEAR}?", _read_month),
    (r"(?P<M>M)\.?O?(?P<d>[do])(?:[,.]?y?(?P<Y>[Yq])(?P<k>k?))?", _read_month),
    (r"(?P<M>M)\.?O?(?P<d>[do]),?(?P<Y>n)(?P<k>k?)", _read_month),
    (rf"(?P<M>M)\.?(?P<d>[do]){_LAST_DAY}(?:[,.]?(?P<Y>[Yq])(?P<k>k?))?", _read_month),
    (rf"b?{_MONTH}b?{_YEAR}?", _read_month),
    (rf"b?(?P<M>M)b?{_YEAR}?", _read_month),
    (r"#(?P<k>k?)", _read_numeric),
    (r"G", _read_group),
)
