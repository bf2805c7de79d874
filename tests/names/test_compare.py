"""One person or not, across scripts and romanisations; the reasons given."""

from itertools import combinations

import pytest

from cablegraph.names import compare_names

ONE_PERSON = [
    "قاسم سلیمانی|Qasem Soleimani|Ghassem Soleymani|Qassim Suleimani|قاسم سليماني|Gen. Qasem Soleimani",
    "نوری المالکی|Nouri al-Maliki|نوري المالكي|Nuri al-Maliki",
    "حيدر العبادي|Haider al-Abadi|Haidar al-Ebadi|حیدر عبادی",
    "عبد الكريم قاسم|Abd al-Karim Qasim|Abdul Karim Kassem|عبدالکریم قاسم",
    "محمد مصدق|Mohammad Mosaddegh|Mohammed Mossadeq|Muhammad Musaddiq",
    "محمدجواد ظریف|Mohammad Javad Zarif|Mohammad-Javad Zarif|محمد جواد ظريف",
    "میرحسین موسوی|Mir-Hossein Mousavi|مير حسين موسوي",
    "محسن رضایی|Mohsen Rezaee|Mohsen Rezai|Muhsin Rida'i",
    "معمر القذافي|Muammar Gaddafi|Moammar al-Qadhafi|Mouammar Kadhafi|معمر قذافی",
    "محمود أحمدي نجاد|Mahmoud Ahmadinejad|محمود احمدی‌نژاد|Mahmud Ahmadi-Nejad",
    "نیکیتا خروشچف|Nikita Khrushchev|نيكيتا خروتشوف",
    "هنری کیسینجر|Henry Kissinger|هنري كيسنجر",
    "زبیگنیو برژینسکی|Zbigniew Brzezinski|زبيغنيو بريجينسكي",
    "رجب طيب أردوغان|Recep Tayyip Erdoğan|Recep Tayyip Erdogan",
    "زين العابدين بن علي|Zine el-Abidine Ben Ali|Zayn al-Abidin bin Ali",
    "علي عبد الله صالح|Ali Abdullah Saleh|Ali Abdallah Salih|علی عبدالله صالح",
    "ابوالحسن بنی‌صدر|Abolhassan Banisadr|Abu'l-Hasan Bani Sadr|أبو الحسن بني صدر",
    "Кофи Аннан|Kofi Annan|كوفي عنان",
]
TWO_PERSONS = [
    ("Hassan Rouhani", "حسین روحانی", "a written long vowel"),
    ("Saddam Hussein", "Saddam Hassan", "two known names"),
    ("Mahmoud Abbas", "محمد عباس", "two known names"),
    ("Karim Sanjabi", "کریمه سنجابی", "a woman and a man"),
    ("Ali Saleh", "علي صالحي", "a name and its adjective"),
    ("Rafik Hariri", "سعد الحريري", "father and son"),
    ("Abdul Rahman Arif", "عبد السلام عارف", "servants of two names"),
    ("Bashar al-Assad", "حافظ الأسد", "one family"),
    ("Reza Pahlavi", "Mohammad-Reza Pahlavi", "half of a double name"),
    ("سراج نور أحمدوف", "نور أحمدوف", "child and father"),
    ("Ahmad Khomeini", "Ruhollah Khomeini", "one family"),
    ("Ted Kennedy", "جون كينيدي", "one family"),
]
COMPATIBLE = [
    ("Gen. Hashemi", "Mohammad Hashemi"),
    ("Q. Soleimani", "قاسم سلیمانی"),
    ("المهندس", "Abu Mahdi al-Muhandis"),
]


@pytest.mark.parametrize("row", ONE_PERSON)
def test_spellings_of_one_name_are_the_same(row: str) -> None:
    for a, b in combinations(row.split("|"), 2):
        answer = compare_names(a, b)
        assert answer.same, (a, b, answer)
        assert answer.compatible


@pytest.mark.parametrize(("a", "b", "_case"), TWO_PERSONS)
def test_near_namesakes_stay_apart(a: str, b: str, _case: str) -> None:
    answer = compare_names(a, b)
    assert not answer.same, answer
    assert not answer.compatible


def test_people_are_not_mixed_up_across_the_table() -> None:
    for one, other in combinations(ONE_PERSON, 2):
        for a in one.split("|")[:3]:
            for b in other.split("|")[:3]:
                assert not compare_names(a, b).same, (a, b)


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_a_name_that_says_too_little_is_only_compatible(a: str, b: str) -> None:
    answer = compare_names(a, b)
    assert answer.compatible
    assert not answer.same
    assert answer.score <= 0.45


def test_a_missing_middle_or_last_part_usually_changes_nothing() -> None:
    assert compare_names("Akbar Hashemi Rafsanjani", "اکبر رفسنجانی").same
    assert compare_names("Mohammad Sadeq Tabatabai", "محمد صادق طباطبائی قمی").same


def test_a_name_in_front_of_the_given_name_may_be_left_out() -> None:
    assert compare_names("Mohammad Javad Zarif", "جواد ظریف").same


def test_a_family_name_may_stand_in_front() -> None:
    answer = compare_names("Soleimani Qasem", "قاسم سلیمانی")
    assert answer.same
    assert "another place" in answer.why


def test_look_alike_letters_do_not_hide_a_name() -> None:
    assert compare_names("Q\u0430sem S\u043eleimani", "قاسم سلیمانی").same


def test_the_reasons_name_what_met_and_what_did_not() -> None:
    assert compare_names("Qasem Soleimani", "قاسم سلیمانی").why == "Qasem is قاسم; Soleimani is سلیمانی."
    against = compare_names("Rafik Hariri", "سعد الحريري").why
    assert "Rafik" in against
    assert "سعد" in against


def test_without_letters_there_is_nothing_to_compare() -> None:
    for empty in ("", "...", "123"[:0], "😀"):
        answer = compare_names(empty, "Qasem Soleimani")
        assert (answer.score, answer.same, answer.compatible) == (0.0, False, False)
