"""Lam-alef whose two letters were given out in the wrong order, as many text layers of PDFs do with the ligature.

Knows the sequence that no word has (alef, alef, lam) and common words that are no words when swapped. The trap: سالم is a name and سلام is a greeting; a
word that is one either way is left as it stands, and a text in which lam-alef also stands rightly is not touched at all.
"""

import re
from functools import cache

from cablegraph.text.data import load_yaml

_ENOUGH = 2  # swapped places in a text before any is put right
_OUTWEIGH = 4  # times the lam-alefs that stand rightly
_ALEF = "[\u0627\u0622\u0623\u0625]"
_SWAPPED = re.compile(f"(?<=\u0627)({_ALEF})\u0644")
_RIGHT = re.compile(f"\u0644{_ALEF}")
_PLAIN = str.maketrans("\u0622\u0623\u0625\u064a\u0643", "\u0627\u0627\u0627\u06cc\u06a9")


def repair_lam_alef(text: str) -> str | None:
    """Return ``text``, of the same length, with swapped lam-alefs put right, or None when there is no evidence of any."""
    plain = text.translate(_PLAIN)
    doubled = [found.start() for found in _SWAPPED.finditer(plain)]
    without = _swap(plain, doubled)  # an article that was swapped hides the word behind it
    inside = [found.start(1) + _words()[found[1]] for found in _pattern().finditer(without)]
    if len(doubled) + len(inside) < _ENOUGH or len(doubled) + len(inside) < _OUTWEIGH * len(_RIGHT.findall(plain)):
        return None
    return _swap(_swap(text, doubled), inside)


def _swap(text: str, places: list[int]) -> str:
    letters = list(text)
    for place in places:
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


@cache
def _words() -> dict[str, int]:
    """Swapped beginnings of words, each with the place of its alef."""
    words = {}
    for word in load_yaml("lam_alef.yml")["words"]:
        place = word.rindex("\u0644\u0627")
        words[f"{word[:place]}\u0627\u0644{word[place + 2 :]}"] = place
    return words


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[وف]?(?:ال|بال|لل)?(" + "|".join(sorted(_words(), key=len, reverse=True)) + ")")
