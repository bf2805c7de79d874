"""What the fields of a date cover, and what can be narrowed."""

import pytest

from cablegraph.calendars import GREGORIAN, LUNAR, SOLAR
from cablegraph.calendars.partial import Partial, cover


@pytest.mark.parametrize(
    ("partial", "first", "last", "precision"),
    [
        (Partial(SOLAR, 1393, slice="part-3"), "2014-11-22", "2015-03-20", "part-of-year"),
        (Partial(SOLAR, 1393, 12, slice="end"), "2015-03-12", "2015-03-20", "part-of-month"),
        (Partial(GREGORIAN, 1964, season=3), "1964-12-01", "1965-02-28", "season"),
        (Partial(GREGORIAN, 1964, season=1, slice="part-2"), "1964-07-01", "1964-07-31", "part-of-year"),
        (Partial(GREGORIAN, 1980, years=10, slice="part-2"), "1984-01-01", "1985-12-31", "decade"),
        (Partial(LUNAR, 1435, 9, slice="week-5"), "2014-07-21", "2014-07-27", "part-of-month"),
        (Partial(GREGORIAN, 1964, 11, 5, 8), "1964-11-05", "1964-11-08", "range"),
    ],
)
def test_cover(partial: Partial, first: str, last: str, precision: str) -> None:
    covered = cover(partial)
    assert covered is not None
    assert (str(covered.start), str(covered.end), covered.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "partial",
    [
        Partial(SOLAR, 1394, 12, 30),
        Partial(GREGORIAN, 2014, 13),
        Partial(LUNAR, 1435, season=1),
        Partial(SOLAR, month=8),
    ],
)
def test_what_no_calendar_has_covers_nothing(partial: Partial) -> None:
    assert cover(partial) is None


@pytest.mark.parametrize(
    ("partial", "slice_name", "fits"),
    [
        (Partial(GREGORIAN, 1964), "quarter-2", True),
        (Partial(GREGORIAN, 1964, 5), "quarter-2", False),
        (Partial(GREGORIAN, 1964, 5), "week-1", True),
        (Partial(GREGORIAN, 1964, 5, 3), "part-1", False),
        (Partial(GREGORIAN, 1960, years=10), "half-2", True),
        (Partial(GREGORIAN, 1964, slice="part-1"), "part-1", False),
    ],
)
def test_what_can_be_narrowed(partial: Partial, slice_name: str, fits: bool) -> None:
    assert (partial.sliced(slice_name) is not None) is fits
