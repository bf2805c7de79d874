"""Weigh the readings of a name against each other by what is known of names.

A tagger that has never met "Bashir Walid al-Hamdawi" half believes in each of "Walid al-Hamdawi" and the whole. That Bashir is a given name settles it, so
what the shorter reading had goes to the longer one. Knows given names, Arabic family names with their article, English nouns of the land, and the
fields of offices. Leaves how likely each reading is to ``spans``. The trap: a rule moves belief between readings that the tagger has; it never makes a name
where the tagger saw none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import yaml

from cablegraph.extract.mentions.lexicon import DATA, load_lists
from cablegraph.extract.mentions.nationalities import is_nationality
from cablegraph.extract.mentions.spans import Likely
from cablegraph.extract.mentions.tokens import level
from cablegraph.names.known import exactly_known
from cablegraph.names.lexicon import lexicon
from cablegraph.names.words import fold_word

WATCHED: Final = 0.04
"""From this probability on a reading is weighed against others."""
_ARTICLE: Final = "ال"
_SHORTEST_FAMILY: Final = 5
_RARE: Final = 5
_HALF: Final = 0.5
_HYPHENS: Final = frozenset("-‐‑–")
Readings = dict[tuple[str, int, int], float]


def weigh(likely: Sequence[Likely], words: Sequence[str], language: str, counts: Mapping[str, int]) -> list[Likely]:
    """Move belief from readings that knowledge of names speaks against to those that it speaks for.

    Args:
        likely: All readings of a sentence from ``WATCHED`` on.
        words: Its words as written.
        language: "en", "fa" or "ar".
        counts: How often a levelled word is met in the text of the word table.

    Returns:
        Readings with what they are now believed, from 0 to 1.
    """
    if not likely:
        return []
    readings: Readings = {(one.kind, one.start, one.end): one.sure for one in likely}
    if language == "en":
        _leave_fields(readings, words)
        _heed_places(readings, words)
    _make_whole(readings, words, language, counts)
    return [Likely(round(min(sure, 1.0), 4), start, end, kind) for (kind, start, end), sure in readings.items()]


@lru_cache(maxsize=1 << 15)
def is_given(word: str, language: str) -> bool:
    """Tell whether a word as written is a known given name."""
    return bool(exactly_known(fold_word(word))) or "given" in _lists_of(word, language)


def _is_title(word: str, language: str) -> bool:
    return not _lists_of(word, language).isdisjoint(("title", "style"))


def _lists_of(word: str, language: str) -> frozenset[str]:
    return frozenset(load_lists(language)[0].get((level(word),), "").split("+"))


def _make_whole(readings: Readings, words: Sequence[str], language: str, counts: Mapping[str, int]) -> None:
    """Give what a part of a person's name is believed to the whole, where the words that the part lacks are names."""
    persons = sorted((e - s, s, e) for kind, s, e in readings if kind == "PERSON")
    for size, start, end in persons:
        if all(_is_title(w, language) for w in words[start:end]):
            continue
        wholes = [
            (s, e)
            for longer, s, e in persons
            if longer > size
            and s <= start
            and end <= e
            and _HYPHENS.isdisjoint(words[e : e + 1])
            and all(is_given(w, language) and not _is_title(w, language) for w in words[s:start])
            and (
                _ends_name(words[end:e], language, counts)
                or (size == 1 and s == start and e == end + 1 and is_given(words[s], language)
                    and readings["PERSON", s, e] > _HALF * readings["PERSON", start, end])
            )
        ]  # fmt: skip
        if wholes:
            s, e = max(wholes, key=lambda span: readings["PERSON", *span])
            readings["PERSON", s, e] += readings.pop(("PERSON", start, end))


def _ends_name(words: Sequence[str], language: str, counts: Mapping[str, int]) -> bool:
    """Tell whether the words after a part of a name go on with it: further names, a family name with its article, an ending like "-zadeh"."""
    return all(
        is_given(word, language)
        or (language != "en" and _is_family(word, language) and counts.get(level(word), 0) < _RARE)
        or (word in _HYPHENS and n + 1 < len(words) and fold_word(words[n + 1]) in lexicon().suffixes)
        or (n > 0 and words[n - 1] in _HYPHENS and fold_word(word) in lexicon().suffixes)
        for n, word in enumerate(words)
    )


def _is_family(word: str, language: str) -> bool:
    """An Arabic family name with its article. Persian has no article, so any such word of it is one; in Arabic the ending of a nisba is asked for."""
    return word.startswith(_ARTICLE) and len(word) >= _SHORTEST_FAMILY and (language == "fa" or level(word)[-1] == "ي")


def _leave_fields(readings: Readings, words: Sequence[str]) -> None:
    """Begin a person after the field of an office ("Minister of Transport Hatim Nasir")."""
    for kind, start, end in list(readings):
        if kind != "PERSON" or end - start < 2 or start < 2 or words[start - 1] not in ("of", "for"):
            continue
        if words[start - 2].lower() in _known().offices and not is_given(words[start], "en"):
            key = ("PERSON", start + 1, end)
            readings[key] = readings.get(key, 0.0) + readings.pop((kind, start, end))


def _heed_places(readings: Readings, words: Sequence[str]) -> None:
    """Read what ends in a noun of the land, and what somebody is in, as a place; a given name with another as a person."""
    known = _known()
    for kind, start, end in list(readings):
        size, last = end - start, words[end - 1]
        if kind != "PERSON":
            continue
        person, place = (kind, start, end), ("PLACE", start, end)
        given = is_given(words[start], "en") and not is_nationality(words[start], "en")
        inside = start > 0 and words[start - 1] in known.inside
        if size > 1 and (last in known.land or (last in known.surnames and not given and place in readings)):
            readings[place] = readings.get(place, 0.0) + readings.pop(person)
        elif inside and not given and readings.get(place, 0.0) > _HALF * readings[person]:
            readings[place] += readings.pop(person)
        elif size > 1 and given and not inside and place in readings and not _is_listed(words[start:end]):
            readings[person] += readings.pop(place)


def _is_listed(words: Sequence[str]) -> bool:
    return tuple(level(w) for w in words) in load_lists("en")[0]


@dataclass(frozen=True, slots=True)
class _Known:
    land: Collection[str]
    surnames: Collection[str]
    inside: Collection[str]
    offices: Collection[str]


@cache
def _known() -> _Known:
    data = yaml.safe_load((DATA / "readings.yml").read_text(encoding="utf-8"))
    return _Known(**{name: frozenset(words) for name, words in data.items()})
