"""Laws of the calendars: there and back, wherever a date stands, and whatever the text."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cablegraph.calendars import (
    GREGORIAN,
    LUNAR,
    PRECISIONS,
    SOLAR,
    find_dates,
    from_day,
    month_bounds,
    show_in,
    to_day,
)

CALENDARS = st.sampled_from([GREGORIAN, SOLAR, LUNAR])
DAYS = st.dates(date(1850, 1, 1), date(2040, 12, 31))
LANGUAGES = st.sampled_from(["en", "fa", "ar"])
WORDS = """
    5 05 31 1393 1964 1435 21 / - , . ( ) May November آبان رمضان سال عام from to and تا بین و before since last next early ago years قبل Monday جمعه هـ م
    yesterday Ashura summer دهه 60s century first سوم 121430Z ' x \u200c
"""
EDTF_DAY = r"\d{4}-\d\d-\d\d[~?]?"
EDTF_PART = rf"(?:{EDTF_DAY}|\d{{4}}(?:-\d\d)?)"
EDTF = re.compile(rf"{EDTF_PART}|\d{{3}}X|\d{{4}}-2[1-4]|(?:{EDTF_PART}|\.\.)/(?:{EDTF_PART}|\.\.)")
SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}
WEEKDAYS = [
    *(("Monday", "دوشنبه", "الاثنين"), ("Tuesday", "سه‌شنبه", "الثلاثاء"), ("Wednesday", "چهارشنبه", "الأربعاء")),
    *(
        ("Thursday", "پنجشنبه", "الخميس"),
        ("Friday", "جمعه", "الجمعة"),
        ("Saturday", "شنبه", "السبت"),
        ("Sunday", "یکشنبه", "الأحد"),
    ),
]
PIECES = st.sampled_from([*WORDS.split(), "تشرين الثاني", "end of", "\n\n", " "])


@given(DAYS, CALENDARS)
def test_a_day_comes_back_from_each_calendar(day: date, calendar: str) -> None:
    assert to_day(calendar, *from_day(day, calendar)) == day


@given(DAYS, CALENDARS)
def test_a_day_lies_in_its_month(day: date, calendar: str) -> None:
    year, month, of_month = from_day(day, calendar)
    first, last = month_bounds(calendar, year, month)
    assert first <= day <= last
    assert (day - first).days == of_month - 1


@given(DAYS, CALENDARS, LANGUAGES)
def test_what_is_shown_is_read_back(day: date, calendar: str, language: str) -> None:
    shown = show_in(day, calendar, language)
    (match,) = find_dates(shown, language=language)
    assert match.text == shown
    assert match.interval is not None
    assert (match.interval.start, match.interval.end, match.interval.calendar) == (day, day, calendar)


@given(DAYS, CALENDARS, LANGUAGES, st.sampled_from(["He came on ", "در ", "وصل في ", "😀 \u202b", "1964.\t"]))
def test_the_span_is_true_wherever_the_date_stands(day: date, calendar: str, language: str, before: str) -> None:
    shown = show_in(day, calendar, language)
    text = f"{before}{shown}; x"
    spans = [match.span for match in find_dates(text, language=language)]
    assert (len(before), len(before) + len(shown)) in spans


@given(st.dates(date(1921, 3, 22), date(2030, 1, 1)), st.sampled_from(["ی", "ي"]), st.sampled_from(["ک", "ك"]))
def test_arabic_letters_in_persian_change_nothing(day: date, yeh: str, kaf: str) -> None:
    shown = show_in(day, SOLAR, "fa").replace("ی", yeh).replace("ک", kaf)
    (match,) = find_dates(shown, language="fa")
    assert match.interval is not None
    assert match.interval.start == day


@settings(max_examples=300)
@given(
    st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=80),
    st.none() | DAYS,
)
@example("from 5 May to", None)
@example("\ud800 5 May 1964", None)
def test_any_text_is_answered_in_order_and_without_overlap(text: str, written: date | None) -> None:
    position = 0
    for match in find_dates(text, written=written):
        assert position <= match.span.start < match.span.end <= len(text)
        assert text[match.span.start : match.span.end] == match.text
        position = match.span.end
        if match.interval is not None:
            assert match.interval.precision in PRECISIONS
            assert match.interval.edtf
            assert None in (match.interval.start, match.interval.end) or match.interval.start <= match.interval.end  # type: ignore[operator]
        assert len(match.candidates) != 1


def edtf_days(written: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF value of the kinds that are written here."""
    first, _, last = written.replace("~", "").replace("?", "").partition("/")
    return edtf_bounds(first)[0], edtf_bounds(last or first)[1]


def edtf_bounds(part: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of one end."""
    if part == "..":
        return None, None
    if part.endswith("X"):
        return date(int(part[:3]) * 10, 1, 1), date(int(part[:3]) * 10 + 9, 12, 31)
    year, *rest = part.split("-")
    if len(rest) == 2:
        day = date.fromisoformat(part)
        return day, day
    month, months = (int(SEASONS.get(rest[0], rest[0])), 3 if rest[0] in SEASONS else 1) if rest else (1, 12)
    over = int(year) * 12 + month - 1 + months
    return date(int(year), month, 1), date(over // 12, over % 12 + 1, 1) - timedelta(days=1)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=10).map(" ".join), st.none() | DAYS)
@example("اوایل سال ۱۳۹۳", None)
@example("winter of 2013-14", None)
@example("before 3 May 2014", None)
@example("10 محرم 1436 هـ", None)
@example("03/04/2014", None)
@example("the 1960s", None)
def test_the_edtf_form_is_of_the_grammar_and_means_the_same_days(text: str, written: date | None) -> None:
    for match in find_dates(text, written=written):
        for interval in filter(None, [match.interval, *match.candidates]):
            assert EDTF.fullmatch(interval.edtf), interval.edtf
            assert edtf_days(interval.edtf) == (interval.start, interval.end)


@given(st.dates(date(1950, 1, 1), date(2030, 1, 1)), st.integers(0, 6), st.sampled_from(["en", "fa", "ar"]))
def test_a_weekday_beside_a_day_is_checked(day: date, weekday: int, language: str) -> None:
    name = dict(zip(["en", "fa", "ar"], WEEKDAYS[weekday], strict=True))[language]
    (match,) = find_dates(f"{name} {show_in(day, GREGORIAN, language)}", language=language)
    assert match.interval is not None
    assert match.interval.start == day
    assert match.weekday_agrees is (day.weekday() == weekday)


@pytest.mark.parametrize("calendar", [GREGORIAN, SOLAR, LUNAR])
def test_years_follow_each_other_without_gap(calendar: str) -> None:
    first = 1300 if calendar != GREGORIAN else 1900
    for year in range(first, first + 120):
        assert (month_bounds(calendar, year + 1, 1)[0] - month_bounds(calendar, year, 12)[1]).days == 1
