"""One file to one reading, whatever the file is.

Knows the checks that hold for every kind and picks the reader. Bad material never raises: it comes back as trouble, and trouble is fatal only when
nothing else came back. What does raise is the machine's: no room left in ``scratch``.
"""

import errno
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cablegraph.errors import CablegraphError, DiskFull
from cablegraph.ingest.budget import Budget, start_budget
from cablegraph.ingest.confine import allow_seconds
from cablegraph.ingest.kinds import Kind, find_kind, is_mismatch
from cablegraph.ingest.members import shorten_name
from cablegraph.ingest.readers import reader_for
from cablegraph.ingest.task import OcrWaits, Task, start_task
from cablegraph.model import Reading, Trouble
from cablegraph.settings import Settings

OCR_WAITS = "ocr-waits"
"""The code of a reading that is not one yet: the file needs OCR, which this round leaves out. It is never put on record."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def read_file(
    content: Path,
    name: str,
    *,
    settings: Settings,
    scratch: Path,
    depth: int = 0,
    budget: Budget | None = None,
    passwords: Sequence[str] = (),
) -> Reading:
    """Read one file by its content.

    Args:
        content: Where the bytes lie; never written to.
        name: The file's name or path in its container, a hint only.
        settings: Languages and limits of the case.
        scratch: A folder for members and attachments, which stay there for the caller to take.
        depth: How many containers the file lies in; 0 for a file on disk.
        budget: What may still come out of the file on disk in which this one lies; None for a file on disk.
        passwords: Tried in order on what is locked.

    Returns:
        Pages, members and troubles. A reading without pages and members has a fatal trouble, every other one has none.

    Raises:
        DiskFull: ``scratch`` has no room left.
    """
    allow_seconds(settings.limits.reader_seconds)
    bare = name.rpartition("/")[2] or name
    short, too_long = shorten_name(bare)
    before: tuple[Trouble, ...] = (too_long,) if too_long else ()
    kind = Kind("", "")
    try:
        refused = _refuse(content, settings)
        if refused:
            return _settle(Reading("", "", "", troubles=refused), before, short)
        kind = find_kind(content, bare)
        left = budget or start_budget(content.stat().st_size, settings.limits)
        reading = _read(content, kind, start_task(short, settings, scratch, depth, left, tuple(passwords)))
    except CablegraphError:
        raise
    except OcrWaits:
        return Reading(kind.kind, kind.mime, "", troubles=(Trouble(OCR_WAITS, "It waits for its turn"),))
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(scratch) from error
        cause = f"The operating system says: {error.strerror or type(error).__name__}"
        reading = _failed(kind, "file-unreadable" if error.errno else "file-damaged", cause)
    except MemoryError:
        reading = _failed(kind, "reader-crashed", f"Reading it as {kind.kind} needs more memory than a reader may have")
    except Exception as error:  # noqa: BLE001 - damaged material can raise anything from a dozen libraries
        reading = _failed(
            kind, "file-damaged", f"It is damaged inside; reading it as {kind.kind} ended with {type(error).__name__}"
        )
    if is_mismatch(kind, bare):
        before += (
            Trouble(
                "kind-mismatch",
                f"The name ends in {Path(short).suffix[:20]} and the content is {kind.mime}",
                fatal=False,
            ),
        )
    return _settle(reading, before, short)


def _refuse(content: Path, settings: Settings) -> tuple[Trouble, ...]:
    try:
        size = content.stat().st_size
    except FileNotFoundError:
        return (Trouble("file-missing", "The file was there and is gone"),)
    if size == 0:
        return (Trouble("file-empty", "The file has no bytes"),)
    limit = settings.limits.max_file_mb
    if size > limit * 2**20:
        return (Trouble("file-too-large", f"The file has {size / 2**20:,.0f} MiB, the limit is {limit:,}"),)
    return ()


def _read(content: Path, kind: Kind, task: Task) -> Reading:
    reader = reader_for(kind.kind)
    if reader is None:
        seems = f"; it seems to be {kind.mime}" if kind.mime not in {"", "unknown"} else ""
        return _failed(kind, "kind-unknown", f"No reader knows this kind of file{seems}")
    return reader.read(content, kind.mime, task)


def _failed(kind: Kind, code: str, cause: str) -> Reading:
    reader = reader_for(kind.kind)
    return Reading(
        kind.kind, kind.mime, f"{reader.name} {reader.version}" if reader else "", troubles=(Trouble(code, cause),)
    )


def _settle(reading: Reading, before: Sequence[Trouble], name: str) -> Reading:
    """Put earlier troubles first, and let fatal trouble stand exactly where nothing was read."""
    troubles = (*before, *reading.troubles)
    if not reading.members and not any(p.text or p.width for p in reading.pages):
        if not any(t.fatal for t in troubles):
            troubles = (*troubles, Trouble("text-none", "The file can be opened and holds no text"))
        return replace(reading, pages=(), troubles=troubles, title=reading.title or name)
    return replace(reading, troubles=tuple(replace(t, fatal=False) for t in troubles), title=reading.title or name)
