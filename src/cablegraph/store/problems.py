"""Trouble on record, one row for each file, code and page."""

from collections.abc import Iterable

import sqlalchemy as sa

from cablegraph.model import Problem, Trouble, make_id, remedy_for
from cablegraph.store.tables import problem
from cablegraph.store.upsert import upsert


def record(
    connection: sa.Connection,
    troubles: Iterable[Trouble],
    *,
    dataset: str,
    path: str,
    step: str,
    document: str | None = None,
) -> None:
    """Put trouble with a file on record."""
    rows = [
        {
            "id": make_id("x", dataset, path, trouble.code, trouble.page), "dataset": dataset, "path": path, "code": trouble.code,
            "cause": trouble.cause, "step": step, "document": document, "page": trouble.page,
        }
        for trouble in troubles
    ]  # fmt: skip
    upsert(connection, problem, rows)


def clear(connection: sa.Connection, *, dataset: str, path: str, step: str) -> None:
    """Take the trouble of one step with a file off the record, before the step is tried again."""
    connection.execute(
        sa.delete(problem).where(problem.c.dataset == dataset, problem.c.path == path, problem.c.step == step)
    )


def clear_step(connection: sa.Connection, *, dataset: str, step: str) -> None:
    """Take all trouble of one step with a dataset off the record."""
    connection.execute(sa.delete(problem).where(problem.c.dataset == dataset, problem.c.step == step))


def load(connection: sa.Connection, *, dataset: str | None = None, document: str | None = None) -> tuple[Problem, ...]:
    """The trouble of a dataset, of a document, or of all, in order of path and code."""
    query = sa.select(problem).order_by(problem.c.dataset, problem.c.path, problem.c.code, problem.c.page)
    if dataset is not None:
        query = query.where(problem.c.dataset == dataset)
    if document is not None:
        query = query.where(problem.c.document == document)
    return tuple(
        Problem(r.id, r.dataset, r.path, r.code, r.cause, remedy_for(r.code), r.step, r.document, r.page)
        for r in connection.execute(query)
    )
