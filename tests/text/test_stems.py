"""Forms of one word meet under one stem; different words and names stay apart."""

from itertools import combinations

import pytest
from tables import load_table

from cablegraph.text import fold, stem_word

GROUPS = load_table("stem_groups.yml")
# ة is folded into ه, which as an ending is "his" too, so a library (مكتبة) meets a desk; two surnames are plurals as well
JOINED_TODAY = {("مكتب", "مكتبة"), ("عرب", "عربة"), ("powers", "power"), ("rogers", "roger")}
# what is missing: broken plurals (جنود), plurals in -āt of words in -a (جلسات), gerunds that became nouns (bombing)
FOUND_TODAY = {"en": 0.93, "fa": 0.88, "ar": 0.90}


def _forms(group: list[str]) -> list[str]:
    return [word.removesuffix("'s") for word in group]  # a possessive is a word of its own


@pytest.mark.parametrize("language", list(GROUPS))
def test_most_forms_of_a_word_are_found_by_each_other(language: str) -> None:
    pairs = [pair for group in GROUPS[language]["together"] for pair in combinations(_forms(group), 2)]
    found = sum(stem_word(one, language) == stem_word(other, language) for one, other in pairs)
    assert found >= FOUND_TODAY[language] * len(pairs)


@pytest.mark.parametrize(
    ("language", "one", "other"), [(language, *pair) for language, table in GROUPS.items() for pair in table["apart"]]
)
def test_different_words_stay_apart(language: str, one: str, other: str) -> None:
    assert (stem_word(one, language) == stem_word(other, language)) == ((one, other) in JOINED_TODAY)


@pytest.mark.parametrize(
    "name", ["حسن", "حسین", "علی", "رضا", "ایران", "تهران", "سلیمان", "فاطمه", "مریم", "کامران", "عراق"]
)
def test_a_given_name_is_its_own_stem_in_persian(name: str) -> None:
    assert stem_word(name, "fa") == name


@pytest.mark.parametrize(
    "name", ["حسن", "حسين", "علي", "وليد", "بلال", "فارس", "ياسين", "لبنان", "كمال", "نوري", "وسام", "الياس"]
)
def test_a_given_name_is_its_own_stem_in_arabic(name: str) -> None:
    assert stem_word(name, "ar") == fold(name)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fa", "كتابهاي", "کتاب‌های"),
        ("ar", "الـوزيـر", "وَزِير"),
        ("en", "MINISTERS", "minister"),
        ("fa", "وزيران", "وزیر"),
    ],
)
def test_spelling_makes_no_difference(language: str, one: str, other: str) -> None:
    assert stem_word(one, language) == stem_word(other, language)


@pytest.mark.parametrize("word", ["نامه‌ای", "خانه‌ای"])
def test_a_half_space_tells_what_the_folded_word_hides(word: str) -> None:
    assert stem_word(word, "fa") == fold(word).removesuffix("ای")
    assert stem_word(fold(word), "fa") != stem_word(word, "fa")  # نامهای may as well be "names of"


@pytest.mark.parametrize("language", ["ckb", "und", "de", ""])
def test_other_languages_are_only_folded(language: str) -> None:
    assert stem_word("Ministers", language) == "ministers"


@pytest.mark.parametrize("language", ["ar", "en", "fa"])
@pytest.mark.parametrize(
    "word",
    [
        "",
        " ",
        "ا",
        "ها",
        "ال",
        "و",
        "s",
        "\u200c",
        "ها\u200c",
        "\u200cها",
        "\ud800",
        "😀",
        "12",
        "ا" * 41,
        "a" * 100_000,
    ],
)
def test_odd_words_have_an_answer(language: str, word: str) -> None:
    stem = stem_word(word, language)
    assert " " not in stem
    assert stem or not fold(word).strip()
