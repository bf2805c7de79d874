import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.ingest.threads import MessageLinks, find_threads, strip_subject


def links(key, message_id="", refs="", reply="", subject=""):
    return MessageLinks(key, message_id, tuple(reply.split()), tuple(refs.split()), subject)


def shape(threads):
    return [[(m.key, m.parent, m.depth) for m in thread] for thread in threads]


def test_answers_stand_below_what_they_answer():
    found = find_threads([links("c", "3", refs="1 2"), links("a", "1"), links("b", "2", reply="1"), links("x", "9")])
    assert shape(found) == [[("a", None, 0), ("b", "a", 1), ("c", "b", 2)], [("x", None, 0)]]


def test_answers_to_a_message_that_is_missing_stay_together():
    found = find_threads([links("b", "2", refs="0"), links("c", "3", refs="0")])
    assert shape(found) == [[("b", None, 0), ("c", None, 0)]]


def test_a_missing_message_in_between_keeps_the_thread():
    found = find_threads([links("a", "1"), links("c", "3", refs="1 2")])
    assert shape(found) == [[("a", None, 0), ("c", "a", 1)]]


@pytest.mark.parametrize(
    "messages",
    [
        [links("a", "1", refs="2"), links("b", "2", refs="1")],
        [links("a", "1", refs="1")],
        [links("a", "1", refs="2 3 1"), links("b", "2", refs="3"), links("c", "3", refs="2")],
    ],
)
def test_headers_that_run_in_a_circle_end(messages):
    found = find_threads(messages)
    assert sorted(m.key for t in found for m in t) == sorted(m.key for m in messages)
    assert len(found) == 1


def test_copies_of_one_message_stand_side_by_side():
    found = find_threads([links("a", "1"), links("copy", "1"), links("b", "2", reply="1")])
    assert shape(found) == [[("a", None, 0), ("copy", None, 0), ("b", "a", 1)]]


@pytest.mark.parametrize(
    ("subject", "bare", "answered"),
    [
        ("Re: Visit", "visit", True),
        ("RE[2]: Fwd:  Visit to  Basra", "visit to basra", True),
        ("AW: WG: Besuch", "besuch", True),
        ("پاسخ: گزارش دیدار", "گزارش دیدار", True),
        ("رد: إعادة توجيه: تقرير", "تقرير", True),
        ("Regarding: Visit", "regarding: visit", False),
        ("", "", False),
    ],
)
def test_marks_of_answers_are_taken_off(subject, bare, answered):
    assert strip_subject(subject) == (bare, answered)


def test_an_answer_without_references_is_found_by_its_subject():
    found = find_threads(
        [links("b", "2", subject="پاسخ: گزارش"), links("a", "1", subject="گزارش"), links("c", "3", subject="گزارش")]
    )
    assert shape(found) == [[("a", None, 0), ("b", "a", 1)], [("c", None, 0)]]


def test_a_chain_of_a_hundred_thousand_answers_is_one_thread():
    chain = [links(str(n), str(n), reply=str(n - 1)) for n in range(100_000)]
    random.Random(1).shuffle(chain)
    (thread,) = find_threads(chain)
    assert [m.depth for m in thread] == list(range(100_000))


IDS = st.sampled_from(["", *"abcdefg"])


@given(
    st.lists(st.tuples(IDS, st.lists(IDS.filter(bool), max_size=4), IDS, st.sampled_from(["", "x", "Re: x", "رد: x"])))
)
def test_every_message_comes_back_once_and_stands_below_its_parent(rows):
    messages = [MessageLinks(str(n), i, (r,) if r else (), tuple(refs), s) for n, (i, refs, r, s) in enumerate(rows)]
    threads = find_threads(messages)
    assert sorted(m.key for t in threads for m in t) == sorted(m.key for m in messages)
    for thread in threads:
        depths = {m.key: m.depth for m in thread}
        assert all(m.parent is None or depths[m.parent] < m.depth for m in thread)
