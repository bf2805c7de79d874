"""Double given names in one word, and family names that only look like them."""

import pytest

from cablegraph.names import compare_names, parse_name
from cablegraph.names.doubles import find_seam

DOUBLE = [
    ("محمدرضا", "محمد|رضا"),
    ("علیرضا", "علی|رضا"),
    ("غلامحسین", "غلام|حسین"),
    ("امیرعباس", "امیر|عباس"),
    ("نورمحمد", "نور|محمد"),
    ("gholamhossein", "gholam|hossein"),
    ("mohammadjavad", "mohammad|javad"),
    ("amirali", "amir|ali"),
]
WHOLE = [
    "محمدی",
    "حسینی",
    "علیزاده",
    "میرباقری",
    "alimohammadi",
    "mirbagheri",
    "husayni",
    "alinejad",
    "shahrokh",
    "حسنین",
    "mohammadullah",
    "ali",
    "",
]


@pytest.mark.parametrize(("word", "halves"), DOUBLE)
def test_a_double_name_has_a_seam(word: str, halves: str) -> None:
    seam = find_seam(word)
    assert f"{word[:seam]}|{word[seam:]}" == halves


@pytest.mark.parametrize("word", WHOLE)
def test_a_family_name_has_none(word: str) -> None:
    assert find_seam(word) == 0


def test_a_double_name_reads_as_one_part_and_compares_as_two() -> None:
    parsed = parse_name("علیرضا محمدی")
    assert [p.text for p in parsed.parts] == ["علیرضا", "محمدی"]
    assert [p.text for p in parsed.core] == ["علی", "رضا", "محمدی"]


@pytest.mark.parametrize("half", ["رضا محمدی", "Reza Mohammadi", "Riza Muhammadi"])
def test_the_second_half_of_a_double_name_is_another_person(half: str) -> None:
    assert not compare_names("علیرضا محمدی", half).same


@pytest.mark.parametrize("other", ["Ali-Reza Mohammadi", "Alireza Mohammadi", "Ali Reza Mohammadi", "علی رضا محمدی"])
def test_however_a_double_name_is_joined_it_is_one(other: str) -> None:
    assert compare_names("علیرضا محمدی", other).same
