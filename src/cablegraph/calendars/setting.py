"""What a date expression is read against: its text, the language, the day of writing, and how the document writes its own dates.

Knows how to tell Persian, Kurdish, Arabic and English for one expression, from its letters and digits and at need from the whole text.
The trap: asking for the language of a text can be slow, so it is asked at most once and only where the reading depends on it.
"""

import re
from datetime import date
from functools import cached_property

from cablegraph.text import find_language

_YEARS = range(700, 9000)  # in which all three calendars can be counted from; a day of writing outside tells nothing
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_PERSIAN_DIGIT = re.compile("[۰-۹]")
_ARABIC_DIGIT = re.compile("[٠-٩]")


class Setting:
    """A text and what is known about it; ``month_first`` is the document's own habit in numeric dates, None = unknown."""

    def __init__(self, text: str, language: str | None, written: date | None) -> None:
        self.text = text
        self.language = language
        self.written = written if written is not None and written.year in _YEARS else None
        self.month_first: bool | None = None

    @cached_property
    def arabic(self) -> str:
        """``"fa"``, ``"ar"`` or ``"ckb"``: which of them the text's Arabic-script words are; Persian where nothing tells."""
        if self.language in {"fa", "ar", "ckb"}:
            return str(self.language)
        guess = find_language(_LATIN.sub(" ", self.text))
        return guess if guess in {"fa", "ar", "ckb"} else "fa"

    def tongue(self, start: int, end: int) -> str:
        """Return ``"fa"``, ``"ar"``, ``"ckb"`` or ``"en"``: the language whose conventions hold for a stretch of the text."""
        piece = self.text[start:end]
        if _ARABIC.search(piece):
            return self.arabic
        if _LATIN.search(piece):
            return "en"
        if _PERSIAN_DIGIT.search(piece):
            return "ar" if self.language == "ar" else "fa"
        if _ARABIC_DIGIT.search(piece):
            return self.arabic
        if self.language is not None:
            return self.language if self.language in {"fa", "ar", "ckb"} else "en"
        return self._main

    @cached_property
    def _main(self) -> str:
        """The language of the script that most letters of the text are in."""
        return self.arabic if len(_ARABIC.findall(self.text)) > len(_LATIN.findall(self.text)) else "en"
