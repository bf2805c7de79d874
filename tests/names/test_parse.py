"""What each word of a name is, in three scripts."""

import pytest

from cablegraph.names import parse_name

KINDS = [
    ("Gen. Qasem Soleimani", ["Gen/honorific", "Qasem/given", "Soleimani/family"]),
    ("آیت‌الله سید علی خامنه‌ای", ["آیت‌الله/honorific", "سید/honorific", "علی/given", "خامنه‌ای/family"]),
    ("صدام حسين التكريتي", ["صدام/given", "حسين/middle", "التكريتي/nisba"]),
    ("أبو مهدي المهندس", ["أبو مهدي/kunya", "المهندس/family"]),
    ("Osama bin Laden", ["Osama/given", "bin/particle", "Laden/patronymic"]),
    ("John Glenn, Jr.", ["John/given", "Glenn/family", "Jr/suffix"]),
    ("Smith, John", ["John/given", "Smith/family"]),
    ("George H. W. Bush", ["George/given", "H/initial", "W/initial", "Bush/family"]),
    ("د. نوال السعداوي", ["د/honorific", "نوال/given", "السعداوي/nisba"]),
    ('Qasem "the shadow" Soleimani', ["Qasem/given", "Soleimani/family", "the shadow/nickname"]),
]
KINDS += [
    (
        "حسن بن علي بن جعفر الكعبي",
        ["حسن/given", "بن/particle", "علي/patronymic", "بن/particle", "جعفر/patronymic", "الكعبي/nisba"],
    ),
    ("الفريق أول ركن عثمان الغانمي", ["الفريق أول ركن/honorific", "عثمان/given", "الغانمي/nisba"]),
    ("Umm Ayman al-Halabi", ["Umm Ayman/kunya", "al/particle", "Halabi/nisba"]),
    (
        "Lt. Col. Salah Omar al-Ali",
        ["Lt/honorific", "Col/honorific", "Salah/given", "Omar/middle", "al/particle", "Ali/family"],
    ),
    ("حاج قاسم رضایی", ["حاج/honorific", "قاسم/given", "رضایی/family"]),
    ("Hacı Mehmet Yılmaz", ["Hacı/honorific", "Mehmet/given", "Yılmaz/family"]),
    ("سەید عەلی ڕەزا", ["سەید/honorific", "عەلی/given", "ڕەزا/family"]),
    ("Mohammed Ould Abdel Aziz", ["Mohammed/given", "Ould/particle", "Abdel Aziz/patronymic"]),
    ("Mohsen Fakhri-Zadeh", ["Mohsen/given", "Fakhri-Zadeh/family"]),
    ("Mohammad-Reza Pahlavi", ["Mohammad-Reza/given", "Pahlavi/family"]),
    ("غلامحسین کرباسچی", ["غلامحسین/given", "کرباسچی/family"]),
    ("محمد بن سلمان آل سعود", ["محمد/given", "بن/particle", "سلمان/patronymic", "آل/particle", "سعود/family"]),
    ("م. ر. رحمانی", ["م/initial", "ر/initial", "رحمانی/given"]),
]
COMPOUNDS = [
    ("Abd al-Mahdi al-Muntafiki", "Abd al-Mahdi"),
    ("عبد الرحمن البزاز", "عبد الرحمن"),
    ("Nur al-Din Zangi", "Nur al-Din"),
    ("Mohammad-Reza Pahlavi", "Mohammad-Reza"),
    ("نصر الله صفير", "نصر الله"),
]
ONE_CORE = [
    ("عبدالرحمن", "Abd al-Rahman"),
    ("Abdul Rahman", "Abderrahman"),
    ("نور الدين", "نورالدین"),
    ("أبو زيد", "ابوزید"),
]


@pytest.mark.parametrize(("name", "kinds"), KINDS)
def test_words_get_their_kind(name: str, kinds: list[str]) -> None:
    assert [f"{p.text}/{p.kind}" for p in parse_name(name).parts] == kinds


@pytest.mark.parametrize(("name", "first"), COMPOUNDS)
def test_compounds_stay_whole(name: str, first: str) -> None:
    assert parse_name(name).parts[0].text == first


@pytest.mark.parametrize(("a", "b"), ONE_CORE)
def test_compounds_parse_alike_in_one_word_or_two(a: str, b: str) -> None:
    one, other = parse_name(a).core, parse_name(b).core
    assert len(one) == len(other) == 1
    assert (one[0].head, one[0].tail) == (other[0].head, other[0].tail) != ("", "")


def test_spans_point_into_the_name() -> None:
    name = "Dr. Abd al-Karim  (Abu Ali) al-Hasani"
    assert all(name[p.start : p.end] == p.text for p in parse_name(name).parts)


def test_persian_family_names_are_no_nisbas() -> None:
    assert parse_name("مسعود البارزانی", "fa").parts[-1].kind == "family"
    assert parse_name("مسعود البارزاني", "ar").parts[-1].kind == "nisba"


def test_a_title_alone_is_still_a_name_to_compare() -> None:
    assert [p.text for p in parse_name("Sheikh").core] == ["Sheikh"]


def test_ben_is_a_given_name_only_in_front() -> None:
    assert parse_name("Ben Bradlee").parts[0].kind == "given"
    assert parse_name("Ahmed Ben Bella").parts[1].kind == "particle"
