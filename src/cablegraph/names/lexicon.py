"""The small words of names: titles, particles, heads and tails of compounds, nicknames, and how frequent a name is.

Reads ``data/parts.yml`` and ``data/common.yml`` once. Which of them a word is in a given name is decided in ``parse``: many titles are also
names (Sayyid, Shah, Sultan), and "Ben" is a particle in Ben Ali and a given name in Ben Cardin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cablegraph.names.keys import name_keys
from cablegraph.names.similarity import word_similarity
from cablegraph.names.sounds import load_yaml, script_number
from cablegraph.names.words import fold_word

COMMONEST = 0.35
"""Rarity of a name that is met everywhere."""
_RARITY = {1: COMMONEST, 2: 0.6, 3: 1.0}
_EXACT, _OPEN = 0.97, 0.9


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in text.split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded word sets; ``nicknames`` maps a form to the groups it belongs to, ``grades`` a known name to its frequency."""

    honorifics: frozenset[str]
    soft: frozenset[str]
    particles: frozenset[str]
    descent: frozenset[str]
    articles: frozenset[str]
    opening: frozenset[str]
    generations: frozenset[str]
    heads: dict[str, str]
    tails: dict[str, str]
    suffixes: frozenset[str]
    abbreviations: dict[str, str]
    nicknames: dict[str, frozenset[int]]
    grades: dict[str, int]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word lists of this room, read once."""
    parts, common = load_yaml("parts"), load_yaml("common")
    heads = {w: kind for kind in ("servant", "father", "mother") for w in _words(parts[kind]["words"])}
    tails = {w: kind for kind, text in parts["tails"].items() for w in _words(text)}
    nicknames: dict[str, set[int]] = {}
    for number, group in enumerate(parts["nicknames"]):
        for word in _words(group):
            nicknames.setdefault(word, set()).add(number)
    grades = {word: grade for grade in (3, 2, 1) for word in _words(common[grade])}
    return Lexicon(
        honorifics=_words(parts["honorifics"]),
        soft=_words(parts["soft"]),
        particles=_words(parts["particles"]),
        descent=_words(parts["descent"]),
        articles=_words(parts["articles"]),
        opening=_words(parts["opening"]),
        generations=_words(parts["generations"]),
        heads=heads,
        tails=tails,
        suffixes=_words(parts["suffixes"]),
        abbreviations={fold_word(k): fold_word(v) for k, v in parts["abbreviations"].items()},
        nicknames={w: frozenset(g) for w, g in nicknames.items()},
        grades=grades,
    )


@lru_cache(maxsize=1)
def _known_by_key() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in lexicon().grades:
        for key in name_keys(word):
            found.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in found.items()}


@lru_cache(maxsize=1 << 16)
def known_names(word: str) -> frozenset[str]:
    """The known names that a folded word may be a spelling of; Arabic script says it exactly, Latin script leaves some open.

    Salim may be سالم or سليم, Hussein only حسين. Empty for a word that is no known name.
    """
    known = _known_by_key()
    likeness = _EXACT if script_number(word) == 0 else _OPEN
    near = {other for key in name_keys(word) for other in known.get(key, ())}
    return frozenset(other for other in near if word_similarity(word, other) >= likeness)


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """How much meeting this word says about who is meant: 1 for a rare name, 0.6 for a frequent one, 0.35 for one met everywhere."""
    grades = lexicon().grades
    return _RARITY[min((grades[known] for known in known_names(word)), default=3)]
