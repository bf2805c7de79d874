"""Lists of dates share what they write once."""

import pytest

from cablegraph.calendars import find_dates

from .readings import WRITTEN


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 3 and 5 June 1953", ["1953-06-03", "1953-06-05"]),
        ("on 3, 5 and 9 June 1953", ["1953-06-03", "1953-06-05", "1953-06-09"]),
        ("on 9 and 10 April 2003", ["2003-04-09/2003-04-10"]),
        ("between 3 and 5 June 1953", ["1953-06-03/1953-06-05"]),
        ("November 5 and December 10, 1964", ["1964-11-05", "1964-12-10"]),
        ("in December 28 and January 4, 1965", ["1964-12-28", "1965-01-04"]),
        ("in Jan. and Feb. 1991", ["1991-01", "1991-02"]),
        ("30 يونيو و3 يوليو 2013", ["2013-06-30", "2013-07-03"]),
        ("سال ۶۳ و ۶۴", ["1984-03-21/1985-03-20", "1985-03-21/1986-03-20"]),
        ("1-15/8/2014", ["2014-08-01/2014-08-15"]),
    ],
)
def test_a_list_lends_its_month_and_year(text: str, dates: list[str]) -> None:
    found = list(find_dates(text, language="ar" if "/" in text else None, written=WRITTEN))
    assert [match.interval.edtf for match in found if match.interval] == dates
