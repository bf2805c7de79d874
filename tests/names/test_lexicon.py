"""The small words of names, and how much a name says."""

from cablegraph.names.lexicon import COMMONEST, lexicon, rarity


def test_frequent_names_say_less() -> None:
    assert rarity("محمد") == rarity("mehmet") == COMMONEST
    assert COMMONEST < rarity("khaled") < rarity("brzezinski") == 1.0


def test_no_word_is_a_title_and_a_frequent_given_name() -> None:
    hard = lexicon().honorifics - lexicon().soft
    given = {"ali", "hassan", "karim", "محمد", "علي", "حسن", "رائد", "مشير", "مجاهد", "amir", "emir", "grace"}
    assert hard.isdisjoint(given)


def test_titles_of_several_words_are_tried_longest_first() -> None:
    for found in lexicon().phrases.values():
        assert [len(p) for p in found] == sorted((len(p) for p in found), reverse=True)


def test_every_word_of_a_list_is_special() -> None:
    lists = lexicon()
    assert lists.honorifics | lists.particles | lists.suffixes | lists.soft <= lists.special
    assert lists.special.issuperset(lists.heads)
