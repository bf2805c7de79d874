"""Nicknames and noms de guerre beside a name, in three languages."""

import pytest

from cablegraph.names import compare_names, parse_name

ALIASES = [
    ("Jamal Ja'far (alias Abu Mahdi al-Muhandis)", "Jamal Ja'far", "Abu Mahdi al-Muhandis", "nom de guerre"),
    ("Karim Dawud, nom de guerre Abu Layth, commander", "Karim Dawud", "Abu Layth", "nom de guerre"),
    ("Karim Dawud, a.k.a. the Engineer", "Karim Dawud", "the Engineer", "nickname"),
    ('Karim Dawud (known as "Abu Layth")', "Karim Dawud", "Abu Layth", "nom de guerre"),
    ('Karim "the Lion" Dawud', "Karim Dawud", "the Lion", "nickname"),
    ("Karim Dawud, better known as Kimo", "Karim Dawud", "Kimo", "nickname"),
    ("جمال جعفر الملقب بأبي مهدي المهندس", "جمال جعفر", "أبي مهدي المهندس", "nom de guerre"),
    ("كريم داود المعروف بـ«الأسد»", "كريم داود", "الأسد", "nickname"),
    ("كريم داود المعروف باسم الأسد", "كريم داود", "الأسد", "nickname"),
    ("كريم داود المكنى أبو ليث", "كريم داود", "أبو ليث", "nom de guerre"),
    ("كريم داود واسمه الحركي الصقر", "كريم داود", "الصقر", "nom de guerre"),
    ("کاظم نیک‌پور معروف به حاج کاظم", "کاظم نیک‌پور", "حاج کاظم", "nickname"),
    ("رضا کریمی ملقب به «شیر کوه»", "رضا کریمی", "شیر کوه", "nickname"),
    ("کریم داوود موسوم به شیر", "کریم داوود", "شیر", "nickname"),
    ("کریم داوود با نام مستعار سهند", "کریم داوود", "سهند", "nom de guerre"),
]


@pytest.mark.parametrize(("text", "name", "alias", "kind"), ALIASES)
def test_an_alias_is_a_part_of_its_own(text: str, name: str, alias: str, kind: str) -> None:
    parsed = parse_name(text)
    last = parsed.parts[-1]
    assert (last.text, last.kind) == (alias, kind)
    assert text[last.start : last.end] == alias
    assert [p.text for p in parsed.core] == [p.text for p in parse_name(name).core]


@pytest.mark.parametrize(
    "text", ["الرائد (متقاعد) نزار خليل", "Brig. (ret.) Nizar Khalil", "سرهنگ (بازنشسته) نزار خلیل"]
)
def test_a_remark_in_brackets_is_no_nickname(text: str) -> None:
    assert all(p.kind not in {"nickname", "nom de guerre"} for p in parse_name(text).parts)


@pytest.mark.parametrize("text", ["alias", "known as Karim", "الملقب بالأسد", "()", '""', "Karim ()", "Karim (ret.)"])
def test_words_that_bring_in_an_alias_need_a_name_before_them(text: str) -> None:
    assert all(p.kind not in {"nickname", "nom de guerre"} for p in parse_name(text).parts)


def test_an_alias_does_not_part_two_spellings() -> None:
    assert compare_names("Karim Dawud, known as the Lion", "كريم داود الملقب بأبي ليث").same
