import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.model import first_day, last_day, overlap, precision_of

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
PARTIAL = st.builds(lambda day, size: day.isoformat()[:size], DAYS, st.sampled_from([4, 7, 10]))
OPEN_OR_DATED = st.one_of(st.none(), PARTIAL)


@pytest.mark.parametrize(
    ("iso", "first", "last", "precision"),
    [
        ("1964", "1964-01-01", "1964-12-31", "year"),
        ("1964-02", "1964-02-01", "1964-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2014-11", "2014-11-01", "2014-11-30", "month"),
        ("2014-11-05", "2014-11-05", "2014-11-05", "day"),
    ],
)
def test_the_days_that_a_date_covers(iso: str, first: str, last: str, precision: str) -> None:
    assert (first_day(iso), last_day(iso), precision_of(iso)) == (first, last, precision)


@given(iso=PARTIAL)
def test_the_days_are_real_ones_and_as_many_as_the_precision_says(iso: str) -> None:
    first, last = date.fromisoformat(first_day(iso)), date.fromisoformat(last_day(iso))
    days = (last - first) // timedelta(days=1) + 1
    expected = {
        "day": 1,
        "month": calendar.monthrange(first.year, first.month)[1],
        "year": 365 + calendar.isleap(first.year),
    }
    assert days == expected[precision_of(iso)]
    assert first_day(iso).startswith(iso)
    assert last_day(iso).startswith(iso)


def _days(first: str | None, last: str | None) -> tuple[str, str]:
    return first_day(first) if first else "0000-01-01", last_day(last) if last else "9999-12-31"


@given(a=OPEN_OR_DATED, b=OPEN_OR_DATED, c=OPEN_OR_DATED, d=OPEN_OR_DATED)
def test_two_intervals_overlap_when_a_day_lies_in_both(
    a: str | None, b: str | None, c: str | None, d: str | None
) -> None:
    (low, high), (left, right) = _days(a, b), _days(c, d)
    if low > high or left > right:
        return
    assert overlap(a, b, c, d) == (max(low, left) <= min(high, right))
    assert overlap(a, b, c, d) == overlap(c, d, a, b)


@given(day=DAYS)
def test_a_day_lies_in_its_month_and_year_and_not_in_the_next(day: date) -> None:
    iso = day.isoformat()
    for size in (4, 7, 10):
        assert overlap(iso[:size], iso[:size], iso, iso)
    following = str(day.year + 1)
    assert not overlap(following, following, iso, iso)


def test_open_ends() -> None:
    assert overlap(None, None, None, None)
    assert overlap("2003", None, "2011", "2011")
    assert not overlap("2003", None, None, "2002-12-31")
    assert overlap(None, "2003", "2003-12-31", None)
    assert not overlap(None, "2003", "2004", None)
