"""The small words of names: titles, particles, heads and tails of compounds, nicknames, and how much meeting a name says.

Reads ``data/parts.yml`` and ``data/titles.yml`` once; frequent names are in ``known``. Which of them a word is in a given name is decided in
``parse``: many titles are also names (Sayyid, Shah, Sultan), and "Ben" is a particle in Ben Ali and a given name in Ben Cardin.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from cablegraph.names.known import grade_of, known_names
from cablegraph.names.sounds import load_yaml
from cablegraph.names.words import fold_word

COMMONEST = 0.35
"""Rarity of a name that is met everywhere; such a name often stands before another given name (Mohammad Javad, Ahmet Mesut)."""
_RARITY = {1: COMMONEST, 2: 0.6, 3: 1.0, None: 1.0}


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in text.split())


__all__ = ["COMMONEST", "Lexicon", "known_names", "lexicon", "rarity"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded word sets.

    ``phrases`` are the titles of several words by their first one, ``title_grades`` what may follow a title; ``nicknames`` maps a form to the
    groups it belongs to; ``special`` holds every word of which a name is not simply made.
    """

    honorifics: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    title_grades: frozenset[str]
    soft: frozenset[str]
    particles: frozenset[str]
    descent: frozenset[str]
    articles: frozenset[str]
    opening: frozenset[str]
    generations: frozenset[str]
    doubled: frozenset[str]
    heads: dict[str, str]
    tails: dict[str, str]
    suffixes: frozenset[str]
    abbreviations: dict[str, str]
    nicknames: dict[str, frozenset[int]]
    special: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word lists of this room, read once."""
    parts, titles = load_yaml("parts"), load_yaml("titles")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(map(fold_word, p.split())) for p in titles["phrases"]), key=len, reverse=True):
        phrases.setdefault(phrase[0], []).append(phrase)
    heads = {w: kind for kind in ("servant", "father", "mother") for w in _words(parts[kind]["words"])}
    tails = {w: kind for kind, text in parts["tails"].items() for w in _words(text)}
    nicknames: dict[str, set[int]] = {}
    for number, group in enumerate(parts["nicknames"]):
        for word in _words(group):
            nicknames.setdefault(word, set()).add(number)
    found = Lexicon(
        honorifics=_words(titles["honorifics"]),
        phrases={first: tuple(found) for first, found in phrases.items()},
        title_grades=_words(titles["grades"]),
        soft=_words(parts["soft"]),
        particles=_words(parts["particles"]),
        descent=_words(parts["descent"]),
        articles=_words(parts["articles"]),
        opening=_words(parts["opening"]),
        generations=_words(parts["generations"]),
        doubled=_words(parts["doubled"]),
        heads=heads,
        tails=tails,
        suffixes=_words(parts["suffixes"]),
        abbreviations={fold_word(k): fold_word(v) for k, v in parts["abbreviations"].items()},
        nicknames={w: frozenset(g) for w, g in nicknames.items()},
        special=frozenset(),
    )
    special = found.honorifics | found.title_grades | found.particles | found.generations | found.suffixes | found.soft
    return replace(found, special=special.union(found.phrases, found.heads, found.tails, found.abbreviations))


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """How much meeting this word says about who is meant: 1 for a rare name, 0.6 for a frequent one, 0.35 for one met everywhere."""
    return _RARITY[grade_of(word)]
