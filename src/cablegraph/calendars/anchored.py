"""Rules for names that the day of writing places: last November, next Tuesday, last Ramadan, 5 Aban of this year, Ashura.

Knows what last, this and next do to a month, a season, a weekday and an observance. The trap: in Persian "the 5th of this month" is a day of
the solar month.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cablegraph.calendars.convert import from_day
from cablegraph.calendars.found import Found, Table
from cablegraph.calendars.interval import GREGORIAN, RELATIVE, SOLAR, DateInterval
from cablegraph.calendars.node import Node
from cablegraph.calendars.observances import observe_near
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.relative import STEPS, nearest, settle_year, shift

_DAY = r"(?:(?P<d>[do])[OIw]{0,2}b?)?"
_NAME = r"b?(?P<M>[MS])(?:[/(]?(?P<alias>M)\)?)?b?"


def _relative(found: Found, interval: DateInterval | None) -> Node | None:
    return found.read([replace(interval, calendar=RELATIVE)]) if interval else None


def _read_name(found: Found) -> Node | None:
    """Read a month or season with last, this or next, or with a year counted from now."""
    name, alias, step, year, written = (
        found.must("M"),
        found.at("alias"),
        found.at("s"),
        found.at("p"),
        found.setting.written,
    )
    if name.word is None or (alias is not None and alias.value != name.value):
        return None
    if step and step.role == "H" and name.word.capital and found.setting.text[name.start : name.end].isupper():
        return None  # "THIS MAY BE"
    if written is None:
        return found.read([])
    season_calendar = SOLAR if found.tongue == "fa" else GREGORIAN
    if name.role == "S":
        partial = Partial(season_calendar, season=int(name.value))
    else:
        partial = Partial(name.word.calendar, month=int(name.value), day=found.number("d"))
    is_of_year = found.at("y") is not None
    if step is not None and step.role != "H" and not is_of_year:
        return _relative(found, settle_year(partial, written, step=STEPS[step.role]))
    count = int(year.value) if year else STEPS[step.role] if step else 0
    return _relative(found, cover(replace(partial, year=from_day(written, partial.calendar)[0] + count)))


def _read_day_of_month(found: Found) -> Node | None:
    """Read "the 5th of this month", "the 5th instant", پنجم ماه جاری, في 12 الجاري."""
    written, step = found.setting.written, found.must("s")
    is_short = found.match.end() - found.match.start() == 2
    if is_short and step.role != "m" and (found.tongue != "ar" or not found.text.split()[-1].startswith("ال")):
        return None
    if written is None:
        return found.read([])
    calendar = SOLAR if found.tongue == "fa" else GREGORIAN
    year, month, _ = from_day(written, calendar)
    months = year * 12 + month - 1 + (int(step.value) if step.role == "m" else STEPS[step.role])
    return _relative(found, cover(Partial(calendar, months // 12, months % 12 + 1, found.number("d"))))


def _read_observance(found: Found) -> Node | None:
    step, year, written = found.at("s"), found.at("p"), found.setting.written
    is_bare = step is None and year is None
    if written is None:
        return found.read([], bare=is_bare)
    options = _stepped(observe_near(found.must("V").value, written), written, STEPS[step.role] if step else 0)
    if year is not None:
        solar = from_day(written, SOLAR)[0] + int(year.value)
        options = [each for each in options if each.start and from_day(each.start, SOLAR)[0] == solar]
    chosen = nearest(options, written)
    return found.read([chosen], bare=is_bare) if chosen else None


def _stepped(options: Sequence[DateInterval], written: date, step: int) -> list[DateInterval]:
    if step < 0:
        return [each for each in options if each.end and each.end < written][-1:]
    return [each for each in options if each.start and each.start > written][:1] if step else list(options)


def _read_weekday(found: Found) -> Node | None:
    """Read last Tuesday, next Friday; a weekday alone is the nearest one."""
    written, step = found.setting.written, found.at("s")
    is_bare = step is None and found.match.end() - found.match.start() == 1
    if written is None:
        return found.read([], bare=is_bare)
    ahead = (int(found.must("W").value) - written.weekday()) % 7
    days = ahead if ahead <= 3 else ahead - 7
    if step and step.role == "L":
        days = ahead - 7
    elif step and step.role == "X":
        days = ahead or 7
    try:
        return found.read([shift(written, "day", days)], bare=is_bare)
    except OverflowError:
        return None


ANCHORED_RULES: Table = (
    (r"(?P<s>[LXH])(?P<M>[MS])(?P<d>[do]?)", _read_name),
    (rf"{_DAY}{_NAME}(?P<s>[LXH])", _read_name),
    (rf"{_DAY}{_NAME}[OIw]{{0,2}}(?P<p>p)", _read_name),
    (rf"{_DAY}{_NAME}[OIw]{{0,2}}(?P<y>y)(?P<s>[LXH])", _read_name),
    (rf"{_DAY}{_NAME}[OIw]{{0,2}}(?P<s>[LXH])(?P<y>y)", _read_name),
    (r"(?P<d>[do])[OIw]{0,2}b(?P<s>[LXH])", _read_day_of_month),
    (r"(?P<d>[do])[OIw]{0,2}(?P<s>[LXH])b", _read_day_of_month),
    (r"(?P<d>[do])(?P<s>[LXHm])", _read_day_of_month),
    (r"(?P<s>[LXH])(?P<V>V)", _read_observance),
    (r"(?P<V>V)(?P<s>[LXH])", _read_observance),
    (r"(?P<V>V)(?P<p>p)", _read_observance),
    (r"(?P<V>V)", _read_observance),
    (r"(?P<s>[LXH])u?(?P<W>W)", _read_weekday),
    (r"u?(?P<W>W)(?P<s>[LXH])", _read_weekday),
)

WEEKDAY_RULES: Table = ((r"u?(?P<W>W)", _read_weekday),)  # after the others: no date stands beside it
