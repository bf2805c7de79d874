"""The first step of the road: files on disk become rows of the case, then originals in its archive.

Names come first, so that they can be searched within a minute, bytes second. A file whose size and modification time are as they were is not opened
again, so a second `add` of one folder costs a walk. The trap: a power cut may keep a row and lose its bytes, so the archive is flushed before each
transaction.
"""

import mimetypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from cablegraph.ingest import FoundFile, walk
from cablegraph.model import Dataset, FileState, Trouble
from cablegraph.store import Case, Stored, files, problems
from cablegraph.store.files import OCR_TURN, TEXT_TURN, FileRow, Sighting
from cablegraph.workbench.bags import check_bag, is_bag
from cablegraph.workbench.progress import Progress, Report

STEP = "register"
_LIST = 2000
_TAKE = 500


def take_files(case: Case, paths: Sequence[Path], dataset: Dataset, report: Report) -> int:
    """Note the name of every file under the paths, then take all bytes that are not taken yet; returns how many files were seen.

    Raises:
        DiskFull: There is no room for the originals.
    """
    seen = 0
    bags = [_check_bag(case, path, dataset) for path in paths if is_bag(path)]
    for batch in _batched(walk(paths)):
        seen += len(batch)
        _note(case, [_without_tags(f, bags) for f in batch], dataset, report)
        report(Progress("list", seen, 0, batch[-1].name))
    take_listed(case, report)
    return seen


def _without_tags(found: FoundFile, bags: Sequence[str]) -> FoundFile:
    """A file of a bag that is no part of what it carries (its manifests, its labels) is left out."""
    for bag in bags:
        if found.name.startswith(f"{bag}/") and not found.name.startswith(f"{bag}/data/") and not found.trouble:
            return replace(found, rule=found.rule or "bag")
    return found


def _check_bag(case: Case, folder: Path, dataset: Dataset) -> str:
    """Put on record what in a bag is not as its manifests say; the files are taken all the same. Returns the bag's name."""
    name = folder.name or folder.resolve().name
    found = check_bag(folder)
    with case.engine.begin() as connection:
        problems.clear_step(connection, dataset=dataset.name, step="bag")
        for path, trouble in found:
            place = f"{name}/{path}" if path else name
            problems.record(connection, [trouble], dataset=dataset.name, path=place, step="bag")
    return name


def _batched(found: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    source = iter(found)
    while batch := list(islice(source, _LIST)):
        yield batch


def _note(case: Case, batch: list[FoundFile], dataset: Dataset, report: Report) -> None:
    sightings = [_sight(found) for found in batch]
    with case.engine.begin() as connection:
        for found, (_, trouble) in zip(batch, sightings, strict=True):
            if trouble:
                problems.record(connection, [trouble], dataset=dataset.name, path=found.name, step=STEP)
        left = files.list_files(connection, dataset.name, [s for s, _ in sightings])
    while left:
        take_listed(case, report)
        with case.engine.begin() as connection:
            left = files.list_files(connection, dataset.name, left)


def _sight(found: FoundFile) -> tuple[Sighting, Trouble | None]:
    source = found.path.absolute()
    if found.rule:
        return Sighting(found.name, source, found.size, rule=found.rule, state=FileState.SKIPPED), None
    if found.trouble:
        return Sighting(found.name, source, found.size, state=FileState.PROBLEM), found.trouble
    try:
        status = found.path.stat()
    except OSError as error:
        return Sighting(found.name, source, state=FileState.PROBLEM), _why(error)
    stamp, modified = f"{status.st_size}:{status.st_mtime_ns}", datetime.fromtimestamp(status.st_mtime, UTC)
    turn = OCR_TURN if (mimetypes.guess_type(found.name)[0] or "").startswith("image/") else TEXT_TURN
    return Sighting(found.name, source, status.st_size, stamp, modified.isoformat(timespec="seconds"), turn), None


def take_listed(case: Case, report: Report) -> int:
    """Take the bytes of every listed file, small ones first; returns how many those were."""
    with case.engine.begin() as connection:
        total, size = files.count_waiting(connection, FileState.LISTED)
    done = moved = 0
    while True:
        with case.engine.begin() as connection:
            rows = files.listed(connection, _TAKE)
        if not rows:
            return done
        taken: list[tuple[FileRow, Stored | Trouble]] = []
        try:
            for row in rows:
                taken.append((row, _store(case, row)))
                done, moved = done + 1, moved + row.size
                report(Progress(STEP, done, max(total, done), row.path, moved, max(size, moved)))
        finally:
            case.archive.flush()
            with case.engine.begin() as connection:
                for row, stored in taken:
                    _settle(connection, row, stored)


def _store(case: Case, row: FileRow) -> Stored | Trouble:
    source = files.source_path(row)
    assert source is not None
    try:
        stored = case.archive.put(source, limit=case.settings.limits.max_file_mb << 20)
    except OSError as error:
        return _why(error)
    return stored or Trouble("file-too-large", f"It has {row.size} bytes")


def _settle(connection: sa.Connection, row: FileRow, stored: Stored | Trouble) -> None:
    problems.clear(connection, dataset=row.dataset, path=row.path, step=STEP)
    if isinstance(stored, Trouble):
        problems.record(connection, [stored], dataset=row.dataset, path=row.path, step=STEP)
        files.set_state(connection, row.id, FileState.PROBLEM)
    else:
        files.take(connection, row, stored.sha256, stored.size)


def _why(error: OSError) -> Trouble:
    if isinstance(error, FileNotFoundError):
        return Trouble("file-missing", "It vanished before its bytes were taken, or its disk is no longer there")
    return Trouble("file-unreadable", f"The operating system says: {error.strerror}")
