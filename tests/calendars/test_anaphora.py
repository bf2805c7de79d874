"""Dates counted from the one named before, and nothing where none was named."""

import pytest

from cablegraph.calendars import find_dates

from .readings import WRITTEN


def read_all(text: str) -> list[str]:
    """Return the dates of a text as EDTF, an unread one as ``?``."""
    return [match.interval.edtf if match.interval else "?" for match in find_dates(text, written=WRITTEN)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("He came on 3 March 2013 and left the same day.", ["2013-03-03", "2013-03-03"]),
        ("He came on 3 March 2013 and left the following day.", ["2013-03-03", "2013-03-04"]),
        ("withdrawn on 10 May 2012, two days later restored", ["2012-05-10", "2012-05-12"]),
        ("on 10 May 2012; three days earlier he had called", ["2012-05-10", "2012-05-07"]),
        ("born in May 1950; in June of the same year", ["1950-05", "1950-06"]),
        ("In 1990 he fled; that year they all did", ["1990", "1990"]),
        ("در ۳ مهر ۱۳۹۳ آمد و روز بعد رفت", ["2014-09-25", "2014-09-26"]),
        ("در ۵ مرداد ۱۳۹۳ وارد شد و دو روز بعد رفت", ["2014-07-27", "2014-07-29"]),
        ("در سال ۱۳۹۰ آمد و در مهر همان سال بازگشت", ["2011-03-21/2012-03-19", "2011-09-23/2011-10-22"]),
        ("في 3 أيار 2014 وصل ثم غادر في 9 منه", ["2014-05-03", "2014-05-09"]),
        ("في 10 حزيران 2014 سقطت وفي اليوم التالي أعلن الحظر", ["2014-06-10", "2014-06-11"]),
    ],
)
def test_what_was_named_last_is_counted_from(text: str, dates: list[str]) -> None:
    assert read_all(text) == dates


@pytest.mark.parametrize(
    "text", ["and left the same day", "two days later", "on 9 of the same month", "in May of that year"]
)
def test_without_a_date_before_it_nothing_is_guessed(text: str) -> None:
    assert set(read_all(text)) <= {"?"}


@pytest.mark.parametrize("text", ["طلب منه العودة", "چند روز قبل", "شش روز بعد از عمل"])
def test_other_words_of_the_same_letters_are_left_alone(text: str) -> None:
    assert read_all(text) == []


def test_a_month_that_was_not_named_is_not_lent() -> None:
    assert read_all("In 1990 he fled; on the 5th of the same month") == ["1990", "?"]
