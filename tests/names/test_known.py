"""Frequent names: which a word is, and which two words cannot be one name."""

import pytest

from cablegraph.names.known import exactly_known, find_known, grade_of, known_names

ONE_NAME = [
    ("kamal", "كمال"),
    ("kemal", "كمال"),
    ("kamil", "كامل"),
    ("salah", "صلاح"),
    ("saleh", "صالح"),
    ("nasr", "نصر"),
    ("mehmet", "محمد"),
    ("mohamad", "محمد"),
    ("youssef", "يوسف"),
    ("gamal", "جمال"),
    ("soleimane", "سليمان"),
    ("hüseyin", "حسین"),
    ("فائز", "فايز"),
    ("داوود", "داود"),
    ("نعمت", "نعمة"),
    ("اسمعيل", "إسماعيل"),
]
TWO_NAMES = [
    ("kamal", "كامل"),
    ("salah", "صالح"),
    ("nasr", "ناصر"),
    ("omar", "عامر"),
    ("hisham", "هاشم"),
    ("حيدري", "حيدر"),
    ("karimian", "کریمی"),
    ("كريمة", "كريم"),
    ("adil", "عادلة"),
    ("قادر", "قاهر"),
    ("hassan", "حسین"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_spellings_of_one_frequent_name_meet(a: str, b: str) -> None:
    assert known_names(a) & known_names(b)


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_vowels_letters_and_endings_tell_frequent_names_apart(a: str, b: str) -> None:
    assert known_names(a)
    assert known_names(b)
    assert known_names(a).isdisjoint(known_names(b))


def test_one_latin_form_may_stand_for_several_names() -> None:
    assert known_names("hamid") == {"حميد", "حامد"}
    assert known_names("rachid") == {"رشيد", "راشد"}


def test_a_rare_word_is_no_known_name() -> None:
    for word in ("brzezinski", "برژینسکی", "xyz", "", "😀"):
        assert known_names(word) == frozenset()
        assert grade_of(word) is None
        assert find_known(word) is None


def test_a_spelling_one_vowel_off_is_not_exact() -> None:
    assert exactly_known("jamol") == frozenset()
    assert {"جمال", "جميل"} <= known_names("jamol")


def test_grades_follow_frequency() -> None:
    assert grade_of("محمد") == 1
    assert grade_of("khaled") == 2
    assert grade_of("حيدري") == 3
