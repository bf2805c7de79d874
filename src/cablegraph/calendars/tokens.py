"""Cutting a text into the tokens that dates are made of.

Knows where words, numbers and marks begin and end, and looks words up in the lexicon; the shapes of numbers are read next door in
:mod:`cablegraph.calendars.numerals`, and what the tokens mean together is left to the rules. Every position counts code points of the text
as given. The trap: a number glued to letters or to unknown marks is a code and no number.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cablegraph.calendars.lexicon import Meanings, Word, english_months, entries, key_of, known_keys
from cablegraph.calendars.node import BREAK, Node
from cablegraph.calendars.numerals import DASHES, MARKS, read_number
from cablegraph.calendars.setting import Setting

_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f\u200c\u200d"
_UNSEEN = "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad"
_CLITICS = "وفبلك"
_ARABIC_ONLY = frozenset("ecW")  # roles whose Arabic words mean something else in Persian
_CLITIC_ROLES = frozenset("MSWybegPVETKJBFCaoI")


class _Piece(NamedTuple):
    kind: str
    start: int
    end: int
    key: str


_UNKNOWN = _Piece("other", 0, 0, "")


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(english_months(), key=len, reverse=True))
    return re.compile(
        rf"""
        (?P<group>(?<![\w/.-])\d\d[ /]?\d{{4}}[ ]?(?i:[A-IK-Z])(?:\s?(?i:{months})\b\.?(?:\s?['’]?(?:\d{{4}}|\d\d)(?![\w/:-]))?)?(?![\w/]))
        |(?P<group2>(?<![\w/.-])\d\d[ /]?\d{{4}}[ ]?(?i:[A-IK-Z])(?i:{months})(?:\d{{4}}|\d\d)(?!\w))
        |(?P<compact>(?<![\w/.-])\d{{1,2}}(?i:{months})(?:\d{{4}}|\d\d)(?!\w))
        |(?P<spaced>(?<![\w/.-])\d{{1,4}}\s?/\s\d{{1,2}}\s?/\s?\d{{1,4}}(?![\w/]))
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


def tokenise(setting: Setting) -> list[Node]:
    """Return the tokens of the text in reading order; runs of words that no date is made of are one ``x``."""
    pieces = list(_iter_pieces(setting.text))
    nodes: list[Node] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if piece is _UNKNOWN:
            nodes.append(BREAK)
            position += 1
            continue
        meanings, length = _look_up(pieces, position)
        word = _choose(meanings, setting, piece) if meanings else None
        if word is not None:
            nodes.append(Node(word.role, piece.start, pieces[position + length - 1].end, word))
            position += length
            continue
        position += 1
        nodes.extend(_read_piece(piece, setting))
    return nodes


def _iter_pieces(text: str) -> Iterator[_Piece]:
    """Yield what the text is made of; a run of words that no entry knows is one piece."""
    known = known_keys()
    is_unknown = False
    for match in _pattern().finditer(text):
        kind = match.lastgroup or ""
        key = _key(kind, match.group())
        if kind == "other" or (kind == "word" and key not in known and key[:1] not in _CLITICS):
            if not is_unknown:
                yield _UNKNOWN
            is_unknown = True
            continue
        is_unknown = False
        yield _Piece(kind, match.start(), match.end(), key)


def _key(kind: str, text: str) -> str:
    if kind == "mark":
        return MARKS.get(text, "-")
    return key_of(text) if kind in {"word", "code", "number"} else ""


def _look_up(pieces: Sequence[_Piece], position: int) -> tuple[Meanings | None, int]:
    """Return the longest entry that starts at a piece, and how many pieces it takes; hyphens and apostrophes inside may be missing."""
    for keys, meanings in entries().get(pieces[position].key, ()):
        at = position + 1
        for key in keys[1:]:
            while at < len(pieces) and pieces[at].key in {"-", "'"}:
                at += 1
            if at >= len(pieces) or pieces[at].key != key:
                break
            at += 1
        else:
            return meanings, at - position
    return None, 0


def _choose(meanings: Meanings, setting: Setting, piece: _Piece) -> Word | None:
    words = list(meanings.values())
    word = words[0]
    if any(other != word for other in words[1:]):
        word = meanings.get(setting.tongue(piece.start, piece.end), word)
    if word.capital and setting.text[piece.start].islower():
        return None
    if word.role in _ARABIC_ONLY and meanings.keys() == {"ar"} and setting.tongue(piece.start, piece.end) == "fa":
        return None
    return word


def _read_piece(piece: _Piece, setting: Setting) -> Iterator[Node]:
    text = setting.text[piece.start : piece.end]
    if piece.kind == "word":
        yield from _split_clitic(piece)
    elif piece.kind == "number":
        yield from read_number(text, piece.start)
    elif piece.kind in {"group", "group2", "compact"}:
        yield Node("G", piece.start, piece.end)
    elif piece.kind == "spaced":
        yield Node("#", piece.start, piece.end)
    elif piece.kind == "short":
        is_decade = text.endswith("s")
        yield Node("D" if is_decade else "q", piece.start, piece.end, number=int(text[1:3]))
    elif piece.kind == "paragraph":
        yield Node("|", piece.start, piece.end)
    elif piece.kind == "mark":
        yield Node(MARKS.get(text, "-"), piece.start, piece.end)
    else:
        yield BREAK


def _split_clitic(piece: _Piece) -> Iterator[Node]:
    """Part an Arabic word from the one-letter word written before it (ونيسان, لعام, بتاريخ)."""
    key = piece.key
    if len(key) > 3 and key[0] in _CLITICS:
        for keys, meanings in entries().get(key[1:], ()):
            word = meanings.get("ar")
            if len(keys) == 1 and word is not None and word.role in _CLITIC_ROLES:
                yield Node("&" if key[0] == "و" else "I", piece.start, piece.start + 1)
                yield Node(word.role, piece.start + 1, piece.end, word)
                return
    if key in {"و", "ل"}:
        yield Node("&" if key == "و" else "I", piece.start, piece.end)
        return
    yield BREAK
