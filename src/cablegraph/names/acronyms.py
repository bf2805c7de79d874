"""Acronyms: whether a word in capitals is made of the first letters of a name.

Knows the small words that an acronym may count or leave out ('DOD', 'UN'). Leaves to its callers whether the two belong together: many bodies share
their initials. The trap is the half match: every letter must be used, in order, so that 'NSA' is no acronym of the National Security Archive Trust.
"""

import re
from typing import Final

from cablegraph.text import find_words

SHORTEST, LONGEST = 2, 8
_SHORT: Final = re.compile(r"[A-Z](?:[.&-]?[A-Z])+\.?")
_SMALL: Final = frozenset({"the", "of", "for", "and", "in", "at", "to", "a", "an", "by", "on", "with"})


def is_acronym_of(short: str, full: str) -> bool:
    """Whether a word of two to eight capitals, with or without stops, is made of the initials of all words of a name, or of all but the small ones.

    A name of one word has no acronym, nor has one in capitals throughout; digits are no letters of an acronym.
    """
    short = short.strip()
    if not _SHORT.fullmatch(short) or full.isupper():
        return False
    letters = re.sub(r"[^A-Z]", "", short)
    if not SHORTEST <= len(letters) <= LONGEST:
        return False
    words = [full[start:end] for start, end in find_words(full)]
    long = [word for word in words if word.lower() not in _SMALL]
    return len(long) > 1 and any("".join(word[0] for word in some).upper() == letters for some in (words, long))
