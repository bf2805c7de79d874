"""The first step of the road: files on disk become rows of the case and originals in its archive.

A file whose size and modification time are as they were is not opened again, so a second `add` of one folder costs a walk.
"""

from collections.abc import Iterable
from pathlib import Path

from cablegraph.ingest import FoundFile, walk
from cablegraph.model import Dataset, FileState, Trouble
from cablegraph.store import Case, files, problems
from cablegraph.workbench.progress import Progress, Report

_EVERY = 500


def take_files(case: Case, paths: Iterable[Path], dataset: Dataset, report: Report) -> int:
    """Register every file under the paths; returns how many were seen.

    Raises:
        DiskFull: There is no room for the originals.
    """
    with case.engine.begin() as connection:
        stamps = files.known_stamps(connection, dataset.name)
    seen = 0
    batch: list[FoundFile] = []
    for found in walk(paths):
        if found.junk:
            continue
        seen += 1
        batch.append(found)
        if len(batch) == _EVERY:
            _take(case, batch, dataset, stamps)
            batch.clear()
            report(Progress("register", seen, 0, found.name))
    _take(case, batch, dataset, stamps)
    report(Progress("register", seen, seen))
    return seen


def _take(case: Case, batch: list[FoundFile], dataset: Dataset, stamps: dict[str, str]) -> None:
    """Store a batch in one transaction; what is in the archive and not in the database is met again by the next run."""
    with case.engine.begin() as connection:
        for found in batch:
            stamp, trouble = "", found.trouble
            stored = None
            if trouble is None:
                try:
                    status = found.path.stat()
                    stamp = f"{status.st_size}:{status.st_mtime_ns}"
                    if stamps.get(found.name) == stamp:
                        continue
                    stored = case.archive.put(found.path, limit=case.settings.limits.max_file_mb << 20)
                    if stored is None:
                        trouble = Trouble("file-too-large", f"It has {status.st_size} bytes.")
                except FileNotFoundError:
                    trouble = Trouble("file-missing", "It vanished while the folder was read.")
                except OSError as error:
                    trouble = Trouble("file-unreadable", f"The operating system says: {error.strerror}.")
            problems.clear(connection, dataset=dataset.name, path=found.name, step="register")
            if stored:
                files.register(
                    connection,
                    dataset_name=dataset.name,
                    path=found.name,
                    sha256=stored.sha256,
                    size=stored.size,
                    stamp=stamp,
                )
                continue
            files.register(
                connection,
                dataset_name=dataset.name,
                path=found.name,
                sha256="",
                size=found.size,
                stamp=stamp,
                state=FileState.PROBLEM,
            )
            if trouble:
                problems.record(connection, [trouble], dataset=dataset.name, path=found.name, step="register")
