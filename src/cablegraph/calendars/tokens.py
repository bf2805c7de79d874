"""Cutting a text into the tokens that dates are made of.

Knows the shapes of numbers (a day, a year, a numeric date, a date-time group) and looks words up in the lexicon; what the tokens mean
together is left to the rules. Every position counts code points of the text as given. The trap: telegram
numbers, file codes and sums of money are digits too, so a number glued to anything unknown is no number here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cablegraph.calendars.lexicon import Meanings, Word, english_months, entries, key_of, known_keys
from cablegraph.calendars.node import Node
from cablegraph.calendars.setting import Setting

_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f\u200c\u200d"
_UNSEEN = "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad"
_DASHES = "\\-\u2010-\u2015\u2212"
_MARKS = {",": ",", "،": ",", ".": ".", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", "‘": "'"}
_BREAK = Node("x", 0, 0)
_CLITICS = "وفبلك"
_OWN_LANGUAGE = frozenset("ecW")  # roles whose words mean something else in the neighbouring language
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
        |(?P<number>\d++(?:[{_UNSEEN}]*+[/.,:٫٬{_DASHES}][{_UNSEEN}]*+\d++)*+(?:(?i:st|nd|rd|th)\b|['’]?s\b)?(?!(?!T\d\d)[A-Za-z_]))
        |(?P<code>(?!(?i:fy)\d)[A-Za-z]++\d[\w]*+|\d++\w*+)
        |(?P<word>(?:[^\W\d_]++|(?<=\w)[{_SIGNS}]++|['’](?=[^\W\d_])(?!s\b))++)
        |(?P<paragraph>\n[^\S\n]*\n\s*|\t)
        |(?P<mark>[,،./()'’‘{_DASHES}])
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
            nodes.append(_BREAK)
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
        return _MARKS.get(text, "-")
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
    if word.role in _OWN_LANGUAGE and piece.key[0] > "z" and setting.tongue(piece.start, piece.end) not in meanings:
        return None
    return word


def _read_piece(piece: _Piece, setting: Setting) -> Iterator[Node]:
    text = setting.text[piece.start : piece.end]
    if piece.kind == "word":
        yield from _split_clitic(piece, setting)
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
        yield Node(_MARKS.get(text, "-"), piece.start, piece.end)
    else:
        yield _BREAK


def _split_clitic(piece: _Piece, setting: Setting) -> Iterator[Node]:
    """Part an Arabic word from the one-letter word written before it (ونيسان, لعام, بتاريخ)."""
    key = piece.key
    if len(key) > 3 and key[0] in _CLITICS:
        for keys, meanings in entries().get(key[1:], ()):
            word = meanings.get("ar")
            if len(keys) == 1 and word is not None and word.role in _CLITIC_ROLES:
                yield Node("&" if key[0] == "و" else "I", piece.start, piece.start + 1)
                yield Node(word.role, piece.start + 1, piece.end, word)
                return
    if key == "و" or key == "ل":
        yield Node("&" if key == "و" else "I", piece.start, piece.end)
        return
    yield _BREAK


_CLEAN = str.maketrans("", "", "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad")
_PART = re.compile(r"\d+")
_NUMERIC_DATE = re.compile(rf"\d{{1,4}}([/.{_DASHES}])\d{{1,2}}\1\d{{1,4}}")
_YEARS = re.compile(rf"\d{{4}}[{_DASHES}/](?:\d{{4}}|\d\d?)")
_YEARS_REVERSED = re.compile(rf"\d\d[{_DASHES}/]\d{{4}}")  # in right-to-left text
_DAYS = re.compile(rf"\d{{1,2}}[{_DASHES}/,]\d{{1,2}}")
_DAY_AND_YEAR = re.compile(r"\d{1,2}[.,]\d{4}")


def read_number(text: str, start: int) -> Iterator[Node]:
    """Yield the tokens of a run of digits and the marks inside it; ``start`` is where the run begins in the whole text."""
    end = start + len(text)
    parts = [(match.start() + start, match.end() + start, int(match.group())) for match in _PART.finditer(text) if len(match.group()) <= 4]
    clean = text.translate(_CLEAN)
    lower = clean.lower()
    if clean.isdecimal() and len(clean) <= 4:
        yield _plain(parts[0][2], len(clean), start, end)
    elif lower.endswith("s") and clean.rstrip("sS'’").isdecimal() and parts and parts[0][2] % 10 == 0:
        yield Node("D", start, end, number=parts[0][2])
    elif lower.endswith(("st", "nd", "rd", "th")) and clean[:-2].isdecimal() and parts and 1 <= parts[0][2] <= 31:
        yield Node("o", start, end, number=parts[0][2])
    elif _NUMERIC_DATE.fullmatch(clean):
        yield Node("#", start, end)
    elif _YEARS.fullmatch(clean):
        yield _years(parts, start, end)
    elif _YEARS_REVERSED.fullmatch(clean) and parts[0][2] > parts[1][2] % 100:
        yield Node("R", start, end, number=parts[1][2], last=parts[1][2] // 100 * 100 + parts[0][2])
    elif _DAYS.fullmatch(clean) or _DAY_AND_YEAR.fullmatch(clean):
        mark = next(character for character in clean if not character.isdecimal())
        for number, (at, to, value) in enumerate(parts):
            if number:
                yield Node(_MARKS.get(mark, "-"), parts[0][1], at)
            yield _plain(value, to - at, at, to)
    else:
        yield _BREAK


def _plain(value: int, digits: int, start: int, end: int) -> Node:
    if digits <= 2 and 1 <= value <= 31:
        return Node("d", start, end, number=value, last=digits)
    if digits == 2:
        return Node("n", start, end, number=value)
    return Node("Y" if digits == 4 and 1000 <= value <= 2599 else "i", start, end, number=value)


def _years(parts: Sequence[tuple[int, int, int]], start: int, end: int) -> Node:
    (_, _, first), (at, to, last) = parts
    size = 10 ** (to - at)
    if to - at < 4:
        last += first // size * size
    first, last = min(first, last), max(first, last)
    return Node("R", start, end, number=first, last=last) if first != last else _BREAK
