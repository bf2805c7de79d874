"""Frequent name words: which of them a written word is, how frequent it is, and how it is usually written in Latin letters.

Reads ``data/known.yml`` once. A word in Arabic script is looked up by its letters, with the forms of alef, yeh, kaf and heh made one; a word in
Latin script by its sounds *with* their vowels, because a table of usual forms can tell Kamal (كمال) from Kamil (كامل) where letters alone cannot.

The trap: one Latin form may stand for several names (Hamid: حميد or حامد), so the answer is a set, and two words are different names only where
their sets share nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from cablegraph.names.sounds import load_yaml
from cablegraph.names.words import fold_word, is_arabic

LEAST_FREQUENT = 3
"""Grade of a word that is frequent but says nearly as much as a rare one."""
_ONE_LETTER = {ord(a): b for a, b in zip("أإآٱىیېےکةھہۀەؤئ", "ااااييييكهههههوي", strict=True)} | {ord("ء"): None}
_LATIN = str.maketrans({"ş": "sh", "š": "sh", "ș": "sh", "ç": "ch", "č": "ch", "ž": "j", "ǧ": "j", "ı": "i", "'": None})
_GROUPS = re.compile(
    r"dsch|sch|tch|ch|dj|kh|gh|ph|ck|ou|oo|aa|ee|ie|ii|iy|yi|[ae][iy](?=[^aeiouy])|(?<=[aeiou])y$|y$|(?<=[aeiou])h$|([a-z])\1"
)
_SOUNDS = {
    "dsch": "j", "sch": "sh", "tch": "sh", "ch": "sh", "dj": "j", "kh": "x", "gh": "g", "ph": "f", "ck": "k", "ou": "u", "oo": "u",
    "aa": "a", "ee": "i", "ie": "i", "ii": "i", "iy": "i", "yi": "i", "ai": "ay", "ay": "ay", "ei": "ay", "ey": "ay", "y": "i", "h": "",
}  # fmt: skip
_LETTERS = str.maketrans({"o": "u", "q": "k", "w": "v"})
_VOWELS = str.maketrans("", "", "aeiu")


@dataclass(frozen=True, slots=True)
class Known:
    """One frequent word: its grade (1-3) and its Latin forms in Arabic and in Persian, capitalised."""

    grade: int
    arabic: str
    persian: str


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[str, Known]
    same: dict[str, frozenset[str]]
    sounded: dict[str, frozenset[str]]
    consonants: dict[str, tuple[str, ...]]


def same_letters(word: str) -> str:
    """A folded Arabic-script word with the forms of one letter made one: the key of the table."""
    return word.translate(_ONE_LETTER)


@lru_cache(maxsize=1 << 16)
def sounded(word: str) -> str:
    """A folded Latin word by its sounds, whatever the romanisation writes for them; short vowels are kept."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word.translate(_LATIN)) if c.isascii())
    text = _GROUPS.sub(lambda m: m[1] or _SOUNDS[m[0]], word.replace("'", ""))
    return text.translate(_LETTERS)


@lru_cache(maxsize=1)
def _table() -> _Table:
    words: dict[str, Known] = {}
    same: dict[str, set[str]] = {}
    forms: dict[str, set[str]] = {}
    for line in load_yaml("known")["names"].splitlines():
        spellings, grade, arabic, persian, *more = line.split()
        keys = [same_letters(fold_word(s)) for s in spellings.split("/")]
        persian = arabic if persian == "=" else persian
        words[keys[0]] = Known(int(grade), arabic, persian)
        for key in keys:
            same.setdefault(key, set()).add(keys[0])
        forms.setdefault(keys[0], set()).update((arabic, persian, *more))
    for key, known in list(words.items()):
        for derived, endings in _derived(key):
            if derived not in words:
                words[derived] = Known(LEAST_FREQUENT, known.arabic + endings[0], known.persian + endings[-1])
                same.setdefault(derived, set()).add(derived)
                forms[derived] = {form + ending for form in forms[key] for ending in endings}
    sounds: dict[str, set[str]] = {}
    for key, written in forms.items():
        for form in written:
            sound = sounded(fold_word(form))
            sounds.setdefault(sound, set()).add(key)
    consonants: dict[str, list[str]] = {}
    for sound in sounds:
        consonants.setdefault(_consonants(sound), []).append(sound)
    return _Table(
        words,
        {w: frozenset(k) for w, k in same.items()},
        {s: frozenset(k) for s, k in sounds.items()},
        {c: tuple(s) for c, s in consonants.items()},
    )


def _derived(key: str) -> list[tuple[str, tuple[str, ...]]]:
    """The words made from a name by rule, with the Latin endings of each: the nisba, the Persian family name in -ian, the woman's name."""
    if key[-1] in "ايهو":
        return [(key + "ان", ("an",))] if key[-1] == "ي" and len(key) > 3 else []
    out = [(key + "ي", ("i",)), (key + "يان", ("ian", "iyan"))]
    if len(key) == 4 and (key[2] == "ي" or key[1] == "ا"):
        out.append((key + "ه", ("a", "ah", "eh")))
    return out


def _consonants(sound: str) -> str:
    return sound.translate(_VOWELS)


def exactly_known(word: str) -> frozenset[str]:
    """The frequent names that a folded word is a usual spelling of."""
    table = _table()
    if is_arabic(word):
        return table.same.get(same_letters(word), frozenset())
    sound = sounded(word)
    if (exact := table.sounded.get(sound)) or "e" not in sound:
        return exact or frozenset()
    return table.sounded.get(sound.removesuffix("e")) or table.sounded.get(sound.replace("e", "i")) or frozenset()


@lru_cache(maxsize=1 << 16)
def known_names(word: str) -> frozenset[str]:
    """The frequent names that a folded word may be a spelling of; Arabic script says it exactly, Latin script leaves some open.

    Salim may be سالم or سليم, Hussein only حسين. Empty for a word that is no frequent name. A Latin word one vowel away from usual forms
    may be any of them.
    """
    if (exact := exactly_known(word)) or is_arabic(word):
        return exact
    table, sound = _table(), sounded(word)
    alike = table.consonants.get(_consonants(sound))
    if not alike:
        return exact
    return frozenset().union(*(table.sounded[s] for s in alike if Levenshtein.distance(s, sound) == 1))


def find_known(word: str) -> Known | None:
    """The entry of a folded Arabic-script word, the most frequent if there are several, or None."""
    words = _table().words
    return min((words[name] for name in known_names(word)), key=lambda known: known.grade, default=None)


@lru_cache(maxsize=1 << 16)
def grade_of(word: str) -> int | None:
    """The grade of the most frequent name that a folded word may be, or None for a word that is no frequent name."""
    words = _table().words
    return min((words[name].grade for name in known_names(word)), default=None)
