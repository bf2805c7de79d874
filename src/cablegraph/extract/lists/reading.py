"""A reference list from a file: entities of FollowTheMoney as JSON lines, or a table as CSV.

Knows the shapes of both; where lists lie in a case is the workbench's. A bad line is left out and told by its number, since one broken row should
cost no list. The trap is an alias: FollowTheMoney's weak ones ('Ali') are words rather than names, so they are not taken.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

JSON_ENDINGS = frozenset({".json", ".jsonl", ".ijson", ".ndjson", ".ftm"})
NAMED_BY = ("name", "alias", "previousName")
MOST_FAULTS = 100
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something known: its id in the list, its schema of FollowTheMoney, its names in any script, the chief one first."""

    id: str
    schema: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListFault:
    """A line of a list that was left out (from 1 on), and why."""

    line: int
    cause: str


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The entries of one list in the order of its file, each id once; the first hundred of its bad lines, and how many there were."""

    name: str
    entries: tuple[Entry, ...]
    faults: tuple[ListFault, ...] = ()
    left_out: int = 0


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load((files(__package__) / "data" / "columns.yml").read_text(encoding="utf-8"))
    return data


def label_of(schema: str) -> str | None:
    """The label of mentions of a schema of FollowTheMoney; None where it is nothing that is named in texts."""
    return next((label for label, schemata in _data()["labels"].items() if schema in schemata), None)


def load_list(
    path: Path, *, name: str | None = None, columns: Mapping[str, str] | None = None, ending: str | None = None
) -> ReferenceList:
    """Read a list.

    Args:
        path: The file, UTF-8.
        name: What the list is called; the file's name without its ending where not given.
        columns: For a table: the heading of each of ``id``, ``name``, ``alias``, ``schema``, ``given``, ``family``; known headings are found without.
        ending: The ending to judge the file by, where its own says nothing.

    Raises:
        ValueError: The file is no text, or a table without a column of names; the message says what to write.
        OSError: It cannot be read.
    """
    kind = (ending or path.suffix).lower()
    rows = _of_json(path) if kind in JSON_ENDINGS else _of_table(path, columns or {})
    entries: dict[str, Entry] = {}
    faults: list[ListFault] = []
    left_out = 0
    try:
        for row in rows:
            if isinstance(row, ListFault):
                left_out += 1
                faults += [row] if len(faults) < MOST_FAULTS else []
            elif row.id in entries:
                names = dict.fromkeys((*entries[row.id].names, *row.names))
                entries[row.id] = Entry(row.id, entries[row.id].schema, tuple(names))
            else:
                entries[row.id] = row
    except UnicodeDecodeError as error:
        message = "it is no UTF-8 text; save it as UTF-8 and add it again"
        raise ValueError(message) from error
    return ReferenceList(name or path.stem, tuple(entries.values()), tuple(faults), left_out)


def _of_json(path: Path) -> Iterator[Entry | ListFault]:
    with path.open(encoding="utf-8-sig") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
            except (ValueError, RecursionError):
                yield ListFault(number, "it is no JSON")
                continue
            entry = _of_entity(data)
            yield entry if isinstance(entry, Entry) else ListFault(number, entry)


def _of_entity(data: object) -> Entry | str:
    """An entity of FollowTheMoney as an entry, or why it is none."""
    if not isinstance(data, dict):
        return "it is no entity"
    schema, identifier = data.get("schema"), data.get("id")
    properties = data.get("properties")
    if not isinstance(schema, str) or not isinstance(identifier, str) or not identifier:
        return "it has no id or no schema"
    if label_of(schema) is None:
        return f"its schema {schema[:40]!r} is none of people, bodies, posts and places"
    values = properties if isinstance(properties, dict) else {}
    told = [v for key in NAMED_BY if isinstance(found := values.get(key), list) for v in found]
    names = _names([*told, *([data["caption"]] if not told and isinstance(data.get("caption"), str) else [])])
    return Entry(identifier, schema, names) if names else "it has no name"


def _of_table(path: Path, columns: Mapping[str, str]) -> Iterator[Entry | ListFault]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first = stream.readline()
        stream.seek(0)
        reader = csv.reader(stream, delimiter=max(",;\t|", key=first.count))
        heading = [cell.strip() for cell in next(reader, [])]
        places = _places(heading, columns)
        number = 1
        while True:
            number += 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield ListFault(number, "the row cannot be read")
                continue
            if any(cell.strip() for cell in row):
                entry = _of_row(row, places, number)
                yield entry if isinstance(entry, Entry) else ListFault(reader.line_num, entry)


def _places(heading: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    folded = [cell.casefold().replace(" ", "_") for cell in heading]
    places: dict[str, int] = {}
    for field, known in _data()["columns"].items():
        if field in columns:
            if columns[field] not in heading:
                message = f"it has no column {columns[field]!r}; it has {', '.join(heading)}"
                raise ValueError(message)
            places[field] = heading.index(columns[field])
        elif found := [folded.index(k) for word in known if (k := word.casefold().replace(" ", "_")) in folded]:
            places[field] = found[0]
    if "name" not in places and "family" not in places:
        message = (
            f"no column of names is known among {', '.join(heading) or 'none'}; call one `name`, or say which it is"
        )
        raise ValueError(message)
    return places


def _of_row(row: list[str], places: Mapping[str, int], number: int) -> Entry | str:
    told = {field: row[place].strip() for field, place in places.items() if place < len(row)}
    kind = told.get("schema", "") or "Person"
    schema = str(_data()["kinds"].get(kind.casefold(), kind))
    if label_of(schema) is None:
        return f"its schema {kind[:40]!r} is none of people, bodies, posts and places"
    full = told.get("name") or " ".join(part for part in (told.get("given", ""), told.get("family", "")) if part)
    aliases = [told.get("alias", "")]
    for separator in _data()["separators"]:
        aliases = [piece for alias in aliases for piece in alias.split(separator)]
    names = _names([full, *aliases])
    return Entry(told.get("id") or f"row-{number}", schema, names) if names else "it has no name"


def _names(values: list[object]) -> tuple[str, ...]:
    names = (" ".join(v.split()) for v in values if isinstance(v, str))
    return tuple(dict.fromkeys(n for n in names if n and len(n) <= _LONGEST))
