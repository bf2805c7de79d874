"""Cutting and folding the words of a name."""

import pytest

from cablegraph.names.words import LONGEST_NAME, fold_word, is_arabic, split_words

FOLDED = [
    ("Qasem", "qasem"),
    ("İsmet", "ismet"),
    ("Erdoğan", "erdoğan"),
    ("Sa‘īd", "sa'īd"),
    ("مُحَمَّد", "محمد"),
    ("محـــمد", "محمد"),
    ("خامنه\u200cای", "خامنةای"),
    ("\u202bقاسم\u202c", "قاسم"),
    ("ﻗﺎﺳﻢ", "قاسم"),
]


@pytest.mark.parametrize(("word", "folded"), FOLDED)
def test_words_fold_to_letters(word: str, folded: str) -> None:
    assert fold_word(word) == folded


def test_words_know_hyphens_full_stops_and_places() -> None:
    name = "J. Al-Rashid"
    words = split_words(name)
    assert [(w.folded, w.linked, w.dotted) for w in words] == [
        ("j", False, True),
        ("al", False, False),
        ("rashid", True, False),
    ]
    assert [name[w.start : w.end] for w in words] == ["J", "Al", "Rashid"]


def test_brackets_are_left_out_unless_asked_for() -> None:
    assert [w.folded for w in split_words("Karim (Abu Ali) Dawud")] == ["karim", "dawud"]
    assert [w.folded for w in split_words("Karim (Abu Ali) Dawud", bracketed=True)] == ["karim", "abu", "ali", "dawud"]


def test_scripts() -> None:
    assert is_arabic("قاسم")
    assert is_arabic("x\u0642")
    assert not is_arabic("qasem")
    assert not is_arabic("Кофи")
    assert not is_arabic("")


def test_a_long_text_is_no_name() -> None:
    assert max(w.end for w in split_words("a " * 100_000)) <= LONGEST_NAME
