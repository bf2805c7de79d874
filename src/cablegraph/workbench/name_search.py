"""The names of the people of a case in an index on disk, so that a name is found in any script however many there are.

The index holds each written name once; whose name it is stands in the snapshot, so a decision that joins two people costs nothing here. It lies in the
cache and can be thrown away. The trap: only a run that holds the case's lock writes it; whoever finds it missing or out of date builds one in memory.
"""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from cablegraph.names import NameIndex
from cablegraph.store import Case
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import entity
from cablegraph.workbench.progress import Progress, Report

STEP = "names"
MOST_HITS = 500
_LISTED = "listed.json"


def _folder(case: Case) -> Path:
    return case.cache_folder / "names"


def index_names(case: Case, report: Report) -> int:
    """Bring the index up to the names of the case; returns how many names came or went. The caller holds the lock."""
    folder = _folder(case)
    with case.engine.begin() as connection:
        query = sa.select(entity.c.names).where(entity.c.schema == "Person").order_by(entity.c.id)
        wanted = {name for names in connection.execute(query).scalars() for name in names}
    have = _listed(folder)
    if wanted == have:
        return 0
    with full_disk_told(case.folder):
        index = _open(folder) if have else None
        if index is None:
            have = set()
            shutil.rmtree(folder, ignore_errors=True)
            folder.parent.mkdir(parents=True, exist_ok=True)
            index = NameIndex.create(folder)
        for name in sorted(have - wanted):
            index.remove(name)
        for name in sorted(wanted - have):
            index.add(name, name)
        (folder / _LISTED).unlink(missing_ok=True)
        index.save()
        (folder / _LISTED).write_text(json.dumps(sorted(wanted), ensure_ascii=False), encoding="utf-8")
    changed = len(wanted ^ have)
    report(Progress(STEP, changed, changed))
    return changed


def _listed(folder: Path) -> set[str]:
    try:
        return set(json.loads((folder / _LISTED).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return set()


def _open(folder: Path) -> NameIndex | None:
    try:
        return NameIndex.open(folder)
    except (OSError, ValueError):
        return None


class NameSearch:
    """Finds the names of people; opened for one state of a case."""

    def __init__(self, case: Case, names: Iterable[str]) -> None:
        wanted = set(names)
        index = _open(_folder(case)) if wanted and _listed(_folder(case)) == wanted else None
        self._index = index or NameIndex.build((name, name) for name in sorted(wanted))

    def find(self, query: str) -> dict[str, float]:
        """Names that may be the one asked for, with the likelihood (0-1) of one person."""
        return {hit.name: hit.score for hit in self._index.search(query, MOST_HITS)}
