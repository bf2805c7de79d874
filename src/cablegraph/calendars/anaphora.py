"""Dates counted from the date named before: the same day, two days later, في 20 منه, در مهر همان سال.

Knows what was named last, and the day, month or year that such wording means beside it; which words say so is left to the rules. The trap:
these are not counted from the day of writing, and where no date stands before them there is no answer.
"""

from dataclasses import dataclass, replace

from cablegraph.calendars.convert import from_day, month_bounds
from cablegraph.calendars.found import Found, Table
from cablegraph.calendars.interval import GREGORIAN, RELATIVE, DateInterval
from cablegraph.calendars.node import DATE, Node
from cablegraph.calendars.partial import Partial, cover
from cablegraph.calendars.relative import shift


@dataclass(frozen=True, slots=True)
class Named:
    """What a text has named so far: the last date, and the last one that was a day."""

    date: DateInterval | None = None
    day: DateInterval | None = None

    def then(self, interval: DateInterval | None) -> "Named":
        """Return what has been named once ``interval`` is, too; an open interval tells nothing."""
        if interval is None or interval.start is None or interval.end is None:
            return self
        return Named(interval, interval if interval.precision == "day" else self.day)

    def read(self, node: Node) -> tuple[DateInterval, ...]:
        """Return the reading of a node that is counted from here; none where nothing fitting was named."""
        if node.steps is None:
            return ()
        try:
            found = self._complete(node.partial, node.steps) if node.partial else self._shifted(node.steps)
        except (ValueError, OverflowError):
            return ()
        return (found,) if found else ()

    def _shifted(self, steps: tuple[str, int]) -> DateInterval | None:
        unit, count = steps
        if count == 0 and unit != "day":
            return self._complete(Partial(self._calendar), steps)
        if self.day is None or self.day.start is None:
            return None
        return replace(shift(self.day.start, unit, count), calendar=self.day.calendar)

    @property
    def _calendar(self) -> str:
        calendar = self.date.calendar if self.date else GREGORIAN
        return GREGORIAN if calendar == RELATIVE else calendar

    def _complete(self, partial: Partial, steps: tuple[str, int]) -> DateInterval | None:
        """Give a date without its year, or a day without its month, those of the date named last."""
        if self.date is None or self.date.start is None or self.date.end is None:
            return None
        calendar = self._calendar if steps[0] == "month" else partial.calendar
        year, month, _ = from_day(self.date.start, calendar)
        if steps[0] == "month":
            is_inside = self.date.end <= month_bounds(calendar, year, month)[1]
            return cover(replace(partial, calendar=calendar, year=year, month=month)) if is_inside else None
        return cover(replace(partial, year=year)) if self.date.end <= month_bounds(calendar, year, 12)[1] else None


def _read_same_day(found: Found) -> Node | None:
    """Read the same day, روز بعد; with a number before it, سه روز بعد."""
    count, days = found.number("n"), int(found.last.value)
    if days and (found.before in set("vf") or found.after == "f"):  # چند روز قبل, شش روز بعد از عمل
        return None
    return replace(found.read([]), steps=("day", days * (count or 1))) if days or count is None else None


def _read_same_unit(found: Found) -> Node | None:
    if found.first.value == "of-it":  # "from him" without a day before it
        return None
    return replace(found.read([], bare=found.before not in "If"), steps=(found.first.value, 0))


def _read_later(found: Found) -> Node | None:
    """Read "two days later", سه روز بعد."""
    word, unit, count = found.must("s"), found.must("u"), found.number("n") or 1
    if found.after == "f":  # سه روز پس از عمل
        return None
    return replace(found.read([]), steps=(unit.value, count * int(word.value)))


def _read_day_of_same_month(found: Found) -> Node | None:
    if found.last.value not in {"month", "of-it"}:
        return None
    return replace(found.dated(Partial(GREGORIAN, day=found.number("d"))), steps=("month", 0))


def _read_of_same_year(found: Found) -> Node | None:
    """Read "3 May of the same year", where the day and month have been read already."""
    dated = found.must("a")
    if dated.partial is None or dated.partial.year is not None or dated.steps is not None:
        return None
    return found.joined(dated, steps=("year", 0), bare=False) if found.last.value == "year" else None


ANAPHORA_RULES: Table = (
    (r"(?P<n>[dnic])?=", _read_same_day),
    (r"(?P<n>[dnic])(?P<u>[uyb])(?P<s>l)", _read_later),
    (r"(?P<d>[do])[OIw]{0,2}~", _read_day_of_same_month),
)
SAME_YEAR_RULES: Table = (  # after the others: a month may stand before them
    (rf"(?P<a>{DATE})[OIw]{{0,2}}~", _read_of_same_year),
    (r"~", _read_same_unit),
)
