"""Rules for days and months: named months, dates in numbers, and date-time groups.

Knows the orders in which the three languages write them. The trap: names of months mean much else (May, مهر, صفر), so a month by itself is
marked ``bare`` and judged last, and some names count only beside a year.
"""

from dataclasses import replace

from cablegraph.calendars.found import Found, Table
from cablegraph.calendars.interval import GREGORIAN, SOLAR
from cablegraph.calendars.node import Node
from cablegraph.calendars.numeric import read_group, read_numeric
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.years import is_solar_context, occurrences

_MONTH = r"(?P<M>M)(?:[/(]?(?P<alias>M)\)?)?"
_YEAR = r"(?:\.?[,/-]?[OIw]{0,2}y?(?P<Y>[Yqn]|i(?=k))(?P<k>k?))"
_DAY_MONTH = rf"(?P<d>[doc])[/-]?(?P<u>u)?[OIw]{{0,2}}b?{_MONTH}b?"
_LAST_DAY = r"[-Tt&/,]{1,2}O?(?P<e>[doc])"


def _read_month(found: Found) -> Node | None:
    """Read any date with a named month; day and year may be missing."""
    month, alias, year_node = found.must("M"), found.at("alias"), found.at("Y")
    day, last = found.number("d"), found.number("e")
    if (
        month.word is None
        or (alias is not None and alias.value != month.value)
        or (day is not None and last is not None and (last <= day or _is_list(found, day, last)))
    ):
        return None
    if not _is_wanted(found, month.word.needs, month.word.calendar, year_node) or not _is_day(found):
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


def _is_list(found: Found, day: int, last: int) -> bool:
    """Tell whether two days are not a range: "3 and 5 June", unless they follow each other or "between" stands before them."""
    between = "".join(node.role for node in found.nodes[found.match.start("d") + 1 : found.match.start("e")])
    return last > day + 1 and not set(between) & set("-Tt/") and found.first.value != "between"


def _is_day(found: Found) -> bool:
    """Tell whether what stands for the day can be one: a cardinal in words not in English, a unit only as in "the 1st day of May"."""
    day, last, unit = found.at("d"), found.at("e"), found.at("u")
    if unit is not None and unit.word is not None and (unit.value != "day" or unit.word.needs):
        return False
    return found.tongue != "en" or not any(node is not None and node.role == "c" for node in (day, last))


def _is_wanted(found: Found, needs: str, month_calendar: str, year: Node | None) -> bool:
    """Tell whether a match has what its month name needs, and whether its last number can be a year."""
    if year is None:
        between = "".join(node.role for node in found.nodes[found.match.start() : found.match.start("M")])
        is_score = "-" in between and found.tongue != "en" and found.at("e") is None  # "4 - صفر" is a result
        day = found.at("d")
        if needs == "no count" and (day.role == "c" if day else not _is_linked(found)):
            return False
        return (
            not is_score
            and needs != "day and year"
            and (needs != "year" or (found.tongue == "ar" and month_calendar != SOLAR))
        )
    if (
        found.after == "$" and found.nodes[found.match.end()].value != "state" and not found.mark
    ):  # "on 5 November 1400 hours"
        return False
    if year.role == "d" and not _is_short_year(found, year):
        return False
    return needs != "day and year" or found.at("d") is not None


def _is_linked(found: Found) -> bool:
    """Tell whether a month name that means much else has something beside it: its own word, a link of a range, or "of the same year"."""
    return "b" in found.match.group() or found.after in set("~tT-") or found.before in set("tT-")


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
        return found.dated(partials[0], bare=partials[0].day is None)
    return found.read([each for each in map(cover, partials) if each]) if partials else None


def _read_day_and_month(found: Found) -> Node | None:
    """Read بتاريخ 5/6, day first; only after a word that says it is a date."""
    lead = found.nodes[found.match.start() - 1] if found.match.start() else None
    month = found.number("M")
    if found.tongue != "ar" or lead is None or lead.value != "dated" or month is None or month > 12:
        return None
    return found.dated(Partial(GREGORIAN, month=month, day=found.number("d")))


def _read_group(found: Found) -> Node | None:
    partial = read_group(found.text, found.setting.written)
    return found.dated(partial) if partial else None


DAY_RULES: Table = (
    (rf"{_DAY_MONTH}{_YEAR}?", _read_month),
    (rf"(?P<d>[do])[/-]?{_MONTH}\.?[-/.]?(?P<Y>d)(?P<k>k?)(?![donYq/A])", _read_month),
    (rf"(?:[fw]O?)?(?P<d>[doc]){_LAST_DAY}[OIw]{{0,2}}b?{_MONTH}b?{_YEAR}?", _read_month),
    (r"(?P<M>M)\.?O?(?P<d>[do])(?:[,.]?y?(?P<Y>[Yq])(?P<k>k?))?", _read_month),
    (r"(?P<M>M)\.?O?(?P<d>[do]),?(?P<Y>n)(?P<k>k?)", _read_month),
    (rf"(?P<M>M)\.?(?P<d>[do]){_LAST_DAY}(?:[,.]?(?P<Y>[Yq])(?P<k>k?))?", _read_month),
    (rf"b?{_MONTH}b?{_YEAR}?", _read_month),
    (rf"b?(?P<M>M)b?{_YEAR}?", _read_month),
    (r"#(?P<k>k?)", _read_numeric),
    (r"(?P<d>d)/(?P<M>d)(?![/\-.])", _read_day_and_month),
    (r"G", _read_group),
)
