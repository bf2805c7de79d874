"""Files: every place at which something was found, and what became of it.

A file is first listed by its name, then its bytes are taken, then it is read; each row has one state, so that what was seen always adds up
(``counting``). Which of several places with one content counts as read is left to ``places``.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

import sqlalchemy as sa

from cablegraph.model import Dataset, DatasetKind, FileState
from cablegraph.store.tables import dataset, file
from cablegraph.text import fold

TEXT_TURN, OCR_TURN = 0, 1
"""Turns: files that may be read at once, and files that wait until all those are read."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as the case knows it.

    ``sha256`` is empty where the bytes could not be had; ``depth`` counts the containers round it, ``root`` is the outermost one.
    """

    id: int
    dataset: str
    path: str
    sha256: str
    size: int
    depth: int
    source: str = ""
    root: int | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A file met on disk: its name in the dataset, where it lies, its size in bytes, stamp and ISO time of change.

    ``state`` is ``listed``, ``skipped`` (then ``rule`` says by which rule) or ``problem``.
    """

    path: str
    source: Path
    size: int = 0
    stamp: str = ""
    modified: str = ""
    turn: int = TEXT_TURN
    rule: str = ""
    state: FileState = FileState.LISTED


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


def source_path(row: FileRow) -> Path | None:
    """Where on disk a file lies whose bytes are not taken yet; None for every other one."""
    return Path(os.fsdecode(unquote_to_bytes(row.source))) if row.source else None


def list_files(connection: sa.Connection, name: str, found: Sequence[Sighting]) -> list[Sighting]:
    """Note files met on disk, before their bytes are taken. A file whose stamp is known is left as it is.

    Returns:
        Those whose path is that of another listed file from elsewhere on disk: take the bytes of that one first, then list them again.
    """
    query = sa.select(file.c.path, file.c.sha256, file.c.stamp, file.c.state, file.c.source).where(
        file.c.dataset == name, file.c.parent.is_(None), file.c.path.in_([f.path for f in found])
    )
    known: dict[str, dict[str, tuple[str, str, str]]] = {}
    for row in connection.execute(query):
        known.setdefault(row.path, {})[row.sha256] = (row.stamp, row.state, row.source)
    new, left = [], []
    for item in found:
        rows = known.setdefault(item.path, {})
        source = "" if item.rule else quote_from_bytes(os.fsencode(item.source))
        if item.state is FileState.LISTED and any(key and row[0] == item.stamp for key, row in rows.items()):
            continue
        values = {
            "size": item.size, "stamp": item.stamp, "state": item.state.value, "source": source, "modified": item.modified,
            "turn": item.turn, "rule": item.rule,
        }  # fmt: skip
        before = rows.get("")
        rows[""] = (item.stamp, item.state.value, source)
        if before is None:
            new.append(values | _fresh(name, item.path))
        elif before[1] == FileState.LISTED.value and before[2] != source:
            rows[""] = before
            left.append(item)
        else:
            same = (file.c.dataset == name) & (file.c.path == item.path) & (file.c.sha256 == "")
            connection.execute(sa.update(file).where(same).values(**values))
    if new:
        connection.execute(sa.insert(file), new)
    return left


def _fresh(name: str, path: str) -> dict[str, object]:
    return {"dataset": name, "path": path, "sha256": "", "depth": 0, "parent": None, "reader": "", "folded": fold(path)}


def listed(connection: sa.Connection, limit: int) -> list[FileRow]:
    """Files whose bytes are not taken yet, small ones first."""
    return _rows(connection, file.c.state == FileState.LISTED.value, limit)


def take(connection: sa.Connection, row: FileRow, sha256: str, size: int) -> None:
    """Say that the bytes of a listed file are in the archive; content that was known at the place keeps its state."""
    same = sa.select(file.c.id).where(
        file.c.dataset == row.dataset, file.c.path == row.path, file.c.sha256 == sha256, file.c.id != row.id
    )
    number = connection.execute(same).scalar()
    if number is None:
        change = sa.update(file).where(file.c.id == row.id)
        connection.execute(change.values(sha256=sha256, size=size, state=FileState.PENDING.value, source=""))
        return
    newer = connection.execute(sa.select(file.c.stamp, file.c.modified).where(file.c.id == row.id)).one()
    connection.execute(sa.delete(file).where(file.c.id == row.id))
    change = sa.update(file).where(file.c.id == number)
    connection.execute(change.values(stamp=newer.stamp, modified=newer.modified, parent=None))


def register_member(
    connection: sa.Connection, *, dataset_name: str, path: str, sha256: str, size: int, depth: int, parent: int | None, root: int | None,
    turn: int = TEXT_TURN, state: FileState = FileState.PENDING,
) -> int:  # fmt: skip
    """Note a file inside another one; one that is known with the same content keeps its state. Returns its number."""
    same = sa.select(file.c.id).where(file.c.dataset == dataset_name, file.c.path == path, file.c.sha256 == sha256)
    number = connection.execute(same).scalar()
    if number is not None:
        connection.execute(sa.update(file).where(file.c.id == number).values(parent=parent, root=root))
        return int(number)
    values = {
        "dataset": dataset_name, "path": path, "sha256": sha256, "size": size, "stamp": "", "depth": depth, "parent": parent,
        "root": root, "state": state.value, "reader": "", "turn": turn, "folded": fold(path),
    }  # fmt: skip
    done = connection.execute(sa.insert(file).values(values))
    assert done.inserted_primary_key is not None
    return int(done.inserted_primary_key[0])


def pending(connection: sa.Connection, limit: int, *, turn: int | None = None) -> list[FileRow]:
    """Files that wait for a reader, small ones first, so that most is searchable soon; ``turn`` asks for those of one turn or an earlier one."""
    wanted = file.c.state == FileState.PENDING.value
    return _rows(connection, wanted if turn is None else wanted & (file.c.turn <= turn), limit)


def _rows(connection: sa.Connection, wanted: sa.ColumnElement[bool], limit: int) -> list[FileRow]:
    query = sa.select(file).where(wanted).order_by(file.c.turn, file.c.size, file.c.id).limit(limit)
    return [
        FileRow(r.id, r.dataset, r.path, r.sha256, r.size, r.depth, r.source, r.root) for r in connection.execute(query)
    ]


def count_waiting(connection: sa.Connection, state: FileState, *, turn: int | None = None) -> tuple[int, int]:
    """How many files are in a state (of one turn or an earlier one), and how many bytes they have."""
    wanted = file.c.state == state.value
    query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(file.c.size), 0))
    count, size = connection.execute(query.where(wanted if turn is None else wanted & (file.c.turn <= turn))).one()
    return int(count), int(size)


def postpone(connection: sa.Connection, number: int) -> None:
    """Let a file wait for OCR, behind everything that needs none."""
    connection.execute(sa.update(file).where(file.c.id == number).values(turn=OCR_TURN))


def wait_again(connection: sa.Connection, contents: Iterable[str]) -> None:
    """Let every place of some contents wait for a reader anew."""
    for sha256 in contents:
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
        register_member(
            connection, dataset_name=target.dataset, path=target.path + child.path.removeprefix(base), sha256=child.sha256, size=child.size,
            depth=target.depth + 1, parent=target.id, root=target.root or target.id,
            turn=child.turn, state=FileState.PENDING if child.sha256 else FileState(child.state),
        )  # fmt: skip


def nest_of(connection: sa.Connection, root: int) -> tuple[int, int, int]:
    """The bytes of a file on disk, and the bytes and number of all files inside it, through all containers."""
    size = connection.execute(sa.select(file.c.size).where(file.c.id == root)).scalar_one()
    inside = sa.select(sa.func.coalesce(sa.func.sum(file.c.size), 0), sa.func.count()).where(file.c.root == root)
    total, count = connection.execute(inside).one()
    return int(size), int(total), int(count)
