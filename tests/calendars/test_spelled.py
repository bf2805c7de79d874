"""Numbers in words: years, days and counts in three languages, and what only looks like one."""

import pytest

from cablegraph.calendars import find_dates

from .readings import WRITTEN, read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("سال هزار و سیصد و نود و سه", "2014-03-21..2015-03-20"),
        ("سال یکهزار و سیصد و شصت", "1981-03-21..1982-03-20"),
        ("بیست و یکم آبان هزار و سیصد و نود و سه", "2014-11-12"),
        ("یکم فروردین نود و چهار", "2015-03-21"),
        ("یازده سپتامبر دو هزار و یک", "2001-09-11"),
        ("سال شصت", "1981-03-21..1982-03-20"),
        ("عام ألف وتسعمئة وثمانية وخمسين", "1958-01-01..1958-12-31"),
        ("سنة ألفين وأربعة عشر", "2014-01-01..2014-12-31"),
        ("خمسة حزيران 1967", "1967-06-05"),
        ("in nineteen fifty-three", "1953-01-01..1953-12-31"),
        ("in two thousand and fourteen", "2014-01-01..2014-12-31"),
        ("in nineteen hundred and six", "1906-01-01..1906-12-31"),
        ("twenty-five years ago", "1989-01-01..1989-12-31"),
        ("بیست و پنج سال پیش", "1989-01-01..1989-12-31"),
    ],
)
def test_a_number_in_words_is_one_number(text: str, days: str) -> None:
    assert read(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "هزار و سیصد نفر",
        "بیش از دو هزار سردخانه",
        "بین بیست و سی تن",
        "between five and twenty houses",
        "nineteen fifty-pound bags",
        "twenty twenty vision",
        "in two thousand villages",
        "one in five thousand",
        "خمسة وعشرون جنديا",
        "سه فشنگ و دو تیر",
    ],
)
def test_a_count_is_no_year(text: str) -> None:
    assert list(find_dates(text, written=WRITTEN)) == []
