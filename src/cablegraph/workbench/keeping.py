"""What a reader answers about a file becomes rows of the case: a document, members as files of their own, trouble as problems.

Knows how far an answer is believed: a reader has held a hostile file, so that what it hands over is checked for its shape and for whose it is. Which files are
read, and when, is left to ``ingesting``. Each file is one transaction.
"""

from typing import Any

import sqlalchemy as sa

from cablegraph.model import FileState, Member, PageText, Reading, Trouble
from cablegraph.store import Case, documents, files, jobs, problems
from cablegraph.store.archive import full_disk_told
from cablegraph.store.files import FileRow
from cablegraph.text import find_language
from cablegraph.workbench.executor import Lost
from cablegraph.workbench.rooms import Rooms

STEP = "ingest"
_MAY_PASS = frozenset({
    "ocr-missing", "ocr-language-missing", "ocr-failed", "ocr-timeout", "reader-crashed", "reader-timeout", "archive-bomb", "archive-too-deep",
    "archive-too-many", "pages-too-many", "image-too-large", "file-too-large", "tool-missing", "password-needed",
})  # fmt: skip
"""Trouble that another program, setting or machine may not have; a damaged or locked file stays what it is."""
_OUT_OF_SHAPE = (
    TypeError, ValueError, AttributeError, LookupError, OverflowError, sa.exc.InterfaceError, sa.exc.ProgrammingError, sa.exc.DataError,
)  # fmt: skip
"""What storing an answer raises whose values are not of the kinds that they should be."""


def believe(rooms: Rooms, row: FileRow, result: Reading | Lost[Any]) -> Reading:
    """A reader's answer as far as it can be believed: in shape, and what it hands over lies in the room of its file."""
    if isinstance(result, Lost):
        return _crashed(result)
    parts = ((result.pages, PageText), (result.members, Member), (result.troubles, Trouble))
    if not all(isinstance(have, tuple) and all(isinstance(x, kind) for x in have) for have, kind in parts):
        return _crashed(Lost(row, "Its answer was refused (out of shape).", late=False))
    if not rooms.are_own(result.members, row.id):
        return _crashed(Lost(row, "It handed over a file that is not its own.", late=False))
    return result


def _crashed(lost: Lost[Any]) -> Reading:
    code = "reader-timeout" if lost.late else "reader-crashed"
    return Reading("unknown", "application/octet-stream", "none", troubles=(Trouble(code, lost.cause),))


def keep(case: Case, row: FileRow, reading: Reading, environment: str) -> list[int]:
    """Record what came out of a file; an answer that no honest reader gives becomes a problem, and the run goes on."""
    try:
        return _record(case, row, reading, environment)
    except _OUT_OF_SHAPE as error:
        lost = Lost(row, f"Its answer was refused ({type(error).__name__}).", late=False)
        return _record(case, row, _crashed(lost), environment)


def _record(case: Case, row: FileRow, reading: Reading, environment: str) -> list[int]:
    """Keep what came out of a file; returns the sizes of its members."""
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


def _save_document(connection: sa.Connection, row: FileRow, reading: Reading) -> str | None:
    if not reading.pages:
        return None
    longest = max(reading.pages, key=lambda p: len(p.text))
    language = longest.language if longest.language != "und" else find_language(longest.text)
    return documents.save_reading(connection, row.sha256, row.size, reading, language=language)
