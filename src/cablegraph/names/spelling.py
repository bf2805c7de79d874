"""A word as the compiled comparison reads it: its units in every form in which it may stand.

``sounds`` cuts a word into units; here they are laid out in a row of ``kernel.layout``. ``prepare`` does so for whole names.

The trap: a word has three forms, because the letters at its ends sound otherwise where another word is written with it (Bel Mokhtar, بلمختار),
and each form may have a second reading, in which a group such as sh is two sounds (Is-haq).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from cablegraph.names.kernel.layout import MOST_UNITS, PART_COLUMNS, WORD_COLUMNS, Book
from cablegraph.names.parts import JOINT
from cablegraph.names.sounds import cut_units, script_number
from cablegraph.names.words import LONGEST_WORD

_H_GROUP = re.compile("([sdtkgcz])h")
_SPLIT = f"\\1{JOINT}h"
_FAR = JOINT * 3
"""Behind a word: more than ``sounds`` looks ahead."""
_BOUNDS = 7


def hash_text(text: str) -> bytes:
    """Eight bytes that stand for a text, the same on every machine."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


@lru_cache(maxsize=1 << 14)
def hash_number(text: str) -> int:
    """A signed number of 32 bits that stands for a text."""
    return int.from_bytes(hash_text(text)[:4], "little", signed=True)


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[tuple[int, int, int], list[int], list[int]]:
    """Both halves of the hash and the script of a word, the units of its forms one behind the other, and the seven bounds between them."""
    text = word[:LONGEST_WORD]
    script = script_number(text)
    readings = [text, _H_GROUP.sub(_SPLIT, text)] if "h" in text and _H_GROUP.search(text) else [text]
    units: list[int] = []
    bounds = [0]
    for reading in readings:
        for form in (reading, reading + _FAR, JOINT + reading):
            units += cut_units(form, script)[:MOST_UNITS]
            bounds.append(len(units))
    bounds += bounds[-1:] * (_BOUNDS - len(bounds))
    digest = hash_text(word)
    low, high = (int.from_bytes(half, "little", signed=True) for half in (digest[:4], digest[4:]))
    return (low, high, script), units, bounds


def word_row(
    word: str, beheaded: int, known: Sequence[int], groups: Sequence[int], units: list[int], sets: list[int]
) -> tuple[int, ...]:
    """The row of a folded word in ``Book.words``; its units and sets are put behind those that are there."""
    head, mine, bounds = _forms(word)
    before, start = len(units), len(sets)
    units += mine
    sets += [*known, *groups]
    return (*head, beheaded, start, start + len(known), len(sets), *(before + bound for bound in bounds))


@lru_cache(maxsize=1 << 15)
def word_book(word: str) -> Book:
    """A book of one word and no name."""
    units: list[int] = []
    row = word_row(word, -1, (), (), units, [])
    return Book(
        words=np.array([row], np.int32).reshape(1, WORD_COLUMNS),
        units=np.array(units, np.uint16),
        sets=np.zeros(0, np.int32),
        parts=np.zeros((0, PART_COLUMNS), np.int32),
        starts=np.zeros(1, np.int32),
        row=np.zeros(0, np.int32),
    )
