"""How far two readings of a page agree.

Knows letters only: blanks, digits and punctuation do not count, since Poppler moves numbers and OCR misreads them. What follows from it is left to ``choose``.
The trap: both readers of layers can turn round the two letters of a ligature, and then agree on what is wrong.
"""

import re
from collections import Counter

from rapidfuzz.distance import Levenshtein

from cablegraph.text import fold

_SWAPPED = re.compile("ا[أإآا]ل")
_UNSWAPPED = re.compile("ال[أإآا]")


def differ(one: str, two: str) -> float:
    """Share of letters (0-1) by which two texts differ after folding; blanks, digits and punctuation do not count."""
    a, b = (re.sub(r"[\W\d_]+", "", fold(text)) for text in (one, two))
    return float(Levenshtein.normalized_distance(a, b)) if a or b else 0.0


def is_swapped(text: str) -> bool:
    """Whether the two letters of ligatures stand the wrong way round, so that the article comes apart before an alef; both readers can err alike there."""
    return len(_SWAPPED.findall(text)) > max(1, len(_UNSWAPPED.findall(text)))


def share_of_words(one: str, two: str) -> float:
    """Share of the words of a text (0-1) that the other has, too, whatever the order of their letters."""
    a, b = (Counter("".join(sorted(w)) for w in re.findall(r"[^\W\d_]+", fold(text))) for text in (one, two))
    return (a & b).total() / max(a.total(), b.total(), 1)
