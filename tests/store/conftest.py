"""Databases for the tests of the store: SQLite always, PostgreSQL where a server is given."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from cablegraph.store.database import connect, migrate

NO_POSTGRES = (
    "no PostgreSQL: set CABLEGRAPH_TEST_POSTGRES to an address such as postgresql://cablegraph@/postgres?host=DIR"
)

DIALECTS = ["sqlite", "postgresql"]


@pytest.fixture(autouse=True)
def own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a database of their own; it is left alone."""
    monkeypatch.delenv("CABLEGRAPH_DATABASE", raising=False)


@contextmanager
def _new_postgres() -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, dropped in the end."""
    server = os.environ.get("CABLEGRAPH_TEST_POSTGRES")
    if not server:
        pytest.skip(NO_POSTGRES)
    name = f"test_{uuid.uuid4().hex}"
    admin = connect(server).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@contextmanager
def _migrated(dialect: str, folder: Path) -> Iterator[sa.Engine]:
    with ExitStack() as stack:
        url = f"sqlite:///{folder / 'case.db'}" if dialect == "sqlite" else stack.enter_context(_new_postgres())
        engine = connect(url)
        migrate(engine, folder)
        yield engine
        engine.dispose()


@pytest.fixture(scope="session", params=DIALECTS)
def shared_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """A database with the schema of a case, in which nobody commits anything."""
    with _migrated(request.param, tmp_path_factory.mktemp("database")) as engine:
        yield engine


@pytest.fixture
def connection(shared_engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction on an empty database, rolled back in the end."""
    with shared_engine.connect() as opened:
        opened.begin()
        yield opened
        opened.rollback()


@pytest.fixture(params=DIALECTS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A database of one's own with the schema of a case."""
    with _migrated(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Make a file."""

    def make(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return make
