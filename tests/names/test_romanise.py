"""A readable Latin form, and honesty about its guesses."""

import pytest

from cablegraph.names import find_guesses, romanise

FORMS = [
    ("قاسم سلیمانی", None, "Qasem Soleymani"),
    ("قاسم سليماني", "ar", "Qasim Sulaymani"),
    ("صادق خرازی", "fa", "Sadeq Kharazi"),
    ("محمدرضا پهلوی", None, "Mohammad-Reza Pahlavi"),
    ("محمد بن سلمان آل سعود", "ar", "Muhammad bin Salman Al Saud"),
    ("عبدالرحمن", "ar", "Abd al-Rahman"),
    ("نورالدین زنگی", None, "Nour al-Din Zangi"),
    ("أبو مهدي المهندس", "ar", "Abu Mahdi al-Mahnadas"),  # a guess: the reader of the script says al-Muhandis
    ("رضا", "ar", "Rida"),
    ("رضا", "fa", "Reza"),
    ("Qasem سلیمانی", "fa", "Qasem Soleymani"),
    ("John Smith", None, "John Smith"),
    ("", None, ""),
]


@pytest.mark.parametrize(("name", "language", "latin"), FORMS)
def test_names_become_readable(name: str, language: str | None, latin: str) -> None:
    assert romanise(name, language) == latin


def test_guessed_words_are_named() -> None:
    assert find_guesses("قاسم سلیمانی") == ()
    assert find_guesses("أبو مهدي المهندس", "ar") == ("al-Mahnadas",)
