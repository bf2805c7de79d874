"""What became of the files: the numbers of a dataset, and the report that proves an import complete.

``seen = read + duplicates + skipped + problems + waiting`` holds in every row, since each file has one state.
"""

from collections.abc import Iterator

import sqlalchemy as sa

from cablegraph.model import FileState
from cablegraph.model.answers import DatasetStatus, FileCount, FileLine
from cablegraph.store.files import load_datasets
from cablegraph.store.tables import document, file, problem
from cablegraph.text import fold

_COLUMNS = {
    FileState.READ: "read", FileState.DUPLICATE: "duplicates", FileState.SKIPPED: "skipped", FileState.PROBLEM: "problems",
    FileState.PENDING: "pending", FileState.LISTED: "pending",
}  # fmt: skip


def dataset_status(connection: sa.Connection) -> tuple[DatasetStatus, ...]:
    """What became of the files of each dataset."""
    query = sa.select(file.c.dataset, file.c.state, sa.func.count()).group_by(file.c.dataset, file.c.state)
    numbers: dict[str, dict[str, int]] = {}
    for name, state, count in connection.execute(query):
        _add(numbers.setdefault(name, _nothing()), state, count)
    return tuple(
        DatasetStatus(item.name, item.kind.value, **(numbers.get(item.name) or _nothing()))
        for item in load_datasets(connection)
    )


def _nothing() -> dict[str, int]:
    return {"seen": 0, **dict.fromkeys(_COLUMNS.values(), 0)}


def _add(row: dict[str, int], state: str, count: int) -> None:
    row["seen"] += count
    row[_COLUMNS[FileState(state)]] += count


def count_by_folder(connection: sa.Connection, *, depth: int = 2) -> tuple[FileCount, ...]:
    """The numbers of each folder of each dataset, down to ``depth`` folders; files inside containers count for the folder of the container."""
    query = sa.select(file.c.dataset, file.c.path, file.c.state).order_by(file.c.dataset, file.c.path)
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for name, path, state in connection.execution_options(yield_per=5000).execute(query):
        folder = "/".join(path.split("/")[:-1][:depth])
        _add(rows.setdefault((name, folder), _nothing()), state, 1)
    return tuple(FileCount(name, folder or ".", **numbers) for (name, folder), numbers in sorted(rows.items()))


def count_by_kind(connection: sa.Connection) -> tuple[FileCount, ...]:
    """The numbers of each kind of file; where nothing was read the ending of the name stands for the kind, and the rule for what was skipped."""
    query = sa.select(
        file.c.dataset, file.c.path, file.c.state, file.c.rule, document.c.kind, file.c.reader
    ).select_from(file.outerjoin(document, (document.c.sha256 == file.c.sha256) & (file.c.sha256 != "")))
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for name, path, state, rule, kind, reader in connection.execution_options(yield_per=5000).execute(query):
        shown = kind or (f"left out: {rule}" if rule else _reader_kind(reader) or _ending(path))
        _add(rows.setdefault((name, shown), _nothing()), state, 1)
    return tuple(FileCount(name, kind, **numbers) for (name, kind), numbers in sorted(rows.items()))


def _reader_kind(reader: str) -> str:
    return reader.split(" ", 1)[0].split("/", 1)[0]


def _ending(path: str) -> str:
    bare = path.rpartition("/")[2]
    stem, dot, ending = bare.rpartition(".")
    return f".{ending.lower()}" if dot and stem and len(ending) < 12 else "no ending"


def iter_files(
    connection: sa.Connection, *, words: str = "", state: FileState | None = None, dataset: str | None = None, top_level: bool = False,
    offset: int = 0, limit: int | None = None,
) -> Iterator[FileLine]:  # fmt: skip
    """Files by name, whatever became of them: those whose path holds every one of the words in any spelling of letters."""
    query = sa.select(file, document.c.id.label("document")).select_from(
        file.outerjoin(document, (document.c.sha256 == file.c.sha256) & (file.c.sha256 != ""))
    )
    for word in fold(words).split():
        query = query.where(file.c.folded.contains(word, autoescape=True))
    if state is not None:
        query = query.where(file.c.state == state.value)
    if dataset is not None:
        query = query.where(file.c.dataset == dataset)
    if top_level:
        query = query.where(file.c.parent.is_(None))
    query = query.order_by(file.c.dataset, file.c.path, file.c.id).offset(offset)
    for r in connection.execution_options(yield_per=2000).execute(query.limit(limit) if limit is not None else query):
        yield FileLine(r.dataset, r.path, r.state, r.size, r.sha256, r.modified, r.reader, r.rule, r.document)


def count_problems(connection: sa.Connection) -> Iterator[tuple[str, str, int]]:
    """For each dataset and code of trouble, how many files have it."""
    query = (
        sa.select(problem.c.dataset, problem.c.code, sa.func.count(sa.distinct(problem.c.path)))
        .group_by(problem.c.dataset, problem.c.code)
        .order_by(problem.c.dataset, problem.c.code)
    )
    yield from connection.execute(query).tuples()
