"""What the name of a body, a post or a place means, whatever language it is written in.

A name becomes a set of tokens: the term that a word stands for (``ministry`` for وزارت and وزارة, from ``data/terms.yml``), or the word itself where it is no
common word, such as the name of a town. Two names mean the same when every token of one has its like in the other; proper words are compared by sound.
The trap: common words alone prove nothing across countries, so a pair with no proper word on either side is kept apart from one that has one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from cablegraph.names import compare_names, name_keys
from cablegraph.text import find_words, fold

_ONE_NAME = 0.85  # likelihood from which two words, as names, are one
_PROCLITICS = ("", "ال", "لل", "ل", "ب", "بال", "و", "وال", "ف", "ك")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The common terms and the proper words of a name."""

    terms: frozenset[str]
    proper: tuple[str, ...]


@cache
def _tables() -> tuple[dict[str, str], frozenset[str]]:
    data = yaml.safe_load((files(__package__) / "data" / "terms.yml").read_text(encoding="utf-8"))
    terms = {
        fold(word): term for term, languages in data["terms"].items() for words in languages.values() for word in words
    }
    return terms, frozenset(fold(word) for words in data["drop"].values() for word in words)


def _forms(word: str) -> Iterator[str]:
    """A word as it stands, then without what Arabic writes before or behind it, or the plural of English."""
    yield word
    if word.isascii():
        yield word.removesuffix("s")
        return
    for before in _PROCLITICS:
        bare = word.removeprefix(before)
        if len(bare) > 2:
            yield bare
            yield "ال" + bare
            yield bare.removesuffix("ا")


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Terms of several words, which their single words would not give."""
    found = [(term, word) for word, term in _tables()[0].items() if " " in word]
    return tuple((term, re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")) for term, word in found)


@lru_cache(maxsize=65536)
def meaning_of(name: str) -> Meaning:
    """Split a name into terms and proper words; words that carry no meaning are left out."""
    table, drop = _tables()
    terms: set[str] = set()
    proper: list[str] = []
    for compound, phrase in _phrases():
        if phrase.search(fold(name)):
            terms.add(compound)
            name = phrase.sub(" ", fold(name))
    for start, end in find_words(name):
        word = fold(name[start:end])
        if word in drop:
            continue
        term = next((table[form] for form in _forms(word) if form in table), None)
        if term:
            terms.add(term)
        else:
            proper.append(name[start:end])
    return Meaning(frozenset(terms), tuple(proper))


@lru_cache(maxsize=65536)
def _sound_alike(a: str, b: str) -> bool:
    return fold(a) == fold(b) or (bool(name_keys(a) & name_keys(b)) and compare_names(a, b).score >= _ONE_NAME)


def same_meaning(a: str, b: str) -> tuple[float, str] | None:
    """Whether two names of a body, post or place mean the same: a score (0-1) and the reason, or None."""
    if fold(a) == fold(b):
        return 1.0, "the same name"
    x, y = meaning_of(a), meaning_of(b)
    if len(x.proper) != len(y.proper) or not (x.terms or x.proper):
        return None
    if x.terms != y.terms:
        return None
    left = list(y.proper)
    for word in x.proper:
        found = next((other for other in left if _sound_alike(word, other)), None)
        if found is None:
            return None
        left.remove(found)
    if not x.proper and len(x.terms) < 2:
        return None
    return (0.95 if x.proper else 0.9), f"{a} and {b} mean the same word by word"


def blocking_keys(name: str) -> frozenset[str]:
    """Keys of which two names with the same meaning share at least one."""
    found = meaning_of(name)
    if found.proper:
        return frozenset(key for word in found.proper for key in name_keys(word)) | {fold(name)}
    return frozenset({" ".join(sorted(found.terms)), fold(name)})
