"""The schemata that cablegraph knows, read from ``data/schemata.yml``.

Where a relation has a FollowTheMoney schema of that meaning it is used; ours are declared beside them and leave in exports as ``UnknownLink`` with a role.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class RelationSchema:
    """One type of relation: its label, its FollowTheMoney schema with the properties of the two ends, and how it behaves in time."""

    name: str
    label: str
    ftm: str
    subject: str
    object: str
    directed: bool
    instant: bool


@cache
def _data() -> dict[str, dict[str, dict[str, object]]]:
    data: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(
        (files(__package__) / "data" / "schemata.yml").read_text(encoding="utf-8")
    )
    return data


@cache
def relation_schemata() -> dict[str, RelationSchema]:
    """Every type of relation by its name."""
    return {name: RelationSchema(name=name, **entry) for name, entry in _data()["relations"].items()}  # type: ignore[arg-type]


@cache
def entity_schema(label: str) -> str | None:
    """The schema of what a mention of this label means; None for labels that mean no entity."""
    found = _data()["entities"].get(label)
    return str(found) if found else None


def stated_interval(kind: str, first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """The interval of a relation of this type: what happens once, with one date stated, begins and ends with it; what lasts stays open."""
    return (first or last, last or first) if relation_schemata()[kind].instant else (first, last)
