"""Compound name words and articles in one word."""

import pytest

from cablegraph.names.compounds import Compound, is_divine, split_compound, strip_article

COMPOUNDS = [
    ("عبدالرحمن", "servant", "رحمن", ""),
    ("abderrahmane", "servant", "rrahmane", ""),
    ("abdulkarim", "servant", "karim", ""),
    ("عبدالله", "servant", "allah", ""),
    ("abdallah", "servant", "allah", ""),
    ("نورالدين", "", "نور", "din"),
    ("salaheddine", "", "salah", "din"),
    ("نصرالله", "", "نصر", "allah"),
    ("nasrallah", "", "nasr", "allah"),
    ("أبوبكر", "father", "بكر", ""),
    ("قاسم", "", "قاسم", ""),
    ("alam", "", "alam", ""),
]


@pytest.mark.parametrize(("word", "head", "core", "tail"), COMPOUNDS)
def test_compounds_come_apart(word: str, head: str, core: str, tail: str) -> None:
    assert split_compound(word) == Compound(head, core, tail)


@pytest.mark.parametrize(
    ("word", "bare"),
    [("الأسد", "أسد"), ("albaradei", "baradei"), ("essebsi", "ssebsi"), ("alam", "alam"), ("الهام", "هام")],
)
def test_articles_come_off(word: str, bare: str) -> None:
    assert strip_article(word) == bare


def test_the_divine_name_in_every_spelling() -> None:
    assert all(is_divine(w) for w in ("allah", "ollah", "الله", "اللہ"))
    assert not is_divine("ali")
