"""Showing a day in a calendar and a language.

Knows the written form with a named month; reading such a form back gives the same day. The trap: a lunar day is the table's, and where the
moon was sighted otherwise people will have written the day before or after.
"""

from datetime import date

from cablegraph.calendars.convert import from_day
from cablegraph.calendars.data import load_yaml
from cablegraph.calendars.interval import CALENDARS, RELATIVE

LANGUAGES = ("en", "fa", "ar")


def show_in(day: date, calendar: str, language: str) -> str:
    """Return a Gregorian ``day`` as it is written in ``calendar`` and ``language``, for example ``۲۱ آبان ۱۳۹۳``.

    Args:
        day: The day.
        calendar: ``"gregorian"``, ``"solar-hijri"`` or ``"lunar-hijri"`` (table as in :func:`cablegraph.calendars.lunar_table`).
        language: ``"en"``, ``"fa"`` or ``"ar"``; settles month name, digits and era mark.

    Raises:
        ValueError: an unknown calendar or language, or a day before the calendar begins.
    """
    if calendar not in CALENDARS or calendar == RELATIVE:
        raise ValueError(f"{calendar!r} is not a calendar to show a day in; use gregorian, solar-hijri or lunar-hijri")
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not a language to show a day in; use {', '.join(LANGUAGES)}")
    forms = load_yaml("display.yml")
    year, month, of_month = from_day(day, calendar)
    names = load_yaml("months.yml")[calendar][str(month)]
    name = names.get(language, names.get("fa"))[0]
    if language == "en":
        name = "-".join(_capitalise(part, forms["small"]) for part in name.split("-"))
    shown: str = forms[language][calendar].format(day=of_month, month=name, year=year)
    return shown.translate(str.maketrans("0123456789", forms[language]["digits"]))


def _capitalise(part: str, small: list[str]) -> str:
    return " ".join(word if word in small else word.capitalize() for word in part.split(" "))
