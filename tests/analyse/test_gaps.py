from itertools import permutations

import pytest

from cablegraph.analyse import find_gaps


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["A-101", "A-102", "A-104", "A-105"], ("A-103",)),
        (["۱۲/۱", "۱۲/۲", "۱۲/۵"], ("12/3", "12/4")),
        (["م/٧", "م/٨", "م/١٠"], ("م/9",)),
        (["No. 098/S", "No. 099/S", "No. 101/S"], ("No. 100/S",)),
        (["7", "8", "10"], ("9",)),
        (["A-1", "A-1", "A-2", "A-4", "A-4"], ("A-3",)),
    ],
)
def test_numbers_that_are_missing(numbers: list[str], missing: tuple[str, ...]) -> None:
    found = find_gaps(("trove", n) for n in numbers)
    assert [g.missing for g in found] == [missing]
    assert found[0].present == len(set(numbers))


@pytest.mark.parametrize(
    "numbers",
    [
        [],
        ["A-1", "A-3"],
        ["A-1", "A-2", "A-3"],
        ["A-1", "A-2", "A-900"],
        ["A-1", "B-2", "C-4"],
        ["secret", "no number", "نامه"],
        ["20141105123", "20141105125", "99999999999999999999"],
    ],
    ids=["none", "too few", "whole", "too thin", "three series", "no digits", "too long to be a number in a series"],
)
def test_what_is_no_series_with_gaps(numbers: list[str]) -> None:
    assert find_gaps(("trove", n) for n in numbers) == ()


def test_series_of_two_datasets_are_two_and_the_order_does_not_matter() -> None:
    items = [("a", "1"), ("a", "2"), ("b", "4"), ("b", "5"), ("b", "7")]
    answers = {find_gaps(order) for order in permutations(items)}
    assert len(answers) == 1
    gap = answers.pop()[0]
    assert (gap.dataset, gap.first, gap.last, gap.missing) == ("b", "4", "7", ("6",))
