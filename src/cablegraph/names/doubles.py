"""Double given names written in one word (محمدرضا, Gholamhossein), taken apart so that they compare with Mohammad-Reza and Gholam Hossein.

The trap: a family name may be built the same way (علی‌محمدی, Mirbagheri), and its second half is another family's name; so an adjective in -i is
never a second half, and ``grouping`` asks only about words that are not the last one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cablegraph.names.compounds import split_compound
from cablegraph.names.known import exactly_known
from cablegraph.names.sounds import load_yaml
from cablegraph.names.words import fold_word, is_arabic

SHORTEST_SECOND = 3
_FIRST = re.compile(
    "(" + "|".join(sorted({fold_word(w) for w in load_yaml("parts")["doubled"].split()}, key=len, reverse=True)) + ")"
)
GIVEN_IN_I = frozenset(
    {
        "علي",
        "مهدي",
        "هادي",
        "تقي",
        "نقي",
        "ولي",
        "نبي",
        "يحيي",
        "عيسي",
        "موسي",
        "مصطفي",
        "مرتضي",
        "هدي",
        "ليلي",
        "سلمي",
        "بشري",
        "مني",
    }
)
"""Given names that end like an adjective of origin, in the letters of ``known``."""


@lru_cache(maxsize=1 << 16)
def find_seam(word: str) -> int:
    """Where the second name of a folded double name begins; 0 for a word that is no double name."""
    found = _FIRST.match(word)
    if not found or len(word) - found.end() < SHORTEST_SECOND - (is_arabic(word)) or exactly_known(word):
        return 0
    if split_compound(word).tail:
        return 0
    seconds = exactly_known(word[found.end() :])
    return found.end() if any(s[-1] != "ي" or s in GIVEN_IN_I for s in seconds) else 0
