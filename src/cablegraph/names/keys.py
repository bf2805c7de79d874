"""Keys under which one name word is found in any script: its consonants, and the long vowels where the word is short.

Document search and the blocking of resolution call the same ``name_keys``, so what one finds the other can join. Arabic script writes long
vowels and Latin script does not tell them from short ones; a Latin ``i`` therefore gives a key with and one without, and an Arabic word one
key only. That keeps حسن and حسین apart while Hossein meets حسین.

The trap: a key is a sieve, not a judgement. Names that share one still have to be compared.
"""

from __future__ import annotations

from functools import lru_cache

from cablegraph.names.compounds import DIVINE, is_divine, split_compound, strip_article
from cablegraph.names.sounds import UNITS, encode
from cablegraph.names.words import LONGEST_WORD, fold_word

MOST_KEYS = 4
_LONG_WORD = 5
_VOWELS = frozenset("aAeiIouUyw'")
_SYMBOLS = {
    "a": "", "A": "", "e": "", "i": "i", "I": "i", "y": "i", "o": "u", "u": "u", "U": "u", "w": "u", "'": "", "v": "u",
    "b": "b", "p": "b", "t": "t", "d": "d", "th": "s", "dh": "z", "z": "z", "s": "s", "ts": "s", "sh": "x", "ch": "j", "j": "j", "zh": "j",
    "g": "k", "gh": "k", "k": "k", "q": "k", "x": "h", "h": "h", "f": "f", "l": "l", "r": "r", "m": "m", "n": "n",
}  # fmt: skip
_HEADS = {"servant": "abt", "father": "ab", "mother": "am"}
_TAILS = {"din": "dn", "allah": "lh"}
_DEVOICED = {"d": "t", "z": "s"}
_OFTEN = {0: 0.04, 1: 0.13}
"""Highest cost of a sound that still makes a key, by script: Arabic letters say more exactly what they are."""


def _options(number: int) -> tuple[tuple[str, float], ...]:
    """Key symbols of one unit with their costs, the likeliest first."""
    unit = UNITS[number]
    best: dict[str, float] = {}
    vowel = min(unit.sounds, key=lambda s: unit.sounds[s]) in _VOWELS
    for sound, cost in unit.sounds.items():
        symbol = "" if vowel and sound == "h" else _SYMBOLS[sound]
        if cost <= _OFTEN[unit.script]:
            best[symbol] = min(best.get(symbol, 1.0), cost)
    if unit.script == 1 and vowel and unit.gap[0] <= 0.2:
        best.setdefault("", 0.1)
        if "e" in unit.sounds and unit.sounds["e"] == 0:
            best.setdefault("i", 0.15)
    if "h" in unit.sounds and unit.gap[1 - unit.script] <= 0.15:
        best = {"": 0.0} if unit.script == 0 else {"": 0.0, "h": 0.1}
    return tuple(sorted(best.items(), key=lambda o: o[1]))


_OPTIONS = tuple(_options(n) for n in range(len(UNITS)))
_IS_VOWEL = tuple(min(u.sounds, key=lambda s: u.sounds[s]) in _VOWELS for u in UNITS)


def _skeletons(word: str, most: int) -> list[str]:
    """The ``most`` likeliest keys of a simple word."""
    units = encode(word).units
    if not units:
        return []
    consonants = sum(not _IS_VOWEL[u] and _OPTIONS[u] != (("", 0.0),) for u in units)
    long_word = consonants >= _LONG_WORD
    found: dict[str, float] = {"": 0.0}
    for at, number in enumerate(units):
        options = _OPTIONS[number]
        if _IS_VOWEL[number]:
            if at == 0:
                options = options[:1] if _is_glide(number) else (("a", 0.0),)
            elif long_word or (at == 1 and found.keys() == {"a"}):
                continue
            elif _IS_VOWEL[units[at - 1]] and options[0][0]:
                options = options[:1]
        elif at == len(units) - 1 and at:
            options = tuple((_DEVOICED.get(s, s), c) for s, c in options)
        found = _extended(found, options, 4 * most)
    return [key for key, _ in sorted(found.items(), key=lambda f: f[1])[:most] if key]


def _extended(found: dict[str, float], options: tuple[tuple[str, float], ...], most: int) -> dict[str, float]:
    """The ``most`` cheapest keys after one more unit."""
    following: dict[str, float] = {}
    for key, cost in found.items():
        for symbol, more in options:
            longer = key if symbol and symbol in "iu" and key.endswith(symbol) else key + symbol
            if cost + more < following.get(longer, 9.0):
                following[longer] = cost + more
    if len(following) <= most:
        return following
    return dict(sorted(following.items(), key=lambda f: f[1])[:most])


def _is_glide(number: int) -> bool:
    """Whether a unit that opens a word is heard as w or y there, not as a vowel."""
    sounds = UNITS[number].sounds
    return 0 in (sounds.get("w"), sounds.get("y"), sounds.get("v")) and all(sounds.get(v) != 0 for v in "aeiou")


@lru_cache(maxsize=1 << 17)
def name_keys(word: str) -> frozenset[str]:
    """Keys of one name word in any script, at most ``MOST_KEYS``; two spellings of a name nearly always share one.

    Args:
        word: One word as ``cablegraph.text.find_words`` gives it; case, signs and a joined article do not matter.

    Returns:
        Short strings of a-z, empty when the word has no letter. A compound in one word (عبدالرحمن) also has the key of its core (رحمن).
    """
    folded = fold_word(word[:LONGEST_WORD]).strip("'-")
    if is_divine(folded):
        return frozenset({"alh"})
    bare = strip_article(folded)
    compound = split_compound(bare)
    head, tail = _HEADS.get(compound.head, ""), _TAILS.get(compound.tail, "")
    if compound.core == DIVINE:
        return frozenset({head + "lh"})
    if head or tail:
        cores = _skeletons(compound.core, 2)
        return frozenset([head + core + tail for core in cores] + cores)
    if bare != folded:
        return frozenset([*_skeletons(bare, MOST_KEYS // 2), *_skeletons(folded, MOST_KEYS // 2)])
    return frozenset(_skeletons(folded, MOST_KEYS))
