"""A readable Latin form of names written in Arabic script, for screens and exports.

``CONVENTION`` names the way of writing; it is said in full in ``data/romanise.yml``. A Latin form is for reading, never for comparing:
``compare_names`` works on the letters.

The trap: the script does not write short vowels. Frequent names have theirs from ``known``, and a word with vowel signs has its own; the rest is a
guess by the patterns of words (``vowels``), and ``find_guesses`` says which words were guessed, so that a screen can mark them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cablegraph.names.compounds import DIVINE, split_compound
from cablegraph.names.doubles import find_seam
from cablegraph.names.known import find_known
from cablegraph.names.sounds import load_yaml
from cablegraph.names.vowels import guess_latin, read_signs
from cablegraph.names.words import LONGEST_WORD, fold_word, is_arabic, split_words

CONVENTION = "plain IJMES"
"""The International Journal of Middle East Studies' table without dots and macrons; Arabic and Persian each with their own consonants."""

_PERSIAN = frozenset("پچژگکیۀ")
_ARABIC_ONLY = frozenset("ةىأإكي")
_LIKE = str.maketrans("کیۍےېہھ", "كييييهه")
_SHORTEST_STEM = 2
_LONGEST_ARTICLE = 4


@dataclass(frozen=True, slots=True)
class _Tables:
    words: dict[str, tuple[str, str]]
    endings: dict[str, tuple[str, str]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    data = load_yaml("romanise")
    return _Tables(
        {k.translate(_LIKE): (v[0], v[1]) for k, v in data["words"].items()},
        {k.translate(_LIKE): (v[0], v[1]) for k, v in data["endings"].items()},
    )


def romanise(name: str, language: str | None = None) -> str:
    """The name in Latin letters after ``CONVENTION``, words capitalised; what is not Arabic script stays as it is.

    Args:
        name: A name in any script; what follows the first 400 code points is left as it is.
        language: "fa" (also for Dari) or "ar"; without it the letters decide, and Arabic where they do not.
    """
    return _written(name, language)[0]


def find_guesses(name: str, language: str | None = None) -> tuple[str, ...]:
    """The words of ``romanise(name)`` whose short vowels are guesses."""
    return _written(name, language)[1]


def _written(name: str, language: str | None) -> tuple[str, tuple[str, ...]]:
    letters = set(name)
    persian = language in {"fa", "prs", "ckb"} if language else bool(_PERSIAN & letters) and not _ARABIC_ONLY & letters
    out: list[str] = []
    guesses: list[str] = []
    at = 0
    for word in split_words(name, bracketed=True):
        between = name[at : word.start]
        out.append(between)
        written = name[word.start : word.end]
        if not is_arabic(word.folded):
            out.append(written)
        else:
            latin, guessed = _pieces(written, persian=persian)
            if word.folded == "الله" and between == " " and out[-2:-1] and out[-2][-1:].isalpha():
                out[-1:] = ["ollah" if persian else "allah"]
                at = word.end
                continue
            if guessed:
                guesses.append(latin)
            if latin.startswith("al-") and at == 0 and not between.strip():
                latin = "A" + latin[1:]
            out.append(latin)
        at = word.end
    out.append(name[at:])
    return " ".join("".join(out).split()), tuple(guesses)


def _pieces(word: str, *, persian: bool) -> tuple[str, bool]:
    """A word in its pieces between non-joiners, written together: احمدی‌نژاد."""
    if spoken := read_signs(word[:LONGEST_WORD].translate(_LIKE), persian=persian):
        return spoken.capitalize(), False
    whole = fold_word(word).translate(_LIKE)
    if "\u200c" not in word or find_known(whole) or find_seam(whole) or _is_compound(whole):
        return _word(whole, persian=persian)
    latin, guessed = "", False
    for piece in word[:LONGEST_WORD].split("\u200c"):
        if not piece:
            continue
        folded = fold_word(piece).translate(_LIKE)
        ending = _tables().endings.get(folded) if latin else None
        text, unsure = (ending[persian], False) if ending else _word(folded, persian=persian)
        latin = latin.removesuffix("h") + "i" if latin and text == "I" else latin + (text.lower() if latin else text)
        guessed |= unsure
    return latin, guessed


def _is_compound(word: str) -> bool:
    compound = split_compound(word)
    return bool(compound.head or compound.tail)


@lru_cache(maxsize=1 << 14)
def _word(text: str, *, persian: bool) -> tuple[str, bool]:
    """One folded Arabic-script word in Latin letters, and whether its vowels were guessed."""
    if found := _tables().words.get(text):
        return found[persian], False
    if known := find_known(text):
        return (known.persian if persian else known.arabic), False
    compound = split_compound(text)
    if compound.head or compound.tail:
        return _compounded(compound.head, compound.core, compound.tail, persian=persian)
    if text.startswith("ال") and len(text) > _LONGEST_ARTICLE and not persian:
        core, guessed = _bare(text[2:], persian=persian)
        return f"al-{core}", guessed
    return _bare(text, persian=persian)


def _compounded(head: str, core: str, tail: str, *, persian: bool) -> tuple[str, bool]:
    if core == DIVINE:
        latin, guessed = "Allah", False
    elif head == "father" and core.startswith("ال") and len(core) > _LONGEST_ARTICLE:
        latin, guessed = _bare(core[2:], persian=persian)
        return (f"Abol{latin.lower()}" if persian else f"Abu al-{latin}"), guessed
    else:
        latin, guessed = _bare(core, persian=persian)
    if head == "servant":
        latin = ("Abdollah" if persian else "Abdallah") if core == DIVINE else f"Abd al-{latin}"
    elif head == "father":
        latin = f"Abu {latin}"
    elif head == "mother":
        latin = f"Umm {latin}"
    if tail == "din":
        latin += " al-Din"
    elif tail == "allah":
        latin += "ollah" if persian else "allah"
    return latin, guessed


def _bare(text: str, *, persian: bool) -> tuple[str, bool]:
    """A word without article or compound: known, two known words in one, a stem with an ending, or by the patterns of words."""
    if word := _tables().words.get(text):
        return word[persian], False
    if known := find_known(text):
        return (known.persian if persian else known.arabic), False
    if seam := find_seam(text):
        first, second = find_known(text[:seam]), find_known(text[seam:])
        if first and second:
            return "-".join(k.persian if persian else k.arabic for k in (first, second)), False
    for ending, forms in _tables().endings.items():
        if text.endswith(ending) and len(text) - len(ending) > _SHORTEST_STEM:
            stem, guessed = _bare(text.removesuffix(ending), persian=persian)
            return stem + forms[persian], guessed
    latin, guessed = guess_latin(text, persian=persian)
    return latin.capitalize(), guessed
