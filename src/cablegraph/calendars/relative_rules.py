"""Rules for dates that count from the day of writing: 8 years ago, last month, yesterday, next Tuesday, last Ramadan, this year.

Knows the widths: years, months and weeks ago are whole Gregorian ones (a week runs from Monday to Sunday), "the last five years" ends with the day of writing. The
trap: without a day of writing such an expression is still found, and has no interval; it is never guessed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cablegraph.calendars.convert import from_day
from cablegraph.calendars.interval import GREGORIAN, RELATIVE, SOLAR, DateInterval
from cablegraph.calendars.node import DATE, Node, Rule
from cablegraph.calendars.observances import observe_near
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.relative import nearest, settle_year, shift
from cablegraph.calendars.setting import Setting

_STEPS = {"L": -1, "H": 0, "X": 1}
_MOST = {"day": 40_000, "week": 6_000, "month": 1_500, "year": 150, "decade": 15, "century": 1}

_Reading = Callable[[re.Match[str], Sequence[Node], Setting], tuple[DateInterval, ...] | None]


def relative_rules(setting: Setting) -> list[Rule]:
    """Return the rules, bound to a setting, for :func:`cablegraph.calendars.node.rewrite`."""
    return _bind(_RULES, setting)


def weekday_rules(setting: Setting) -> list[Rule]:
    """Return the rules for weekdays with no date beside them, which must come after the others."""
    return _bind(_WEEKDAYS, setting)


def _bind(rules: list[tuple[re.Pattern[str], _Reading, bool]], setting: Setting) -> list[Rule]:

    def bind(reading: _Reading, *, is_bare: bool) -> Callable[[re.Match[str], Sequence[Node]], Node | None]:
        def read(match: re.Match[str], nodes: Sequence[Node]) -> Node | None:
            found = reading(match, nodes, setting)
            if found is None:
                return None
            first, last = nodes[match.start()], nodes[match.end() - 1]
            weekday = int(nodes[match.start("W")].value) if "W" in match.groupdict() else None
            return Node(DATE, first.start, last.end, first.word, readings=found, bare=is_bare, weekday=weekday)

        return read

    return [(pattern, bind(reading, is_bare=is_bare)) for pattern, reading, is_bare in rules]


def _is_uncounted(match: re.Match[str], nodes: Sequence[Node], unit: Node) -> bool:
    """Tell whether a unit without a number says nothing: "some months ago", "the coming weeks", or a number that could not be read."""
    before = nodes[match.start() - 1].role if match.start() else ""
    return (unit.word is not None and unit.word.needs == "number") or before in set("dnicYv")


def _number(node: Node) -> int:
    return int(node.value) if node.word else node.number


def _at(match: re.Match[str], nodes: Sequence[Node], name: str) -> Node | None:
    return nodes[match.start(name)] if match.groupdict().get(name) else None


def _shifted(setting: Setting, unit: str, count: int) -> tuple[DateInterval, ...] | None:
    if abs(count) > _MOST[unit]:
        return None
    try:
        return (shift(setting.written, unit, count),) if setting.written else ()
    except (ValueError, OverflowError):
        return None


def _read_ago(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    unit, number = nodes[match.start("u")], _at(match, nodes, "n")
    if number is None and unit.role != "U" and (_is_uncounted(match, nodes, unit) or unit.value == "day"):
        return None
    hundreds = _at(match, nodes, "h")
    count = 2 if unit.role == "U" else _number(number) if number else 1
    return _shifted(setting, unit.value, -count - (_number(hundreds) if hundreds else 0))


def _read_span(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    """Read "the last five years", "the next two months": from or to the day of writing."""
    unit, number, step = nodes[match.start("u")], _at(match, nodes, "n"), nodes[match.start("s")]
    count = 2 if unit.role == "U" else _number(number) if number else 1
    if count > _MOST[unit.value]:
        return None
    if setting.written is None:
        return ()
    days = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25, "decade": 3652.5, "century": 36525.0}[unit.value] * count
    try:
        other = setting.written + timedelta(days=round(days) * _STEPS[step.role])
    except OverflowError:
        return None
    return (DateInterval(min(other, setting.written), max(other, setting.written), RELATIVE, "range"),)


def _read_unit(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    unit, step = nodes[match.start("u")], nodes[match.start("s")]
    if unit.value == "day" or _is_uncounted(match, nodes, unit):
        return None
    if step.value == "past":
        return _read_span(match, nodes, setting)
    if unit.value == "decade" and step.role == "L" and setting.written:
        return (replace(shift(setting.written, "decade", 0), start=date(setting.written.year // 10 * 10 - 10, 1, 1), end=date(setting.written.year // 10 * 10 - 1, 12, 31)),)
    return _shifted(setting, unit.value, _STEPS[step.role])


def _read_day(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    return _shifted(setting, "day", int(nodes[match.start()].value))


def _read_solar_year(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    if setting.written is None:
        return ()
    found = cover(Partial(SOLAR, from_day(setting.written, SOLAR)[0] + int(nodes[match.start()].value)))
    return (replace(found, calendar=RELATIVE),) if found else None


def _read_weekday(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    weekday, step = nodes[match.start("W")], _at(match, nodes, "s")
    written = setting.written
    if written is None:
        return ()
    ahead = (int(weekday.value) - written.weekday()) % 7
    days = ahead if ahead <= 3 else ahead - 7
    if step and step.role == "L":
        days = ahead - 7
    elif step and step.role == "X":
        days = ahead or 7
    return _shifted(setting, "day", days)


def _read_named(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    """Read last November, next summer, 5 Aban of this year, رمضان الماضي."""
    name, step, year, day, alias = (_at(match, nodes, key) for key in ("M", "s", "p", "d", "alias"))
    if name is None or name.word is None or (alias and alias.value != name.value):
        return None
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    if name.role == "M":
        partial = Partial(name.word.calendar, month=int(name.value), day=_number(day) if day else None)
    else:
        partial = Partial(SOLAR if tongue == "fa" else GREGORIAN, season=int(name.value))
    if step and step.role == "H" and name.word.capital and setting.text[name.start : name.end].isupper():
        return None  # "THIS MAY BE"
    if setting.written is None:
        return ()
    if step is not None and year is None and step.role != "H":
        found = settle_year(partial, setting.written, step=_STEPS[step.role])
    else:
        shift_by = int(year.value) if year else _STEPS[step.role] if step else 0
        found = cover(replace(partial, year=from_day(setting.written, partial.calendar)[0] + shift_by))
    return (replace(found, calendar=RELATIVE),) if found else ()


def _read_named_of_year(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    step = nodes[match.start("s")]
    found = _read_named(match, nodes, setting)
    if not found or setting.written is None:
        return found
    name = nodes[match.start("M")]
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    calendar = name.word.calendar if name.word and name.role == "M" else SOLAR if tongue == "fa" else GREGORIAN
    day = _at(match, nodes, "d")
    year = from_day(setting.written, calendar)[0] + _STEPS[step.role]
    number = int(name.value)
    partial = Partial(calendar, year, month=number, day=_number(day) if day else None) if name.role == "M" else Partial(calendar, year, season=number)
    covered = cover(partial)
    return (replace(covered, calendar=RELATIVE),) if covered else ()


def _read_day_of_month(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    """Read "the 5th of this month", پنجم ماه جاری."""
    if setting.written is None:
        return ()
    tongue = setting.tongue(nodes[match.start()].start, nodes[match.end() - 1].end)
    calendar = SOLAR if tongue == "fa" else GREGORIAN
    year, month, _ = from_day(setting.written, calendar)
    months = year * 12 + month - 1 + _STEPS[nodes[match.start("s")].role]
    covered = cover(Partial(calendar, months // 12, months % 12 + 1, _number(nodes[match.start("d")])))
    return (replace(covered, calendar=RELATIVE),) if covered else ()


def _read_observance(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:
    step, year = _at(match, nodes, "s"), _at(match, nodes, "p")
    written = setting.written
    if written is None:
        return ()
    options: list[DateInterval] = list(observe_near(nodes[match.start("V")].value, written))
    if step and step.role == "L":
        options = [each for each in options if each.end and each.end < written][-1:]
    elif step and step.role == "X":
        options = [each for each in options if each.start and each.start > written][:1]
    elif year is not None:
        solar = from_day(written, SOLAR)[0] + int(year.value)
        options = [each for each in options if each.start and from_day(each.start, SOLAR)[0] == solar]
    found = nearest(options, written)
    return (found,) if found else ()


def _read_same_day(match: re.Match[str], nodes: Sequence[Node], setting: Setting) -> tuple[DateInterval, ...] | None:  # noqa: ARG001
    return ()


_RULES: list[tuple[re.Pattern[str], _Reading, bool]] = [
    (re.compile(pattern), reading, is_bare)
    for pattern, reading, is_bare in (
        (r"(?:(?P<h>c)[&-])?(?P<n>[dnic])(?P<u>[uybeg])A", _read_ago, False),
        (r"(?P<u>U)A", _read_ago, False),
        (r"(?P<u>[uyb])A", _read_ago, False),
        (r"(?:(?P<h>c)[&-])?(?P<n>[dnic])(?P<u>[uybeg])K", _read_ago, False),
        (r"(?P<u>[uyb])K(?![dnicYuybU@wf])", _read_ago, False),
        (r"K(?:(?P<h>c)[&-])?(?P<n>[dnic])(?P<u>[uybeg])", _read_ago, False),
        (r"K(?P<u>U)", _read_ago, False),
        (r"K(?P<u>[uybeg])(?![dnicYqRoWMS])", _read_ago, False),
        (r"(?P<s>[LX])(?P<n>[dnic])(?P<u>[uybeg])", _read_span, False),
        (r"(?P<n>[dnic])(?P<u>[uybeg])(?P<s>[LX])", _read_span, False),
        (r"(?P<u>[uybeg])(?P<n>[dnic])(?P<s>[LX])", _read_span, False),
        (r"(?P<u>U)(?P<s>[LX])", _read_span, False),
        (r"(?P<s>[LXH])(?P<u>[uybeg])", _read_unit, False),
        (r"(?P<u>[uybeg])(?P<s>[LXH])", _read_unit, False),
        (r"a", _read_day, False),
        (r"p", _read_solar_year, False),
        (r"(?P<s>[LXH])u?(?P<W>W)", _read_weekday, False),
        (r"u?(?P<W>W)(?P<s>[LXH])", _read_weekday, False),
        (r"(?P<s>[LXH])(?P<M>[MS])(?P<d>[do]?)", _read_named, False),
        (r"(?:(?P<d>[do])[OIw]{0,2}b?)?b?(?P<M>[MS])(?:[/(]?(?P<alias>M)\)?)?b?(?P<s>[LXH])", _read_named, False),
        (r"(?:(?P<d>[do])[OIw]{0,2}b?)?b?(?P<M>[MS])b?(?P<p>p)", _read_named, False),
        (r"(?:(?P<d>[do])[OIw]{0,2}b?)?b?(?P<M>[MS])b?[OIw]{0,2}y(?P<s>[LXH])", _read_named_of_year, False),
        (r"(?:(?P<d>[do])[OIw]{0,2}b?)?b?(?P<M>[MS])b?[OIw]{0,2}(?P<s>[LXH])y", _read_named_of_year, False),
        (r"(?P<d>[do])[OIw]{0,2}(?:b(?P<s>[LXH]))", _read_day_of_month, False),
        (r"(?P<d>[do])[OIw]{0,2}(?P<s>[LXH])b", _read_day_of_month, False),
        (r"(?P<s>[LXH])(?P<V>V)", _read_observance, False),
        (r"(?P<V>V)(?P<s>[LXH])", _read_observance, False),
        (r"(?P<V>V)(?P<p>p)", _read_observance, False),
        (r"(?P<V>V)", _read_observance, True),
        (r"=", _read_same_day, False),
    )
]

_WEEKDAYS: list[tuple[re.Pattern[str], _Reading, bool]] = [
    (re.compile(r"u(?P<W>W)"), _read_weekday, False),
    (re.compile(r"(?P<W>W)"), _read_weekday, True),
]
