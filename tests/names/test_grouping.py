"""Titles, compounds, kunyas and suffixes: which words are one part."""

import pytest

from cablegraph.names.grouping import group_words
from cablegraph.names.words import split_words

PARTS = [
    ("الفريق أول ركن عثمان الغانمي", "الفريق أول ركن|عثمان|الغانمي"),
    ("اللواء الركن عبد الوهاب الساعدي", "اللواء الركن|عبد الوهاب|الساعدي"),
    ("العميد خالد الحمود", "العميد|خالد|الحمود"),
    ("سماحة آية الله العظمى الشيخ بشير النجفي", "سماحة|آية الله العظمى|الشيخ|بشير|النجفي"),
    ("آیت‌الله العظمی حسین خراسانی", "آیت‌الله العظمی|حسین|خراسانی"),
    ("حجت‌الاسلام والمسلمین احمد کاشانی", "حجت‌الاسلام والمسلمین|احمد|کاشانی"),
    ("حجت الاسلام و المسلمین احمد کاشانی", "حجت الاسلام و المسلمین|احمد|کاشانی"),
    ("سردار سرتیپ دوم پاسدار رضا نیک‌پور", "سردار|سرتیپ دوم پاسدار|رضا|نیک‌پور"),
    ("Hojjat al-Islam Ahmad Kashani", "Hojjat al-Islam|Ahmad|Kashani"),
    ("Grand Ayatollah Ali Sistani", "Grand|Ayatollah|Ali|Sistani"),
    ("Lt. Col. Salah Omar", "Lt|Col|Salah|Omar"),
    ("Staff Maj. Gen. Abd al-Wahhab Karim", "Staff|Maj|Gen|Abd al-Wahhab|Karim"),
    ("H.E. Dr. Tarek Mitri", "H.E|Dr|Tarek|Mitri"),
    ("His Royal Highness Prince Saud", "His|Royal|Highness|Prince|Saud"),
    ("مام جلال طالباني", "مام|جلال|طالباني"),
    ("Orgeneral Hulusi Akar", "Orgeneral|Hulusi|Akar"),
    ("د. نوال السعداوي", "د|نوال|السعداوي"),
    ("م. ر. رحمانی", "م|ر|رحمانی"),
    ("Mustafa Pur-Mohammadi", "Mustafa|Pur|Mohammadi"),
    ("Behrouz Nik Pur", "Behrouz|Nik Pur"),
    ("Mohsen Fakhri-Zadeh", "Mohsen|Fakhri-Zadeh"),
    ("Abu l-Abbas as-Sabti", "Abu l-Abbas|as|Sabti"),
    ("أم كلثوم", "أم كلثوم"),
    ("Om Kolthoum", "Om Kolthoum"),
    ("ام. رحمانی", "ام|رحمانی"),
    ("Nur al-Din Zangi", "Nur al-Din|Zangi"),
    ("Ahmet Davut oğlu", "Ahmet|Davut|oğlu"),
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_words_join_to_parts(name: str, parts: str) -> None:
    drafts = group_words(split_words(name))
    assert "|".join(name[d.words[0].start : d.words[-1].end] for d in drafts) == parts


def test_a_title_needs_a_name_behind_it() -> None:
    assert [d.kind for d in group_words(split_words("اللواء"))] == ["given"]
    assert [d.kind for d in group_words(split_words("Ayatollah"))] == ["given"]


def test_a_kunya_keeps_its_head_and_a_servant_does_not() -> None:
    kunya, servant = (group_words(split_words(n))[0] for n in ("Abu Mahdi", "Abd al-Mahdi"))
    assert (kunya.core, kunya.head) == ("abu·mahdi", "father")
    assert (servant.core, servant.head) == ("mahdi", "servant")
