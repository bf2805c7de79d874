"""Insert or replace rows by their primary key, in the dialect that is at hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def upsert(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], *, replace: bool = True
) -> None:
    """Insert rows; one whose primary key is taken replaces the old one, or is dropped where ``replace`` is false."""
    if not rows:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    keys = [column.name for column in table.primary_key]
    rest = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys and c.name in rows[0]}
    done = (
        statement.on_conflict_do_update(index_elements=keys, set_=rest)
        if replace and rest
        else statement.on_conflict_do_nothing()
    )
    connection.execute(done, list(rows))
