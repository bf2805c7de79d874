"""Words as search and the taggers see them."""

import pytest

from cablegraph.text import find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("... — !؟", []),
        ("😀👍🏽", []),
        ("او می‌خواهد برود.", ["او", "می‌خواهد", "برود"]),
        ("علی\u200c", ["علی"]),
        ("الرَّحْمٰنِ", ["الرَّحْمٰنِ"]),
        ("محـــمد", ["محـــمد"]),
        ("في ١٢٫٥ ألف", ["في", "١٢٫٥", "ألف"]),
        ("۱۳۹۳/۵/۱۲", ["۱۳۹۳", "۵", "۱۲"]),
        ("1,234.5 men in 880.0000", ["1,234.5", "men", "in", "880.0000"]),
        ("the U.S. Army", ["the", "U.S.", "Army"]),
        ("سال ۱۳۹۳ ه‍.ش. بود", ["سال", "۱۳۹۳", "ه‍.ش.", "بود"]),
        ("Mr. O'Brien’s F-86s", ["Mr", "O'Brien", "’s", "F", "86s"]),
        ("Ja‘far al-Ṣadiq", ["Ja‘far", "al", "Ṣadiq"]),
        ("Khātamī Kha\u0304tami\u0304", ["Khātamī", "Kha\u0304tami\u0304"]),
        ("don’t 'quote' it", ["don’t", "quote", "it"]),
        ("بغداد،تهران", ["بغداد", "تهران"]),
        ("end.The next", ["end", "The", "next"]),
        ("snake_case 2nd", ["snake", "case", "2nd"]),
        ("J. F. Dulles", ["J", "F", "Dulles"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_words(text)] == words
