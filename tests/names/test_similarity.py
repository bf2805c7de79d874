"""Likeness of single words: letters, long vowels, articles."""

import pytest

from cablegraph.names import word_similarity

ALIKE = [
    ("قاسم", "ghasem"),
    ("سعيد", "saeed"),
    ("چاوز", "chavez"),
    ("تشافيز", "chavez"),
    ("غورباتشوف", "gorbachev"),
    ("گورباچف", "gorbachev"),
    ("ثابت", "sabet"),
    ("ضياء", "zia"),
    ("أدهم", "adham"),
    ("إسحاق", "ishaq"),
    ("يحيى", "yahya"),
    ("خليل", "halil"),
    ("أحمد", "ahmet"),
]
UNLIKE = [("حسين", "hassan"), ("كريم", "karima"), ("سعد", "saeed"), ("ناصر", "nadir"), ("علي", "omar")]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_spellings_of_one_word_are_alike(a: str, b: str) -> None:
    assert word_similarity(a, b) >= 0.9, word_similarity(a, b)


@pytest.mark.parametrize(("a", "b"), UNLIKE)
def test_other_words_are_less_alike(a: str, b: str) -> None:
    assert word_similarity(a, b) < 0.88, word_similarity(a, b)
