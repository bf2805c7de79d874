"""The form under which a word is looked up, and the ways in which a listed form can be spaced.

Knows spelling only; meanings are the lexicon's. The trap: a space, a half-space or a hyphen inside a form may be there or not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from cablegraph.text import fold

_PIECE = re.compile(r"[A-Za-z]+\d\w*|[^\W\d_]+(?:(?:\u200c|['’](?!s\b))[^\W\d_]+)*|\d+\w*|[^\s\w]")
_APOSTROPHES = str.maketrans("", "", "'’‘ʿʾ")
_CACHED = 65536


@lru_cache(maxsize=_CACHED)
def key_of(word: str) -> str:
    """Return the form under which a word of a text is looked up."""
    return fold(word).translate(_APOSTROPHES)


def spellings(form: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a form's words; letters of other scripts than Latin may be joined over each gap."""
    keys = tuple(key for piece in _PIECE.findall(form) if (key := key_of(piece)) and piece != "-")
    if not keys:
        return
    is_joinable = not form.isascii() and all(key.isalpha() for key in keys)
    for gaps in product((True, False), repeat=len(keys) - 1) if is_joinable else [(True,) * (len(keys) - 1)]:
        words = [keys[0]]
        for gap, key in zip(gaps, keys[1:], strict=True):
            words[-1:] = [words[-1], key] if gap else [words[-1] + key]
        yield tuple(words)
