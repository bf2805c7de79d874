"""Where things were found: the places of a content, the content at a place, the members of a container.

Of several places with the same content the first by (dataset, depth, path) is the one that counts as read; ``settle`` says so after a run, so that
the order in which files were met does not matter.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from cablegraph.model import FileState, Occurrence
from cablegraph.store.tables import dataset, document, file

_WAITING = (FileState.PENDING.value, FileState.LISTED.value)


def settle(connection: sa.Connection) -> None:
    """Let the first place of each content count as read (or as the problem) and every other as a duplicate."""
    many = sa.select(file.c.sha256).where(file.c.sha256 != "").group_by(file.c.sha256).having(sa.func.count() > 1)
    query = (
        sa.select(file.c.id, file.c.sha256, file.c.state, dataset.c.ordinal, file.c.depth, file.c.path)
        .join(dataset, dataset.c.name == file.c.dataset)
        .where(file.c.sha256.in_(many), file.c.state.not_in(_WAITING))
        .order_by(file.c.sha256, dataset.c.ordinal, file.c.depth, file.c.path)
    )
    groups: dict[str, list[Any]] = {}
    for row in connection.execute(query):
        groups.setdefault(row.sha256, []).append(row)
    for rows in groups.values():
        kept = next((r.state for r in rows if r.state != FileState.DUPLICATE.value), FileState.READ.value)
        for i, row in enumerate(rows):
            state = kept if i == 0 else FileState.DUPLICATE.value
            if row.state != state:
                connection.execute(sa.update(file).where(file.c.id == row.id).values(state=state))


def occurrences(connection: sa.Connection, sha256: str) -> tuple[Occurrence, ...]:
    """Every place at which a content was found, the one that counts as read first."""
    query = (
        sa.select(file.c.dataset, file.c.path, file.c.state)
        .join(dataset, dataset.c.name == file.c.dataset)
        .where(file.c.sha256 == sha256)
        .order_by(dataset.c.ordinal, file.c.depth, file.c.path)
    )
    return tuple(Occurrence(r.dataset, r.path, FileState(r.state)) for r in connection.execute(query))


def iter_first_places(connection: sa.Connection) -> Iterator[tuple[str, str, str]]:
    """For each document its id, dataset and path at the place that counts as read."""
    query = (
        sa.select(document.c.id, file.c.dataset, file.c.path)
        .join(file, file.c.sha256 == document.c.sha256)
        .join(dataset, dataset.c.name == file.c.dataset)
        .order_by(document.c.id, dataset.c.ordinal, file.c.depth, file.c.path)
    )
    last = None
    for row in connection.execute(query):
        if row.id != last:
            last = row.id
            yield row.id, row.dataset, row.path


def all_places(connection: sa.Connection) -> dict[str, list[tuple[str, str]]]:
    """For each content every dataset and path at which it was found, the one that counts as read first."""
    query = (
        sa.select(file.c.sha256, file.c.dataset, file.c.path)
        .join(dataset, dataset.c.name == file.c.dataset)
        .where(file.c.sha256 != "")
        .order_by(dataset.c.ordinal, file.c.depth, file.c.path)
    )
    out: dict[str, list[tuple[str, str]]] = {}
    for row in connection.execute(query):
        out.setdefault(row.sha256, []).append((row.dataset, row.path))
    return out


def members_of(connection: sa.Connection, sha256: str) -> list[tuple[str, str]]:
    """The files inside a file, by path and SHA-256, at the first place of the outer one."""
    outer = (
        sa.select(sa.func.min(file.c.id))
        .where(file.c.sha256 == sha256, file.c.id.in_(sa.select(file.c.parent)))
        .scalar_subquery()
    )
    query = sa.select(file.c.path, file.c.sha256).where(file.c.parent == outer).order_by(file.c.path)
    return [(r.path, r.sha256) for r in connection.execute(query)]
