"""A readable Latin form of names written in Arabic script, for screens and exports.

Convention: plain IJMES, as said in ``data/romanise.yml``. It is for reading, never for comparing: ``compare_names`` works on the letters.

The trap: the script does not write short vowels. Frequent given names have theirs from the table; the rest is a guess by the commonest word
patterns, and ``find_guesses`` says which words were guessed, so that a screen can mark them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cablegraph.names.compounds import DIVINE, split_compound
from cablegraph.names.sounds import load_yaml, script_number
from cablegraph.names.words import fold_word, split_words

_PERSIAN = frozenset("پچژگکیۀ")
_ARABIC_ONLY = frozenset("ةىأإكي")
_LONG = frozenset("اآأإويىٱ")
_VOWELS = frozenset("aeiou")
_LIKE = str.maketrans("کیۍےہھ", "كيييهه")


@dataclass(frozen=True, slots=True)
class _Tables:
    letters: tuple[dict[str, str], dict[str, str]]
    words: tuple[dict[str, str], dict[str, str]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    data = load_yaml("romanise")
    letters = data["letters"]
    arabic, persian = ({**letters["both"], **letters[language]} for language in ("ar", "fa"))
    words = {k.translate(_LIKE): v for k, v in data["words"].items()}
    return _Tables((arabic, persian), ({k: v[0] for k, v in words.items()}, {k: v[1] for k, v in words.items()}))


def romanise(name: str, language: str | None = None) -> str:
    """The name in Latin letters, words capitalised; what is not Arabic script stays as it is.

    Args:
        name: A name in any script.
        language: "fa" (also for Dari) or "ar"; without it the letters decide, and Arabic where they do not.
    """
    return _written(name, language)[0]


def find_guesses(name: str, language: str | None = None) -> tuple[str, ...]:
    """The words of ``romanise(name)`` whose short vowels are guesses."""
    return _written(name, language)[1]


def _written(name: str, language: str | None) -> tuple[str, tuple[str, ...]]:
    persian = (
        language in {"fa", "prs", "ckb"} if language else bool(_PERSIAN & set(name)) and not _ARABIC_ONLY & set(name)
    )
    out: list[str] = []
    guesses: list[str] = []
    at = 0
    for word in split_words(name):
        out.append(name[at : word.start])
        if script_number(word.folded) == 1:
            out.append(name[word.start : word.end])
        else:
            latin, guessed = _pieces(name[word.start : word.end], persian=persian)
            if guessed:
                guesses.append(latin)
            if latin.startswith("al-") and not "".join(out).strip():
                latin = "A" + latin[1:]
            out.append(latin)
        at = word.end
    out.append(name[at:])
    return " ".join("".join(out).split()), tuple(guesses)


def _pieces(word: str, *, persian: bool) -> tuple[str, bool]:
    """A word in its pieces between non-joiners, written together: احمدی‌نژاد."""
    pieces = [_word(fold_word(piece).translate(_LIKE), persian=persian) for piece in word.split("\u200c") if piece]
    latin = ""
    for piece, _ in pieces:
        if latin and piece == "I":
            latin = latin.removesuffix("h") + "i"
        else:
            latin += piece.lower() if latin else piece
    return latin, any(guessed for _, guessed in pieces)


@lru_cache(maxsize=1 << 14)
def _word(text: str, *, persian: bool) -> tuple[str, bool]:
    """One folded Arabic-script word in Latin letters, and whether its vowels were guessed."""
    known = _tables().words[persian]
    if text in known:
        return known[text], False
    compound = split_compound(text)
    if compound.head or compound.tail:
        core, guessed = ("Allah", False) if compound.core == DIVINE else _bare(compound.core, known, persian=persian)
        if compound.head == "servant":
            core = (
                "Abdallah" if core == "Allah" and not persian else "Abdollah" if core == "Allah" else f"Abd al-{core}"
            )
        elif compound.head == "father":
            core = f"Abu {core}"
        if compound.tail == "din":
            core = f"{core} al-Din"
        elif compound.tail == "allah":
            core = core + ("ollah" if persian else "allah")
        return core, guessed
    if text.startswith("ال") and len(text) > 4 and not persian:
        core, guessed = _bare(text[2:], known, persian=persian)
        return f"al-{core}", guessed
    return _bare(text, known, persian=persian)


def _bare(text: str, known: dict[str, str], *, persian: bool) -> tuple[str, bool]:
    """A word without article or compound: from the table, as two words of the table in one, or letter by letter."""
    if text in known:
        return known[text], False
    if text.endswith("ي") and text[:-1] in known:
        return known[text[:-1]] + "i", False
    for at in range(3, len(text) - 2):
        if text[:at] in known and text[at:] in known:
            return f"{known[text[:at]]}-{known[text[at:]]}", False
    sounds = _sounds(text, persian=persian)
    out: list[str] = []
    guessed = False
    for i, (sound, vowel) in enumerate(sounds):
        out.append(sound)
        if vowel or i + 1 == len(sounds) or sounds[i + 1][1]:
            continue
        before_last = i + 2 == len(sounds)
        after_vowel = i > 0 and out[-2][-1:] in _VOWELS
        after_long = i > 0 and sounds[i - 1][1]
        if before_last and after_long and sounds[i - 1][0] == "a":
            # the active participle (Sadiq, Khalid) is the commonest word of this shape
            out[-1] += "e" if persian else "i"
        elif not after_long and (not after_vowel or before_last):
            out[-1] += "a"
        guessed = True
    return "".join(out).capitalize(), guessed


def _sounds(text: str, *, persian: bool) -> list[tuple[str, bool]]:
    """The letters of a word as Latin sounds, each with whether it is a vowel; w and y are vowels between consonants."""
    letters = _tables().letters[persian]
    out: list[tuple[str, bool]] = []
    for i, letter in enumerate(text):
        following, last = text[i + 1 : i + 2], i + 1 == len(text)
        after_vowel = bool(out) and out[-1][1]
        if i == 1 and letter in "وي" and text[0] in "اأإ" and (last or following not in _LONG):
            out[-1] = ("u" if letter == "و" else "i", True)
        elif letter in "وي" and i and not after_vowel and (last or following not in "اآوي"):
            out.append(("u" if letter == "و" else "i", True))
        elif letter in "ةه" and last and i and not after_vowel:
            out.append(("eh" if persian else "a", True))
        elif sound := letters.get(letter, ""):
            out.append((sound, sound[0] in _VOWELS))
    return out
