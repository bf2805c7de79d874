"""The pieces of a text: words, numbers and marks, and the runs of them that a date can be in.

Knows where pieces begin and end, and which words the lexicon has; what they mean is left to :mod:`cablegraph.calendars.tokens`. The trap: most
of a text is no date, so what cannot be in one is passed over here and not cut further.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cablegraph.calendars.keys import key_of
from cablegraph.calendars.lexicon import english_months, head_keys, known_keys
from cablegraph.calendars.numerals import DASHES, MARKS

_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f\u200c\u200d"
_UNSEEN = "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad"
_CLITICS = "وفبلك"
_SHORT = frozenset({"وفی", "ومن"})  # the only words of three letters that are parted
_WORDS = frozenset({"plain", "word"})
_PARTING = frozenset({"other", "paragraph"})


class Piece(NamedTuple):
    """A piece from ``start`` to ``end`` (half-open, code points of the text); ``key`` is its form for look-up, or the mark that it is."""

    kind: str
    start: int
    end: int
    key: str


UNKNOWN = Piece("other", 0, 0, "")


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(english_months(), key=len, reverse=True))
    return re.compile(
        rf"""
        (?P<plain>[^\W\d_]++(?![\d{_SIGNS}'’]))
        |(?P<group>(?<![\w/.-])\d\d[ /]?\d{{4}}[ ]?(?i:[A-IK-Z])(?:\s?(?i:{months})\b\.?(?:\s?['’]?(?:\d{{4}}|\d\d)(?![\w/:-]))?)?(?![\w/]))
        |(?P<group2>(?<![\w/.-])\d\d[ /]?\d{{4}}[ ]?(?i:[A-IK-Z])(?i:{months})(?:\d{{4}}|\d\d)(?!\w))
        |(?P<compact>(?<![\w/.-])\d{{1,2}}(?i:{months})(?:\d{{4}}|\d\d)(?!\w))
        |(?P<roman>(?<![\w/.-])\d{{1,2}}[ ./-]{{1,2}}(?:I{{1,3}}|I?[VX]|VI{{1,3}}|XI{{1,2}})[ ./-]{{1,2}}\d{{4}}(?![\w/-]))
        |(?P<spaced>(?<![\w/.-])\d{{1,4}}\s?/\s\d{{1,2}}\s?/\s?\d{{1,4}}(?![\w/])|(?<![\w/.-])\d{{1,2}}(?:\.\s\d{{1,2}}\.\s?|\s-\s\d{{1,2}}\s-\s)\d{{4}}(?![\w/.-]))
        |(?P<short>(?<![\w'’])['’‘]\d\d(?:s\b|(?![\w])))
        |(?P<number>\d++(?:[{_UNSEEN}]*+[/.,:٫٬{DASHES}][{_UNSEEN}]*+\d++)*+(?:(?i:st|nd|rd|th)\b|['’]?s\b)?(?!(?!T\d\d)[A-Za-z_]))
        |(?P<code>(?!(?i:fy)\d)[A-Za-z]++\d[\w]*+|\d++(?:[{_UNSEEN}]*+[/.,:٫٬{DASHES}][{_UNSEEN}]*+\d++)*+\w*+)
        |(?P<word>(?:[^\W\d_]++|(?<=\w)[{_SIGNS}]++|['’](?=[^\W\d_])(?!s\b))++)
        |(?P<paragraph>\n[^\S\n]*\n\s*|\t)
        |(?P<mark>[,،./()'’‘{DASHES}])
        |(?P<other>[^\s{_UNSEEN}{_SIGNS}])
        """,
        re.VERBOSE,
    )


def iter_runs(text: str) -> Iterator[list[Piece]]:
    """Yield the runs of pieces that a date can be in, and between them what parts them: a paragraph break, or words that no entry knows.

    A run without a number or a word that a date is made round is parted with the unknown words. That is most of a text, so it is not cut further.
    """
    known, heads = known_keys(), head_keys()
    run: list[Piece] = []
    has_head = is_parted = False
    for match in _pattern().finditer(text):
        kind = match.lastgroup or ""
        if kind in _WORDS:
            key = key_of(match.group())
            if key in known:
                has_head = has_head or key in heads
                run.append(Piece("word", match.start(), match.end(), key))
                continue
            if (bare := without_clitic(key)) in known or key == "ل":
                has_head = has_head or bare in heads
                run.append(Piece("word", match.start(), match.end(), key))
                continue
        elif kind == "mark":
            run.append(Piece(kind, match.start(), match.end(), MARKS.get(match.group(), "-")))
            continue
        elif kind not in _PARTING:
            key = key_of(match.group()) if kind in {"code", "number"} else ""
            has_head = has_head or kind != "code" or key in heads
            run.append(Piece(kind, match.start(), match.end(), key))
            continue
        if has_head:
            yield run
            is_parted = False
        if kind == "paragraph":
            yield [Piece(kind, match.start(), match.end(), "")]
        elif not is_parted:
            yield [UNKNOWN]
        is_parted = kind != "paragraph"
        if run:
            run, has_head = [], False
    if has_head:
        yield run


def without_clitic(key: str) -> str:
    """Return what follows a one-letter word in a key, the empty string where it does not begin with one; after ل the article loses its alef."""
    if key[:1] not in _CLITICS or (len(key) <= 3 and key not in _SHORT):
        return ""
    return f"ا{key[1:]}" if key.startswith("لل") else key[1:]
