import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.ingest.budget import FLOOR, NEST, Budget, OverBudget, open_room, start_budget
from cablegraph.settings import Limits


def test_a_small_file_may_always_give_something_and_a_large_one_not_without_end():
    limits = Limits(max_expansion=10, max_unpacked_mb=100, max_members=7)
    assert start_budget(1, limits) == Budget(FLOOR * NEST, 7 * NEST)
    assert start_budget(1 << 40, limits) == Budget((100 << 20) * NEST, 7 * NEST)


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 5))))
def test_what_is_left_never_grows_and_is_never_below_nothing(spent):
    left = Budget(2000, 9)
    for size, members in spent:
        after = left.after(size, members)
        assert 0 <= after.size <= left.size
        assert 0 <= after.members <= left.members
        left = after


@pytest.mark.parametrize(
    ("nest", "size", "code"),
    [
        (Budget(10, 0), 0, "archive-too-many"),
        (Budget(10, 5), 11, "archive-bomb"),
        (Budget(1 << 40, 5), (1 << 20) + 1, "file-too-large"),
        (Budget(1 << 40, 5), 1 << 20, None),
    ],
)
def test_a_room_says_which_limit_is_reached(nest, size, code):
    room = open_room(1 << 30, Limits(max_file_mb=1), nest)
    if code is None:
        room.check(size)
        return
    with pytest.raises(OverBudget) as caught:
        room.check(size)
    assert caught.value.code == code


def test_a_room_counts_what_was_laid():
    room = open_room(1, Limits(), Budget(10 << 20, 5))
    room.take(FLOOR)
    with pytest.raises(OverBudget):
        room.check(1)
    assert room.nest == Budget((10 << 20) - FLOOR, 4)
