"""Cut a written name into folded words, remembering where each stood and what joined it to the word before.

Folding here keeps what separates people (a Turkish ş, a long ā, the hamza) and drops what does not (case, Arabic vowel signs, tatweel,
direction marks, shapes of apostrophe). What a word *is* (title, particle, name) belongs to ``parse``.

The trap: a hyphen and a zero-width non-joiner join; a full stop splits, and leaves an initial behind.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from cablegraph.text.homoglyphs import resolve_homoglyphs

LONGEST_WORD = 64
"""Code points of a word that are read."""
LONGEST_NAME = 400
"""Code points of a name that are read; the rest of a longer text is no name."""

_APOSTROPHES = dict.fromkeys(map(ord, "’‘`´ʼʻʿʾ′‛ˈꞌ＇ʹ"), "'")
_OUT = dict.fromkeys(
    [
        *(0x640, 0x200B, 0x200D, 0x200E, 0x200F, 0x61C, 0xFEFF, 0xAD, 0x670, 0x307),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0x610, 0x61B),
        *range(0x64B, 0x660),
        *range(0x6D6, 0x6DD),
    ],
    None,
)
_TABLE = _APOSTROPHES | _OUT
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['’‘`´ʼʻʿʾ′](?=[^\W_]))*")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufefc]")
_HYPHENS = frozenset("-‐‑–־")
BRACKETS = frozenset('([«“"„‹')
"""What opens an alias or a remark."""
_BRACKETS = re.compile(r"[(\[«“\"„‹][^)\]»”\"›]*[)\]»”\"›]")


class Word(NamedTuple):
    """A folded word, its half-open span in the name as written, whether a hyphen links it to the word before, and a full stop after it."""

    folded: str
    start: int
    end: int
    linked: bool
    dotted: bool


@lru_cache(maxsize=1 << 17)
def fold_word(word: str) -> str:
    """The comparable form of one word: lower case, plain apostrophes, no signs that are not letters.

    A Persian final h before a non-joiner is a vowel (خامنه‌ای) and becomes ``ة``, which the letter table reads as one.
    """
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFKC", word)
    return (
        unicodedata.normalize("NFC", composed.lower()).translate(_TABLE).replace("ه\u200c", "ة").replace("\u200c", "")
    )


def is_arabic(word: str) -> bool:
    """Whether a word has an Arabic-script letter; all other words are read through Latin letters."""
    return not word.isascii() and _ARABIC.search(word) is not None


def find_bracketed(name: str) -> list[tuple[int, int]]:
    """Spans of what stands in brackets or quotation marks: an alias or a remark, not a part in the row of parts."""
    return [m.span() for m in _BRACKETS.finditer(name[:LONGEST_NAME])]


def split_words(name: str, *, bracketed: bool = False) -> list[Word]:
    """The words of a name in the order they are written; ``bracketed``: also those in brackets or quotation marks."""
    text = name[:LONGEST_NAME]
    if not text.isascii():
        text = resolve_homoglyphs(text)
    for start, end in () if bracketed else find_bracketed(text):
        text = text[:start] + " " * (end - start) + text[end:]
    words: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        folded = fold_word(match.group()[:LONGEST_WORD]).strip("'")
        if folded:
            linked = bool(words) and text[start - 1] in _HYPHENS
            words.append(Word(folded, start, end, linked, text[end : end + 1] == "."))
    return words
