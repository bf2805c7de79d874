import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.extract.mentions.tokens import level, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. embassy", ["The", "U.S.", "embassy"]),
        ("Leonard C. Meeker", ["Leonard", "C.", "Meeker"]),
        ("Hoveyda's men", ["Hoveyda", "'s", "men"]),
        ("U.S.-Iran", ["U.S.", "-", "Iran"]),
        ("ایرانی‌ها رفتند", ["ایرانی‌ها", "رفتند"]),
        ("مدینهٔ منوره", ["مدینهٔ", "منوره"]),
        ("العِراق ١٩٧٩", ["العِراق", "١٩٧٩"]),
        ("", []),
    ],
)
def test_words_of_three_scripts(text: str, words: list[str]) -> None:
    assert [t.text for t in tokenise(text)] == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي", "علی"),
        ("كاظم", "کاظم"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("العِراق", "العراق"),
        ("۱۳۵۷", "1357"),
        ("Iran", "IRAN"),
    ],
)
def test_spellings_that_are_looked_up_alike(one: str, other: str) -> None:
    assert level(one) == level(other)


@given(st.text(max_size=80))
def test_tokens_are_the_text_between_their_ends_and_lose_nothing_but_spaces(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert "".join("".join(t.text for t in tokens).split()) == "".join(text.split())
