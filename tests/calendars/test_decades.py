"""Decades and centuries in figures and in words."""

import pytest

from cablegraph.calendars import find_dates

from .readings import WRITTEN, read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the 1960s", "1960-01-01..1969-12-31"),
        ("the late seventies", "1976-01-01..1979-12-31"),
        ("the first half of the 1990s", "1990-01-01..1994-12-31"),
        ("دهه شصت", "1981-03-21..1991-03-20"),
        ("دهه‌های ۶۰ و ۷۰", "1981-03-21..2001-03-20"),
        ("سال‌های پایانی دهه هفتاد", "1997-03-21..2001-03-20"),
        ("ثلاثينيات القرن العشرين", "1930-01-01..1939-12-31"),
        ("ثلاثينيات القرن التاسع عشر", "1830-01-01..1839-12-31"),
        ("the nineteenth century", "1801-01-01..1900-12-31"),
    ],
)
def test_decades_and_centuries(text: str, days: str) -> None:
    assert read(text) == days


@pytest.mark.parametrize("text", ["temperatures in the low seventies were", "in his eighties", "seventies music"])
def test_ages_and_degrees_are_no_decades(text: str) -> None:
    assert [match for match in find_dates(text, written=WRITTEN) if match.interval] == []
