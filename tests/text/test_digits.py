"""Digits of every script."""

import pytest

from cablegraph.text import to_ascii_digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۱۳۹۳/۰۵/۱۲", "1393/05/12"),
        ("١٩٥٨", "1958"),
        ("１２", "12"),
        ("x² ½ Ⅳ", "x² ½ Ⅳ"),
        ("", ""),
        ("سال ۱۳۹۳", "سال 1393"),
    ],
)
def test_digits(text: str, expected: str) -> None:
    assert to_ascii_digits(text) == expected
