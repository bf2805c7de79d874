"""Decimal digits of every script as ASCII digits, position by position.

Knows Unicode's decimal digits (Persian ۰-۹, Arabic-Indic ٠-٩, full width ...); what a number means is left to the caller.
The trap: superscripts and fractions are not decimal digits and stay as they are, so the length never changes.
"""

import unicodedata


class _Digits(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = answer = str(unicodedata.decimal(character)) if character.isdecimal() else character
        return answer


_DIGITS = _Digits()


def to_ascii_digits(text: str) -> str:
    """Return ``text``, of the same length, with each decimal digit of any script as 0-9."""
    return text if text.isascii() else text.translate(_DIGITS)
