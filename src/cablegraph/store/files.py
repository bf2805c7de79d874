"""Files: every place at which something was found, and what became of it.

``seen = read + duplicates + problems`` holds because each row has one state. Of several places with the same content the first by (dataset, depth, path)
counts as read and the others as duplicates; ``settle`` says so after a run, so that the order in which files were met does not matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from cablegraph.model import Dataset, DatasetKind, FileState, Occurrence
from cablegraph.model.answers import DatasetStatus
from cablegraph.store.tables import dataset, document, file


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as the case knows it. ``sha256`` is empty where the bytes could not be had; ``depth`` counts the containers round it."""

    id: int
    dataset: str
    path: str
    sha256: str
    size: int
    depth: int


def ensure_dataset(connection: sa.Connection, name: str, kind: DatasetKind) -> Dataset:
    """The dataset of this name; made new, behind the others, where there is none. The kind of an old one stays."""
    row = connection.execute(sa.select(dataset).where(dataset.c.name == name)).first()
    if row:
        return Dataset(row.name, DatasetKind(row.kind), row.ordinal)
    ordinal = (connection.execute(sa.select(sa.func.max(dataset.c.ordinal))).scalar() or 0) + 1
    connection.execute(sa.insert(dataset).values(name=name, kind=kind.value, ordinal=ordinal))
    return Dataset(name, kind, ordinal)


def load_datasets(connection: sa.Connection) -> tuple[Dataset, ...]:
    """All datasets in the order in which they came."""
    return tuple(
        Dataset(r.name, DatasetKind(r.kind), r.ordinal)
        for r in connection.execute(sa.select(dataset).order_by(dataset.c.ordinal))
    )


def known_stamps(connection: sa.Connection, name: str) -> dict[str, str]:
    """For each top-level path of a dataset its stamp, by which an unchanged file on disk is told."""
    query = sa.select(file.c.path, file.c.stamp).where(
        file.c.dataset == name, file.c.parent.is_(None), file.c.sha256 != ""
    )
    return {row.path: row.stamp for row in connection.execute(query)}


def register(
    connection: sa.Connection, *, dataset_name: str, path: str, sha256: str, size: int, stamp: str = "", depth: int = 0,
    parent: int | None = None, state: FileState = FileState.PENDING,
) -> int:  # fmt: skip
    """Note a file; one that is known with the same content keeps its state. Returns its number."""
    same = sa.select(file.c.id).where(file.c.dataset == dataset_name, file.c.path == path, file.c.sha256 == sha256)
    if sha256:
        connection.execute(
            sa.delete(file).where(file.c.dataset == dataset_name, file.c.path == path, file.c.sha256 == "")
        )
    number = connection.execute(same).scalar()
    if number is not None:
        connection.execute(sa.update(file).where(file.c.id == number).values(stamp=stamp, parent=parent))
        return int(number)
    values = {
        "dataset": dataset_name, "path": path, "sha256": sha256, "size": size, "stamp": stamp, "depth": depth, "parent": parent,
        "state": state.value, "reader": "",
    }  # fmt: skip
    done = connection.execute(sa.insert(file).values(values))
    assert done.inserted_primary_key is not None
    return int(done.inserted_primary_key[0])


def pending(connection: sa.Connection, limit: int) -> list[FileRow]:
    """Files that wait for a reader, small ones first, so that most is searchable soon."""
    query = sa.select(file).where(file.c.state == FileState.PENDING.value).order_by(file.c.size, file.c.id).limit(limit)
    return [FileRow(r.id, r.dataset, r.path, r.sha256, r.size, r.depth) for r in connection.execute(query)]


def count_pending(connection: sa.Connection) -> int:
    """How many files wait for a reader."""
    return connection.execute(sa.select(sa.func.count()).where(file.c.state == FileState.PENDING.value)).scalar_one()


def wait_again(connection: sa.Connection, sha256: str) -> None:
    """Let every place of a content wait for a reader anew."""
    connection.execute(sa.update(file).where(file.c.sha256 == sha256).values(state=FileState.PENDING.value))


def set_state(connection: sa.Connection, number: int, state: FileState, reader: str = "") -> None:
    """Say what became of a file, and which reader (name and version) said so."""
    connection.execute(sa.update(file).where(file.c.id == number).values(state=state.value, reader=reader))


def earlier_reading(connection: sa.Connection, row: FileRow) -> tuple[int, FileState] | None:
    """Another file of the same content that was dealt with already: its number and state."""
    query = (
        sa.select(file.c.id, file.c.state)
        .where(
            file.c.sha256 == row.sha256,
            file.c.id != row.id,
            file.c.state.in_([FileState.READ.value, FileState.PROBLEM.value]),
        )
        .order_by(file.c.id)
        .limit(1)
    )
    found = connection.execute(query).first()
    return (found.id, FileState(found.state)) if found else None


def copy_members(connection: sa.Connection, source: int, target: FileRow) -> None:
    """List the members of a container under a second place at which the same container occurs."""
    children = connection.execute(sa.select(file).where(file.c.parent == source).order_by(file.c.id)).all()
    base = connection.execute(sa.select(file.c.path).where(file.c.id == source)).scalar_one()
    for child in children:
        path = target.path + child.path.removeprefix(base)
        number = register(
            connection, dataset_name=target.dataset, path=path, sha256=child.sha256, size=child.size, depth=target.depth + 1,
            parent=target.id, state=FileState.PENDING if child.sha256 else FileState(child.state),
        )  # fmt: skip
        if not child.sha256:
            set_state(connection, number, FileState(child.state))


def settle(connection: sa.Connection) -> None:
    """Let the first place of each content count as read (or as the problem) and every other as a duplicate."""
    many = sa.select(file.c.sha256).where(file.c.sha256 != "").group_by(file.c.sha256).having(sa.func.count() > 1)
    query = (
        sa.select(file.c.id, file.c.sha256, file.c.state, dataset.c.ordinal, file.c.depth, file.c.path)
        .join(dataset, dataset.c.name == file.c.dataset)
        .where(file.c.sha256.in_(many), file.c.state != FileState.PENDING.value)
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


def dataset_status(connection: sa.Connection) -> tuple[DatasetStatus, ...]:
    """What became of the files of each dataset."""
    query = sa.select(file.c.dataset, file.c.state, sa.func.count()).group_by(file.c.dataset, file.c.state)
    numbers: dict[str, dict[str, int]] = {}
    for name, state, count in connection.execute(query):
        numbers.setdefault(name, {})[state] = count
    out = []
    for item in load_datasets(connection):
        n = numbers.get(item.name, {})
        out.append(
            DatasetStatus(
                name=item.name, kind=item.kind.value, seen=sum(n.values()), read=n.get("read", 0), duplicates=n.get("duplicate", 0),
                problems=n.get("problem", 0), pending=n.get("pending", 0),
            )
        )  # fmt: skip
    return tuple(out)
