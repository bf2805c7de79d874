"""Subjects that Persian and Arabic leave unsaid: the verb alone tells that it is he, she or I.

A token is put where the subject would stand, ``R`` for the person of the sentence before and ``W`` for the writer; ``people.py`` says who that is.
The words are data (``unsaid`` in ``data/lexicon.yml``). The trap is the sentence whose subject comes late: in Persian a token is put only where
every person of the sentence is governed by a preposition or is an object.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.extract.relations.mask import TOKEN, Mask
from cablegraph.extract.relations.pieces import Piece, plain


@dataclass(frozen=True, slots=True)
class _Persian:
    lead: re.Pattern[str]
    begins: re.Pattern[str]
    governed: re.Pattern[str]
    he: re.Pattern[str]
    me: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Arabic:
    bare: re.Pattern[str]
    mine: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((plain(w) for w in words), key=len, reverse=True))


@cache
def _data(language: str) -> Any:
    folder = files("cablegraph.extract") / "relations" / "data"
    return yaml.safe_load((folder / "lexicon.yml").read_text(encoding="utf-8"))[language]["unsaid"]


@cache
def _persian() -> _Persian:
    data = _data("fa")
    return _Persian(
        re.compile(rf"\A(?:(?:{_any(data['lead'])})(?!\w),? ?){{0,4}}"),
        re.compile(_any(data["begins"])),
        re.compile(rf"(?<!\w)(?:{_any(data['governed'])})(?: [^\s⟦]+){{0,2}} \Z"),
        re.compile(plain(data["he"])),
        re.compile(plain(data["me"])),
    )


@cache
def _arabic() -> _Arabic:
    data = _data("ar")
    ahead = rf"(?= (?:{_any(data['before'])})(?:⟦|[^\s⟦]+ ⟦))"
    weak = _any(f"{stem}(?P<my{n}>ت)" for n, stem in enumerate(data["weak"]))
    return _Arabic(
        re.compile(rf"(?<!\w)[وف]?(?:{weak}|(?:{_any(w for both in data['weak'].values() for w in both)})|(?:{_any(data['verbs'])})(?P<she>ت)?){ahead}"),
        re.compile(rf"(?<!\w)[وف]?(?:{_any(data['mine'])})(?P<she>ت)(?= ⟦P\d+⟧(?! ⟦P))"),
    )  # fmt: skip


def say_unsaid(mask: Mask, language: str) -> None:
    """Put a token for the subject that a sentence leaves to its verb; nothing in a language that always says it."""
    if language == "fa":
        _say_persian(mask)
    elif language == "ar":
        for pattern in (_arabic().bare, _arabic().mine):
            _say_arabic(mask, pattern)


def _say_persian(mask: Mask) -> None:
    words = _persian()
    mine = words.me.search(mask.text)
    if not mine and not words.he.search(mask.text):
        return
    lead = words.lead.match(mask.text)
    at = lead.end() if lead else 0
    if not words.begins.match(mask.text, at):
        return
    for token in TOKEN.finditer(mask.text):
        if token[1] in "RW" or (token[1] in "PC" and not _is_governed(mask.text, token)):
            return
    place = mask.starts[at]
    mask.put(at, at, Piece("W" if mine else "R", place, place))


def _is_governed(text: str, token: re.Match[str]) -> bool:
    return text.startswith((" را ", " و ⟦"), token.end()) or bool(_persian().governed.search(text[: token.start()]))


def _say_arabic(mask: Mask, pattern: re.Pattern[str]) -> None:
    for found in reversed(list(pattern.finditer(mask.text))):
        my = next((name for name, words in found.groupdict().items() if words and name.startswith("my")), None)
        if my:
            mask.put(found.start(my), found.end(my), Piece("W", *mask.span(*found.span(my))))
        else:
            she = "she" if found["she"] else 0
            mask.put(found.end(), found.end(), Piece("R", *mask.span(*found.span(she))))
