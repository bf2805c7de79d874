"""Short vowels for a word of Arabic script that no table knows: guessed by the patterns of words, as a reader of the script would guess first.

Reads ``data/romanise.yml``. What ``guess_latin`` adds is a guess, and ``romanise`` says so; ``read_signs`` reads what is written.

The trap: a pattern is a frequency, not a rule. مبارك has the letters of Muharib and is Mubarak; such words belong into the table of known names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cablegraph.names.sounds import load_yaml

_SIGNS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0652": ""}
_LONG_OF = {"a": "ا", "i": "ي", "u": "و"}
_PERSIAN_VOWELS = {"i": "e", "u": "o"}
_DOUBLED = "\u0651"
_SIGN_AND_DOUBLING = re.compile("([\u064b-\u0650])(\u0651)")
_FEWEST_SIGNS = 2
_VOWELS = frozenset("aeiou")
_LONG = frozenset("اآأإويىٱ")
_NO_CONSONANT = "اآأإٱوويىةهء"


@dataclass(frozen=True, slots=True)
class _Tables:
    letters: tuple[dict[str, str], dict[str, str]]
    patterns: tuple[tuple[re.Pattern[str], tuple[str, str]], ...]
    clusters: frozenset[str]


def _pattern(shape: str) -> re.Pattern[str]:
    signs = {"A": "[اآأإ]", "W": "و", "Y": "ي"}
    return re.compile("".join(f"([^{_NO_CONSONANT}]|ه(?!$))" if c.isdigit() else signs.get(c, c) for c in shape) + "$")


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    data = load_yaml("romanise")
    letters = data["letters"]
    arabic, persian = ({**letters["both"], **letters[language]} for language in ("ar", "fa"))
    patterns = tuple(
        (_pattern(str(shape)), (in_arabic, in_persian)) for shape, in_arabic, in_persian in data["patterns"]
    )
    return _Tables((arabic, persian), patterns, frozenset(data["clusters"].split()))


def read_signs(word: str, *, persian: bool) -> str:
    """A word that carries its vowel signs in Latin letters, small; empty for a word with fewer than two signs.

    Args:
        word: A word as written, with Arabic forms of yeh and kaf.
        persian: Whether to read it as Persian.
    """
    text = _SIGN_AND_DOUBLING.sub(r"\2\1", unicodedata.normalize("NFC", word))
    if sum(c in _SIGNS for c in text) < _FEWEST_SIGNS:
        return ""
    letters = _tables().letters[persian]
    out: list[str] = []
    for i, c in enumerate(text):
        following = text[i + 1 : i + 2]
        if c in _SIGNS:
            vowel = _SIGNS[c]
            if following != _LONG_OF.get(vowel):
                out.append(_PERSIAN_VOWELS.get(vowel, vowel) if persian else vowel)
        elif c == _DOUBLED:
            out.append(out[-1] if out else "")
        elif c in "يو" and following not in _SIGNS and following != _DOUBLED:
            out.append("i" if c == "ي" else "u")
        else:
            out.append(letters.get(c, ""))
    return "".join(out)


def guess_latin(word: str, *, persian: bool) -> tuple[str, bool]:
    """A word in Latin letters, small, and whether vowels had to be guessed.

    Args:
        word: A folded word with Arabic forms of yeh and kaf, without article.
        persian: Whether to read it as Persian.
    """
    for ending, latin in (("ية", "iya"), ("يه", "iyeh" if persian else "iya"), ("ة", ""), ("ه", ""), ("ي", "")):
        stem = word.removesuffix(ending)
        if stem != word and stem[1:2] != "ي" and (found := _by_pattern(stem, persian=persian)):
            return found + (latin or ("i" if ending == "ي" else "eh" if persian else "a")), True
    if found := _by_pattern(word, persian=persian):
        return found, True
    return _letter_by_letter(word.replace("وو", "ۇ"), persian=persian)


def _by_pattern(word: str, *, persian: bool) -> str:
    tables = _tables()
    letters = tables.letters[persian]
    for pattern, latin in tables.patterns:
        if found := pattern.match(word):
            sounds = [letters.get(letter, "") for letter in found.groups()]
            if persian and "".join(sounds[-2:]) in tables.clusters and not latin[persian][-2:].isdigit():
                return ""
            return "".join(sounds[int(c) - 1] if c.isdigit() else c for c in latin[persian])
    return ""


def _letter_by_letter(text: str, *, persian: bool) -> tuple[str, bool]:
    sounds = _sounds(text, persian=persian)
    clusters = _tables().clusters
    out: list[str] = []
    guessed = False
    for i, (sound, vowel) in enumerate(sounds):
        out.append(sound)
        if vowel or not sound or i + 1 == len(sounds) or sounds[i + 1][1]:
            continue
        before_last = i + 2 == len(sounds)
        after_vowel = i > 0 and out[-2][-1:] in _VOWELS
        after_long = i > 0 and sounds[i - 1][1]
        following = sounds[i + 1][0]
        if following == "y" and i + 2 < len(sounds) and sounds[i + 2][1]:
            out[-1] += "i"
        elif before_last and after_vowel and persian and sound + following in clusters:
            continue
        elif before_last and after_long and sounds[i - 1][0] == "a":
            # the active participle (Sadiq, Khalid) is the commonest word of this shape
            out[-1] += "e" if persian else "i"
        elif not after_long and (not after_vowel or before_last):
            out[-1] += "a"
        guessed = True
    return "".join(out), guessed


def _sounds(text: str, *, persian: bool) -> list[tuple[str, bool]]:
    """The letters of a word as Latin sounds, each with whether it is a vowel; w and y are vowels between consonants."""
    letters = _tables().letters[persian]
    out: list[tuple[str, bool]] = []
    for i, letter in enumerate(text):
        following, last = text[i + 1 : i + 2], i + 1 == len(text)
        after_vowel = bool(out) and out[-1][1]
        if persian and letter == "و" and text[i - 1 : i] == "خ" and following == "ا" and i == 1:
            continue  # the silent waw of Khansar
        if i == 1 and letter in "وي" and text[0] in "اأإ" and (last or following not in _LONG):
            out[-1] = ("u" if letter == "و" else "i", True)
        elif letter in "وي" and i and not after_vowel and (last or following not in "اآوي"):
            out.append(("u" if letter == "و" else "i", True))
        elif letter in "ةه" and last and i and not after_vowel:
            out.append(("eh" if persian else "a", True))
        elif sound := letters.get(letter, ""):
            out.append((sound, sound[0] in _VOWELS))
    return out
