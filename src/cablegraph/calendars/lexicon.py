"""The words that dates are made of, in Persian, Arabic, Kurdish and English, folded for look-up.

Knows each word's role in a date, its value, and in which language it has them; which number or word stands where is left to
:mod:`cablegraph.calendars.tokens`. The trap: one spelling can have two roles in two languages (هجری is solar in Persian and lunar in
Arabic), so an entry keeps them apart by language until somebody asks for one.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cablegraph.calendars.data import load_yaml
from cablegraph.calendars.interval import GREGORIAN, LUNAR, SOLAR
from cablegraph.calendars.keys import key_of, spellings

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
    "event": "j",
    "same-unit": "~",
    "later": "l",
    "month-of-letter": "m",
    "mark": "k",
    "in": "I",
    "filler": "O",
    "numbering": "N",
    "counted": "$",
    "ordinal": "o",
    "count": "c",
    "decade": "E",
    "unsaid-decade": "E",
}
UNIT_ROLES = {"day": "u", "week": "u", "month": "b", "year": "y", "decade": "e", "century": "g"}
NEEDS = {"units": "number", "weak-weekday": "lead", "unsaid-decade": "part"}
HEAD_ROLES = frozenset("DEMSWVAap=~KLXHZoegl")  # without one of these, or a number, words make no date
LANGUAGES = ("en", "fa", "ar", "ckb")

_OPEN_ENDS = {
    "ا": "ی",
    "و": "ی",
    "ه": "\u200cی",
}  # what Persian and Kurdish join to a word that something follows (عاشورای ۱۳۸۸)
_LEAST_IN_YEARS = 20  # a year in words has a ten, a hundred or a thousand


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


@cache
def entries() -> Entries:
    """Return every entry by its first key: the keys of its words, longest first, and its meaning by language."""
    found: defaultdict[tuple[str, ...], Meanings] = defaultdict(dict)
    for language, form, word in _iter_words():
        for keys in spellings(form):
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
def head_keys() -> frozenset[str]:
    """Return the keys of which one must stand in a text for a date to be made of its words: the last of each entry with such a role."""
    return frozenset(
        keys[-1]
        for several in entries().values()
        for keys, meanings in several
        for word in meanings.values()
        if word.role in HEAD_ROLES or (word.role == "c" and int(word.value) >= _LEAST_IN_YEARS)
    )


@cache
def english_months() -> dict[str, int]:
    """Return the English month names and abbreviations with their numbers, for patterns that need them spelled out."""
    return {name: int(number) for number, names in load_yaml("months.yml")[GREGORIAN].items() for name in names["en"]}


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
            if language == "ar" and word.role == "$" and form[-1] not in "اةن":
                yield language, f"{form}ا", word  # 20 مقاتلا
            elif language == "ar" and word.role == "N" and not form.startswith("ال"):
                yield language, f"ال{form}", word
            elif language == "ckb" and not form.endswith("ی"):
                yield language, f"{form}ی", word
            elif language == "fa" and form[-1] in _OPEN_ENDS and word.role in "VMS":
                yield language, form + _OPEN_ENDS[form[-1]], word


def _iter_months() -> Iterator[tuple[str, str, Word]]:
    tables = load_yaml("months.yml")
    capital, with_year, with_both, countable = (
        frozenset(map(key_of, tables[name])) for name in ("capital", "with_year", "with_day_and_year", "countable")
    )
    for table, calendar in ((GREGORIAN, GREGORIAN), (SOLAR, SOLAR), (LUNAR, LUNAR), ("afghan", SOLAR)):
        for number, forms in tables[table].items():
            for language, form, word in _iter_forms(forms, Word("M", number, calendar)):
                key = key_of(form)
                needs = (
                    "day and year"
                    if key in with_both
                    else "year"
                    if key in with_year
                    else "no count" * (key in countable)
                )
                month = Word(word.role, word.value, calendar, capital=key in capital, needs=needs)
                yield language, form, month
                if calendar == SOLAR and language == "fa":
                    yield language, f"{form} ماه", replace(month, needs="" if key in countable else needs)
