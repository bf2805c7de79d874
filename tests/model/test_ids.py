from itertools import permutations

import pytest

from cablegraph.model import make_id, text_checksum


def test_an_id_is_the_same_in_every_release() -> None:
    # Written down once: a change here orphans every judgement of every case.
    assert make_id("m", "d-1", 0, 5) == "m-2fd0ad11e443d19b39df"
    assert make_id("d", "نامه") == "d-ad1c994f8bb95f42bc88"


def test_the_order_and_the_borders_of_the_parts_count() -> None:
    ids = {make_id("r", *parts) for parts in permutations(["a", "b", "ab"])}
    ids |= {make_id("r", "aab", "b"), make_id("r", "a", "abb"), make_id("r", "aabb"), make_id("r", "a", "b", "ab", "")}
    assert len(ids) == 10


@pytest.mark.parametrize("text", ["", "کریم", "\ud800", "a\x00b"])
def test_any_text_has_a_checksum_of_its_own(text: str) -> None:
    assert len(text_checksum(text)) == 64
    assert text_checksum(text) != text_checksum(text + " ")


def test_none_and_the_word_for_it_are_not_taken_apart_but_numbers_and_their_digits_are_one() -> None:
    # Parts go in as text; callers that need to tell None from "None" say so themselves.
    assert make_id("l", None) == make_id("l", "None")
    assert make_id("l", 1) == make_id("l", "1")
