"""Places on the map: what an address means in the gazetteer, why, and what it might mean instead."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import EntityCard, RelationCard
from cablegraph.model.citation import Citation


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """An entry of the gazetteer that a name may mean.

    ``geonames`` is its number in GeoNames; ``country`` is ISO 3166-1 (``IQ``), ``country_number`` its number there (368), ``country_name``
    English. ``latitude`` and ``longitude`` are
    degrees (WGS 84), None for a country, which is no point. ``score`` is 0-1; ``why`` says in words what speaks for it.
    """

    geonames: int
    name: str
    country: str
    country_number: int
    country_name: str
    latitude: float | None
    longitude: float | None
    population: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place of the case.

    ``state`` is ``located``, ``undecided`` (``alternatives`` are as likely) or ``unknown`` (the gazetteer has no such name); ``kind`` is
    ``place``, ``country`` or ``region`` (a province, shown at the town that it is called after). ``documents`` and ``relations`` are
    numbers for the time asked for.
    """

    entity: EntityCard
    state: str
    kind: str
    choice: PlaceChoice | None
    alternatives: tuple[PlaceChoice, ...]
    documents: int
    relations: int


@dataclass(frozen=True, slots=True)
class PlacesAnswer:
    """The places of a case, those in most documents first; ``source`` names whose gazetteer it is and its licence."""

    places: tuple[PlaceLine, ...]
    located: int
    undecided: int
    unknown: int
    source: str


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """One place with the relations that it stands in and, of each document that names it, the first sentence that does."""

    place: PlaceLine
    relations: tuple[RelationCard, ...]
    passages: tuple[Citation, ...]
