"""Laws of names: order does not matter, hostile input gets a defined answer, work stays in bounds."""

from hypothesis import given
from hypothesis import strategies as st

from cablegraph.names import NameIndex, compare_names, find_guesses, name_keys, parse_name, romanise, word_similarity
from cablegraph.names.keys import MOST_KEYS
from cablegraph.names.words import LONGEST_NAME, LONGEST_WORD, split_words

LETTERS = "قاسم سلیمانی عبدالله بن حسن حسين Qasem Abd al-Rahman ibn Nureddin O'Brien, Jr. (Abu) «x»"
names = st.one_of(st.text(max_size=60), st.text(alphabet=LETTERS, max_size=60))
words = st.one_of(st.text(max_size=20), st.text(alphabet=LETTERS.replace(" ", ""), max_size=20))


@given(names, names)
def test_comparison_does_not_depend_on_the_order(a: str, b: str) -> None:
    one, other = compare_names(a, b), compare_names(b, a)
    assert (one.score, one.same, one.compatible) == (other.score, other.same, other.compatible)
    assert 0 <= one.score <= 1
    assert one.compatible or not one.same


@given(words, words)
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    alike = word_similarity(a, b)
    assert 0 <= alike <= 1
    assert abs(alike - word_similarity(b, a)) < 1e-9
    assert word_similarity(a, a) == 1


@given(names)
def test_parts_are_pieces_of_the_name(name: str) -> None:
    parsed = parse_name(name)
    assert all(name[p.start : p.end].strip() == p.text.strip() for p in parsed.parts)
    assert (
        bool(parsed.core) == bool(parsed.parts)
        or not any(c.isalnum() for c in name)
        or all(p.kind == "nickname" for p in parsed.parts)
    )


@given(words)
def test_keys_are_few_and_plain(word: str) -> None:
    keys = name_keys(word)
    assert len(keys) <= MOST_KEYS
    assert all(key.isascii() and key.isalpha() for key in keys)


@given(names)
def test_every_function_answers_anything(name: str) -> None:
    assert isinstance(romanise(name), str)
    assert isinstance(find_guesses(name), tuple)
    hits = NameIndex.build([("1", name), ("2", "Qasem Soleimani")]).search(name)
    assert all(0 < hit.score <= 1 for hit in hits)


def test_work_does_not_grow_with_hostile_length() -> None:
    for piece in ("ا", "a ", "'", "-", "(", "عبدال", "abdul", "😀", "\ud800", "x", "ab-", "al-"):
        name = piece * 100_000
        assert sum(w.end - w.start for w in split_words(name)) <= LONGEST_NAME
        assert all(len(w.folded) <= LONGEST_WORD + 2 for w in split_words(name))
        assert len(name_keys(name)) <= MOST_KEYS
        assert len(parse_name(name).parts) <= LONGEST_NAME
        assert not compare_names(name, "Qasem Soleimani").same
