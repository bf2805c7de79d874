"""What somebody typed into the search box, read as a query.

Words are joined by AND; ``OR``, ``NOT`` (or a minus sign), "quoted phrases", ``prefix*`` and ``word~1`` are understood. Ordinary typing is
never refused: a lone quote or operator is taken as text. Only a query with nothing to look for, or with nothing but exclusions, is refused, with the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cablegraph.errors import QueryInvalid
from cablegraph.names.word_keys import find_name_keys
from cablegraph.text import find_words, fold_word
from cablegraph.workbench.word_stems import stems_of

_TOKEN = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_FUZZY = re.compile(r"~([12])?$")


class Kind(StrEnum):
    """How a term is matched."""

    WORDS = "words"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must follow one another, the keys of each as a name word, how they are matched, and stems that will do; ``text`` is as typed."""

    text: str
    words: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    kind: Kind = Kind.WORDS
    distance: int = 0
    excluded: bool = False
    stems: frozenset[str] = frozenset()


Query = tuple[tuple[Term, ...], ...]
"""Groups joined by AND, of terms joined by OR; an excluded term is a group of its own."""


def parse_query(text: str, *, stems: bool = False) -> Query:
    """Read a query; an empty text is the empty query, which means everything.

    With ``stems``, other forms of a word will do as well, save in quotes, after a minus, and of ``prefix*`` and ``word~1``.

    Raises:
        QueryInvalid: Nothing in it can be looked for, or it only excludes.
    """
    groups: list[tuple[Term, ...]] = []
    join_next = exclude_next = False
    for token in _TOKEN.finditer(text):
        word = token["word"]
        if word == "AND":
            continue
        if word == "OR":
            join_next = bool(groups)
            continue
        if word == "NOT":
            exclude_next = True
            continue
        for found in _terms(word, token["phrase"], excluded=bool(token["minus"]) or exclude_next):
            term = _with_stems(found) if stems and word is not None else found
            if join_next and not term.excluded and not groups[-1][0].excluded:
                groups[-1] = (*groups[-1], term)
            else:
                groups.append((term,))
            join_next = False
        exclude_next = False
    if text.strip() and not groups:
        lone = _term(text, Kind.WORDS, 0, excluded=False)
        groups = [(lone,)] if lone else []
    if text.strip() and not groups:
        message = "There is no word to look for in this query. Type a word or a name."
        raise QueryInvalid(message)
    if groups and all(group[0].excluded for group in groups):
        message = "This query only says what must not be there. Add a word that must."
        raise QueryInvalid(message)
    return tuple(groups)


def _terms(word: str | None, phrase: str | None, *, excluded: bool) -> list[Term]:
    if word is None:
        found = _term(phrase or "", Kind.WORDS, 0, excluded=excluded)
        return [found] if found else []
    kind, distance = Kind.WORDS, 0
    if fuzzy := _FUZZY.search(word):
        kind, distance, word = Kind.FUZZY, int(fuzzy[1] or 1), word[: fuzzy.start()]
    elif word.endswith("*"):
        kind, word = Kind.PREFIX, word.rstrip("*")
    found = _term(word, kind, distance, excluded=excluded)
    return [found] if found else []


def _term(text: str, kind: Kind, distance: int, *, excluded: bool) -> Term | None:
    found = list(find_name_keys(text))
    words = tuple(w for w in (fold_word(text[s.start : s.end]) for s, _ in found) if w)
    if not words:
        return None
    keys = tuple(k for _, k in found if k)
    return Term(text, words, keys, kind if len(words) == 1 else Kind.WORDS, distance, excluded)


def _with_stems(term: Term) -> Term:
    if term.excluded or term.kind is not Kind.WORDS or len(term.words) > 1:
        return term
    return replace(term, stems=frozenset().union(*(stems_of(term.text[s:e]) for s, e in find_words(term.text))))


def included(query: Query) -> Sequence[Term]:
    """The terms that must or may be there, for highlights."""
    return [term for group in query for term in group if not term.excluded]
