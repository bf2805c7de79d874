"""JSON and JSON Lines, written out for people: a line for each value, indented under its key.

Knows that the letters of Persian and Arabic are often stored as escapes, which are undone; numbers stand as they are written. The traps: a value nested ten
thousand deep, numbers of a million digits, and keys that occur twice, of which both are kept.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.task import Task
from cablegraph.model import Reading
from cablegraph.text import decode

RECORDS = 200
"""Records of JSON Lines, or of one long list, on one page."""

_MOST_DEPTH = 60


class JsonReader:
    """Reads JSON and JSON Lines."""

    name = "json"
    version = "1"
    kinds = frozenset({"json"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read JSON; what does not parse stands as it is written."""
        decoded = decode(content.read_bytes())
        draft = Draft(task, "json", mime, f"{self.name} {self.version}", content.stat().st_size)
        draft.describe("text", {"encoding": decoded.encoding})
        if decoded.repaired:
            draft.trouble("text-repaired", decoded.repaired)
        held: list[str] = []
        for record in _iter_records(decoded.text, draft):
            held.append(record)
            if len(held) == RECORDS:
                if not draft.add_page("\n\n".join(held)):
                    return draft.finish()
                held = []
        if held or not draft.pages:
            draft.add_page("\n\n".join(held))
        return draft.finish()


def _iter_records(text: str, draft: Draft) -> Iterator[str]:
    try:
        value = parse_json(text)
    except (ValueError, RecursionError):
        yield from _iter_lines(text, draft)
        return
    if isinstance(value, list) and len(value) > 1 and all(isinstance(x, _Object | list) for x in value):
        yield from map(show_json, value)
    else:
        yield show_json(value)


def _iter_lines(text: str, draft: Draft) -> Iterator[str]:
    """JSON Lines; lines that do not parse stand as they are and are counted."""
    broken = 0
    for line in text.splitlines():
        if not line.strip():
            continue
        try:
            yield show_json(parse_json(line))
        except (ValueError, RecursionError):
            broken += 1
            yield line
    if broken:
        draft.trouble("file-damaged", f"{broken:,} lines are no JSON and stand as they are written")


class _Object(list[tuple[str, object]]):
    """The members of an object in their order, doubles included."""


def parse_json(text: str) -> object:
    """A value with its numbers as written, and both of two equal keys.

    Raises:
        ValueError: It is no JSON.
        RecursionError: It is nested too deep.
    """
    return json.loads(text, object_pairs_hook=_Object, parse_int=str, parse_float=str, parse_constant=str)


def show_json(value: object) -> str:
    """A value as indented lines, ``key: value``; objects in a list are parted by a blank line."""
    lines: list[str] = []
    stack: list[tuple[str | None, object, int]] = [(None, value, 0)]
    while stack:
        key, inner, depth = stack.pop()
        blank = "  " * min(depth, _MOST_DEPTH)
        if not isinstance(inner, list):
            lines.append(f"{blank}{key}: {_show(inner)}" if key is not None else f"{blank}{_show(inner)}")
            continue
        if key:
            lines.append(f"{blank}{key}:")
        below = depth + (key is not None)
        if isinstance(inner, _Object):
            stack.extend((name, x, below) for name, x in reversed(inner))
            continue
        for number, x in reversed(list(enumerate(inner))):
            stack.append((None, x, below + (isinstance(x, list) and not isinstance(x, _Object))))
            if number and isinstance(x, _Object):
                stack.append((None, "", 0))
    return "\n".join(lines)


def _show(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
