"""Opening the database of a case: pragmas, migrations, and the answer to a schema that is too new.

SQLite runs in WAL mode with ``synchronous=NORMAL``: a killed process loses nothing that was
committed. PostgreSQL is reached by the same tables through psycopg. Errors hide
the parameters of a statement, which are words of documents.
"""

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from cablegraph.errors import CaseDamaged, CaseNewer, DiskFull

MIGRATIONS = Path(__file__).parent / "migrations"


def connect(url: str | sa.URL) -> sa.Engine:
    """An engine for the address; ``postgresql://`` means psycopg 3. A path may hold what means something in an address, such as ``?``, only in a ``sa.URL``."""
    address = sa.make_url(url)
    if address.get_backend_name() == "postgresql":
        return sa.create_engine(address.set(drivername="postgresql+psycopg"), hide_parameters=True)
    engine = sa.create_engine(address, connect_args={"timeout": 60}, hide_parameters=True)
    sa.event.listen(engine, "connect", _set_pragmas)
    sa.event.listen(engine, "handle_error", _tell_full_disk)
    return engine


def _tell_full_disk(context: sa.engine.ExceptionContext) -> None:
    """Say that the disk is full where SQLite says so, or has no room for its shared memory, as what it is."""
    code = getattr(context.original_exception, "sqlite_errorcode", None)
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE} and context.engine is not None:
        raise DiskFull(Path(context.engine.url.database or ".").parent) from context.original_exception


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "cache_size=-32768",
        "mmap_size=67108864",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _clear(connection: sa.Connection) -> None:
    """Drop the tables of a case whose making was broken off, by a full disk for one; nothing was ever put into them."""
    left = sa.MetaData()
    left.reflect(connection)
    left.drop_all(connection)


def migrate(engine: sa.Engine, folder: Path) -> None:
    """Bring the schema of a case up to this version.

    Raises:
        CaseNewer: A newer version wrote the case.
        CaseDamaged: The file is no database.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    try:
        with engine.begin() as connection:
            have = MigrationContext.configure(connection).get_current_revision()
            if have == script.get_current_head():
                return
            if have is not None and have not in {s.revision for s in script.walk_revisions()}:
                raise CaseNewer(folder, have)
            if have is None:
                _clear(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except sa.exc.DatabaseError as error:
        raise CaseDamaged(folder, str(error.orig)) from error
