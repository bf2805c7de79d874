import pytest

from cablegraph.extract.mentions.proclitics import split_proclitics
from cablegraph.extract.mentions.tokens import level, tokenise

COUNTS = {
    level(w): n
    for w, n in {"اليونان": 9, "العراق": 50, "وليد": 20, "ليد": 1, "الرياض": 7, "باريس": 12, "طهران": 30}.items()
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("واليونان", ["و", "اليونان"]),
        ("وبالرياض", ["و", "ب", "الرياض"]),
        ("وطهران", ["و", "طهران"]),
        ("والسليمانية", ["و", "السليمانية"]),
        ("وليد", ["وليد"]),
        ("باريس", ["باريس"]),
        ("لم", ["لم"]),
    ],
)
def test_one_letter_words_are_cut_off_where_the_rest_is_a_word(text: str, words: list[str]) -> None:
    tokens = list(split_proclitics(tokenise(text), COUNTS))
    assert [t.text for t in tokens] == words
    assert [(t.start, t.end) for t in tokens][-1][1] == len(text)
