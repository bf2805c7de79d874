"""How much a decoded text looks like Persian, Arabic, Sorani or a Latin-script language.

Knows only a rough score, good for choosing between two readings of the same bytes or the same page, never for judging a text by
itself. The trap: Arabic read in a Western code page is made of letters, too, so accented letters without plain ones count against.
"""

import re
from functools import cache

from cablegraph.text.data import load_yaml
from cablegraph.text.script import ARABIC
from cablegraph.text.words import find_words

_PLAIN = re.compile("[A-Za-z]")
_STRAY = re.compile("[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff¤¦§¨©¬®±¶¸¹¼½¾¿×÷]")


def rate_plausibility(text: str) -> float:
    """Return points per word: about 1 for clean text, higher with common words, below 0 for text read wrongly."""
    points = 0.0
    number = 0
    known = _common_words()
    for span in find_words(text):
        word = text[span.start : span.end]
        if word[0].isdigit():
            continue
        number += 1
        arabic = sum(map(len, ARABIC.findall(word)))
        plain = len(_PLAIN.findall(word))
        if arabic and arabic < len(word) - word.count("\u200c"):
            points -= 1 if plain else 0.2
        elif not arabic and plain * 2 < len(word) and not word.isascii():
            points -= 1
        else:
            points += 3 if word.casefold() in known and len(word) > 1 else 1
    points -= 0.5 * len(_STRAY.findall(text))
    return points / max(number, 1)


@cache
def _common_words() -> frozenset[str]:
    rules = load_yaml("languages.yml")
    words = frozenset(word for language in ("fa", "ar", "ckb", "en") for word in rules[language]["words"])
    return words | {word.replace("ی", "ي").replace("ک", "ك") for word in words}
