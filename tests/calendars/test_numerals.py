"""The shapes of numbers: what can be part of a date and what is a code."""

import pytest

from cablegraph.calendars.numerals import read_number


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("5", "d"),
        ("۳۱", "d"),
        ("32", "n"),
        ("1964", "Y"),
        ("١٩٦٤", "Y"),
        ("964", "i"),
        ("9640", "i"),
        ("96400", "x"),
        ("5th", "o"),
        ("32nd", "x"),
        ("1960s", "D"),
        ("1964s", "x"),
        ("1958-60", "R"),
        ("1958–1960", "R"),
        ("38-1337", "R"),
        ("1960-1960", "x"),
        ("5-8", "d-d"),
        ("5,1964", "d,Y"),
        ("3/4/2014", "#"),
        ("1393.8.17", "#"),
        ("1,964", "x"),
        ("19.64", "x"),
        ("10:30", "x"),
        ("611.88/1-1455", "x"),
        ("5-1658", "x"),
    ],
)
def test_roles_of_numbers(text: str, roles: str) -> None:
    assert "".join(node.role for node in read_number(text, 0)) == roles
