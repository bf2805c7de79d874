"""How alike two name words are, in any script.

Knows only words; articles, compounds and the order of parts belong to ``parse`` and the compiled comparison, which measures words as here.
Words are cut at ``LONGEST_WORD`` letters, far beyond any name, so the cost of a pair has a bound.

The trap: the first call loads compiled code, which takes most of a second.
"""

from __future__ import annotations

from functools import lru_cache

from cablegraph.names.kernel.layout import new_scratch
from cablegraph.names.spelling import word_book
from cablegraph.names.tables import tables

LEAST = 0.6
"""A likeness below this is no likeness and counts as 0."""


@lru_cache(maxsize=1 << 18)
def word_similarity(a: str, b: str) -> float:
    """Likeness of two folded words, 0 or ``LEAST`` (nothing in common) to 1 (spellings of one name).

    Args:
        a: A word as ``words.fold_word`` gives it.
        b: Another one, in the same or the other script.
    """
    from cablegraph.names.kernel.words import compare_words

    return (
        1.0
        if a == b
        else compare_words(tables().handle, word_book(a).handle, word_book(b).handle, LEAST, new_scratch())
    )
