"""What we know about dates: finding them in Persian, Arabic and English text, and the three calendars they are written in."""

from cablegraph.calendars.convert import from_day, lunar_table, month_bounds, to_day
from cablegraph.calendars.display import show_in
from cablegraph.calendars.find import find_dates
from cablegraph.calendars.interval import (
    CALENDARS,
    GREGORIAN,
    LUNAR,
    PRECISIONS,
    RELATIVE,
    SOLAR,
    DateInterval,
    DateMatch,
)
from cablegraph.calendars.numeric import find_month_first

__all__ = [
    "CALENDARS",
    "GREGORIAN",
    "LUNAR",
    "PRECISIONS",
    "RELATIVE",
    "SOLAR",
    "DateInterval",
    "DateMatch",
    "find_dates",
    "find_month_first",
    "from_day",
    "lunar_table",
    "month_bounds",
    "show_in",
    "to_day",
]
