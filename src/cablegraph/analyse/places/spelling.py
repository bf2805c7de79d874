"""The form under which a place name is looked up: folded, without the article and without words that say what kind of place it is.

The trap: *Kut* and *al-Kut* are one town and *Al Jubayl* must not become *Jubayl* alone where both stand, so the article goes only where enough is left,
and on both sides.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.text import fold

_SHORTEST = 2
_APOSTROPHES = re.compile(r"['’‘`´ʼʻʿʾ]")
_OTHER = re.compile(r"[^\w]+")
_ARTICLE = re.compile(r"^(?:(?:al|el|as|ar|ash|an|at|ad|az) |ال)(?=\w{3})")
_PARTED = re.compile(r"\s*(?:[,،;؛(（]|\s[-–—]\s)\s*")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name ready to be looked up: its key, what kind of place a word beside it says (``place``, ``region`` or nothing), and what stands after a comma."""

    key: str
    kind: str
    after: str


@cache
def words() -> dict[str, Any]:
    """The words of ``data/places.yml``."""
    path = files("cablegraph.analyse") / "data" / "places.yml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def key_of(name: str) -> str:
    """The form of a name that its spellings share."""
    text = name.lower() if name.isascii() else fold(name)
    text = _OTHER.sub(" ", _APOSTROPHES.sub("", text)).strip()
    return _ARTICLE.sub("", text)


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    found = {_OTHER.sub(" ", fold(word)).strip(): kind for kind, listed in words()["kinds"].items() for word in listed}
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


def spell(name: str) -> Spelled:
    """Take a written name apart: *Basra Governorate, Iraq* is the region ``basra`` with ``Iraq`` after it."""
    head, *rest = _PARTED.split(name.strip(" )）"), maxsplit=1)
    text, kind = _OTHER.sub(" ", _APOSTROPHES.sub("", fold(head))).strip(), ""
    for word, what in _kinds():
        bare = text.removeprefix(word + " ") if text.startswith(word + " ") else text.removesuffix(" " + word)
        if bare != text and len(bare) >= _SHORTEST:
            text, kind = bare, what
            break
    return Spelled(_ARTICLE.sub("", text), kind, rest[0] if rest else "")
