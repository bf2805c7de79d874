"""Which place of the gazetteer a place of the case means, by what stands beside it; where two are as likely, both stay candidates.

A candidate weighs more the more people it has and the more names it has in GeoNames (Paris has 170 of them, Paris in Texas 12); more where its country is
named in the same documents or other places of that country are; and much more where the country stands in the name (*Tripoli, Lebanon*). Against all of
them stands the chance that the gazetteer does not hold the place that is meant. What has 92 parts in a hundred of all the weight is located; the rest is
left to people.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from cablegraph.analyse.places.countries import Country, countries, find_country
from cablegraph.analyse.places.gazetteer import Match, find_matches
from cablegraph.analyse.places.spelling import Spelled, key_of, spell
from cablegraph.model.answers import PlaceChoice

_ENOUGH = 0.92
_KNOWN = 1.5
"""The power of the number of names."""
_UNHELD = 630_000.0
"""Weight of a place that the gazetteer lacks: as of a town of 20,000 people and ten names."""
_BESIDE = 200.0
_IN_NAME = 50_000.0
_CAPITAL = 10.0
"""How much more often the capital of a country is meant, where the documents speak of that country."""
_QUALITY = {"name": 1.0, "other name": 0.5, "sound": 0.2}
_SURENESS = {"name": 1.0, "other name": 0.97, "sound": 0.75}
_ONE_PLACE_KM = 25.0
_MOST = 8
_KM = 111.2


@dataclass(frozen=True, slots=True)
class Named:
    """A place of the case: its id, its names in any script, the documents that name it."""

    id: str
    names: tuple[str, ...]
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Located:
    """What a place of the case means: see ``model.answers.PlaceLine`` for ``state`` and ``kind``."""

    id: str
    state: str
    kind: str
    choice: PlaceChoice | None
    alternatives: tuple[PlaceChoice, ...]


Told = Mapping[str, Counter[str]]
"""For each document how often it names each country, by word or by a place in it."""


def locate_places(named: Collection[Named]) -> tuple[Located, ...]:
    """Locate the places of a case, in the order given."""
    lands = {one.id: land for one in named if (land := _country_of(one))}
    spelled = {one.id: tuple(spell(name) for name in one.names) for one in named if one.id not in lands}
    told: dict[str, Counter[str]] = {}
    for one in named:
        if one.id in lands:
            _tell(told, one, lands[one.id].code)
        for code in _codes_within(spelled.get(one.id, ())):
            _tell(told, one, code)
    near = {code for counts in told.values() for code in counts}
    matches = find_matches({s.key for found in spelled.values() for s in found}, near)
    towns = [one for one in named if one.id in spelled]
    first = {one.id: _weighed(one, spelled[one.id], matches, told, {}) for one in towns}
    beside: dict[str, dict[str, tuple[str, str]]] = {}
    for one in towns:
        choice = first[one.id].choice
        if choice and first[one.id].state == "located":
            for document in one.documents:
                beside.setdefault(document, {})[one.id] = (choice.country, choice.name)
    out = {one.id: _weighed(one, spelled[one.id], matches, told, beside) for one in towns}
    return tuple(out.get(one.id) or _as_country(one.id, lands[one.id]) for one in named)


def _country_of(one: Named) -> Country | None:
    return next((land for name in one.names if (land := find_country(name))), None)


def _codes_within(spelled: Iterable[Spelled]) -> set[str]:
    """The countries that stand in names, after a comma."""
    return {land.code for s in spelled if (land := find_country(s.after))}


def _tell(told: dict[str, Counter[str]], one: Named, code: str) -> None:
    for document in one.documents:
        told.setdefault(document, Counter())[code] += 1


def _as_country(key: str, land: Country) -> Located:
    choice = PlaceChoice(
        land.geonames,
        land.name,
        land.code,
        land.number,
        land.name,
        None,
        None,
        land.population,
        1.0,
        "the name of a country",
    )
    return Located(key, "located", "country", choice, ())


def _weighed(
    one: Named,
    spelled: Sequence[Spelled],
    matches: Mapping[str, tuple[Match, ...]],
    told: Told,
    beside: Mapping[str, Mapping[str, tuple[str, str]]],
) -> Located:
    """Weigh the candidates of a place; ``beside`` has for each document the country and name of each place located in it, by id."""
    within = _codes_within(spelled)
    share, company = _shares(one, told, beside)
    best: dict[int, tuple[float, Match]] = {}
    for match in (m for s in spelled for m in matches.get(s.key, ())):
        code = match.place.country
        factor = 1 + _BESIDE * share.get(code, 0.0) + (_IN_NAME if code in within else 0)
        if code in share and code in countries() and key_of(countries()[code].capital) == key_of(match.place.name):
            factor *= _CAPITAL
        weight = (
            (match.place.population + 1000)
            * (match.place.names + 1) ** _KNOWN
            * factor
            * _QUALITY[match.how]
            * match.likeness
        )
        number = match.place.geonames
        if number not in best or best[number][0] < weight:
            best[number] = (weight, match)
    ranked = _apart(sorted(best.values(), key=lambda c: (-c[0], c[1].place.geonames)))
    total = _UNHELD + sum(weight for weight, _ in ranked)
    choices = tuple(
        _choice(match, weight / total, _why(match, one, told, company, within)) for weight, match in ranked[:_MOST]
    )
    kind = "region" if any(s.kind == "region" for s in spelled) else "place"
    if not ranked:
        return Located(one.id, "unknown", kind, None, ())
    if ranked[0][0] / total >= _ENOUGH:
        return Located(one.id, "located", kind, choices[0], choices[1:])
    return Located(one.id, "undecided", kind, None, choices)


def _shares(
    one: Named, told: Told, beside: Mapping[str, Mapping[str, tuple[str, str]]]
) -> tuple[dict[str, float], dict[str, list[str]]]:
    """How far the documents of a place speak of each country, 0-1, and which other places of each country stand there."""
    share: dict[str, float] = {}
    company: dict[str, set[str]] = {}
    for document in one.documents:
        counts = Counter(told.get(document, {}))
        for other, (land, name) in beside.get(document, {}).items():
            if other != one.id:
                counts[land] += 1
                company.setdefault(land, set()).add(name)
        for land, number in counts.items():
            share[land] = share.get(land, 0.0) + number / counts.total() / len(one.documents)
    return share, {land: sorted(names) for land, names in company.items()}


def _apart(ranked: Iterable[tuple[float, Match]]) -> list[tuple[float, Match]]:
    """Leave out what lies within a heavier candidate's town."""
    out: list[tuple[float, Match]] = []
    for weight, match in ranked:
        if all(_distance(match, other) > _ONE_PLACE_KM for _, other in out):
            out.append((weight, match))
    return out


def _distance(a: Match, b: Match) -> float:
    """Kilometres between two towns, near enough for small distances."""
    one, other = a.place, b.place
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _KM * hypot(east, one.latitude - other.latitude)


def _why(match: Match, one: Named, told: Told, company: Mapping[str, list[str]], within: Collection[str]) -> str:
    land = match.place.country
    said = {
        "name": "its name in GeoNames",
        "other name": f"another name of {match.place.name} in GeoNames",
        "sound": f"sounds like {match.place.name}",
    }[match.how]
    parts = [said]
    name = countries()[land].name if land in countries() else land
    if land in within:
        parts.append(f"{name} stands in the name")
    number = sum(land in told.get(document, {}) for document in one.documents)
    if number:
        parts.append(f"{name} is named in {number} of {len(one.documents)} documents")
    if land in company:
        parts.append("beside " + ", ".join(company[land][:3]))
    return "; ".join(parts)


def _choice(match: Match, share: float, why: str) -> PlaceChoice:
    place = match.place
    land = countries().get(place.country)
    return PlaceChoice(
        place.geonames, place.name, place.country, land.number if land else 0, land.name if land else place.country, place.latitude, place.longitude,
        place.population, round(share * _SURENESS[match.how], 3), why,
    )  # fmt: skip
