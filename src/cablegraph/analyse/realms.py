"""Which posts and bodies are those of an institution or a country: their names hold its name, in whatever script.

The trap: the ambassador of one state to another bears the names of both and serves one; so a name that stands after "to" or "in" does not count. Words of
one script must be equal, words of two scripts may sound alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from cablegraph.model.answers import EntityCard
from cablegraph.names.word_keys import find_name_keys
from cablegraph.text import fold, script_of

_LEAST = 3
"""A name of fewer letters than this is found in too many others."""
_BODIES = frozenset({"Organization", "PublicBody", "Address"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: folded, its script, and the keys under which it is found in other scripts."""

    text: str
    script: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Realm:
    """An institution or a country: its entity (id) with others that count as it, and their names without the words that many share."""

    entity: str
    names: tuple[tuple[Word, ...], ...]
    also: frozenset[str] = frozenset()


@cache
def _words_of_no_weight() -> tuple[frozenset[str], frozenset[str]]:
    data: dict[str, list[str]] = yaml.safe_load(
        (files(__package__) / "data" / "realms.yml").read_text(encoding="utf-8")
    )
    generic, away = (frozenset(_folded(word) for word in data[key]) for key in ("generic", "away"))
    return generic, away


def _folded(word: str) -> str:
    return fold(word).casefold()


@lru_cache(maxsize=200_000)
def _words(name: str) -> tuple[Word, ...]:
    return tuple(
        Word(_folded(word := name[span.start : span.end]), script_of(word), keys)
        for span, keys in find_name_keys(name)
        if keys
    )


def make_realm(card: EntityCard, typed: str = "") -> Realm:
    """The realm of an entity; ``typed`` is the name by which it was asked for, empty where that was an id."""
    generic, _ = _words_of_no_weight()
    names = (tuple(w for w in _words(name) if w.text not in generic) for name in (*card.names, typed))
    kept = dict.fromkeys(name for name in names if sum(len(w.text) for w in name) >= _LEAST)
    return Realm(card.id, tuple(kept))


def join_realms(first: Realm, others: Iterable[Realm]) -> Realm:
    """One realm of several: what belongs to any of them belongs to it."""
    rest = tuple(others)
    names = (*first.names, *(name for realm in rest for name in realm.names))
    return Realm(first.entity, tuple(dict.fromkeys(names)), first.also.union({r.entity for r in rest}))


def is_named(name: str, realm: Realm) -> bool:
    """Whether a name holds the name of a realm as that of whom it serves."""
    generic, away = _words_of_no_weight()
    words = _words(name)
    told = [w for w in words if w.text not in generic]
    for wanted in realm.names:
        for n in range(len(told) - len(wanted) + 1):
            before = told[n - 1].text if n else ""
            if before not in away and all(map(_is_same, told[n : n + len(wanted)], wanted)):
                return True
    return False


def _is_same(one: Word, other: Word) -> bool:
    return one.text == other.text if one.script == other.script else not one.keys.isdisjoint(other.keys)


def find_bodies(cards: Mapping[str, EntityCard], realm: Realm) -> frozenset[str]:
    """The entities (ids) that are the realm or bodies of it."""
    found = {card.id for card in _bodies(cards.values()) if any(is_named(name, realm) for name in card.names)}
    return frozenset(found | {realm.entity} | realm.also)


def _bodies(cards: Iterable[EntityCard]) -> Iterable[EntityCard]:
    return (card for card in cards if card.schema in _BODIES)
