"""What the letters of a name word may sound like, and what it costs to take one for another.

Both scripts are cut into *units* (a letter or a group such as ``kh`` or ``ou``), and every unit is a small set of sounds with costs, read
from ``data/letters.yml`` and ``data/graphemes.yml``. Two units are as near as their nearest sounds; so one pair of hand-written tables
compares Arabic script with any romanisation, and two romanisations with each other. Which words are compared is left to ``parse``.

The trap: a unit's place matters (a final h is hardly heard, a short a in the middle is not written), so the same letter is another unit at
the start or the end of a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from anyascii import anyascii

SCRIPTS = ("Arab", "Latn")


@dataclass(frozen=True, slots=True)
class Unit:
    """One spelling unit: ``sounds`` maps sound to cost (0-1); ``gap`` is the cost of its absence against (Arab, Latn) words."""

    script: int
    sounds: dict[str, float]
    gap: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A word as numbers of units, and the row of its consonants."""

    units: tuple[int, ...]
    script: int
    skeleton: str


def load_yaml(name: str) -> Any:
    """Read a table of this room's ``data`` folder."""
    text = (files("cablegraph.names") / "data" / f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both loaders are the safe one


def _read_units() -> tuple[list[Unit], list[dict[str, tuple[int, int]]]]:
    units: list[Unit] = []
    spellings: list[dict[str, tuple[int, int]]] = [{}, {}]
    for script, table in enumerate(("letters", "graphemes")):
        for row in load_yaml(table)["units"]:
            gap = (row["gap"][1], row["gap"][0]) if script == 0 else (row["gap"][0], row["gap"][1])
            for spelling in row["spellings"]:
                key = unicodedata.normalize("NFC", spelling)
                spellings[script][key] = (len(units), len(key.strip("^$")) - row.get("keeps", 0))
            units.append(Unit(script, {s: float(c) for s, c in row["sounds"].items()}, gap))
    return units, spellings


UNITS, _SPELLINGS = _read_units()
GAPS = tuple(tuple(u.gap[s] for u in UNITS) for s in (0, 1))
Piece = tuple[str, bool, bool, int, int]


def _by_letter(table: dict[str, tuple[int, int]]) -> dict[str, tuple[Piece, ...]]:
    """For each letter the spellings that begin with it, in the order in which they are tried: (letters, at the start, at the end, unit, step)."""
    found: dict[str, list[Piece]] = {}
    for key, (unit, step) in table.items():
        letters = key.strip("^$")
        found.setdefault(letters[0], []).append((letters, key[0] == "^", key[-1] == "$", unit, step))
    return {letter: tuple(sorted(p, key=lambda i: (-len(i[0]), not i[1], not i[2]))) for letter, p in found.items()}


_PIECES = tuple(_by_letter(table) for table in _SPELLINGS)
_X = (_SPELLINGS[1]["k"][0], _SPELLINGS[1]["s"][0])
"""An x within a word is heard as two sounds."""


def _read_costs() -> list[list[float]]:
    table = load_yaml("sounds")
    near: dict[tuple[str, str], float] = {}
    for pair, cost in table["near"].items():
        a, b = pair.split()
        near[a, b] = near[b, a] = float(cost)
    open_sounds = {*table["vowels"], *table["glides"]}
    same_script = [float(table["same_script"][s]) for s in SCRIPTS]

    def between(u: Unit, v: Unit) -> float:
        cost = min(
            cu + cv if p == q else near.get((p, q), 1.0) if cu == cv == 0 else 1.0
            for p, cu in u.sounds.items()
            for q, cv in v.sounds.items()
        )
        is_other_letter = u.script == v.script and not (open_sounds & u.sounds.keys() and open_sounds & v.sounds.keys())
        return min(1.0, cost + (same_script[u.script] if is_other_letter else 0.0))

    return [[0.0 if u is v else between(u, v) for v in UNITS] for u in UNITS]


COSTS = _read_costs()
_CONTEXTS = (
    (re.compile(r"(?<=.)a(?=[bcdfgklmnpstvz][eiy])"), "ǎ"),
    (re.compile(r"(?<=.[ae])i(?=[^aeiou])"), "ỉ"),
    (re.compile(r"(?<=.)ou(?=[^aeiouy]{1,2}$)"), "ū"),
)
_SILENT = frozenset("aAeiIouUywh'")
_CLASSES = {
    "b": "b", "p": "b", "v": "", "f": "f", "t": "t", "d": "t", "th": "t", "dh": "s", "z": "s", "s": "s", "ts": "s", "sh": "s",
    "ch": "s", "j": "k", "zh": "k", "g": "k", "gh": "k", "k": "k", "q": "k", "x": "k", "l": "l", "r": "r", "m": "m", "n": "m",
}  # fmt: skip
_SKELETON = tuple(
    "" if min(u.sounds, key=lambda s: u.sounds[s]) in _SILENT else _CLASSES[min(u.sounds, key=lambda s: u.sounds[s])]
    for u in UNITS
)
CLASSES = tuple(ord(sign) if sign else 0 for sign in _SKELETON)
"""For each unit the sign of its consonant in ``Encoded.skeleton``, 0 for what is no consonant."""


_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufefc]")


def script_number(word: str) -> int:
    """0 when the word has an Arabic-script letter, else 1 (Latin, or anything that is read through its Latin transcription)."""
    return 1 if word.isascii() or not _ARABIC.search(word) else 0


@lru_cache(maxsize=1 << 12)
def _base(letter: str) -> str:
    """A letter that no table knows, without its accents or in a Latin transcription; a space for what is no letter."""
    if unicodedata.decomposition(letter):
        letter = unicodedata.normalize("NFD", letter)[0]
    return letter if letter.isascii() else str(anyascii(letter)) if letter.isalpha() else " "


def _readable(word: str, script: int) -> str:
    """The word in letters that the tables know: other scripts through a transcription, unknown accents taken off."""
    if script == 1 and not word.isascii():
        known = _SPELLINGS[1]
        word = "".join(c if c in known or c.isascii() else _base(c) for c in word).lower()
    if script == 1:
        for pattern, sign in _CONTEXTS:
            word = pattern.sub(sign, word)
    return word


def cut_units(word: str, script: int) -> list[int]:
    """Cut a folded word into units, the longest spelling first; letters that no table knows are left out."""
    text = _readable(word, script)
    pieces = _PIECES[script]
    out: list[int] = []
    at, end = 0, len(text)
    while at < end:
        letter = text[at]
        if letter == "x" and at and script == 1:
            out += _X
            at += 1
            continue
        for letters, starts, ends, unit, step in pieces.get(letter, ()):
            if (
                text.startswith(letters, at)
                and not (starts and at)
                and not (ends and (at + len(letters) < end or not at))
            ):
                out.append(unit)
                at += step
                break
        else:
            at += 1
    return out


@lru_cache(maxsize=1 << 17)
def encode(word: str) -> Encoded:
    """A folded word (see ``words.fold_word``) in units."""
    script = script_number(word)
    units = cut_units(word, script)
    return Encoded(tuple(units), script, "".join([_SKELETON[u] for u in units]))
