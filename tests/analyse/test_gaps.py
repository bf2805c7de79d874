from itertools import permutations

import pytest

from cablegraph.analyse import find_gaps
from cablegraph.analyse.gaps import Numbered, describe_gap
from cablegraph.text import to_ascii_digits


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


def test_offices_that_share_numbers_are_series_of_their_own() -> None:
    items = [Numbered("trove", str(n), "Vale") for n in (1, 2, 4)] + [
        Numbered("trove", str(n), "Reed") for n in (1, 3, 4)
    ]
    assert [(g.series, g.missing) for g in find_gaps(items)] == [("…, Reed", ("2",)), ("…, Vale", ("3",))]


def test_an_office_that_counts_anew_each_year_has_a_series_for_each() -> None:
    items = [
        Numbered("t", f"VALE {n}", "", year) for year, have in (("1974", (1, 2, 4)), ("1975", (1, 3, 4))) for n in have
    ]
    assert [(g.series, g.missing) for g in find_gaps(items)] == [
        ("VALE …, 1974", ("VALE 3",)),
        ("VALE …, 1975", ("VALE 2",)),
    ]
    through = [
        Numbered("t", f"VALE {n}", "", year) for year, have in (("1974", (1, 2, 4)), ("1975", (5, 6, 8))) for n in have
    ]
    assert [g.missing for g in find_gaps(through)] == [("VALE 3", "VALE 7")]


@pytest.mark.parametrize("numbers", [["12/1984", "13/1984", "15/1984"], ["۱۲/۱۳۶۳", "۱۳/۱۳۶۳", "۱۵/۱۳۶۳"]])
def test_a_year_behind_the_serial_is_no_serial(numbers: list[str]) -> None:
    (gap,) = find_gaps(("t", n) for n in numbers)
    assert gap.missing == (f"14/{to_ascii_digits(numbers[0])[-4:]}",)


def test_one_number_misread_far_outside_does_not_hide_the_rest() -> None:
    (gap,) = find_gaps([("t", f"VALE {n}") for n in (1, 2, 3, 5, 6, 900000)])
    assert (gap.last, gap.missing) == ("VALE 6", ("VALE 4",))


def test_the_sentence_for_a_reader() -> None:
    (gap,) = find_gaps([("trove", f"VALE {n}") for n in range(1, 213) if n % 15])
    assert describe_gap(gap) == "14 of 212 cables of the series VALE … are not in trove (VALE 1 to VALE 212)."
