import dataclasses

import pytest

from cablegraph.model import Citation, cite

TEXTS = {
    "en": "Karim Zandi took over the port authority in late 1393.",
    "fa": "کریم زندی در پایان ۱۳۹۳ اداره بندر را برعهده گرفت.",
    "ar": "تولى كريم زندي إدارة الميناء في أواخر ١٣٩٣.",
    "beyond the basic plane": "🛳 Karim Zandi 𐎠𐎼𐎹 boarded.",
    "letters of two code points": "Ka\u0301rim Zandi and كَرِيم",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_citation_holds_in_the_text_it_was_taken_from_and_in_no_changed_one(text: str) -> None:
    found = cite("d-1", 1, text, 2, 9)
    assert found.quote == text[2:9]
    assert found.holds(text)
    assert found.holds(text + " More.")
    assert not found.holds(" " + text)
    assert not found.holds(text[:4] + "؟" + text[5:])
    assert not found.holds("")


@pytest.mark.parametrize("quote", ["", "Karim", "زندي"])
def test_neither_the_quote_nor_the_text_can_be_changed_alone(quote: str) -> None:
    text = "Karim Zandi resigned."
    forged = dataclasses.replace(cite("d-1", 1, text, 0, 11), quote=quote, end=len(quote))
    assert not forged.holds(text)
    assert not forged.holds(quote + " resigned.")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 5), (5, 4), (-1, 3), (0, 10), (9, 12), (-4, -2)])
def test_a_fact_without_a_passage_is_refused_and_the_message_keeps_the_words_to_itself(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="d-77") as refused:
        cite("d-77", 1, "نامه محرمانه"[:9], start, end)
    assert "محرمانه" not in str(refused.value)
    assert "نامه" not in str(refused.value)


def test_a_citation_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        cite("d-1", 1, "word", 0, 4).quote = "else"  # type: ignore[misc]


def test_a_text_with_half_of_a_surrogate_pair_can_be_cited() -> None:
    text = "broken \ud83d letter"
    assert cite("d-1", 1, text, 0, 8).holds(text)
    assert isinstance(cite("d-1", 1, text, 7, 8), Citation)
