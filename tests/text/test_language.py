"""Language, script and direction of short and mixed passages."""

import socket

import pytest

from cablegraph.text import find_language, find_passages, is_rtl, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("آقای احمدی دیروز به تهران رفت", "fa"),
        ("اقاي احمدي ديروز به تهران رفت و برنگشت", "fa"),  # typed on an Arabic keyboard
        ("موضوع: دیدار با وزیر", "fa"),
        ("خیلی محرمانه", "fa"),
        ("وصل الوزير إلى بغداد", "ar"),
        ("الموضوع: لقاء السفير", "ar"),
        ("سري للغاية", "ar"),
        ("سەرۆکی هەرێم گەیشتە بەغدا", "ckb"),
        ("لە هەولێر", "ckb"),
        ("او با نخست‌وزیر دیدار و گفت‌وگو کرد", "fa"),  # models take such lines for Sorani
        ("The Shah left Tehran", "en"),
        ("SUBJECT: MEETING WITH THE SHAH", "en"),
        ("TAGS: PREL, IR", "en"),
        ("Le ministre est arrivé à Paris hier soir", "und"),
        ("Der Minister kam gestern nach Teheran", "und"),
        ("وزیر خارجہ نے کہا ہے کہ پاکستان اور بھارت", "und"),
        ("Министр прибыл в Тегеран", "und"),
        ("", "und"),
        ("12/05 — 😀", "und"),
        ("\ud800\udfff"[:1], "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert find_language(text) == language


def test_language_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert find_language("Qasem met Hadi near Basra") in {"en", "und"}


def test_mixed_page_is_parted_by_language() -> None:
    text = "The Ambassador left for Baghdad.\n\nسفیر به بغداد رفت و با وزیر دیدار کرد.\n\n١٢\n\nغادر السفير إلى بغداد يوم الجمعة."
    found = [(text[span.start : span.end].split(maxsplit=1)[0], language) for span, language in find_passages(text)]
    assert found == [("The", "en"), ("سفیر", "fa"), ("غادر", "ar")]


@pytest.mark.parametrize(
    ("text", "script", "rtl"),
    [
        ("تهران", "Arab", True),
        ("Tehran", "Latn", False),
        ("Tehran تهران و بغداد", "Arab", True),
        ("The city of تهران is large", "Latn", False),
        ("שלום", "Zyyy", True),
        ("Москва", "Zyyy", False),
        ("123 ...", "Zyyy", False),
        ("", "Zyyy", False),
        ("ab اب", "Arab", False),  # a tie: the first letter gives the direction
        ("\ufee3\ufea4\ufee4\ufeaa", "Arab", True),
    ],
)
def test_script_and_direction(text: str, script: str, *, rtl: bool) -> None:
    assert script_of(text) == script
    assert is_rtl(text) is rtl
