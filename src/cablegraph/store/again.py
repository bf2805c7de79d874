"""Which files a person wants tried again."""

import sqlalchemy as sa

from cablegraph.model import FileState
from cablegraph.store.jobs import FAILED
from cablegraph.store.tables import document, file, job, problem

_SPECIAL = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_", "*": "%", "?": "_"})


def wait_for_retry(
    connection: sa.Connection, *, code: str | None = None, reader: str | None = None, dataset: str | None = None, pattern: str | None = None
) -> int:  # fmt: skip
    """Let files wait for their reader anew; every condition narrows, and without ``reader`` and ``pattern`` only files with trouble are meant.

    Args:
        connection: An open transaction.
        code: Only files with trouble of this code.
        reader: Only files that this reader (its name without version) read.
        dataset: Only files of this dataset.
        pattern: Only files whose path matches, with ``*`` and ``?``.

    Returns:
        How many files wait now; every other place of the same content waits with them and is not counted.
    """
    states = [FileState.READ.value, FileState.PROBLEM.value]
    if pattern is not None:
        states.append(FileState.DUPLICATE.value)
    wanted: sa.ColumnElement[bool] = file.c.state.in_(states)
    troubled = sa.exists().where(problem.c.dataset == file.c.dataset, problem.c.path == file.c.path)
    if code is not None:
        wanted &= troubled.where(problem.c.code == code)
    elif reader is None and pattern is None:
        wanted &= sa.or_(troubled, file.c.state == FileState.PROBLEM.value)
    if reader is not None:
        wanted &= sa.or_(file.c.reader == reader, file.c.reader.startswith(f"{reader} ", autoescape=True))
    if dataset is not None:
        wanted &= file.c.dataset == dataset
    if pattern is not None:
        wanted &= file.c.path.like(pattern.translate(_SPECIAL), escape="\\")
    rows = connection.execute(sa.select(file.c.id, file.c.sha256, file.c.source).where(wanted)).all()
    ids = [r.id for r in rows if not r.sha256 and r.source]
    for start in range(0, len(ids), 500):
        change = sa.update(file).where(file.c.id.in_(ids[start : start + 500]))
        connection.execute(change.values(state=FileState.LISTED.value))
    contents = sorted({r.sha256 for r in rows if r.sha256})
    for start in range(0, len(contents), 500):
        some = contents[start : start + 500]
        connection.execute(sa.update(file).where(file.c.sha256.in_(some)).values(state=FileState.PENDING.value))
        texts = sa.select(document.c.id).where(document.c.sha256.in_(some))
        connection.execute(sa.delete(job).where(job.c.input.in_(texts), job.c.state == FAILED))
    return len(ids) + sum(1 for r in rows if r.sha256)
