"""Which year a number means, by language, digits, era mark and day of writing."""

from datetime import date

import pytest

from cablegraph.calendars import GREGORIAN, LUNAR, SOLAR
from cablegraph.calendars.years import full_year, read_year


@pytest.mark.parametrize(
    ("number", "digits", "tongue", "mark", "expected"),
    [
        (1393, 4, "fa", "", (SOLAR, 1393)),
        (1435, 4, "fa", "", (LUNAR, 1435)),
        (1393, 4, "ar", "", (LUNAR, 1393)),
        (1291, 4, "ar", "", None),  # lunar or Gregorian: not said
        (1393, 4, "en", "", (SOLAR, 1393)),
        (1435, 4, "en", "", None),
        (1964, 4, "fa", "", (GREGORIAN, 1964)),
        (1402, 4, "ar", SOLAR, (SOLAR, 1402)),
        (1357, 4, "fa", "hijri", (SOLAR, 1357)),
        (1435, 4, "fa", "hijri", (LUNAR, 1435)),
        (2535, 4, "fa", "", (SOLAR, 1355)),
        (57, 2, "fa", "", (SOLAR, 1357)),
        (79, 2, "fa", GREGORIAN, (GREGORIAN, 1979)),
        (450, 3, "en", "bc", None),
        (6010, 4, "en", LUNAR, None),
    ],
)
def test_read_year(number: int, digits: int, tongue: str, mark: str, expected: tuple[str, int] | None) -> None:
    assert read_year(number, digits=digits, tongue=tongue, mark=mark, written=None) == expected


@pytest.mark.parametrize(
    ("digits", "written", "expected"),
    [
        (64, None, 1964),
        (14, None, 2014),
        (64, 2014, 1964),
        (70, 1964, 1970),
        (98, 1964, 1898),
        (24, 2014, 2024),
        (30, 2014, 1930),
    ],
)
def test_two_digits_are_the_years_round_the_day_of_writing(digits: int, written: int | None, expected: int) -> None:
    assert full_year(digits, date(written, 6, 1) if written else None) == expected
