"""A readable Latin form, and honesty about its guesses."""

import pytest

from cablegraph.names import find_guesses, romanise
from cablegraph.names.romanise import CONVENTION

FORMS = [
    ("قاسم سلیمانی", None, "Qasem Soleimani"),
    ("قاسم سليماني", "ar", "Qasim Sulaymani"),
    ("صادق خرازی", "fa", "Sadegh Kharazi"),
    ("محمدرضا پهلوی", None, "Mohammad-Reza Pahlavi"),
    ("محمد بن سلمان آل سعود", "ar", "Muhammad bin Salman Al Saud"),
    ("عبدالرحمن", "ar", "Abd al-Rahman"),
    ("نورالدین زنگی", None, "Nour al-Din Zangi"),
    ("أبو مهدي المهندس", "ar", "Abu Mahdi al-Muhandis"),
    ("عبد الله بن خالد", "ar", "Abdallah bin Khalid"),
    ("نصر الله صفير", "ar", "Nasrallah Safir"),  # a guess: the family writes Sfeir
    ("ابوالقاسم کاشانی", None, "Abolqasem Kashani"),
    ("سردار محسن فخری‌زاده", None, "Sardar Mohsen Fakhrizadeh"),
    ("علیرضا رستم‌نژاد", None, "Ali-Reza Rostamnejad"),
    ("مەسعوود بارزانی", "ckb", "Masud Barzani"),
    ("الرائد (متقاعد) نزار", "ar", "Al-Raid (Matqad) Nizar"),
    ("رضا", "ar", "Rida"),
    ("رضا", "fa", "Reza"),
    ("Qasem سلیمانی", "fa", "Qasem Soleimani"),
    ("John Smith", None, "John Smith"),
    ("", None, ""),
]


@pytest.mark.parametrize(("name", "language", "latin"), FORMS)
def test_names_become_readable(name: str, language: str | None, latin: str) -> None:
    assert romanise(name, language) == latin


def test_guessed_words_are_named() -> None:
    assert find_guesses("قاسم سلیمانی") == ()
    assert find_guesses("أبو مهدي الشيشكلي", "ar") == ("al-Shishkali",)
    assert find_guesses("مُنْتَظِر", "ar") == ()


def test_the_convention_has_a_name() -> None:
    assert CONVENTION == "plain IJMES"
