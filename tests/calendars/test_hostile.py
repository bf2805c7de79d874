"""Input that was made to hurt: no crash, and work that grows with the length and not with its square."""

import sys
from types import FrameType

import pytest

from cablegraph.calendars import find_dates

from .readings import WRITTEN

_UNITS = [
    "1",
    "1/",
    "12/",
    "1393/8/21 ",
    "1958-60 ",
    "May ",
    "the ",
    "to ",
    "from 5 ",
    "5 November ",
    "5 November, ",
    "November 5 and ",
    "between May and ",
    "early ",
    "Monday, ",
    "last ",
    "before ",
    "و",
    "\u200c",
    "سال ",
    "۱ ",
    "قبل ",
    "\u064b",
    "\ud800",
    "'60s ",
    "121430Z ",
    "(",
    "\n\n1964.",
]


def _count_calls(text: str) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        for _ in find_dates(text, written=WRITTEN):
            pass
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", _UNITS)
def test_work_grows_with_the_length(unit: str) -> None:
    _count_calls(unit * 20)
    small, large = (_count_calls(unit * count) for count in (300, 1200))
    assert large <= 6 * small + 2000


@pytest.mark.parametrize(
    "text", ["9" * 5000, "۱۳۹۳/" * 2000, "0/0/0000", "00/00/00", "99 Bahman 1393", "0 May 0000", "1 Muharram 9999 AH"]
)
def test_nonsense_does_not_raise(text: str) -> None:
    for match in find_dates(text, written=WRITTEN):
        assert match.text
