"""Input made to hurt: every public function has an answer, and its work grows no faster than the input."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from cablegraph import text as room
from cablegraph.text import Profile

FUNCTIONS: list[Callable[[str], object]] = [
    room.fold,
    lambda text: room.normalise(text, Profile.EXACT),
    lambda text: room.normalise(text, Profile.FOLDED),
    lambda text: room.normalise(text, Profile.SKELETON),
    lambda text: list(room.find_words(text)),
    lambda text: list(room.find_sentences(text)),
    lambda text: list(room.find_paragraphs(text)),
    lambda text: list(room.find_passages(text)),
    room.find_language,
    room.script_of,
    room.is_rtl,
    room.to_ascii_digits,
    room.repair_visual_order,
    room.repair_lam_alef,
    room.fold_word,
    *(lambda text, language=language: room.stem_word(text, language) for language in ("ar", "en", "fa", "und")),
    lambda text: room.decode(text.encode("utf-8", "replace")),
    lambda text: room.decode(text.encode("utf-16-le", "replace")),
    lambda text: room.decode(text.encode("windows-1256", "replace")),
    lambda text: room.decode(text.encode("utf-8", "replace") + b"\n" + text.encode("windows-1256", "replace")),
    lambda text: room.decode(text.encode("utf-16-le", "replace")[1:]),
    lambda text: room.decode(text.encode("utf-7", "replace")),
]
PIECES = [
    "a", "ا", " ", "\n", ".", "a.", "1.", "1.a", "A", "Aa", '!"', "\u200c", "a\u200c", "\u064b", "ب\u064b", "a\u0301", "\u0301",
    "\ud800", "😀", "\u202e", "Ø§", "ط§", "ÇáÓ", "(", "a (", "a:", "A. ", "د. ", ". . ", "a' ", "x\n\n", "\n ", "- ", "\ufefb", "\ufdfa", "аb", "oا",
    "\u0651\u064e", "\u0301\u0323", "аo\u0301\u0323", "\x00", "É»", "1", "'", "\f", "ﬁ\u0301",
    "االس", "ال", "+Bi0-", "??? ", "ط،", "aأ¶", "a.b@", "\u00ac", "ﱠ", "ه.", "\r", "\x93",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_hundred_thousand_characters_have_an_answer(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "aa"  # a pattern that backs up at the end shows itself
    for function in FUNCTIONS:
        function(text)


@pytest.mark.parametrize("piece", PIECES)
def test_calls_grow_with_the_input(piece: str) -> None:
    for function in FUNCTIONS:
        function(
            piece * 2399
        )  # tables and models are loaded before anything is counted, also those that only a long text needs
        few, many = (count_calls(lambda text=piece * size, function=function: function(text)) for size in (600, 2400))
        assert many <= 5 * few + 200


@pytest.mark.parametrize("piece", ["\u064b", "\u0301", "\u200c", "\u202e", "ب\u0651\u064b", "e\u0301\u0323"])
def test_a_megabyte_of_what_nobody_sees_has_an_answer(piece: str) -> None:
    text = f"a{piece * (1_000_000 // len(piece))}b"
    for function in FUNCTIONS:
        function(text)


@pytest.mark.parametrize(
    "text", ["", "a", "ا", " ", "\ud800", "\udfff\ud800", "😀", "!", "\u202eabc\u202c", "Аli علi", "\u0301", "\x00"]
)
def test_little_is_answered_as_well(text: str) -> None:
    for function in FUNCTIONS:
        function(text)


def count_calls(run: Callable[[], object]) -> int:
    """Count Python and built-in calls made by ``run``."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls
