"""The word lists: every form has one meaning in its language, and every value is one that the code knows."""

from collections import Counter

import pytest

from cablegraph.calendars.data import load_yaml
from cablegraph.calendars.keys import key_of
from cablegraph.calendars.lexicon import ROLES, UNIT_ROLES, entries


def test_roles_have_letters_of_their_own() -> None:
    shared = {"W", "E"}  # weekday and weak-weekday, decade and unsaid-decade
    letters = [letter for letter in [*ROLES.values(), *set(UNIT_ROLES.values())] if letter not in shared]
    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


@pytest.mark.parametrize("calendar", ["gregorian", "solar-hijri", "lunar-hijri", "afghan"])
def test_each_calendar_has_twelve_months(calendar: str) -> None:
    assert list(load_yaml("months.yml")[calendar]) == [str(number) for number in range(1, 13)]


def test_no_month_name_stands_for_two_months_of_one_language() -> None:
    tables = load_yaml("months.yml")
    for language in ("en", "fa", "ar"):
        seen: dict[str, tuple[str, str]] = {}
        for calendar in ("gregorian", "solar-hijri", "lunar-hijri"):
            for number, forms in tables[calendar].items():
                for form in forms.get(language, ()):
                    assert seen.setdefault(key_of(form), (calendar, number)) == (calendar, number), form


@pytest.mark.parametrize("word", ["خردﺍد", "شهريور", "كانون", "أيّار", "Sha’ban", "NOVEMBER", "فروردیــن"])
def test_spelling_variants_have_the_key_of_a_listed_word(word: str) -> None:
    assert key_of(word) in entries()


def test_a_space_inside_a_form_may_be_missing() -> None:
    known = entries()
    assert key_of("سه‌شنبه") in known
    assert key_of("کانون‌الاول") in known
