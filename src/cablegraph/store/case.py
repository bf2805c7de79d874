"""A case on disk: its folder, its lock, its settings and its database."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from cablegraph.errors import CaseDamaged, CaseExists, CaseLocked, CaseMissing
from cablegraph.settings import Settings, database_url, dump_settings, load_settings
from cablegraph.store.archive import Archive, full_disk_told
from cablegraph.store.database import connect, migrate


@dataclass(frozen=True, slots=True)
class Case:
    """An open case."""

    folder: Path
    settings: Settings
    engine: sa.Engine
    archive: Archive

    @property
    def index_folder(self) -> Path:
        """The full-text index; it can be thrown away."""
        return self.folder / "index"

    @property
    def cache_folder(self) -> Path:
        """Page images and scratch space; it can be thrown away."""
        return self.folder / "cache"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the case for writing; the lock falls with the process that holds it.

        Raises:
            CaseLocked: Another process holds it.
        """
        with (self.folder / ".lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CaseLocked(self.folder) from None
            yield


def create_case(folder: Path, *, name: str | None = None) -> Case:
    """Make a new, empty case.

    Raises:
        CaseExists: The folder holds something already.
        DiskFull: There is no room.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseExists(folder)
    with full_disk_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "case.toml").write_text(dump_settings(Settings(name=name or folder.name)), encoding="utf-8")
    return open_case(folder)


def open_case(folder: Path) -> Case:
    """Open a case and bring its schema up to date.

    Raises:
        CaseMissing: The folder holds no case.
        CaseNewer, CaseDamaged, SettingsInvalid: See there.
    """
    if not (folder / "case.toml").is_file():
        raise CaseMissing(folder)
    settings = load_settings(folder / "case.toml")
    database = folder / "case.db"
    if not database_url() and not database.exists() and any((folder / "archive").glob("*")):
        raise CaseDamaged(folder, "case.db is missing")
    engine = connect(database_url() or sa.URL.create("sqlite", database=str(database)))
    try:
        migrate(engine, folder)
    except BaseException:
        engine.dispose()
        raise
    return Case(folder, settings, engine, Archive(folder / "archive"))
