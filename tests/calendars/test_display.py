"""Days as they are shown to a reader."""

from datetime import date

import pytest

from cablegraph.calendars import GREGORIAN, LUNAR, RELATIVE, SOLAR, show_in

DAY = date(2014, 11, 12)


@pytest.mark.parametrize(
    ("calendar", "language", "shown"),
    [
        (GREGORIAN, "en", "12 November 2014"),
        (GREGORIAN, "fa", "۱۲ نوامبر ۲۰۱۴ میلادی"),
        (GREGORIAN, "ar", "١٢ نوفمبر ٢٠١٤"),
        (SOLAR, "en", "21 Aban 1393 SH"),
        (SOLAR, "fa", "۲۱ آبان ۱۳۹۳"),
        (SOLAR, "ar", "٢١ آبان ١٣٩٣ هـ ش"),
        (LUNAR, "en", "19 Muharram 1436 AH"),
        (LUNAR, "fa", "۱۹ محرم ۱۴۳۶ قمری"),
        (LUNAR, "ar", "١٩ محرم ١٤٣٦ هـ"),
    ],
)
def test_show_in(calendar: str, language: str, shown: str) -> None:
    assert show_in(DAY, calendar, language) == shown


def test_latin_lunar_months_keep_the_small_article() -> None:
    assert show_in(date(2014, 3, 22), LUNAR, "en") == "21 Jumada al-Ula 1435 AH"


def test_a_solar_month_without_an_arabic_name_is_shown_in_its_own() -> None:
    assert show_in(date(2014, 10, 1), SOLAR, "ar") == "٩ مهر ١٣٩٣ هـ ش"


@pytest.mark.parametrize(("calendar", "language"), [(RELATIVE, "en"), ("julian", "en"), (SOLAR, "de")])
def test_what_cannot_be_shown_says_what_can(calendar: str, language: str) -> None:
    with pytest.raises(ValueError, match="use "):
        show_in(DAY, calendar, language)
