"""Spreadsheets of Excel (.xlsx, .xlsm, .xlsb, .xls): each sheet a page, each row a line, cells parted by tabs.

Knows how values are shown (dates in ISO, whole numbers without a point) and what is hidden. Cells are had from calamine; comments, hidden rows and what else
lies in the package are left to ``sheet_parts``. The traps: the library lays out every empty cell up to the last one (``sheet_extent``), and what it raises
on damage is no ordinary exception.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.compound import has_macros, open_compound, read_properties, read_stream
from cablegraph.ingest.readers.draft import MOST_TEXT, Draft
from cablegraph.ingest.readers.office_parts import read_office_parts
from cablegraph.ingest.readers.package import Package
from cablegraph.ingest.readers.sheet_extent import MOST_CELLS, count_old_cells
from cablegraph.ingest.readers.sheet_parts import find_wide_sheets, read_sheet_parts
from cablegraph.ingest.readers.unlock import locked_trouble, unlock
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_OLD = "application/vnd.ms-excel"
_LATE_EVERY = 5000


class SheetReader:
    """Reads spreadsheets of Excel."""

    name = "sheet"
    version = "2"
    kinds = frozenset({"sheet"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a workbook; hidden sheets are read and told, comments are pages of their own."""
        size = content.stat().st_size
        draft = Draft(task, "sheet", mime, f"{self.name} {self.version}", size)
        if mime == _OLD:
            return self._read_old(content, draft)
        with Package(content, draft) as package:
            refused = package.find_refusal(size, task.limits)
            if refused:
                return Reading("sheet", mime, draft.reader, troubles=(refused,))
            _read_cells(package.source, draft, find_wide_sheets(package, draft))
            read_sheet_parts(package, draft)
            read_office_parts(package, draft)
        return draft.finish()

    def _read_old(self, content: Path, draft: Draft) -> Reading:
        with open_compound(content) as compound:
            if compound is not None:
                stream = read_stream(compound, "Workbook") or read_stream(compound, "Book")
                cells, locked = count_old_cells(stream)
                if locked:
                    return _read_locked(content, draft)
                if cells > MOST_CELLS:
                    trouble = Trouble("archive-bomb", f"A sheet spans {cells:,} cells, the limit is {MOST_CELLS:,}")
                    return Reading("sheet", draft.mime, draft.reader, troubles=(trouble,))
                draft.describe("docprops", read_properties(compound))
                draft.signal("has-macros", "Visual Basic" if has_macros(compound) else "")
        _read_cells(content, draft, frozenset())
        return draft.finish()


def _read_locked(content: Path, draft: Draft) -> Reading:
    """Read an old workbook that is locked, with a password of the task."""
    with tempfile.TemporaryDirectory(prefix="unlocked-", dir=draft.task.scratch) as room:
        opened = Path(room) / "workbook.xls"
        if not unlock(content, draft.task.passwords, opened):
            draft.troubles.append(locked_trouble("workbook", draft.task.passwords))
            return draft.finish()
        _read_cells(opened, draft, frozenset())
    return draft.finish()


def _read_cells(source: Path | BytesIO, draft: Draft, wide: frozenset[str]) -> None:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    hidden: list[str] = []
    workbook = _guard(CalamineWorkbook.from_object, source)
    if workbook is None:
        draft.trouble("file-damaged", "The workbook cannot be opened; its inner tables are damaged")
        return
    for meta in workbook.sheets_metadata:
        is_hidden = meta.visible != SheetVisibleEnum.Visible
        if is_hidden:
            hidden.append(meta.name)
        label = f"sheet {meta.name}{', hidden' * is_hidden}"
        if meta.name in wide or meta.typ != SheetTypeEnum.WorkSheet:
            draft.add_page(meta.name, label, apart="hidden" * is_hidden)
            continue
        sheet = _guard(workbook.get_sheet_by_name, meta.name)
        if sheet is None:
            draft.trouble("file-damaged", f"The sheet {meta.name[:100]} cannot be read")
        lines = _iter_lines(sheet, draft) if sheet is not None else ()
        if not draft.add_page("\n".join((meta.name, "", *lines)), label, apart="hidden" * is_hidden):
            break
    draft.signal("has-hidden-sheets", hidden)


def _iter_lines(sheet: Any, draft: Draft) -> Iterator[str]:
    letters = 0
    for number, row in enumerate(sheet.iter_rows()):
        line = "\t".join(show_value(value) for value in row).rstrip("\t")
        letters += len(line)
        if letters > MOST_TEXT or (number % _LATE_EVERY == 0 and draft.task.is_late()):
            draft.trouble(
                "pages-too-many", f"The sheet {sheet.name[:100]} is too large; rows from {number + 1:,} on were left"
            )
            return
        yield line


def show_value(value: object) -> str:
    """A cell as it is written here: dates in ISO, whole numbers without a point, line breaks as blanks."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if value.second == 0 else "seconds").removesuffix(" 00:00")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return "" if value is None else str(value)


def _guard(call: Any, argument: Any) -> Any:
    """What a call into the library gives; None where it fails, which it does with exceptions of its own kind and with panics."""
    try:
        with _silence():
            return call(argument)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            return None
        raise


@contextmanager
def _silence() -> Iterator[None]:
    """Keep off the screen what a panic would write there past Python, words of the file among it."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
