"""Rules for decades and centuries: the 1960s, the late seventies, دهه شصت, ثلاثينيات القرن العشرين, the 19th century.

Knows which ten or hundred years the wording means; a century runs from its year 1 to its year 100. The trap: a number in words that names a
decade ("the seventies") also counts degrees and ages, so it needs an article or a word for a part of it.
"""

from dataclasses import replace

from cablegraph.calendars.found import Found, Table, number_of
from cablegraph.calendars.interval import GREGORIAN, SOLAR
from cablegraph.calendars.node import Node
from cablegraph.calendars.partial import Partial
from cablegraph.calendars.years import read_year


def _read_decade(found: Found) -> Node | None:
    """Read 1960s, the '60s, الستينات."""
    node = found.must("D")
    number = number_of(node)
    if number >= 1000:
        year = read_year(number, digits=4, tongue="en", mark="", written=None)
        return found.dated(Partial(*year, years=100 if number % 100 == 0 and number < 1900 else 10)) if year else None
    if (
        node.word is not None
        and node.word.needs
        and found.before != "P"
        and found.nodes[found.match.start() - 1].role != "-"
    ):
        return None
    is_said = node.word is not None or found.before == "O" or found.setting.text[node.start] in "'’‘"
    return (
        found.dated(Partial(GREGORIAN, 1900 + number, years=10))
        if is_said and number % 10 == 0 and number < 100
        else None
    )


def _read_decade_of_century(found: Found) -> Node | None:
    """Read ثلاثينيات القرن العشرين."""
    number, century = number_of(found.must("D")), found.number("n")
    if number >= 100 or number % 10 or century is None or not 1 <= century <= 21:
        return None
    return found.dated(Partial(GREGORIAN, (century - 1) * 100 + number, years=10))


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


def _read_two_decades(found: Found) -> Node | None:
    """Read دهه‌های ۶۰ و ۷۰, where the second follows the first."""
    last, first = found.number("e"), _read_named_decade(found)
    if first is None or first.partial is None or first.partial.year is None or last != (found.number("Y") or 0) + 10:
        return None
    return replace(first, partial=replace(first.partial, years=20))


def _read_century(found: Found) -> Node | None:
    number, mark = found.number("n"), found.mark
    if number is None or not 1 <= number <= 21 or mark == "bc":
        return None
    calendar = SOLAR if mark == "hijri" else mark or GREGORIAN
    return found.dated(Partial(calendar, (number - 1) * 100 + 1, years=100))


DECADE_RULES: Table = (
    (r"(?P<D>[DE])(?:[Iw]?gL)?", _read_decade),
    (r"(?P<D>[DE])[Iw]?g(?P<n>[odc])", _read_decade_of_century),
    (r"e[Iw]?(?P<Y>[nc])&(?P<e>[nc])(?P<k>k?)", _read_two_decades),
    (r"e[Iw]?O?(?P<D>[DE])(?:[Iw]?gL)?", _read_decade),
    (r"e[Iw]?(?P<Y>[Yndc])(?P<k>k?)", _read_named_decade),
    (r"(?P<n>o)-?g(?P<k>k?)", _read_century),
    (r"g[OIw]?(?P<n>[odc])(?P<k>k?)", _read_century),
)
