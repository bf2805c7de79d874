"""The words that dates are made of, in three languages, folded for look-up.

Knows each word's role in a date, its value, and in which language it has them; which number or word stands where is left to
:mod:`cablegraph.calendars.tokens`. The trap: one spelling can have two roles in two languages (هجری is solar in Persian and lunar in
Arabic), so an entry keeps them apart by language until somebody asks for one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from cablegraph.calendars.data import load_yaml
from cablegraph.calendars.interval import GREGORIAN, LUNAR, SOLAR
from cablegraph.text import fold

ROLES = {  # one letter each, so that a run of tokens is a string that patterns can look at
    "weekday": "W",
    "weak-weekday": "W",
    "vague-count": "v",
    "season": "S",
    "dual": "U",
    "fiscal": "Z",
    "ago": "A",
    "before-or-ago": "K",
    "next-or-after": "J",
    "before": "B",
    "after": "F",
    "since": "C",
    "until": "T",
    "to": "t",
    "from": "f",
    "of-or-from": "w",
    "and": "&",
    "onward": "r",
    "last": "L",
    "next": "X",
    "this": "H",
    "slice": "P",
    "relative-day": "a",
    "relative-year": "p",
    "same-day": "=",
    "mark": "k",
    "in": "I",
    "filler": "O",
    "numbering": "N",
    "counted": "$",
    "ordinal": "o",
    "count": "c",
    "decade": "E",
}
UNIT_ROLES = {"day": "u", "week": "u", "month": "b", "year": "y", "decade": "e", "century": "g"}
NEEDS = {"units": "number", "weak-weekday": "lead"}
LANGUAGES = ("en", "fa", "ar")

_PIECE = re.compile(r"[A-Za-z]+\d\w*|[^\W\d_]+(?:[\u200c'’][^\W\d_]+)*|\d+\w*|[^\s\w]")
_APOSTROPHES = str.maketrans("", "", "'’‘ʿʾ")
_CACHED = 65536


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning of a word: the letter of its role, its value, for a month its calendar, and what must stand beside it."""

    role: str
    value: str
    calendar: str = ""
    capital: bool = False
    needs: str = ""


Meanings = dict[str, Word]
Entries = dict[str, list[tuple[tuple[str, ...], Meanings]]]


@lru_cache(maxsize=_CACHED)
def key_of(word: str) -> str:
    """Return the form under which a word of a text is looked up."""
    return fold(word).translate(_APOSTROPHES)


@cache
def entries() -> Entries:
    """Return every entry by its first key: the keys of its words, longest first, and its meaning by language."""
    found: defaultdict[tuple[str, ...], Meanings] = defaultdict(dict)
    for language, form, word in _iter_words():
        for keys in _spellings(form):
            found[keys].setdefault(language, word)
    by_first: defaultdict[str, list[tuple[tuple[str, ...], Meanings]]] = defaultdict(list)
    for keys, meanings in found.items():
        by_first[keys[0]].append((keys, meanings))
    for several in by_first.values():
        several.sort(key=lambda each: -len(each[0]))
    return dict(by_first)


@cache
def known_keys() -> frozenset[str]:
    """Return every key that occurs in some entry."""
    return frozenset(key for several in entries().values() for keys, _ in several for key in keys)


@cache
def english_months() -> dict[str, int]:
    """Return the English month names and abbreviations with their numbers, for patterns that need them spelled out."""
    return {name: int(number) for number, names in load_yaml("months.yml")[GREGORIAN].items() for name in names["en"]}


def _spellings(form: str) -> Iterator[tuple[str, ...]]:
    keys = tuple(key for piece in _PIECE.findall(form) if (key := key_of(piece)) and piece != "-")
    if not keys:
        return
    is_joinable = not form.isascii() and all(key.isalpha() for key in keys)
    for gaps in product((True, False), repeat=len(keys) - 1) if is_joinable else [(True,) * (len(keys) - 1)]:
        words = [keys[0]]
        for gap, key in zip(gaps, keys[1:], strict=True):
            words[-1:] = [words[-1], key] if gap else [words[-1] + key]
        yield tuple(words)


def _iter_words() -> Iterator[tuple[str, str, Word]]:
    yield from _iter_months()
    for section in (load_yaml("words.yml"), load_yaml("numbers.yml")):
        for role, values in section.items():
            for value, forms in values.items():
                letter = UNIT_ROLES[value] if role in {"unit", "units"} else ROLES[role]
                word = Word(letter, value, capital=role == "weak-weekday", needs=NEEDS.get(role, ""))
                yield from _iter_forms(forms, word)
    for name, observance in load_yaml("observances.yml").items():
        yield from _iter_forms(observance, Word("V", name))


def _iter_forms(forms: dict[str, list[str]], word: Word) -> Iterator[tuple[str, str, Word]]:
    for language in LANGUAGES:
        for form in forms.get(language, ()):
            yield language, form, word


def _iter_months() -> Iterator[tuple[str, str, Word]]:
    tables = load_yaml("months.yml")
    capital, with_year, with_both = (
        frozenset(map(key_of, tables[name])) for name in ("capital", "with_year", "with_day_and_year")
    )
    for table, calendar in ((GREGORIAN, GREGORIAN), (SOLAR, SOLAR), (LUNAR, LUNAR), ("afghan", SOLAR)):
        for number, forms in tables[table].items():
            for language, form, word in _iter_forms(forms, Word("M", number, calendar)):
                key = key_of(form)
                needs = "day and year" if key in with_both else "year" if key in with_year else ""
                month = Word(word.role, word.value, calendar, capital=key in capital, needs=needs)
                yield language, form, month
                if calendar == SOLAR and language == "fa":
                    yield language, f"{form} ماه", month
