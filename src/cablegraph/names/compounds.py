"""Compound name words: servant-of, father-of, -al-Din, -allah, and the Arabic article, written in one word or in several.

``split_compound`` takes one folded word apart into head, core and tail, so that ``عبدالرحمن``, ``Abd al-Rahman`` and ``Abderrahmane`` are
compared by the same core and the compound is never taken for the name of its core alone.

The trap: letters that look like an article may belong to the word (``Alam``, ``الهام``); so the stripped form is a reading beside the whole
word, not instead of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cablegraph.names.sounds import load_yaml
from cablegraph.names.words import is_arabic

DIVINE = "allah"
"""The core or tail that stands for the divine name in every spelling."""


@dataclass(frozen=True, slots=True)
class Compound:
    """A word taken apart: ``head`` is "", "servant", "father" or "mother"; ``tail`` is "", "din" or "allah"."""

    head: str
    core: str
    tail: str


_SERVANT_LATIN = re.compile(r"^'?abd'?(?:[aeiou]{1,2}l?)?'?(?=[^aeiou]{1,2}[aeiou]|[aeiouy][^aeiou])(.{3,}|la)$")
_SERVANT_ARABIC = re.compile(r"^عبدال(.{2,})$")
_FATHER_LATIN = re.compile(r"^abo?u(?=[^aeiou])(.{4,})$")
_FATHER_ARABIC = re.compile(r"^[اأ]بو(.{3,})$")
_ALLAH_LATIN = re.compile(r"^(.{2,}?)(?:u|ou|a|o|i|e)ll+(?:ah|a|eh|ha)$|^(.{3,}?)(?:u|o|ou)lah$")
_ALLAH_ARABIC = re.compile(r"^(.{2,}?)(?:الله|اللہ|‌الله)$")
_DIN_LATIN = re.compile(
    r"^(.{2,}?)(?:(?:[aeiu]|ou|oo)(?:dd|tt|ld)|dd)(?:in|een|ine|eine|yn)$|^(.{3,}?)ud(?:in|een|ine)$"
)
_DIN_ARABIC = re.compile(r"^(.{2,}?)الد[يی]ن$")
_ARTICLE_LATIN = re.compile(
    r"^(?:[ae]l-?(?=[^aeiouhl']..)|e(?=([nrstdz])\1...)|[ae]s(?=sh)|[ae]sh(?=sh)|[ae]ch(?=ch)|es(?=gh))(.{4,})$"
)
_ARTICLE_ARABIC = re.compile(r"^[اأ]ل(.{2,})$")
_DIVINE = frozenset(load_yaml("parts")["divine"].split())


@lru_cache(maxsize=1 << 17)
def split_compound(word: str) -> Compound:
    """Take one folded word apart; a simple word comes back as its own core."""
    arabic = is_arabic(word)
    head = tail = ""
    core = word
    if found := (_SERVANT_ARABIC if arabic else _SERVANT_LATIN).match(word):
        head, core = "servant", found[1]
    elif found := (_FATHER_ARABIC if arabic else _FATHER_LATIN).match(word):
        head, core = "father", found[1]
    if core in _DIVINE:
        return Compound(head, DIVINE, "")
    if found := (_ALLAH_ARABIC if arabic else _ALLAH_LATIN).match(core):
        core, tail = found[1] or found[2], "allah"
    elif found := (_DIN_ARABIC if arabic else _DIN_LATIN).match(core):
        core, tail = found[1] or found[2], "din"
    if head == "servant":
        core = DIVINE if core in _DIVINE else core
    return Compound(head, core, tail)


def is_divine(word: str) -> bool:
    """Whether a folded word is a spelling of the divine name, alone or with the article or case vowel that binds it."""
    return word in _DIVINE


@lru_cache(maxsize=1 << 17)
def strip_article(word: str) -> str:
    """The word without a joined Arabic article (also one assimilated to a sun letter), or the word itself when there is none to see."""
    found = (_ARTICLE_ARABIC if is_arabic(word) else _ARTICLE_LATIN).match(word)
    return found[found.lastindex or 1] if found else word
