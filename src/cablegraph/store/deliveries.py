"""Two deliveries of one source held against each other: what the later one adds, repeats, changes and lacks.

Places are compared below the folder that was added, since a source names the folder of each delivery anew. The trap: the places of the
earlier delivery are held in memory, some 300 bytes each.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from cablegraph.model import FileState
from cablegraph.model.answers import TrancheLine
from cablegraph.store.tables import document, file

_HAVE = [s.value for s in (FileState.READ, FileState.DUPLICATE, FileState.PROBLEM, FileState.PENDING)]


def place_below(path: str) -> str:
    """A path without the folder that was added; a file that was added by itself keeps its name."""
    return path.partition("/")[2] or path


def iter_changes(connection: sa.Connection, earlier: str, later: str) -> Iterator[TrancheLine]:
    """Every file of the later delivery, in order of path, then what is gone from the earlier one."""
    before = _places(connection, earlier)
    contents = {sha256: path for path, (sha256, _, _) in reversed(before.items())}
    after: set[str] = set()
    for path, sha256, size, key in _rows(connection, later):
        place = place_below(path)
        after.add(place)
        old = before.get(place)
        if sha256 in contents:
            yield TrancheLine(
                "repeated", path, old[2] if old and old[0] == sha256 else before[contents[sha256]][2], size, sha256, key
            )
        elif old:
            yield TrancheLine("changed", path, old[2], size, sha256, key)
        else:
            yield TrancheLine("new", path, "", size, sha256, key)
    for place, (sha256, size, path) in before.items():
        if place not in after:
            yield TrancheLine("gone", path, path, size, sha256, None)


def _places(connection: sa.Connection, dataset: str) -> dict[str, tuple[str, int, str]]:
    return {place_below(path): (sha256, size, path) for path, sha256, size, _ in _rows(connection, dataset)}


def _rows(connection: sa.Connection, dataset: str) -> Iterator[Any]:
    query = (
        sa.select(file.c.path, file.c.sha256, file.c.size, document.c.id)
        .select_from(file.outerjoin(document, document.c.sha256 == file.c.sha256))
        .where(file.c.dataset == dataset, file.c.sha256 != "", file.c.state.in_(_HAVE))
        .order_by(file.c.path, file.c.id)
    )
    yield from connection.execution_options(yield_per=2000).execute(query).tuples()
