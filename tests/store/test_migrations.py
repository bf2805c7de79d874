from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from cablegraph.errors import CaseNewer
from cablegraph.store.database import migrate
from cablegraph.store.tables import metadata


def test_the_migrations_make_the_tables_that_the_code_speaks_of(connection: sa.Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    assert compare_metadata(context, metadata) == []


def test_foreign_keys_point_where_the_code_says(connection: sa.Connection) -> None:
    have = sa.inspect(connection)
    for table in metadata.sorted_tables:
        wanted = {(fk.parent.name, fk.column.table.name, fk.ondelete) for fk in table.foreign_keys}
        found = {
            (key["constrained_columns"][0], key["referred_table"], key["options"].get("ondelete"))
            for key in have.get_foreign_keys(table.name)
        }
        assert found == wanted, table.name


def test_a_second_migration_changes_nothing_and_a_newer_schema_is_refused(engine: sa.Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        before = set(sa.inspect(connection).get_table_names())
    migrate(engine, tmp_path)
    with engine.begin() as connection:
        assert set(sa.inspect(connection).get_table_names()) == before
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'from-the-future'"))
    with pytest.raises(CaseNewer, match="from-the-future"):
        migrate(engine, tmp_path)
