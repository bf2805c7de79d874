"""Hostile input: every public function of this room gives a defined answer, and its work grows no faster than the text.

Work is counted in calls of Python functions and in characters that are read, not in time.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from cablegraph.names import find_guesses, name_keys, parse_name, romanise
from cablegraph.names.aliases import find_aliases
from cablegraph.names.compounds import is_divine, split_compound, strip_article
from cablegraph.names.doubles import find_seam
from cablegraph.names.grouping import group_words
from cablegraph.names.known import exactly_known, find_known, grade_of, known_names, sounded
from cablegraph.names.lexicon import rarity
from cablegraph.names.vowels import guess_latin, read_signs
from cablegraph.names.word_keys import find_name_keys
from cablegraph.names.words import LONGEST_NAME, find_bracketed, fold_word, split_words

PIECES = {
    "letter": "ا", "latin": "a", "words": "a ", "names": "محمد ", "dots": "...", "quotes": "'", "hyphens": "-", "brackets": "(", "closed": "()",
    "emoji": "😀", "mixed": "aب", "bidi": "\u202eab\u202c", "surrogate": "\ud800", "marks": "\u064e", "joiners": "ا\u200c", "tatweel": "ـ",
    "servants": "عبدال", "abd": "abdul", "articles": "al-", "fathers": "abu ", "titles": "اللواء الركن ", "aliases": "known as ", "sons": "بن ",
    "spaces": " ", "nulls": "\0", "commas": "a,", "doubles": "محمدرضا", "suffixes": " zadeh", "combining": "e\u0301",
}  # fmt: skip
SHORT = [
    "",
    "a",
    "ا",
    "'",
    "-",
    ".",
    "😀",
    "\ud800",
    "\u202e",
    "()",
    '""',
    ",",
    "،",
    "ـ",
    "\u0651",
    "\u064e\u064e",
    "ة",
    "1",
    "\0",
]
FUNCTIONS: dict[str, Callable[[str], Any]] = {
    "parse_name": lambda text: parse_name.__wrapped__(text) if hasattr(parse_name, "__wrapped__") else parse_name(text),
    "parse_name_fa": lambda text: parse_name(text, "fa"),
    "romanise": romanise,
    "romanise_fa": lambda text: romanise(text, "fa"),
    "find_guesses": find_guesses,
    "name_keys": name_keys,
    "find_name_keys": lambda text: list(find_name_keys(text)),
    "split_words": split_words,
    "group_words": lambda text: group_words(split_words(text)),
    "find_bracketed": find_bracketed,
    "find_aliases": lambda text: find_aliases(text[:LONGEST_NAME]),
    "fold_word": fold_word,
    "split_compound": split_compound,
    "strip_article": strip_article,
    "is_divine": is_divine,
    "find_seam": find_seam,
    "known_names": known_names,
    "exactly_known": exactly_known,
    "find_known": find_known,
    "grade_of": grade_of,
    "sounded": sounded,
    "rarity": rarity,
    "guess_latin": lambda text: guess_latin(text, persian=True),
    "read_signs": lambda text: read_signs(text, persian=False),
}
READS_ALL = {
    "find_name_keys",
    "fold_word",
    "sounded",
    "guess_latin",
    "read_signs",
    "known_names",
    "exactly_known",
    "find_known",
    "grade_of",
    "rarity",
}
"""Functions of single words or of running text, whose work may grow with the text, but no faster."""


def _calls(function: Callable[[str], Any], text: str) -> int:
    """How many Python functions and built-ins were called for an answer."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        function(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_answers_short_and_odd_text(name: str) -> None:
    for text in SHORT:
        FUNCTIONS[name](text)


@pytest.mark.parametrize("piece", PIECES)
def test_parsing_and_romanising_stop_reading(piece: str) -> None:
    text = PIECES[piece] * (100_000 // len(PIECES[piece]))
    assert all(p.end <= LONGEST_NAME for p in parse_name(text).parts)
    assert isinstance(romanise(text), str)
    assert len(find_guesses(text)) <= LONGEST_NAME


@pytest.mark.parametrize("name", FUNCTIONS)
def test_work_grows_no_faster_than_the_text(name: str) -> None:
    function = FUNCTIONS[name]
    function("قاسم Qasem")
    for piece in PIECES.values():
        small, large = (_calls(function, piece * (size // len(piece))) for size in (2_000, 8_000))
        allowed = 4.4 if name in READS_ALL else 1.5
        assert large <= allowed * small + 200, (piece, small, large)
