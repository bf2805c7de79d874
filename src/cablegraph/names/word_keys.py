"""The keys of each word of a running name, for indexes and queries.

A name that one script writes as one word (کاووسی‌راد) another writes as two (Kavousi-Rad); so a word with a half-space also has the keys of its parts.
"""

from collections.abc import Iterator
from functools import lru_cache

from cablegraph.names.keys import name_keys
from cablegraph.text import Span, find_words

_HALF_SPACE = "\u200c"
_HYPHENS = frozenset("-\u2010\u2011")
_ARTICLES = frozenset(
    {"al", "el", "ul", "ol", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez"}
)


@lru_cache(maxsize=100_000)
def _keys(word: str) -> frozenset[str]:
    parts = [p for p in word.split(_HALF_SPACE) if len(p) > 1] if _HALF_SPACE in word else []
    return name_keys(word).union(*(name_keys(p) for p in parts))


@lru_cache(maxsize=100_000)
def _words(name: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    found = []
    for span in find_words(name):
        word = name[span.start : span.end]
        is_article = name[span.end : span.end + 1] in _HYPHENS and word.lower() in _ARTICLES
        found.append((span, frozenset() if is_article else _keys(word)))
    return tuple(found)


def find_name_keys(name: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield the words of a name with the keys under which each is found in any script; an article joined by a hyphen has none."""
    yield from _words(name)
