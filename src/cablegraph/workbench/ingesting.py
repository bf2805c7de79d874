"""The second step of the road: originals become documents, members of containers become files, trouble becomes problems.

Knows which files wait and in what order they are read; how far a reader's answer is believed and what becomes of it is left to ``keeping``. The trap: a run may
be killed at any moment; it has then lost at most the files that were being read, and reads them again.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from cablegraph.errors import DiskFull
from cablegraph.ingest import (
    OCR_WAITS,
    Budget,
    confine_process,
    end_leftovers,
    read_file,
    reader_versions,
    tool_versions,
)
from cablegraph.model import FileState, Reading, Trouble
from cablegraph.settings import Limits, Settings
from cablegraph.store import Case, files, jobs, places
from cablegraph.store.archive import full_disk_told
from cablegraph.store.files import OCR_TURN, TEXT_TURN, FileRow
from cablegraph.workbench.executor import ProcessPool
from cablegraph.workbench.keeping import STEP, believe, keep
from cablegraph.workbench.nests import Nests
from cablegraph.workbench.parts import note_missing_parts
from cablegraph.workbench.progress import Progress, Report
from cablegraph.workbench.rooms import Rooms, start_rooms

_DISK_FULL = "disk-full"
"""The code of a reading that is none, since the machine has no room; it ends the run and is never put on record."""
_ROUND = 5000
_BATCH = 8
_SMALL = 256 * 1024


@dataclass(frozen=True, slots=True)
class Task:
    """One file for a reader."""

    row: FileRow
    content: Path
    settings: Settings
    budget: Budget
    passwords: tuple[str, ...] = ()


def _prepare(archive: Path, rooms: Rooms, limits: Limits, number: int) -> None:
    confine_process(archive, rooms.of_worker(number), limits)


def _read(task: Task) -> Reading:
    room = Path(tempfile.gettempdir(), str(task.row.id))
    try:
        with full_disk_told(room):
            room.mkdir(exist_ok=True)
            return read_file(
                task.content, task.row.path, settings=task.settings, scratch=room, depth=task.row.depth, budget=task.budget,
                passwords=task.passwords,
            )  # fmt: skip
    except DiskFull as error:
        return Reading("", "", "", troubles=(Trouble(_DISK_FULL, str(error)),))
    finally:
        end_leftovers()


def ingest_files(case: Case, report: Report, *, turn: int = OCR_TURN, passwords: Sequence[str] = ()) -> int:
    """Read every file that waits, and the members that come to light, until none waits; returns how many were read.

    A file that an earlier run could not read whole is read again when the readers, the outer programs or the limits have changed since.

    Args:
        case: The case; the caller holds its lock.
        report: Told after each file.
        turn: ``TEXT_TURN`` reads only what needs no OCR, and lets the rest wait; ``OCR_TURN`` reads everything.
        passwords: Tried on locked files; kept nowhere.
    """
    rooms = start_rooms(case.cache_folder / "scratch", case.settings.limits)
    settings = case.settings if turn == OCR_TURN else replace(case.settings, ocr_waits=True)
    pool = ProcessPool(
        settings.worker_count,
        seconds=settings.limits.reader_seconds + settings.limits.ocr_seconds,
        prepare=partial(_prepare, case.archive.folder.resolve(), rooms, settings.limits),
        overrun=rooms.overrun,
        answers=Reading,
    )
    environment = _environment(case.settings)
    with case.engine.begin() as connection:
        files.wait_again(connection, jobs.failed_elsewhere(connection, STEP, environment))
    with case.engine.begin() as connection:
        only_scans = not files.count_waiting(connection, FileState.PENDING, turn=TEXT_TURN)[0]
    nests = Nests(case)
    step = "ocr" if only_scans and case.settings.ocr else STEP
    done = moved = pages = 0
    with pool:
        while True:
            with case.engine.begin() as connection:
                rows = files.pending(connection, _ROUND, turn=turn)
                waiting, size = files.count_waiting(connection, FileState.PENDING, turn=turn)
            if not rows:
                break
            total, bytes_total = done + waiting, moved + size
            fresh, known = _settle_known(case, rows)
            done, moved = done + len(known), moved + sum(r.size for r in known)
            tasks = (
                Task(r, case.archive.path_of(r.sha256).absolute(), settings, nests.budget(r), tuple(passwords))
                for r in fresh
            )
            for task, result in pool.submit(_read, _batches(tasks)):
                reading = believe(rooms, task.row, result)
                if any(t.code == _DISK_FULL for t in reading.troubles):
                    raise DiskFull(case.folder)
                if any(t.code == OCR_WAITS for t in reading.troubles):
                    with case.engine.begin() as connection:
                        files.postpone(connection, task.row.id)
                else:
                    nests.grow(task.row, keep(case, task.row, reading, environment))
                rooms.clear(task.row.id)
                done, moved, pages = done + 1, moved + task.row.size, pages + len(reading.pages)
                report(Progress(step, done, max(total, done), task.row.path, moved, max(bytes_total, moved), pages))
    with case.engine.begin() as connection:
        places.settle(connection)
    if done:
        note_missing_parts(case)
    rooms.clear()
    return done


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Small files together, large ones alone."""
    source = iter(tasks)
    while batch := list(islice(source, _BATCH)):
        if sum(t.row.size for t in batch) <= _SMALL:
            yield batch
        else:
            yield from ([t] for t in batch)


def _settle_known(case: Case, rows: list[FileRow]) -> tuple[list[FileRow], list[FileRow]]:
    """Mark files whose content was dealt with before as duplicates; of equal ones among the others take one in this round. Returns these and those."""
    fresh: dict[str, FileRow] = {}
    known = []
    with case.engine.begin() as connection:
        for row in rows:
            earlier = files.earlier_reading(connection, row)
            if earlier:
                files.set_state(connection, row.id, FileState.DUPLICATE)
                files.copy_members(connection, earlier[0], row)
                known.append(row)
            else:
                fresh.setdefault(row.sha256, row)
    return list(fresh.values()), known


def _environment(settings: Settings) -> str:
    """What the reading of a file depends on beside the file: readers, outer programs, settings."""
    limits = json.dumps(asdict(settings.limits), sort_keys=True)
    parts = (reader_versions(), tool_versions(), limits, ",".join(settings.languages), str(settings.ocr))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]
