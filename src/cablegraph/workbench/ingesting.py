"""The second step of the road: originals become documents, members of containers become files, trouble becomes problems.

Each file is one transaction, so a run that is killed has lost at most the files that were being read, and reads them again.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

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
from cablegraph.model import FileState, Member, PageText, Reading, Trouble
from cablegraph.settings import Limits, Settings
from cablegraph.store import Case, documents, files, jobs, places, problems
from cablegraph.store.archive import full_disk_told
from cablegraph.store.files import OCR_TURN, TEXT_TURN, FileRow
from cablegraph.text import find_language
from cablegraph.workbench.executor import Lost, ProcessPool
from cablegraph.workbench.nests import Nests
from cablegraph.workbench.progress import Progress, Report
from cablegraph.workbench.rooms import Rooms, start_rooms

STEP = "ingest"
_MAY_PASS = frozenset({
    "ocr-missing", "ocr-language-missing", "ocr-failed", "ocr-timeout", "reader-crashed", "reader-timeout", "archive-bomb", "archive-too-deep",
    "archive-too-many", "pages-too-many", "image-too-large", "file-too-large", "tool-missing", "password-needed",
})  # fmt: skip
"""Trouble that another program, setting or machine may not have; a damaged or locked file stays what it is."""
_DISK_FULL = "disk-full"
"""The code of a reading that is none, since the machine has no room; it ends the run and is never put on record."""
_OUT_OF_SHAPE = (
    TypeError, ValueError, AttributeError, LookupError, OverflowError, sa.exc.InterfaceError, sa.exc.ProgrammingError, sa.exc.DataError,
)  # fmt: skip
"""What storing an answer raises whose values are not of the kinds that they should be."""
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
                reading = _believe(rooms, task, result)
                if any(t.code == _DISK_FULL for t in reading.troubles):
                    raise DiskFull(case.folder)
                if any(t.code == OCR_WAITS for t in reading.troubles):
                    with case.engine.begin() as connection:
                        files.postpone(connection, task.row.id)
                else:
                    nests.grow(task.row, _keep(case, task, reading, environment))
                rooms.clear(task.row.id)
                done, moved, pages = done + 1, moved + task.row.size, pages + len(reading.pages)
                report(Progress(step, done, max(total, done), task.row.path, moved, max(bytes_total, moved), pages))
    with case.engine.begin() as connection:
        places.settle(connection)
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


def _believe(rooms: Rooms, task: Task, result: Reading | Lost[Task]) -> Reading:
    """A reader's answer as far as it can be believed: in shape, and what it hands over lies in the room of its file."""
    if isinstance(result, Lost):
        return _crashed(result)
    parts = ((result.pages, PageText), (result.members, Member), (result.troubles, Trouble))
    if not all(isinstance(have, tuple) and all(isinstance(x, kind) for x in have) for have, kind in parts):
        return _crashed(Lost(task, "Its answer was refused (out of shape).", late=False))
    if not rooms.are_own(result.members, task.row.id):
        return _crashed(Lost(task, "It handed over a file that is not its own.", late=False))
    return result


def _crashed(lost: Lost[Task]) -> Reading:
    code = "reader-timeout" if lost.late else "reader-crashed"
    return Reading("unknown", "application/octet-stream", "none", troubles=(Trouble(code, lost.cause),))


def _keep(case: Case, task: Task, reading: Reading, environment: str) -> list[int]:
    """Record what came out of a file; an answer that no honest reader gives becomes a problem, and the run goes on."""
    try:
        return _record(case, task, reading, environment)
    except _OUT_OF_SHAPE as error:
        lost = Lost(task, f"Its answer was refused ({type(error).__name__}).", late=False)
        return _record(case, task, _crashed(lost), environment)


def _record(case: Case, task: Task, reading: Reading, environment: str) -> list[int]:
    """Keep what came out of a file; returns the sizes of its members."""
    row = task.row
    with full_disk_told(case.folder):
        stored = [(member.name, case.archive.put(member.content)) for member in reading.members]
        if stored:
            case.archive.flush()
        with case.engine.begin() as connection:
            problems.clear(connection, dataset=row.dataset, path=row.path, step=STEP)
            key = _save_document(connection, row, reading)
            problems.record(connection, reading.troubles, dataset=row.dataset, path=row.path, step=STEP, document=key)
            for name, original in stored:
                assert original is not None
                files.register_member(
                    connection, dataset_name=row.dataset, path=f"{row.path}/{name}", sha256=original.sha256, size=original.size,
                    depth=row.depth + 1, parent=row.id, root=row.root or row.id,
                )  # fmt: skip
            nothing = not stored and reading.troubles and not any(page.text.strip() for page in reading.pages)
            files.set_state(connection, row.id, FileState.PROBLEM if nothing else FileState.READ, reading.reader)
            ended = jobs.FAILED if any(t.code in _MAY_PASS for t in reading.troubles) else jobs.DONE
            jobs.mark(connection, row.sha256, STEP, environment, state=ended)
    return [original.size for _, original in stored if original]


def _environment(settings: Settings) -> str:
    """What the reading of a file depends on beside the file: readers, outer programs, settings."""
    limits = json.dumps(asdict(settings.limits), sort_keys=True)
    parts = (reader_versions(), tool_versions(), limits, ",".join(settings.languages), str(settings.ocr))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def _save_document(connection: sa.Connection, row: FileRow, reading: Reading) -> str | None:
    if not reading.pages:
        return None
    longest = max(reading.pages, key=lambda p: len(p.text))
    language = longest.language if longest.language != "und" else find_language(longest.text)
    return documents.save_reading(connection, row.sha256, row.size, reading, language=language)
