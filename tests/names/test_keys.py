"""Keys under which a name word is found in any script."""

from itertools import combinations

import pytest

from cablegraph.names import name_keys
from cablegraph.names.keys import MOST_KEYS

SHARE = [
    "Qasem Ghasem Kassem Qassim قاسم",
    "Hussein Hossein Husayn Hussain حسین حسين",
    "Hassan Hasan حسن",
    "Mohammed Muhammad Mehmet محمد",
    "Gamal جمال",
    "Jamal جمال",
    "Yusuf Youssef يوسف یوسف",
    "Walid Waleed ولید وليد",
    "Omar Umar عمر",
    "Saeed Said سعيد",
    "Isa Eisa Essa عيسى عیسی",
    "Ayman أيمن ایمن",
    "Baradei البرادعي Albaradei",
    "Abderrahmane عبدالرحمن Rahman رحمان",
    "Ramazan رمضان",
    "Ramadan رمضان",
    "Khamenei خامنه‌ای",
    "Glenn غلين",
    "Putin پوتین بوتين",
]
APART = [
    ("Hassan", "Hussein"),
    ("حسن", "حسین"),
    ("Hassan", "حسین"),
    ("سعد", "سعيد"),
    ("Karim", "Kamil"),
    ("سالم", "سليم"),
]


@pytest.mark.parametrize("row", SHARE)
def test_spellings_share_a_key(row: str) -> None:
    for a, b in combinations(row.split(), 2):
        assert name_keys(a) & name_keys(b), (a, b, name_keys(a), name_keys(b))


@pytest.mark.parametrize(("a", "b"), APART)
def test_written_long_vowels_keep_names_apart(a: str, b: str) -> None:
    assert not name_keys(a) & name_keys(b)


def test_keys_are_few() -> None:
    for row in SHARE:
        for word in row.split():
            assert 1 <= len(name_keys(word)) <= MOST_KEYS


def test_a_word_without_letters_has_no_key() -> None:
    assert name_keys("") == name_keys("'") == name_keys("😀") == frozenset()
