"""The ledger of work: a row per (input, step) with the version that did it and how it ended.

A step of another version counts as not done, so that a new version of a step redoes it.
"""

import sqlalchemy as sa

from cablegraph.store.tables import job
from cablegraph.store.upsert import upsert

DONE, FAILED = "done", "failed"


def mark(connection: sa.Connection, item: str, step: str, version: str, *, state: str = DONE, detail: str = "") -> None:
    """Say that a step of an input ended: ``done`` or ``failed``."""
    upsert(connection, job, [{"input": item, "step": step, "version": version, "state": state, "detail": detail}])


def version_of(connection: sa.Connection, item: str, step: str) -> str | None:
    """The version whose work on this input is done, None where none is."""
    found = sa.select(job.c.version).where(job.c.input == item, job.c.step == step, job.c.state == DONE)
    return connection.execute(found).scalar()


def ended_inputs(step: str, version: str) -> sa.Select[tuple[str]]:
    """A query for the inputs whose step ended in this version, well or badly."""
    return sa.select(job.c.input).where(job.c.step == step, job.c.version == version)


def failed_elsewhere(connection: sa.Connection, step: str, version: str) -> list[str]:
    """The inputs whose step failed under another version than this one."""
    query = (
        sa.select(job.c.input)
        .where(job.c.step == step, job.c.state == FAILED, job.c.version != version)
        .order_by(job.c.input)
    )
    return list(connection.execute(query).scalars())


def forget(connection: sa.Connection, step: str) -> None:
    """Forget that a step was ever done, so that it is done again."""
    connection.execute(sa.delete(job).where(job.c.step == step))


def forget_input(connection: sa.Connection, item: str) -> None:
    """Forget every step that was done on an input, because the input itself has changed."""
    connection.execute(sa.delete(job).where(job.c.input == item))


def counts(connection: sa.Connection) -> dict[str, dict[str, int]]:
    """How many inputs of each step ended in each state."""
    out: dict[str, dict[str, int]] = {}
    query = (
        sa.select(job.c.step, job.c.state, sa.func.count())
        .group_by(job.c.step, job.c.state)
        .order_by(job.c.step, job.c.state)
    )
    for step, state, number in connection.execute(query):
        out.setdefault(step, {})[state] = number
    return out
