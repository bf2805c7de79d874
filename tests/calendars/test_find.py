"""Dates inside sentences: true spans in the text as given, and no alarm where there is no date."""

from datetime import date

import pytest

from cablegraph.calendars import find_dates, find_month_first

from .readings import WRITTEN


def found(text: str, **options: object) -> list[str]:
    return [match.text for match in find_dates(text, written=WRITTEN, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "1. Minister saw Ambassador on November 5, 1964, and again in early May 1965.",
            ["November 5, 1964", "early May 1965"],
        ),
        ("355. Re Deptel 292 of September 10. The Shah returns Tuesday.", ["September 10", "Tuesday"]),
        ("Telegram 1964 from Tehran, March 24, 1964 (Department telegrams 1955, 1960 and 1961).", ["March 24, 1964"]),
        ("He held the post from 2004 to 2011; since 2012 he has lived in Basra.", ["from 2004 to 2011", "since 2012"]),
        ("Meetings of November 5 and December 10, 1964.", ["November 5", "December 10, 1964"]),
        ("Iran's 1953 coup and last week's talks", ["1953", "last week"]),
        (
            "سردار در تاریخ ۲۱ آبان ۱۳۹۳ وارد بغداد شد و تا سال ۱۳۹۵ آنجا ماند.",
            ["۲۱ آبان ۱۳۹۳", "تا سال ۱۳۹۵"],
        ),
        ("نامه شماره ۱۳۹۲ مورخ ۱۳۹۳/۸/۲۱ رسید", ["۱۳۹۳/۸/۲۱"]),
        ("وصل الوفد إلى بغداد يوم الجمعة 14 تموز 1958 وغادرها في 20 منه", ["يوم الجمعة 14 تموز 1958", "20 منه"]),
        ("كتاب رقم 1958 في 14/7/1958", ["14/7/1958"]),
        ("Report of ۲۱ آبان ۱۳۹۳ (12 November 2014)", ["۲۱ آبان ۱۳۹۳", "12 November 2014"]),
    ],
)
def test_what_is_found(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "This may be the last chance; we march on.",
        "THIS MAY BE BECAUSE ARABS KNOW THAT",
        "May I suggest that Mr. March call?",
        "Reference telegram 1964 and Embtels 1922, 1945 and 1950.",
        "Deptel No. 1964",
        "1964. Reference your message.\n\n1965. Second paragraph.",
        "See pages 1958 and 1960.",
        "Central Files 1970-73, POL 27 IRAN; 611.88/1-1455; 787.00/5–1658",
        "about 1950 men and 2000 tanks",
        "$1964 or £1,965 or 1,970 rials",
        "Call 021-8812-1964 or +98 21 1393.",
        "RG 59, Lot 61 D 385, Box 1964",
        "meeting at 1945 hours; ETD 1930 local; 10:30, 1930Z",
        "NIE 11-6-70; F-104, C-130, RF-1964",
        "ratio 3/4, score 5-4, section 3.1.2, 7.62 mm",
        "UNSC resolution 1948",
        "in the second part, the first of many, a third of it",
        "نامه شماره ۱۳۹۲ رسید",
        "۱۴۰۰ نفر کشته و ۱۳۰۰ تومان پرداخت شد",
        "به مهر و محبت او",
        "امام جمعه بیرجند",
        "پنج تن از آن‌ها، صفحه ۱۳۵۷",
        "عقد جاری شد",
        "رقم 1958 و 1500 جندي",
        "فاز الفريق 4 - صفر",
        "بلغ العدد 1990 شخصا",
        "",
        "…!؟",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert found(text) == []


def test_the_same_day_is_the_day_named_before() -> None:
    matches = list(find_dates("He arrived on 5 November 1964 and left the same day."))
    assert [match.interval for match in matches] == [matches[0].interval] * 2


def test_a_paragraph_break_ends_a_date() -> None:
    assert found("on 5\n\nNovember 1964") == ["November 1964"]
    assert found("on 5\nNovember 1964") == ["5\nNovember 1964"]


def test_a_sentence_end_is_not_part_of_the_date() -> None:
    assert found("It was in January. Then") == ["January"]


def test_spans_count_code_points_of_the_text_as_given() -> None:
    text = "\u200f😀 در \u202bسه‌شنبه ۲۱ آبان‌ماه ۱۳۹۳\u202c آمد"
    (match,) = find_dates(text)
    assert text[match.span.start : match.span.end] == match.text == "سه‌شنبه ۲۱ آبان‌ماه ۱۳۹۳"


def test_the_language_settles_numbers_without_letters() -> None:
    (solar,) = find_dates("١٣٩٣/٨/٢١", language="fa")
    (lunar,) = find_dates("1393/8/21", language="ar")
    assert solar.interval is not None
    assert lunar.interval is not None
    assert (solar.interval.calendar, lunar.interval.calendar) == ("solar-hijri", "lunar-hijri")


def test_two_digit_years_are_read_from_the_day_of_writing() -> None:
    years = [next(find_dates("24 March 70", written=written)) for written in (date(1964, 1, 2), date(2050, 1, 1))]
    assert [match.interval.start.year for match in years if match.interval and match.interval.start] == [1970, 1970]
    (future,) = find_dates("24 March 60", written=date(2050, 1, 1))
    assert future.interval is not None
    assert future.interval.start == date(2060, 3, 24)


def test_the_habit_of_the_whole_document_settles_a_page_that_does_not_tell() -> None:
    page, elsewhere = "paid on 03/04/2014", "received 25/12/2013"
    (unsettled,) = find_dates(page)
    (settled,) = find_dates(page, month_first=find_month_first(f"{elsewhere}\n{page}"))
    assert len(unsettled.candidates) == 2
    assert settled.interval is not None
    assert settled.interval.start == date(2014, 4, 3)
