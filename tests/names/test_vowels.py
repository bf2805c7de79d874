"""Vowels that are written, and vowels that are guessed by patterns."""

import pytest

from cablegraph.names.vowels import guess_latin, read_signs

GUESSED = [
    ("مجاهد", False, "mujahid"),
    ("مجاهد", True, "mojahed"),
    ("منتظر", False, "muntazir"),
    ("منتظری".replace("ی", "ي"), True, "montazeri"),
    ("محارب", False, "muharib"),
    ("صالح", False, "salih"),
    ("رستم", True, "rastam"),
    ("بختيار", True, "bakhtiyar"),
    ("خوانسار", True, "khansar"),
    ("غيث", False, "ghayth"),
    ("فرنجية", False, "farnajiya"),
]


@pytest.mark.parametrize(("word", "persian", "latin"), GUESSED)
def test_patterns_give_the_likely_vowels(word: str, persian: bool, latin: str) -> None:
    assert guess_latin(word, persian=persian) == (latin, True)


def test_a_word_of_long_vowels_needs_no_guess() -> None:
    assert guess_latin("راد", persian=True) == ("rad", False)


@pytest.mark.parametrize(
    ("word", "latin"), [("مُحَمَّد", "muhammad"), ("مُهَنْدِس", "muhandis"), ("حَسَّان", "hassan"), ("نُور", ""), ("قاسم", "")]
)
def test_written_vowel_signs_are_read(word: str, latin: str) -> None:
    assert read_signs(word, persian=False) == latin
