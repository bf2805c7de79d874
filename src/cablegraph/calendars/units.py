"""Rules for units counted from the day of writing: 8 years ago, last month, the past five years, yesterday, امسال.

Knows the wording in the three languages; the widths are :mod:`cablegraph.calendars.relative`'s. The trap: "some years ago" and a number
that could not be read must not become one year ago.
"""

from dataclasses import replace
from datetime import timedelta

from cablegraph.calendars.convert import from_day
from cablegraph.calendars.found import Found, Table
from cablegraph.calendars.interval import RELATIVE, SOLAR, DateInterval
from cablegraph.calendars.node import Node
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.relative import STEPS, shift

_MOST = {"day": 40_000, "week": 6_000, "month": 1_500, "year": 1_500, "decade": 150, "century": 15}
_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25, "decade": 3652.5, "century": 36525.0}


def _shifted(found: Found, unit: str, count: int) -> Node | None:
    if abs(count) > _MOST[unit]:
        return None
    written = found.setting.written
    try:
        return found.read([shift(written, unit, count)] if written else [])
    except (ValueError, OverflowError):
        return None


def _is_uncounted(found: Found) -> bool:
    """Tell whether a unit without a number says nothing: "some months ago", or a number that could not be read."""
    word = found.must("u").word
    return (word is not None and word.needs == "number") or found.before in set("dnicYv")


def _count(found: Found) -> int:
    return 2 if found.must("u").role == "U" else found.number("n") or 1


def _read_ago(found: Found) -> Node | None:
    unit = found.must("u")
    if found.at("n") is None and unit.role != "U" and (_is_uncounted(found) or unit.value == "day"):
        return None
    return _shifted(found, unit.value, -_count(found))


def _read_span(found: Found) -> Node | None:
    """Read "the last five years", "the next two months": from or to the day of writing."""
    unit, count, written = found.must("u").value, _count(found), found.setting.written
    if count > _MOST[unit]:
        return None
    if written is None:
        return found.read([])
    try:
        other = written + timedelta(days=round(_DAYS[unit] * count) * STEPS[found.must("s").role])
    except OverflowError:
        return None
    return found.read([DateInterval(min(other, written), max(other, written), RELATIVE, "range")])


def _read_unit(found: Found) -> Node | None:
    """Read last month, this year, هفته آینده; "the past year" is the twelve months up to the day of writing."""
    unit, step = found.must("u"), found.must("s")
    if unit.value == "day" or _is_uncounted(found):
        return None
    return _read_span(found) if step.value == "past" else _shifted(found, unit.value, STEPS[step.role])


def _read_before_last(found: Found) -> Node | None:
    """Read "the year before last", الأسبوع قبل الماضي."""
    return _shifted(found, found.must("u").value, -2)


def _read_day(found: Found) -> Node | None:
    return _shifted(found, "day", int(found.first.value))


def _read_solar_year(found: Found) -> Node | None:
    if found.setting.written is None:
        return found.read([])
    year = cover(Partial(SOLAR, from_day(found.setting.written, SOLAR)[0] + int(found.first.value)))
    return found.read([replace(year, calendar=RELATIVE)]) if year else None


UNIT_RULES: Table = (
    (r"(?P<n>[dnicY])(?P<u>[uybeg])[AK]", _read_ago),
    (r"K[IO]?(?P<n>[dnic])(?P<u>[uybeg])", _read_ago),
    (r"(?P<u>[uybU])A", _read_ago),
    (r"(?P<u>[uyb])K(?![dnicYuybU@wf])", _read_ago),
    (r"K(?P<u>U)", _read_ago),
    (r"K(?P<u>[uybeg])(?![dnicYqRoWMS])", _read_ago),
    (r"(?P<s>[LX])(?P<n>[dnic])(?P<u>[uybeg])", _read_span),
    (r"(?P<n>[dnic])(?P<u>[uybeg])(?P<s>[LX])", _read_span),
    (r"(?P<u>[uybeg])(?P<n>[dnic])(?P<s>[LX])", _read_span),
    (r"(?P<u>U)(?P<s>[LX])", _read_span),
    (r"(?P<s>[LXH])(?P<u>[uybeg])", _read_unit),
    (r"(?P<u>[uybeg])(?P<s>[LXH])", _read_unit),
    (r"(?P<u>[uyb])[BK]L", _read_before_last),
    (r"a", _read_day),
    (r"p", _read_solar_year),
)
