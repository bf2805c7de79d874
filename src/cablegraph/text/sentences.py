"""Sentences of running text and of cables, in Persian, Arabic and English.

Knows where a full stop does not end a sentence; where a line does is told by :mod:`cablegraph.text.lines`. Nothing is ever cut
inside a word or number. The trap: an abbreviation may end a sentence as well ("... to the U.S. The Ambassador ..."), so what
follows decides.
"""

import re
from collections.abc import Iterator
from functools import cache

from cablegraph.text.data import load_yaml
from cablegraph.text.lines import find_blocks
from cablegraph.text.span import Span

_CLOSERS = "[\"'”’»›)\\]}⁰¹²³⁴-⁹]"
_STOP = re.compile(
    rf"""
    (?<! [.!?؟۔…‽] ) (?P<stop> [.!?؟۔…‽]++ ) (?P<closers> {_CLOSERS}*+ ) (?=\s)
  | (?<= [\u0620-\u064a\u066e-\u06d3]{{3}} ) (?P<tight> [.!؟] ) (?= [\u0620-\u064a\u066e-\u06d3]{{2}} )
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"(?:[^\W_]|[\u064b-\u065f\u200c\u200d]|(?<=\w)\.(?=\w))+\Z")
_NEXT = re.compile(
    r"[\s\"'“‘«‹(\[{\u200e\u200f\u202a-\u202e\u2066-\u2069*–—-]*+(?:(?P<word>[^\W_]++)|(?P<goes_on>[,;،؛:.)]))?"
)
_NUMBER = r"(?:\d{1,3}|[^\W\d_]|[IVXLivxl]{1,6})(?:\.\d{1,3})*"
_NUMBERING = re.compile(rf"[\"'“‘”«(\[]*(?:{_NUMBER}[.)]\s*)?{_NUMBER}\Z")
_SPACE = re.compile(r"\s*+")
_LONGEST_NUMBERING = 16
_LONGEST_WORD = 40
_LONGEST_PIECE = 3  # letters between the dots of an abbreviation; a file name has longer ones
_LONGEST_GAP = 200


def find_sentences(text: str, language: str | None = None) -> Iterator[Span]:
    """Find the sentences of ``text``, headings, header lines and list items being sentences of their own.

    Args:
        text: Any text; paragraphs parted by blank lines. Lines broken for width do not break a sentence.
        language: ``"en"``, ``"fa"``, ``"ar"``, ``"ckb"`` where known. The rules of all languages hold at once, since cables mix
            them; ``"en"`` only turns off the reading of a full stop without a space between Arabic letters.

    Yields:
        Spans in reading order, without white space at their ends; every visible character lies in exactly one.
    """
    for block in find_blocks(text):
        start = block.start
        for match in _STOP.finditer(text, block.start, block.end):
            if match["tight"] is not None and language == "en":
                continue
            if match.end() >= block.end or not _ends_sentence(text, start, match, block.end):
                continue
            yield Span(start, match.end())
            space = _SPACE.match(text, match.end(), block.end)
            start = space.end() if space is not None else match.end()
        if start < block.end:
            yield Span(start, block.end)


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int) -> bool:
    if match["tight"] is not None:
        return True
    following = _NEXT.match(text, match.end(), min(end, match.end() + _LONGEST_GAP))
    if following is not None and following["goes_on"]:
        return False
    word = following["word"] if following is not None else None
    if word is not None and word[0].islower() and not _is_caseless(word[0]):
        return False
    if word in _lists()[4] and match["stop"] != "." and (match["closers"] or match["stop"][0] in ".…"):
        return False
    if match["stop"] != "." or match["closers"].strip("\"'”’»"):
        return True
    if text[max(start, match.start() - 2) : match.start()] == ". ":  # spaced dots leave something out
        return word in _lists()[3]
    floor = max(start, match.start() - _LONGEST_WORD)
    before = _BEFORE.search(text, floor, match.start())
    if before is None:
        return True
    token = before.group()
    if match.start() - start <= _LONGEST_NUMBERING and _NUMBERING.match(text[start : match.start()]):
        return False
    return _stop_after(token, word)


def _stop_after(token: str, word: str | None) -> bool:
    """Whether a full stop after ``token`` ends a sentence when ``word`` comes next."""
    names, numbers, anywhere, openers, _, words = _lists()
    if word is None:
        return True
    spelling = token.capitalize() if token.isupper() and len(token) > 1 else token
    opens = (word.capitalize() if word.isupper() else word) in openers
    if not {token, spelling}.isdisjoint(names):
        return False
    counted = word[0].isdigit() or len(word) == 1 or set(word) <= set("IVXL")
    if counted and not {token, spelling}.isdisjoint(numbers):
        return False
    if token[-1].isdigit():
        return True
    if (token.casefold() in anywhere and token not in words) or (
        "." in token and max(map(len, token.split("."))) <= _LONGEST_PIECE
    ):
        return opens
    if len(token) == 1 and (token.isupper() or (token.isalpha() and _is_caseless(token))):
        return opens
    return True


def _is_caseless(character: str) -> bool:
    return character.upper() == character.lower()


@cache
def _lists() -> tuple[frozenset[str], ...]:
    rules = load_yaml("abbreviations.yml")
    return (
        frozenset(rules["before_name"]),
        frozenset(rules["before_number"]),
        frozenset(each.casefold() for each in rules["anywhere"]),
        frozenset(rules["openers"]),
        frozenset(rules["joined"]),
        frozenset(rules["small_words"]),
    )
