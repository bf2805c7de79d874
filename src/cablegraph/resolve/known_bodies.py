"""Bodies that everybody knows under several names: MOIS, وزارت اطلاعات and "Ministry of Intelligence" are one.

Knows the list that comes with cablegraph (``data/bodies.yml``) and a newsroom's own of the same form; joining is left to ``bodies``. The trap: "Ministry of
Transport" is a body of many countries, so such a name means one only where the document speaks of one country, or where the list holds no other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.model import Referent
from cablegraph.resolve.meaning import meaning_of
from cablegraph.text import fold

_OF_EVERY_COUNTRY = frozenset({"ministry", "parliament", "army", "police", "guard", "force", "central"})
"""Terms of bodies that every country has one of."""
_FEWEST_TERMS = 2
_KEYS = frozenset({"id", "kind", "names", "local", "former"})
_PLACES = ("places", "countries")


@dataclass(frozen=True, slots=True)
class KnownBodies:
    """Names of bodies with the ids of those who bear them, and the words for countries.

    ``sure`` names mean one body wherever they stand, ``local`` ones those of the countries listed; ``captions`` gives each id its chief name.
    """

    sure: Mapping[str, str] = field(default_factory=dict)
    local: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    captions: Mapping[str, str] = field(default_factory=dict)

    def body_of(self, referent: Referent) -> str | None:
        """The id of the body that a referent is, or a country with a meaning ("iq:health ministry"); None where nothing says so."""
        names = dict.fromkeys((referent.name, *referent.names))
        for name in names:
            if found := self.sure.get(_key(name)):
                return found
        countries = {
            code for kind in _PLACES for p in referent.context.get(kind, ()) if (code := self.countries.get(_key(p)))
        }
        for name in names:
            if found := self._local(name, countries):
                return found
        return None

    def _local(self, name: str, countries: set[str]) -> str | None:
        held = self.local.get(_key(name), ())
        here = [body for body in held if body.partition(".")[0] in countries]
        if len(here) == 1 and len(countries) == 1:
            return here[0]
        if len(held) == 1:
            return None if countries else held[0]
        meaning = meaning_of(name)
        if (
            len(countries) != 1
            or meaning.proper
            or len(meaning.terms) < _FEWEST_TERMS
            or not meaning.terms & _OF_EVERY_COUNTRY
        ):
            return None
        return f"{next(iter(countries))}:{' '.join(sorted(meaning.terms))}"


def _key(name: str) -> str:
    return fold(name).replace(".", "").removeprefix("the ").strip()


def read_bodies(texts: Iterable[str]) -> KnownBodies:
    """Read lists in the form of ``data/bodies.yml``; an entry of a later list takes the place of an earlier one with its id.

    Raises:
        ValueError: A list is no YAML, or an entry has not the form; the message names the entry.
    """
    entries: dict[str, dict[str, Any]] = {}
    countries: dict[str, str] = {}
    for text in texts:
        try:
            data = yaml.safe_load(text) or {}
        except yaml.YAMLError as error:
            raise ValueError(str(error)) from error
        if not isinstance(data, dict) or not set(data) <= {"countries", "bodies"}:
            message = "a list of bodies has the keys `countries` and `bodies`"
            raise ValueError(message)
        if not isinstance(data.get("bodies") or [], list) or data.get("bodies") is False:
            message = "`bodies` is a list"
            raise ValueError(message)
        for code, words in (data.get("countries") or {}).items():
            countries |= dict.fromkeys(map(_key, _strings(words, f"the country {code}")), str(code))
        for entry in data.get("bodies") or ():
            if not isinstance(entry, dict) or not {"id", "names"} <= set(entry) <= _KEYS:
                message = f"a body has `id` and `names`, and may have `kind`, `local` and `former`, not {entry!r}"
                raise ValueError(message)
            for kind in ("names", "local", "former"):
                _strings(entry.get(kind, []), f"the body {entry['id']}")
            entries[str(entry["id"])] = entry
    sure: dict[str, str] = {}
    local: dict[str, tuple[str, ...]] = {}
    for key, entry in entries.items():
        for name in (*entry["names"], *entry.get("former", ())):
            sure[_key(name)] = key
        for name in entry.get("local", ()):
            local[_key(name)] = (*local.get(_key(name), ()), key)
    return KnownBodies(sure, local, countries, {key: entry["names"][0] for key, entry in entries.items()})


def _strings(found: object, where: str) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(word, str) and word.strip() for word in found):
        message = (
            f"the names of {where} are a list of words; put quotation marks round what YAML reads as something else"
        )
        raise ValueError(message)
    return found


def seed_text() -> str:
    """The list of bodies that comes with cablegraph, as YAML."""
    return (files(__package__) / "data" / "bodies.yml").read_text(encoding="utf-8")


@cache
def seed_bodies() -> KnownBodies:
    """The bodies that come with cablegraph."""
    return read_bodies([seed_text()])
