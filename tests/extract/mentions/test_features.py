import pytest

from cablegraph.extract.mentions.features import OUTSIDE, around, join, make_card
from cablegraph.extract.mentions.tokens import tokenise
from cablegraph.extract.mentions.vocabulary import Vocabulary

EMPTY = Vocabulary({}, {})


@pytest.mark.parametrize("word", ["Tehran", "تهران", "دیده‌بان", "U.S.", "1964", "‘", "و"])
def test_a_card_has_features_for_each_of_five_places(word: str) -> None:
    card = make_card(word, EMPTY)
    assert len(card.places) == len(OUTSIDE.places) == 5
    assert all(len(keys) for keys in card.places)


def test_spellings_of_one_word_share_the_word_and_not_the_shape() -> None:
    one, other = make_card("TEHRAN", EMPTY), make_card("Tehran", EMPTY)
    assert one.places[0][0] == other.places[0][0]
    assert one.shape != other.shape


def test_each_word_sees_its_neighbours_and_the_edges() -> None:
    tokens = tokenise("from Tehran")
    first, second = (make_card(t.text, EMPTY) for t in tokens)
    assert around([first, second]) == [
        (first, OUTSIDE, second, OUTSIDE, OUTSIDE),
        (second, first, OUTSIDE, OUTSIDE, OUTSIDE),
    ]
    assert len(join([first, second], tokens, "en")) == 2
